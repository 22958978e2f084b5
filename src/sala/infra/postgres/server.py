"""Have the embedded server when it is needed, and end it. Safe after any `kill -9`."""

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sala.kernel.bilingual import Text

from . import cluster, places
from .cluster import Server
from .errors import VersionDiffers
from .prepare import prepare_embedded
from .programs import MAJOR, Say, find_programs

_FIRST_TIME = Text(th="สร้างฐานข้อมูลครั้งแรก", en="Making the database for the first time")
_STOP_SECONDS = 30
_POLL_SECONDS = 0.03


def ensure(var: Path, *, say: Say = lambda _: None, may_unshare: bool = True) -> Server:
    """
    Have a server for the data under `var`: adopt the one that runs, else start one, else make the data first.

    Costs about 1.5 s the first time, 0.2 s after, 20 ms when a server runs already; after a kill, as long as recovery
    takes. Two callers wait for each other.

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
            say(_FIRST_TIME)
            cluster.make_data(programs, data, log=var / "postgres.log")
        server = cluster.adopt(data, log=var / "postgres.log", say=say) or cluster.start(programs, var, data, say=say)
        with cluster.connect(server.socket_dir) as connection:
            prepare_embedded(connection)
        return server


def stop(server: Server) -> None:
    """
    Stop a server: roll back what is open, write everything down, end.

    Call it when the processes that use the database have ended: their sessions are cut.
    """
    # Source: PostgreSQL manual, s. 18.5: SIGINT is the fast shutdown, SIGQUIT the immediate one.
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if not cluster.is_alive(server):
            break
        os.kill(server.pid, how)
        deadline = time.monotonic() + _STOP_SECONDS
        while cluster.is_alive(server) and time.monotonic() < deadline:
            time.sleep(_POLL_SECONDS)
    with suppress(OSError):  # not empty after a kill: the next start clears it
        server.socket_dir.rmdir()


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
            f"pg_dumpall -h <socket> -U {cluster.SUPERUSER} > sala.sql && mv '{data}' '{aside}' && make run "
            f"&& psql -h <socket> -U {cluster.SUPERUSER} -d postgres -f sala.sql"
        )
        raise VersionDiffers(data=data, found=found, expected=MAJOR, command=command)
