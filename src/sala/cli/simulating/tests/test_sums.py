"""The sums of a simulation, in the terminal and in files."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pyarrow.parquet as pq
import pytest

from sala.cli.simulating.rows import FolderNotFound, Sums, UnknownKindOfFile, check_name, write_rows
from sala.cli.simulating.tables import width, write_tables
from sala.kernel.bilingual import Text
from sala.rulekit import load_law, nation
from sala.rulekit.form import RuleId

EVERYTHING = load_law(Path(__file__).parents[3] / "rulekit" / "tests" / "everything")
TAX, SOUND = RuleId("everything", "tax"), RuleId("everything", "is_sound")
MORE = nation.Reform(name="more", title=Text(th="เพิ่มสองเท่า", en="Twice as much"), changes=())
PLAN = nation.Plan(rules=(TAX, SOUND), on=date(2026, 1, 1), reforms=(MORE,), by=("province",))
NAMES = {"10": Text(th="กรุงเทพมหานคร", en="Bangkok")}


@dataclass(frozen=True)
class Counted:
    """A result as `simulate` gives it: two rules, two provinces, one reform."""

    plan: nation.Plan = PLAN
    is_synthetic: bool = True

    def cells(self, by: tuple[str, ...] = ()) -> tuple[nation.Cell, ...]:
        """Give the cells of the whole, or of each province."""
        groups: list[Any] = [(("province", code),) for code in (10, 50)] if by else [()]
        return tuple(
            a_cell(rule, reform, group) for rule in PLAN.rules for reform in (None, "more") for group in groups
        )


def a_cell(rule: RuleId, reform: str | None, group: Any) -> nation.Cell:
    moved = (
        {"gainers": 2, "losers": 1, "gain": 50, "loss": 25}
        if reform
        else dict.fromkeys(("gainers", "losers", "gain", "loss"), 0)
    )
    return nation.Cell(
        rule=rule,
        reform=reform,
        group=group,
        rows=1_000,
        unknown=7,
        total=123_456_789 + moved["gain"] - moved["loss"],
        positive=600,
        standard_error=100.0,
        standard_error_of_change=10.0 if reform else None,
        **moved,
    )


@pytest.fixture
def sums() -> Sums:
    """The sums of that result."""
    return Sums(cast(nation.Result, Counted()), {"everything": EVERYTHING})


def lines_of(sums: Sums) -> Iterator[str]:
    return (" ".join(line.split()) for line in write_tables(sums, ("province",), NAMES, "en"))


def test_the_whole_stands_first_and_a_reform_under_the_law(sums: Sums) -> None:
    lines = list(lines_of(sums))
    whole = lines.index("Law Total (baht) ± (95%) Above nought Change (baht) ± (95%) With more With less Not known")

    assert lines[whole + 2 : whole + 4] == [
        "As it stands 1,234,567.89 1.96 600 7",
        "Twice as much 1,234,568.14 1.96 600 +0.25 0.20 2 1 7",
    ]


def test_a_province_has_its_name_and_its_reform_beside_it(sums: Sums) -> None:
    provinces = [line.split()[0] for line in lines_of(sums) if line.startswith(("Bangkok", "50"))]

    assert provinces == ["Bangkok", "Bangkok", "50", "50"] * 2


def test_a_rule_of_yes_and_no_is_counted_and_not_paid(sums: Sums) -> None:
    assert "As it stands 123,456,789 196 600 7" in list(lines_of(sums))


def test_columns_stand_under_each_other_in_thai_too(sums: Sums) -> None:
    head, rule, *_ = [line for line in write_tables(sums, (), NAMES, "th") if "รวม" in line or line.startswith("─")]

    assert width(head) == width(rule)


def test_a_csv_holds_the_whole_and_each_group_with_exact_money(sums: Sums, tmp_path: Path) -> None:
    write_rows(tmp_path / "sums.csv", sums, ("province",))

    with (tmp_path / "sums.csv").open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["reform"], row["province"], row["total"]) for row in rows[:3]] == [
        ("", "", "1234567.89"),
        ("more", "", "1234568.14"),
        ("", "", "123456789"),
    ]
    assert {row["is_synthetic"] for row in rows} == {"True"}


def test_json_holds_the_same(sums: Sums, tmp_path: Path) -> None:
    write_rows(tmp_path / "sums.json", sums, ())

    first, second, *_ = json.loads((tmp_path / "sums.json").read_text("utf-8"))

    assert (first["reform"], first["total"]) == (None, "1234567.89")
    assert (second["reform"], second["gain"], second["losers"]) == ("more", "0.50", 1)


def test_parquet_holds_exact_decimals(sums: Sums, tmp_path: Path) -> None:
    write_rows(tmp_path / "sums.parquet", sums, ("province",))

    rows = pq.read_table(tmp_path / "sums.parquet").to_pylist()

    assert (rows[0]["total"], rows[0]["province"]) == (Decimal("1234567.89"), None)
    assert rows[-1]["province"] == 50


def test_a_file_of_no_known_kind_is_refused_before_anything_is_counted() -> None:
    check_name(None)
    with pytest.raises(UnknownKindOfFile, match=r"sums\.xlsx"):
        check_name(Path("sums.xlsx"))


def test_a_file_in_no_folder_is_refused_before_anything_is_counted(tmp_path: Path) -> None:
    check_name(tmp_path / "sums.csv")
    with pytest.raises(FolderNotFound, match="absent"):
        check_name(tmp_path / "absent" / "sums.csv")
