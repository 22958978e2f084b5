"""One tree of processes to a folder: refuse a second, and clear away what a killed one left."""

import errno
import fcntl
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .words import AlreadyRunning, PortTaken

MARK = "SALA_RUN_OF"  # every part carries it, so a later start knows its own from a stranger's


@contextmanager
def only_one(var: Path) -> Iterator[None]:
    """
    Hold the folder for as long as the tree runs; the system lets go of it however the supervisor ends.

    :raises AlreadyRunning: a living supervisor holds it.
    """
    var.mkdir(parents=True, exist_ok=True)
    with (var / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise AlreadyRunning(var=var, pid=lock.read().strip()) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def end_leftovers(var: Path) -> None:
    """End the parts of an earlier tree whose supervisor was killed; call it while holding the folder."""
    mark = os.fsencode(f"{MARK}={var}")
    while marked := [pid for pid in _living() if mark in _environment_of(pid)]:
        for pid in marked:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def refuse_taken(port: int) -> None:
    """
    Check that nobody listens on a port, under either of the names a browser may try for localhost.

    :raises PortTaken: somebody does.
    """
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except OSError as refusal:
            if refusal.errno == errno.EADDRINUSE:
                raise PortTaken(port=port, other=port + 1) from None


def _living() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _environment_of(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:  # gone, or somebody else's
        return []
