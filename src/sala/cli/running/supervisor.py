"""Keep parts running: start each, start it again when it ends, and end them all, the last started first."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from . import words
from .bell import Bell
from .parts import Part

FIRST_DELAY_SECONDS = 0.2
LONGEST_DELAY_SECONDS = 30.0

_STEADY_AFTER_SECONDS = 30
_ROUND_SECONDS = 1.0


class StopAsked(Exception):
    """Somebody asked to stop while a step was running."""


@dataclass(slots=True)
class _Kept:
    """A part that is kept running: its process, and when it may start again after it ended."""

    part: Part
    process: "subprocess.Popen[bytes]"
    started: float
    delay: float = FIRST_DELAY_SECONDS
    again_at: float | None = None


class Supervisor:
    """Starts parts with one environment and tends them; `logs` is None where parts share our output."""

    def __init__(self, environment: Mapping[str, str], *, bell: Bell, logs: Path | None) -> None:
        self._environment = environment
        self._bell = bell
        self._logs = logs
        self._kept: list[_Kept] = []

    def run_to_end(self, part: Part) -> str:
        """
        Run a step, wait for it, and give what it wrote; nothing where parts share our output.

        :raises PartFailed: it ended with an error; its last words are in the message.
        :raises StopAsked: it was ended because somebody asked to stop.
        """
        log = self._log(part)
        written_before = log.stat().st_size if log and log.exists() else 0
        process = part.start(self._environment, log=log)
        while process.poll() is None:
            if self._bell.is_stop_asked:
                _end(process, seconds=part.stop_seconds)
                raise StopAsked
            self._bell.wait(_ROUND_SECONDS)
        written = log.read_bytes()[written_before:].decode(errors="replace") if log else ""
        if process.returncode != 0:
            last = "\n".join(written.splitlines()[-15:])
            raise words.PartFailed(part=part.name, code=process.returncode, last=last)
        return written

    def keep(self, part: Part) -> None:
        """Start a part that is to run until `stop_all`."""
        process = part.start(self._environment, log=self._log(part))
        self._kept.append(_Kept(part, process, started=time.monotonic()))

    def tend(self, *, seconds: float = _ROUND_SECONDS) -> None:
        """Wait for something to happen, then start again what ended and has waited long enough."""
        self._bell.wait(min([seconds, *self._waits()]))
        for kept in self._kept:
            if self._bell.is_stop_asked:
                return
            if kept.again_at is not None and time.monotonic() >= kept.again_at:
                kept.process = kept.part.start(self._environment, log=self._log(kept.part))
                kept.started, kept.again_at = time.monotonic(), None
            elif kept.again_at is None and kept.process.poll() is not None:
                self._plan_again(kept)

    def stop_all(self) -> None:
        """End every part, the last started first, each given its time to finish its work."""
        while self._kept:
            kept = self._kept.pop()
            _end(kept.process, seconds=kept.part.stop_seconds)

    def _plan_again(self, kept: _Kept) -> None:
        """Wait twice as long after each failure, and start afresh after a steady run."""
        _kill_group(kept.process)  # what it started may still hold its port
        if time.monotonic() - kept.started > _STEADY_AFTER_SECONDS:
            kept.delay = FIRST_DELAY_SECONDS
        words.say(words.AGAIN, part=kept.part.name, code=kept.process.returncode, seconds=f"{kept.delay:.1f}")
        kept.again_at = time.monotonic() + kept.delay
        kept.delay = min(kept.delay * 2, LONGEST_DELAY_SECONDS)

    def _waits(self) -> list[float]:
        now = time.monotonic()
        return [max(0.0, kept.again_at - now) for kept in self._kept if kept.again_at is not None]

    def _log(self, part: Part) -> Path | None:
        return self._logs / f"{part.name}.log" if self._logs else None


def _end(process: "subprocess.Popen[bytes]", *, seconds: float) -> None:
    """Ask the part to finish, and after its time end it with everything it started."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    _kill_group(process)


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
