"""Two or more who do the same work, turn by turn, each turn in a fresh process: what disturbs one disturbs all."""

import json
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .environments import RIVALS, ROOT
from .processes import run_to_end


@dataclass(frozen=True, slots=True)
class Contender:
    """
    A program that does the work once and tells its cost; `python` is our own or that of a rival's environment.

    :param turns: how often it takes part at most, where a turn takes minutes.
    """

    program: Path
    arguments: Sequence[str]
    python: Path = Path(sys.executable)
    turns: int | None = None

    def handing(self, *more: str) -> "Contender":
        """Give the same program with more arguments."""
        return replace(self, arguments=[*self.arguments, *more])

    def run(self) -> dict[str, float]:
        """Start it, wait for it, and read the last line it wrote."""
        path = os.pathsep.join(map(str, (ROOT / "bench", RIVALS, ROOT / "src", ROOT / "thailand")))
        environment = {**os.environ, "PYTHONPATH": path}
        written = run_to_end([str(self.python), str(self.program), *self.arguments], environment=environment)
        told: dict[str, float] = json.loads(written.splitlines()[-1])
        return told


def take_turns(contenders: Mapping[str, Contender], *, rounds: int) -> dict[str, dict[str, float]]:
    """Let each take its turn in every round, and give the median of all that each told."""
    told: dict[str, list[dict[str, float]]] = {name: [] for name in contenders}
    for turn in range(rounds):
        for name, contender in contenders.items():
            if contender.turns is not None and turn >= contender.turns:
                continue
            told[name].append(contender.run())
            print(f"turn {turn + 1} of {rounds}, {name}: {_shown(told[name][-1])}", flush=True)
    return {
        name: {what: statistics.median(one[what] for one in all_told) for what in all_told[0]}
        for name, all_told in told.items()
    }


def require_same(told: Mapping[str, Mapping[str, float]], *names: str, within: float = 0) -> None:
    """
    See to it that all did the same work.

    :raises SystemExit: what some told under a name lies further apart.
    """
    for name in names:
        found = {who: one[name] for who, one in told.items()}
        if max(found.values()) - min(found.values()) > within:
            raise SystemExit(f"Not all find the same {name}: {found}")


def _shown(told: Mapping[str, float]) -> str:
    return ", ".join(f"{what} {number:.4g}" for what, number in told.items())
