"""One folder of data and the server on it: make it, start it, adopt it, ask it, say whether it lives."""

import math
import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from sala.kernel.bilingual import Text

from . import places
from .errors import PostgresDidNotStart
from .processes import end_orphans_of, is_running, is_server_of
from .programs import Programs, Say

SUPERUSER = "postgres"

_ANSWER_SECONDS = 60
_WORTH_TELLING_SECONDS = 5
_POLL_SECONDS = 0.03
_STARTING = Text(
    th="ฐานข้อมูลกำลังเริ่ม ถ้าครั้งก่อนหยุดกลางคัน ต้องกู้คืนสิ่งที่บันทึกไว้ก่อน",
    en="The database is starting; if it was cut off, it first recovers everything that was written down",
)


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


def start(programs: Programs, var: Path, data: Path, *, say: Say = lambda _: None) -> Server:
    """
    Start the server and wait until it answers.

    :param say: told where starting takes long, as it does when there is much to recover.
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
    if not _comes_to_serve(server, say):
        raise PostgresDidNotStart(log=log, last=_last_lines(log))
    return server


def adopt(data: Path, *, log: Path, say: Say = lambda _: None) -> Server | None:
    """
    Take over the server that runs on the data; where none does, clear away what a killed one left.

    A server told to end may live on for a while, more so on a busy machine: one that ends meanwhile counts as none.

    :raises PostgresDidNotStart: it lives, and did not answer in time.
    """
    pid = _recorded_pid(data)
    if pid is None:
        return None
    folder = places.recorded_socket_folder(data)
    if folder is not None and is_server_of(pid, data):
        server = Server(data=data, socket_dir=folder, pid=pid, log=log)
        if _comes_to_serve(server, say):
            return server
    _clear_after_death(data, folder)
    return None


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


def _comes_to_serve(server: Server, say: Say) -> bool:
    """
    Wait until a server answers; False where it ended first.

    While it says that it is starting it is waited for without a limit: recovery takes as long as there is to recover.
    Source: PostgreSQL manual, s. 18.3, which sets systemd's own limit to infinity for this reason.

    :raises PostgresDidNotStart: it lives, says nothing, and does not answer in time.
    """
    tell_at = time.monotonic() + _WORTH_TELLING_SECONDS
    deadline = time.monotonic() + _ANSWER_SECONDS
    while not is_serving(server):
        if not is_alive(server):
            return False
        now = time.monotonic()
        if places.is_starting(server.data):
            deadline = now + _ANSWER_SECONDS
        if now > deadline:
            raise PostgresDidNotStart(log=server.log, last=_last_lines(server.log))
        if now > tell_at:
            say(_STARTING)
            tell_at = math.inf
        time.sleep(_POLL_SECONDS)
    return True


def _recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _last_lines(log: Path) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-5:])
