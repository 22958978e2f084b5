"""`sala simulate`: what one who asks for a nation types and reads."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sala.cli.__main__ import sala
from sala.kernel.errors import SalaError

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


def run(*arguments: str | Path) -> Result:
    common = ("--on", "2025-12-31", "--pack", str(PACK), "--lang", "en", "--synthetic", "3000")
    return CliRunner().invoke(sala, ["simulate", *map(str, arguments), *common], catch_exceptions=False)


@pytest.fixture(scope="module")
def kernels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kernels")


def test_a_reform_is_counted_beside_the_law_as_it_stands(tmp_path: Path, kernels: Path) -> None:
    reform, out = tmp_path / "thousand.yaml", tmp_path / "found.csv"
    reform.write_text(REFORM, encoding="utf-8")

    written = run("old_age_allowance", "--reform", reform, "--by", "age_band", "--out", out, "--cache", kernels).output

    assert "nobody in it is real" in written
    assert "old_age_allowance.monthly · the law as it stands" in written
    assert "old_age_allowance.monthly · A thousand at every step" in written
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    old = {row["reform"]: row for row in rows if row["age_band"] == "60-69"}
    assert int(old[""]["total"]) == int(old[""]["positive"]) * 600_00
    assert int(old["thousand"]["gain"]) == int(old["thousand"]["gainers"]) * 400_00 > 0
    assert {row["losers"] for row in rows} == {"0"}


def test_a_program_gets_json(tmp_path: Path, kernels: Path) -> None:
    out = tmp_path / "found.json"

    run("old_age_allowance.monthly", "--out", out, "--cache", kernels)

    (row,) = json.loads(out.read_text("utf-8"))
    assert (row["rule"], row["rows"], row["unknown"]) == ("old_age_allowance.monthly", 3000, 0)


@pytest.mark.parametrize(
    ("reform", "said"),
    [
        (REFORM.replace("monthly_ladder", "monthly_lader"), r"wrong\.yaml:5: no law has a number"),
        (REFORM.replace("steps: {60: 1000}", "value: 5"), r"is written with steps"),
        (REFORM.replace("60: 1000", "60: 100000000"), r"must lie between"),
    ],
)
def test_a_reform_that_cannot_be_is_refused_by_its_line(tmp_path: Path, reform: str, said: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(reform, encoding="utf-8")

    with pytest.raises(SalaError, match=said):
        run("old_age_allowance", "--reform", file)


def test_a_law_and_a_grouping_that_are_not_there_are_refused_by_name() -> None:
    with pytest.raises(SalaError, match="no law called"):
        run("old_age_alowance")
    with pytest.raises(SalaError, match="village"):
        run("old_age_allowance", "--by", "village")
