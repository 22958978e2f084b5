"""The processes that serve, and how each is started."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sala.infra.modes import Installation

WEB_WORKERS = 2
THREADS_PER_WORKER = 8  # each keeps one database session; PostgreSQL gives 100 in all
WAITING_PER_WORKER = 128  # requests that may wait for a thread

# Where the supervisor is killed, the system itself ends its children. Source: prctl(2), PR_SET_PDEATHSIG.
_END_WITH_PARENT = ("setpriv", "--pdeathsig", "TERM", "--")


@dataclass(frozen=True, slots=True)
class Part:
    """A process: its name, its command, and how long it may take to finish its work when asked to stop."""

    name: str
    command: tuple[str, ...]
    stop_seconds: float = 10

    def start(self, environment: Mapping[str, str], *, log: Path | None) -> "subprocess.Popen[bytes]":
        """
        Start it in a session of its own, so that it and all it starts can be ended together.

        :param log: where its output goes; None is our own output.
        """
        prefix = _END_WITH_PARENT if shutil.which("setpriv") else ()
        command = [*prefix, *self.command]
        if log is None:
            return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            return subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


def sala(name: str, *arguments: str, stop_seconds: float = 10) -> Part:
    """Describe a `sala` sub-command as a part."""
    return Part(name, (sys.executable, "-m", "sala.cli", name, *arguments), stop_seconds)


def serving_parts(installation: Installation) -> tuple[Part, ...]:
    """List what serves, in the order of starting; stopping goes the other way."""
    mailbox = (sala("mailbox"),) if _has_own_mailbox(installation) else ()
    return (*mailbox, sala("ledger", "sequence"), sala("worker", stop_seconds=25), _web(installation))


def ports(installation: Installation) -> tuple[int, ...]:
    """List the ports that the parts will listen on."""
    return (installation.port, installation.smtp_port) if _has_own_mailbox(installation) else (installation.port,)


def _has_own_mailbox(installation: Installation) -> bool:
    return installation.is_demonstration and "SALA_SMTP_HOST" not in os.environ


def _web(installation: Installation) -> Part:
    # A demonstration never listens beyond this machine, whatever the environment says.
    host = "127.0.0.1" if installation.is_demonstration else os.environ.get("SALA_LISTEN", "127.0.0.1")
    command = (
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(installation.port)),
        *("--workers", str(WEB_WORKERS), "--blocking-threads", str(THREADS_PER_WORKER)),
        *("--backpressure", str(WAITING_PER_WORKER), "--respawn-failed-workers", "--respawn-interval", "0.2"),
        *("--workers-kill-timeout", "5", "--no-ws", "--http", "1", "--log-level", "warning"),
        *("--factory", "sala.config.wsgi:serve"),
    )
    return Part("web", command)
