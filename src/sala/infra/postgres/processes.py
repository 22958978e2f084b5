"""What the system knows of a process. Source: proc(5)."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_ORPHANS_END_SECONDS = 10


def is_running(pid: int) -> bool:
    """Say whether a process lives; a zombie, dead but not yet waited for, does not."""
    try:
        state = (_PROC / str(pid) / "stat").read_text().rpartition(") ")[2][:1]
    except OSError:
        return False
    return state not in ("Z", "X")


def is_server_of(pid: int, data: Path) -> bool:
    """Say whether a living process is the PostgreSQL server of this data: it stands in the folder it serves."""
    process = _PROC / str(pid)
    try:
        stands_in = (process / "cwd").readlink()
        return (process / "comm").read_text().strip() == "postgres" and stands_in == data.resolve()
    except OSError:  # gone, or a zombie: it stands nowhere
        return False


def end_orphans_of(data: Path) -> None:
    """End what a killed server left running; each process would end by itself once it is idle."""
    deadline = time.monotonic() + _ORPHANS_END_SECONDS
    while orphans := [pid for pid in _all_pids() if is_server_of(pid, data)]:
        how = signal.SIGQUIT if time.monotonic() < deadline else signal.SIGKILL
        for pid in orphans:
            with suppress(ProcessLookupError):
                os.kill(pid, how)
        time.sleep(0.05)


def _all_pids() -> list[int]:
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]
