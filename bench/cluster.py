"""
What a cluster costs: the nation's totals for 5,000,000 people on Apache Spark, two workers of one core each.

Rival: the same totals in hand-written SQL on the same two workers, which stands for expressions that are made into SQL too. Beside
both, our engine on this one machine says what a cluster costs where none is needed. Each asks twice in one session: Spark compiles as it
goes, and a worker's Python starts with the first question. `SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

from shutil import which

from measuring import thailand
from measuring.environments import RIVALS, ROOT, persons_of, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, require_same, take_turns

PERSONS = persons_of(5_000_000)
ROUNDS = 3
OF_SQL = 1 / 2


def main() -> None:
    """Measure in turns and print."""
    if which("java") is None:
        raise SystemExit("Apache Spark needs Java 17 or later, which is missing here. As root: make system-packages")
    python = python_of("spark", ROOT / "requirements" / "spark.txt")
    ours = ROOT / "bench" / "measuring" / "our_cluster.py"
    file, plain = str(thailand.written(PERSONS)), str(thailand.written_plainly(PERSONS))
    told = take_turns(
        {
            "sala": Contender(ours, ["spark", file], python),
            "sql": Contender(RIVALS / "with_spark.py", [plain], python),
            "one machine": Contender(ours, ["local", file], python),
        },
        rounds=ROUNDS,
    )
    sala, sql, alone = told["sala"], told["sql"], told["one machine"]
    require_same(told, "persons", "income_tax", "household_net")
    figures = [
        Figure(
            f"cluster-{turn}-{what}", sala[f"{turn}_{key}"], sql[f"{turn}_{key}"], "s", sql[f"{turn}_{key}"] * OF_SQL
        )
        for turn in ("first", "again")
        for what, key in (("cpu", "cpu"), ("wall", "seconds"))
    ]
    print(f"one machine, apart: {alone['again_cpu']:.1f} s of CPU, {alone['again_seconds']:.1f} s")
    print(*figures, sum_up("cluster", figures), sep="\n")


if __name__ == "__main__":
    main()
