"""
Whether the back ends say what plain Python says, to the satang, of 100,000 random people; and what OpenFisca says.

Plain Python runs the same rules.py files and is the judge. Of the same people one fact in twenty is then hidden: what the judge
still says must stand, and an answer known in spite of it must be what the judge says of the people with every fact filled in,
once truly and once with somebody else's facts. OpenFisca takes what nobody knows for zero, and keeps money as float32.
`SALA_BENCH_PERSONS` makes it smaller for a first look.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import people
from measuring.answers import Differences, count_unknown, differences
from measuring.environments import RIVALS, ROOT, persons_of, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender

PERSONS = persons_of(100_000)
UNKNOWN_PER_THOUSAND = 50
AT_ONCE = 2

PROGRAMS = ROOT / "bench" / "measuring"
BACK_ENDS = {"case": PROGRAMS / "our_law.py", "nation": PROGRAMS / "our_nation.py"}


def main() -> None:
    """Let each answer, compare, print."""
    known = people.written(PERSONS)
    hidden = people.written(PERSONS, unknown_per_thousand=UNKNOWN_PER_THOUSAND)
    files = {"known": known, "hidden": hidden, "completed": people.completed(hidden, seed=1)}
    with TemporaryDirectory(prefix="sala-bench-") as folder:
        answers = _answers(files, Path(folder))
        figures = [figure for name in BACK_ENDS for figure in _figures(name, answers)]
    print(*figures, sum_up("exact", figures), sep="\n")


def _answers(files: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """Let everyone answer about the people they are asked about; give where each answer stands."""
    asked = {f"judge-{which}": Contender(PROGRAMS / "plainly.py", [str(file)]) for which, file in files.items()}
    openfisca, python = RIVALS / "with_openfisca.py", python_of("openfisca")
    for which in ("known", "hidden"):
        asked[f"openfisca-{which}"] = Contender(openfisca, ["exact", str(files[which])], python)
        for name, program in BACK_ENDS.items():
            asked[f"{name}-{which}"] = Contender(program, ["exact", str(files[which])])
    out = {name: folder / f"{name}.parquet" for name in asked}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda name: asked[name].handing(str(out[name])).run(), asked):
            pass
    return out


def _figures(name: str, answers: Mapping[str, Path]) -> list[Figure]:
    ours, theirs = _compared(name, answers), _compared("openfisca", answers)
    unknown = count_unknown(answers["judge-hidden"])
    wrong = ours["hidden"].satang + ours["hidden"].invented + ours["hidden"].missing
    return [
        Figure(f"exact-{name}", ours["known"].satang + ours["known"].missing, theirs["known"].satang, "satang", 0),
        Figure(f"exact-{name}-of-unknown", wrong, theirs["hidden"].invented, f"answers-of-{unknown}", 0),
    ]


def _compared(name: str, answers: Mapping[str, Path]) -> dict[str, Differences]:
    completions = (answers["judge-known"], answers["judge-completed"])
    return {
        "known": differences(answers[f"{name}-known"], judge=answers["judge-known"]),
        "hidden": differences(answers[f"{name}-hidden"], judge=answers["judge-hidden"], completions=completions),
    }


if __name__ == "__main__":
    main()
