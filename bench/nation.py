"""
What simulating 10,000,000 people costs: income tax with its family allowances, four benefits and the household's net.

Rival: OpenFisca with the same laws as a country package, built and calculated in one piece, and in blocks of 50,000 people
that fit a processor's cache. First from arrays in memory, reading excluded on both sides; then from Parquet, reading included:
the same people, for the rival with a column of its own for each fact. A plain copy of the bytes that we read says how close to the memory's own speed that is.
`SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

from measuring import thailand
from measuring.environments import RIVALS, ROOT, persons_of, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, take_turns

PERSONS = persons_of(10_000_000)
ROUNDS = 3
OF_OPENFISCA, OF_BLOCKS, OF_COPY, OF_PARQUET, OF_PEAK = 1 / 30, 1 / 12, 15, 1 / 25, 1 / 6


def main() -> None:
    """Measure in turns and print."""
    files = {"sala": str(thailand.written(PERSONS)), "openfisca": str(thailand.written_plainly(PERSONS))}
    sides = {
        "sala": Contender(ROOT / "bench" / "measuring" / "our_nation.py", []),
        "openfisca": Contender(RIVALS / "with_openfisca.py", [], python_of("openfisca")),
    }
    turns = [
        *(("sala", "memory"), ("openfisca", "memory"), ("sala", "copy"), ("openfisca", "blocks")),
        *(("sala", "parquet"), ("openfisca", "parquet")),
    ]
    told = take_turns({f"{who} {mode}": sides[who].handing(mode, files[who]) for who, mode in turns}, rounds=ROUNDS)
    cpu = {name: one["cpu"] for name, one in told.items()}
    ours, ours_peak, peak = cpu["sala memory"], told["sala parquet"]["peak_mb"], told["openfisca parquet"]["peak_mb"]
    figures = [
        Figure("nation-cpu", ours, cpu["openfisca memory"], "s", cpu["openfisca memory"] * OF_OPENFISCA),
        Figure("nation-cpu-of-blocks", ours, cpu["openfisca blocks"], "s", cpu["openfisca blocks"] * OF_BLOCKS),
        Figure("nation-cpu-of-copy", ours, cpu["sala copy"], "s", cpu["sala copy"] * OF_COPY),
        Figure(
            "nation-parquet-cpu",
            cpu["sala parquet"],
            cpu["openfisca parquet"],
            "s",
            cpu["openfisca parquet"] * OF_PARQUET,
        ),
        Figure("nation-parquet-peak", ours_peak, peak, "MB", peak * OF_PEAK),
    ]
    print(*figures, sum_up("nation", figures), sep="\n")


if __name__ == "__main__":
    main()
