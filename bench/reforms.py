"""
What more reforms cost in one pass: five of them and one, each beside the law as it stands, from the same Parquet file.

Rival: ourselves with one reform. `SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

from measuring import thailand
from measuring.environments import ROOT, persons_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, take_turns

PERSONS = persons_of(10_000_000)
ROUNDS = 5
FIVE_OF_ONE = 1.4


def main() -> None:
    """Measure in turns and print."""
    file, program = str(thailand.written(PERSONS)), ROOT / "bench" / "measuring" / "our_nation.py"
    told = take_turns(
        {"one": Contender(program, ["reforms", file, "1"]), "five": Contender(program, ["reforms", file, "5"])},
        rounds=ROUNDS,
    )
    five, one = told["five"]["cpu"], told["one"]["cpu"]
    figures = [Figure("reforms-five-of-one", five, one, "s", one * FIVE_OF_ONE)]
    print(*figures, sum_up("reforms", figures), sep="\n")


if __name__ == "__main__":
    main()
