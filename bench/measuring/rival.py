"""The same five pages in plain Django, on the same PostgreSQL and the same web server."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from sala.cli.running.parts import THREADS_PER_WORKER, WEB_WORKERS

from .browser import Browser
from .processes import cpu_seconds, run_to_end, running

BENCH = Path(__file__).resolve().parents[1]

NAME = "plain"


@dataclass(frozen=True, slots=True)
class PlainDjango:
    """A plain Django site that serves: its port, its process, and a session key for each applicant."""

    port: int
    pid: int
    sessions: tuple[str, ...]

    def cpu_seconds(self) -> float:
        """Give what the web processes have used so far."""
        return cpu_seconds(self.pid)

    def sign_in(self, index: int) -> Browser:
        """Give the browser of an applicant who is signed in."""
        browser = Browser(self.port)
        browser.keep_cookie("sessionid", self.sessions[index])
        return browser


@contextmanager
def serving(folder: Path, *, socket_folder: Path, port: int, applicants: int) -> Iterator[PlainDjango]:
    """Serve from a database of its own until the block ends."""
    with psycopg.connect(host=str(socket_folder), dbname="postgres", user="postgres", autocommit=True) as server:
        server.execute("CREATE DATABASE plain_django")
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "plain_django.settings",
        "PGAPPNAME": NAME,
        "PLAIN_DATABASE_HOST": str(socket_folder),
        "PLAIN_MEDIA": str(folder / "plain-media"),
        "PYTHONPATH": os.pathsep.join([str(BENCH), os.environ.get("PYTHONPATH", "")]),
    }
    run_to_end([sys.executable, "-m", "django", "migrate", "-v", "0"], environment=environment)
    prepare = [sys.executable, "-m", "plain_django.prepare", str(applicants)]
    sessions = json.loads(run_to_end(prepare, environment=environment))
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(WEB_WORKERS), "--blocking-threads", str(THREADS_PER_WORKER)),
        *("--no-ws", "--http", "1", "--log-level", "warning"),
        "plain_django.wsgi:application",
    ]
    with running(command, environment=environment, log=folder / "plain.log") as process:
        yield PlainDjango(port, process.pid, tuple(sessions))
