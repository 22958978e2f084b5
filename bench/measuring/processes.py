"""Processes under measurement: started in a session of their own, their CPU read from the kernel, ended by their id."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """
    Give the CPU a process and all it started have used, in user and system mode; what ended counts with its parent.

    It is what getrusage(2) tells of oneself, for another process. Source: proc(5), fields 14 to 17 of /proc/pid/stat.
    """
    return sum(map(float, _stat_of(pid)[11:15])) / _TICKS_PER_SECOND + sum(map(cpu_seconds, _children_of(pid)))


@contextmanager
def running(
    command: Sequence[str], *, environment: Mapping[str, str], log: Path
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a command until the block ends; then ask it to stop, and end whatever it started."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run_to_end(command: Sequence[str], *, environment: Mapping[str, str]) -> str:
    """
    Run a command to its end and give what it wrote.

    :raises SystemExit: it failed; with its last words.
    """
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command[1:4])} failed:\n{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


def _children_of(pid: int) -> list[int]:
    return [child for task in Path(f"/proc/{pid}/task").iterdir() for child in _children_of_task(task)]


def _children_of_task(task: Path) -> list[int]:
    try:
        return [int(child) for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):  # the thread has ended; what it started is another thread's now
        return []


def _stat_of(pid: int) -> list[str]:
    """Read what follows the name, which may hold spaces and brackets itself."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
