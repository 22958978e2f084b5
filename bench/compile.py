"""
What reading law costs: 1,022 rules to their types, their form and the case back end; the kernel of a nation; a second start.

Rivals: the same files imported as plain Python, which checks nothing; a fused kernel of 1,000 rules that had not compiled after
300 s (measured when the kernel was designed, so published); the same start without a cache.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import made_laws, thailand
from measuring.environments import ROOT
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, take_turns

PERSONS = 1_000
ROUNDS = 3
GOAL_READ_SECONDS, GOAL_SECONDS_A_RULE, GOAL_START_SECONDS = 5, 0.15, 1
PUBLISHED_SECONDS_A_RULE = 0.3


def main() -> None:
    """Measure in turns and print."""
    law, nation = (ROOT / "bench" / "measuring" / f"our_{what}.py" for what in ("law", "nation"))
    with TemporaryDirectory(prefix="sala-bench-") as folder:
        laws, cache = Path(folder) / "laws", Path(folder) / "cache"
        made_laws.write_laws(laws)
        file = str(thailand.written(PERSONS))
        told = take_turns(
            {
                "read": Contender(law, ["read", str(laws)]),
                "import": Contender(law, ["import", str(laws)]),
                "kernel": Contender(nation, ["kernel", file]),
                "cached": Contender(nation, ["kernel", file, str(cache)]),
            },
            rounds=ROUNDS,
        )
    kernel = told["kernel"]["seconds"] - told["kernel"]["again"]
    figures = [
        Figure("compile-read", told["read"]["seconds"], told["import"]["seconds"], "s", GOAL_READ_SECONDS),
        Figure(
            "compile-kernel",
            kernel / told["kernel"]["rules"],
            PUBLISHED_SECONDS_A_RULE,
            "s-a-rule",
            GOAL_SECONDS_A_RULE,
            True,
        ),
        Figure("compile-start", told["cached"]["seconds"], told["kernel"]["seconds"], "s", GOAL_START_SECONDS),
    ]
    print(*figures, sum_up("compile", figures), sep="\n")


if __name__ == "__main__":
    main()
