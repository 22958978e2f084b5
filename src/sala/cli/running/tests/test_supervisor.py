"""Real processes, kept and ended."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sala.cli.running.bell import Bell, listening
from sala.cli.running.parts import Part
from sala.cli.running.supervisor import StopAsked, Supervisor
from sala.cli.running.words import PartFailed


@pytest.fixture
def bell() -> Iterator[Bell]:
    with listening() as bell:
        yield bell


@pytest.fixture
def supervisor(bell: Bell, tmp_path: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(os.environ, bell=bell, logs=tmp_path)
    yield supervisor
    supervisor.stop_all()


def _python(name: str, program: str, *arguments: object) -> Part:
    return Part(name, (sys.executable, "-c", program, *map(str, arguments)), stop_seconds=2)


def _writes_its_pid(file: Path) -> Part:
    return _python(
        "writer", "import os,sys,time; print(os.getpid(), file=open(sys.argv[1], 'a')); time.sleep(60)", file
    )


def _until(supervisor: Supervisor, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        supervisor.tend(seconds=0.05)


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def test_a_killed_part_starts_again(supervisor: Supervisor, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    supervisor.keep(_writes_its_pid(pids))
    _until(supervisor, lambda: len(_lines(pids)) == 1)

    os.kill(int(_lines(pids)[0]), signal.SIGKILL)

    _until(supervisor, lambda: len(_lines(pids)) == 2)


def test_a_part_that_keeps_failing_waits_longer_each_time(
    supervisor: Supervisor, capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor.keep(_python("broken", "raise SystemExit(3)"))
    told: list[str] = []

    def three_times() -> bool:
        told.extend(capsys.readouterr().out.splitlines())
        return len(told) == 3

    _until(supervisor, three_times)
    assert ["0.2 s" in told[0], "0.4 s" in told[1], "0.8 s" in told[2]] == [True, True, True]


def test_stopping_leaves_nothing_even_of_what_a_part_started(supervisor: Supervisor, tmp_path: Path) -> None:
    pid_file = tmp_path / "grandchild"
    program = (
        "import signal,subprocess,sys,time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "child = subprocess.Popen(['sleep', '60']); open(sys.argv[1], 'w').write(f'{child.pid}\\n'); time.sleep(60)"
    )
    supervisor.keep(_python("stubborn", program, pid_file))
    _until(supervisor, lambda: bool(_lines(pid_file)))

    supervisor.stop_all()

    state = Path(f"/proc/{_lines(pid_file)[0]}/stat")
    deadline = time.monotonic() + 10  # it was sent SIGKILL; a busy machine lets it die a moment later
    while state.exists() and " Z " not in state.read_text() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not state.exists() or " Z " in state.read_text()


def test_a_failed_step_says_its_last_words(supervisor: Supervisor) -> None:
    with pytest.raises(PartFailed, match="no such province"):
        supervisor.run_to_end(_python("load", "raise SystemExit('no such province')"))


def test_a_request_to_stop_ends_a_running_step(supervisor: Supervisor, bell: Bell) -> None:
    os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(StopAsked):
        supervisor.run_to_end(_python("slow", "import time; time.sleep(60)"))
    assert bell.is_stop_asked
