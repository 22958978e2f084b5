"""The whole run: prepare, serve, tend, stop."""

import http.client
import os
import time
from collections.abc import Mapping

import click

from sala.infra import postgres
from sala.infra.modes import Installation
from sala.kernel.errors import SalaError

from . import words
from .bell import Bell, listening
from .leftovers import MARK, end_leftovers, only_one, refuse_taken
from .parts import ports, serving_parts
from .preparing import have_database, prepare, say_people, step
from .supervisor import StopAsked, Supervisor

_HEALTHY_WITHIN_SECONDS = 120
_DATABASE_AGAIN_SECONDS = 2.0


def run(installation: Installation) -> None:
    """
    Run everything until SIGTERM, SIGINT or SIGHUP; then stop it all, the database last.

    :raises SalaError: it cannot start; whatever had started is stopped first.
    """
    with only_one(installation.var), listening() as bell:
        end_leftovers(installation.var)
        for port in ports(installation):
            refuse_taken(port)
        logs = installation.var / "log" if installation.is_demonstration else None
        _run(installation, Supervisor(_environment(installation), bell=bell, logs=logs), bell)


def _run(installation: Installation, supervisor: Supervisor, bell: Bell) -> None:
    began = time.monotonic()
    server = have_database(installation)
    try:
        prepare(supervisor, installation)
        for part in serving_parts(installation):
            supervisor.keep(part)
        people = say_people(supervisor, installation) if installation.is_demonstration else ""
        _wait_until_healthy(supervisor, installation, bell)
        words.say(words.READY, address=installation.origin, seconds=f"{time.monotonic() - began:.1f}")
        _say_how_to_use(installation, people)
        server = _tend(supervisor, installation, server, bell)
    except StopAsked:
        pass
    finally:
        words.say(words.STOPPING)
        supervisor.stop_all()
        if server is not None:
            postgres.stop(server)
        words.say(words.STOPPED)


def _wait_until_healthy(supervisor: Supervisor, installation: Installation, bell: Bell) -> None:
    with step(words.SERVE):
        deadline = time.monotonic() + _HEALTHY_WITHIN_SECONDS
        while (answer := _ask_health(installation.port)) != "200":
            if bell.is_stop_asked:
                raise StopAsked
            if time.monotonic() > deadline:
                address = f"{installation.origin}/health"
                raise words.NotHealthy(seconds=_HEALTHY_WITHIN_SECONDS, address=address, answer=answer)
            supervisor.tend(seconds=0.1)


def _say_how_to_use(installation: Installation, people: str) -> None:
    if installation.is_demonstration:
        click.echo(people.rstrip())
        words.say(words.HOW_TO_STOP, logs=installation.var / "log")


def _tend(
    supervisor: Supervisor, installation: Installation, server: postgres.Server | None, bell: Bell
) -> postgres.Server | None:
    try_again_at = 0.0
    while not bell.is_stop_asked:
        if server is not None and not postgres.is_alive(server) and time.monotonic() >= try_again_at:
            words.say(words.DATABASE_AGAIN)
            try_again_at = time.monotonic() + _DATABASE_AGAIN_SECONDS
            try:
                server = postgres.ensure(installation.var)
            except SalaError as refusal:
                words.say(refusal.text)
        supervisor.tend()
    return server


def _environment(installation: Installation) -> Mapping[str, str]:
    """Give every part the same installation, whatever folder the command was started from."""
    return {
        **{name: value for name, value in os.environ.items() if name != "SALA_DB_ROLE"},
        "DJANGO_SETTINGS_MODULE": "sala.config.settings",
        "PORT": str(installation.port),
        "PYTHONUNBUFFERED": "1",
        "SALA_VAR": str(installation.var),
        MARK: str(installation.var),
    }


def _ask_health(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health", headers={"Host": f"localhost:{port}"})
        response = connection.getresponse()
        return "200" if response.status == 200 else f"{response.status} {response.read(500)!r}"
    except OSError as refusal:
        return str(refusal)
    finally:
        connection.close()
