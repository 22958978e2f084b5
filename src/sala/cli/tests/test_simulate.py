"""`sala simulate`: what one who asks for a nation types and reads."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sala.cli.__main__ import sala
from sala.kernel.errors import SalaError
from sala.rulekit.population.tests.writing import person, write

PACK = Path(__file__).parents[4] / "thailand"
REFORM = """
schema: 1
name: {th: เบี้ยพันบาททุกขั้น, en: A thousand at every step}
changes:
  - parameter: old_age_allowance.monthly_ladder
    from: 2025-01-01
    below: 0
    steps: {60: 1000}
"""
PEOPLE = ("--synthetic", "3000")

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the command with a place of its own for populations and kernels, kept from test to test."""
    environment = {"SALA_VAR": str(tmp_path_factory.mktemp("var"))}
    common = ("--on", "2025-12-31", "--pack", str(PACK), "--lang", "en")

    def run_it(*arguments: str | Path) -> Result:
        typed = ["simulate", *map(str, arguments), *common]
        return CliRunner(env=environment).invoke(sala, typed, catch_exceptions=False)

    return run_it


def test_a_reform_is_counted_beside_the_law_as_it_stands(run: Run, tmp_path: Path) -> None:
    reform, out = tmp_path / "thousand.yaml", tmp_path / "found.csv"
    reform.write_text(REFORM, encoding="utf-8")

    written = run("old_age_allowance", *PEOPLE, "--reform", reform, "--by", "age_band", "--out", out).output

    assert "nobody in it is real" in written
    assert "A thousand at every step" in written
    with out.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    sixties = {row["reform"]: row for row in rows if row["age_band"] == "60-69"}
    assert float(sixties[""]["total"]) == int(sixties[""]["positive"]) * 600
    assert float(sixties["thousand"]["gain"]) == int(sixties["thousand"]["gainers"]) * 400 > 0
    assert {row["losers"] for row in rows} == {"0"}


def test_a_synthetic_population_is_made_once(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "found.json"

    _first, second = (run("old_age_allowance.eligible", *PEOPLE, "--out", out).output for _ in range(2))

    (row,) = json.loads(out.read_text("utf-8"))
    assert (row["persons"], row["unknown"], row["is_synthetic"]) == (3000, 0, True)
    assert "Making the synthetic population" not in second


def test_what_is_wrong_in_a_file_is_set_aside_and_told_by_kind(run: Run, tmp_path: Path) -> None:
    couple = [person(1, 1, "head", salary=100, fees=50), person(1, 2, salary=None, fees=7)]
    people = [*couple, person(2, 1, salary=100, fees=50)]  # nobody heads the second household
    file = write(tmp_path / "people.parquet", people)

    written = run("personal_income_tax.assessable_income", "--population", file).output

    assert "Set aside and not counted, for what is wrong with their rows: persons 1, households 1" in written
    assert "the household has no head" in written
    assert re.search(r"As it stands +1\.50 +1 +1\n", written)  # of the two left, one is not known
    assert "nobody in it is real" not in written


@pytest.mark.parametrize(
    ("reform", "said"),
    [
        (REFORM.replace("monthly_ladder", "monthly_lader"), r"wrong\.yaml:5: no law has a number"),
        (REFORM.replace("steps: {60: 1000}", "value: 5"), r"is written with steps"),
        (REFORM.replace("60: 1000", "60: 100000000"), r"wrong\.yaml:5: .*must lie between 0 and "),
    ],
)
def test_a_reform_that_cannot_be_is_refused_by_its_line(run: Run, tmp_path: Path, reform: str, said: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(reform, encoding="utf-8")

    with pytest.raises(SalaError, match=said):
        run("old_age_allowance", *PEOPLE, "--reform", file)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("old_age_alowance", *PEOPLE), "old_age_allowance"),
        (("old_age_allowance", *PEOPLE, "--by", "village"), "village"),
        (("old_age_allowance", *PEOPLE, "--out", "sums.xlsx"), r"sums\.xlsx"),
        (("old_age_allowance",), "Name one population"),
        (("old_age_allowance", *PEOPLE, "--population", __file__), "Name one population"),
    ],
)
def test_what_cannot_be_counted_is_refused_by_name(run: Run, arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(SalaError, match=said):
        run(*arguments)
