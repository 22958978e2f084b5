"""
What the whole country costs: 66,000,000 people from Parquet, totals by province and tenth of income per head.

Rival: the same totals in hand-written SQL on DuckDB, on two threads as well, once: it takes 3 minutes and 10 GB.
`SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

from measuring import thailand
from measuring.environments import RIVALS, ROOT, persons_of, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, require_same, take_turns

PERSONS = persons_of(66_000_000)
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
    require_same(told, "persons", "income_tax", "household_net")
    figures = [
        Figure("nation66-seconds", ours["seconds"], rival["seconds"], "s", GOAL_SECONDS),
        Figure("nation66-peak", ours["peak_mb"], rival["peak_mb"], "MB", GOAL_MB),
    ]
    print(*figures, sum_up("nation66", figures), sep="\n")


if __name__ == "__main__":
    main()
