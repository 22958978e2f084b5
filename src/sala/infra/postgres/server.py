"""Start the embedded server, adopt one that still runs, and stop it. Safe after any `kill -9`."""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from . import places
from .errors import PostgresDidNotStart, VersionDiffers
from .prepare import prepare_embedded
from .processes import end_orphans_of, is_running, is_server_of
from .programs import MAJOR, Programs, Say, find_programs

SUPERUSER = "postgres"

_START_SECONDS = 60
_STOP_SECONDS = 30
_POLL_SECONDS = 0.03


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `process` is set where we are its parent; `log` is where it writes."""

    data: Path
    socket_dir: Path
    pid: int
    log: Path
    process: "subprocess.Popen[bytes] | None" = field(default=None, compare=False, repr=False)


def ensure(var: Path, *, say: Say = lambda _: None, may_unshare: bool = True) -> Server:
    """
    Have a server for the data under `var`: adopt the one that runs, else start one, else make the data first.

    Costs about 1.5 s the first time, 0.2 s after, 20 ms when a server runs already. Two callers wait for each other.

    :param say: told of each long step.
    :raises VersionDiffers: the data belongs to another major version.
    :raises PostgresDidNotStart: the server ended or did not answer.
    """
    var.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(var):
        programs = find_programs(var, say=say, may_unshare=may_unshare)
        data = places.data_folder(var)
        _refuse_other_version(data)
        if not (data / "PG_VERSION").exists():
            say("Making the database")
            _make_data(programs, data, log=var / "postgres.log")
        server = _adopt(data, log=var / "postgres.log") or _start(programs, var, data)
        with _connect(server.socket_dir) as connection:
            prepare_embedded(connection)
        return server


def stop(server: Server) -> None:
    """
    Stop a server: roll back what is open, write everything down, end.

    Call it when the processes that use the database have ended: their sessions are cut.
    """
    # Source: PostgreSQL manual, s. 18.5: SIGINT is the fast shutdown, SIGQUIT the immediate one.
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if not _is_alive(server):
            break
        os.kill(server.pid, how)
        deadline = time.monotonic() + _STOP_SECONDS
        while _is_alive(server) and time.monotonic() < deadline:
            time.sleep(_POLL_SECONDS)
    with suppress(OSError):  # not empty after a kill: the next start clears it
        server.socket_dir.rmdir()


def is_serving(server: Server) -> bool:
    """Ask the server itself: a killed one can leave a pid that still looks alive."""
    try:
        with _connect(server.socket_dir):
            return True
    except psycopg.OperationalError:
        return False


@contextmanager
def _one_at_a_time(var: Path) -> Iterator[None]:
    with (var / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refuse_other_version(data: Path) -> None:
    try:
        found = (data / "PG_VERSION").read_text().strip()
    except OSError:
        return
    if found != MAJOR:
        aside = data.with_name(f"postgres-{found}")
        command = (
            f"pg_dumpall -h <socket> -U {SUPERUSER} > sala.sql && mv '{data}' '{aside}' && make run "
            f"&& psql -h <socket> -U {SUPERUSER} -d postgres -f sala.sql"
        )
        raise VersionDiffers(data=data, found=found, expected=MAJOR, command=command)


def _make_data(programs: Programs, data: Path, *, log: Path) -> None:
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


def _adopt(data: Path, *, log: Path) -> Server | None:
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


def _start(programs: Programs, var: Path, data: Path) -> Server:
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


def _wait_until_serving(server: Server) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not is_serving(server):
        if time.monotonic() > deadline or not _is_alive(server):
            raise PostgresDidNotStart(log=server.log, last=_last_lines(server.log))
        time.sleep(_POLL_SECONDS)


def _is_alive(server: Server) -> bool:
    if server.process is not None:
        return server.process.poll() is None
    return is_running(server.pid)


def _recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _connect(folder: Path) -> psycopg.Connection:
    return psycopg.connect(
        host=str(folder), port=places.PORT, user=SUPERUSER, dbname="postgres", autocommit=True, connect_timeout=5
    )


def _last_lines(log: Path) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-5:])
