"""
What a piece of work costs the process that does it. The rivals' own environments read this too: standard library only.

CPU is getrusage(2) of the process, all its threads and the children it waited for, in user and system mode. The peak is
VmHWM of proc(5), not ru_maxrss: the latter begins with the memory of whoever started the process.
"""

import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def cost_of(work: Callable[[], Any]) -> dict[str, float]:
    """Do the work once and give its seconds and the most the process has held, what it held before included."""
    cpu, wall = cpu_seconds(), time.perf_counter()
    result = work()
    cost = {"cpu": cpu_seconds() - cpu, "seconds": time.perf_counter() - wall, "peak_mb": peak_mb()}
    del result
    return cost


def cpu_seconds() -> float:
    """Give what this process and the children it waited for have used so far."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in used)


def peak_mb() -> float:
    """Give the most memory this process has held, in megabytes of 1,000,000 bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return kibibytes * 1024 / 1_000_000


def tell(told: Any) -> None:
    """Hand a result to the bench that started this process: its last line is read."""
    print(json.dumps(told))
