"""One folder of data and the server on it: make it, start it, adopt it, ask it, say whether it lives."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from . import places
from .errors import PostgresDidNotStart
from .processes import end_orphans_of, is_running, is_server_of
from .programs import Programs

SUPERUSER = "postgres"

_START_SECONDS = 60
_POLL_SECONDS = 0.03


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `process` is set where we are its parent; `log` is where it writes."""

    data: Path
    socket_dir: Path
    pid: int
    log: Path
    process: "subprocess.Popen[bytes] | None" = field(default=None, compare=False, repr=False)


def make_data(programs: Programs, data: Path, *, log: Path) -> None:
    """Run initdb in a folder of another name first, so that an interrupted run leaves nothing that looks finished."""
    unfinished = data.with_name(f"{data.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    os.chown(unfinished, programs.owner, -1)
    arguments = ["--locale=C.UTF-8", "-E", "UTF8", "-U", SUPERUSER, "--auth=trust", "-D", str(unfinished)]
    with log.open("ab") as output:
        code = programs.start("initdb", arguments, output=output).wait()
    if code != 0:
        raise PostgresDidNotStart(log=log, last=_last_lines(log))
    # Only the socket's folder, which nobody else can enter, leads to the server: no host line remains.
    (unfinished / "pg_hba.conf").write_text("local all all trust\n")
    if data.exists():
        data.rmdir()  # the empty folder an account was given
    unfinished.rename(data)


def start(programs: Programs, var: Path, data: Path) -> Server:
    """
    Start the server and wait until it answers.

    :raises PostgresDidNotStart: it ended, or did not answer in time.
    """
    folder = places.private_folder(places.socket_folder(var), owner=programs.owner)
    log = var / "postgres.log"
    arguments = [
        "-D",
        str(data),
        "-p",
        str(places.PORT),
        "-c",
        "listen_addresses=",
        "-c",
        "unix_socket_permissions=0700",
    ]
    with log.open("ab") as output:
        process = programs.start("postgres", [*arguments, "-k", str(folder)], output=output)
    server = Server(data=data, socket_dir=folder, pid=process.pid, log=log, process=process)
    _wait_until_serving(server)
    return server


def adopt(data: Path, *, log: Path) -> Server | None:
    """Take over the server that runs on the data; where none does, clear away what a killed one left."""
    pid = _recorded_pid(data)
    if pid is None:
        return None
    folder = places.recorded_socket_folder(data)
    if folder is None or not is_server_of(pid, data):
        _clear_after_death(data, folder)
        return None
    server = Server(data=data, socket_dir=folder, pid=pid, log=log)
    _wait_until_serving(server)
    return server


def connect(folder: Path) -> psycopg.Connection:
    """Open a superuser's session. Only who may enter the private folder can."""
    return psycopg.connect(
        host=str(folder), port=places.PORT, user=SUPERUSER, dbname="postgres", autocommit=True, connect_timeout=5
    )


def is_serving(server: Server) -> bool:
    """Ask the server itself: a killed one can leave a pid that still looks alive."""
    try:
        with connect(server.socket_dir):
            return True
    except psycopg.OperationalError:
        return False


def is_alive(server: Server) -> bool:
    """Say whether the server's process lives. Cheaper than `is_serving`, and asks nobody."""
    if server.process is not None:
        return server.process.poll() is None
    return is_running(server.pid)


def _clear_after_death(data: Path, folder: Path | None) -> None:
    """
    Remove what a killed server left: its pid may be a zombie's or another program's, and postgres would believe it.

    Two servers on one folder would destroy it, so this first ends every process that still stands in the data.
    """
    end_orphans_of(data)
    (data / "postmaster.pid").unlink(missing_ok=True)
    for name in (f".s.PGSQL.{places.PORT}", f".s.PGSQL.{places.PORT}.lock"):
        if folder is not None:
            (folder / name).unlink(missing_ok=True)


def _wait_until_serving(server: Server) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not is_serving(server):
        if time.monotonic() > deadline or not is_alive(server):
            raise PostgresDidNotStart(log=server.log, last=_last_lines(server.log))
        time.sleep(_POLL_SECONDS)


def _recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _last_lines(log: Path) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-5:])
