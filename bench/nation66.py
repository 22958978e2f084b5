"""
What the whole country costs: 66,000,000 people from Parquet, totals by province and tenth of income per head.

Rival: the same totals in hand-written SQL on DuckDB, on two threads as well, once: it takes 3 minutes and 10 GB.
`SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

import os

from measuring import thailand
from measuring.environments import RIVALS, ROOT, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, take_turns

PERSONS = int(os.environ.get("SALA_BENCH_PERSONS", "66000000"))
ROUNDS = 3
GOAL_SECONDS, GOAL_MB = 6, 500


def main() -> None:
    """Measure in turns and print."""
    file, plain = str(thailand.written(PERSONS)), str(thailand.written_plainly(PERSONS))
    told = take_turns(
        {
            "sala": Contender(ROOT / "bench" / "measuring" / "our_nation.py", ["totals", file]),
            "duckdb": Contender(RIVALS / "with_duckdb.py", [plain], python_of("duckdb"), turns=1),
        },
        rounds=ROUNDS,
    )
    ours, rival = told["sala"], told["duckdb"]
    _require_same(ours, rival)
    figures = [
        Figure("nation66-seconds", ours["seconds"], rival["seconds"], "s", GOAL_SECONDS),
        Figure("nation66-peak", ours["peak_mb"], rival["peak_mb"], "MB", GOAL_MB),
    ]
    for figure in figures:
        print(figure)
    print(sum_up("nation66", figures))


def _require_same(ours: dict[str, float], rival: dict[str, float]) -> None:
    for what in ("persons", "income_tax", "household_net"):
        if ours[what] != rival[what]:
            raise SystemExit(f"The two do not total the same {what}: {ours[what]:,} and {rival[what]:,}")


if __name__ == "__main__":
    main()
