from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sala.rulekit.population.checking import Check, Fault, Findings
from sala.rulekit.population.reading import Population
from sala.rulekit.population.sharding import open_shard, shards_of

from .writing import ON, family, person, write

Rows = list[dict[str, Any]]


def check(path: Path, columns: tuple[str, ...] = ()) -> tuple[list[int], Findings]:
    """Tell which households are sound, and what was met."""
    checking = Check(Population.open(path), on=ON)
    sound = [int(household) for batch in checking.batches(columns) for household in batch.ids]
    return sound, checking.findings


def changed(rows: Rows, at: int, **facts: Any) -> Rows:
    return [row | facts if number == at else row for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("fault", "bad", "row"),
    [
        (Fault.NO_HEAD, changed(family(2), 0, role=4), 4),
        (Fault.TWO_HEADS, changed(family(2), 1, role=0), 5),
        (Fault.NUMBER_TWICE, changed(family(2), 2, number=2), 6),
        (Fault.UNKNOWN_ROLE, changed(family(2), 2, role=9), 6),
        (Fault.UNKNOWN_ROLE, changed(family(2), 2, role=-1), 6),
        (Fault.IDENTITY_MISSING, changed(family(2), 2, number=None), 6),
        (Fault.IDENTITY_MISSING, changed(family(2), 2, role=None), 6),
        (Fault.IDENTITY_MISSING, changed(family(2), 2, number=-3), 6),
        (Fault.BORN_AFTER_THE_DAY, changed(family(2), 2, born=ON + timedelta(days=1)), 6),
        (Fault.BORN_TOO_EARLY, changed(family(2), 0, born=date(1849, 12, 31)), 4),
        (Fault.LINK_TO_NOBODY, changed(family(2), 2, mother=4), 6),
        (Fault.LINK_TO_NOBODY, changed(family(2), 2, father=-1), 6),
        (Fault.LINK_TO_NOBODY, changed(family(2), 0, spouse=1), 4),
    ],
)
def test_a_bad_row_is_counted_and_reported_and_its_household_set_aside(
    tmp_path: Path, fault: Fault, bad: Rows, row: int
) -> None:
    sound, findings = check(write(tmp_path / "p.parquet", [*family(1), *bad, *family(3)]))

    assert sound == [1, 3]
    assert (findings.persons, findings.persons_aside) == (9, 3)
    assert (findings.households, findings.households_aside) == (3, 1)
    assert (fault, 1, (("p.parquet", row),)) in [(found.fault, found.count, found.places) for found in findings.found]


def test_what_lies_on_the_limit_is_sound(tmp_path: Path) -> None:
    rows = [person(1, 1, "head", born=ON), person(2, 1, "head", born=date(1850, 1, 1))]

    assert check(write(tmp_path / "p.parquet", rows))[0] == [1, 2]


def test_members_may_be_numbered_in_any_order(tmp_path: Path) -> None:
    assert check(write(tmp_path / "p.parquet", list(reversed(family(1)))))[0] == [1]


def test_an_unknown_fact_is_no_fault(tmp_path: Path) -> None:
    rows = [
        row | {"salary": None if household % 20 == 0 else 1, "born": None, "mother": None}
        for household in range(40)
        for row in family(household)
    ]

    sound, findings = check(write(tmp_path / "p.parquet", rows), ("salary",))

    assert (sound, findings.found) == (list(range(40)), ())


@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("rows_per_group", [3, 6, 100])
def test_a_household_whose_rows_are_apart_is_out_as_a_whole(
    tmp_path: Path, rows_per_group: int, statistics: bool
) -> None:
    torn = family(5)
    rows = [*family(1), *torn[:2], *family(6), torn[2], *family(7)]

    sound, findings = check(write(tmp_path / "p.parquet", rows, rows_per_group=rows_per_group, statistics=statistics))

    assert sound == [1, 6, 7]
    assert findings.households_aside == 2
    assert {found.fault: found.count for found in findings.found}[Fault.HOUSEHOLD_APART] == 2


def test_whole_households_out_of_order_are_kept(tmp_path: Path) -> None:
    rows = [*family(9), *family(1), *family(4)]

    assert check(write(tmp_path / "p.parquet", rows, rows_per_group=3))[0] == [9, 1, 4]


def test_rows_without_a_household_are_set_aside(tmp_path: Path) -> None:
    rows = [*family(1), person(None, 1, "head"), *family(2)]

    sound, findings = check(write(tmp_path / "p.parquet", rows))

    assert sound == [1, 2]
    assert [found.fault for found in findings.found] == [Fault.IDENTITY_MISSING]


def test_rows_without_a_household_are_not_taken_for_any_other(tmp_path: Path) -> None:
    rows = [*family(0), person(None, 1, "head"), *family(1), person(None, 1, "head"), *family(2)]

    sound, findings = check(write(tmp_path / "p.parquet", rows))

    assert sound == [0, 1, 2]
    assert [(found.fault, found.count) for found in findings.found] == [(Fault.IDENTITY_MISSING, 2)]


def test_only_the_first_rows_of_a_kind_are_named_and_all_are_counted(tmp_path: Path) -> None:
    rows = [person(household, 1, "child") for household in range(12)]

    _, findings = check(write(tmp_path / "p.parquet", rows, rows_per_group=4))

    (found,) = findings.found
    assert (found.count, [row for _, row in found.places]) == (12, [1, 2, 3, 4, 5])
    assert found.text.en.startswith("12 times: the household has no head")
    assert "p.parquet:1" in found.text.th


def test_facts_stay_beside_their_person_when_others_are_set_aside(tmp_path: Path) -> None:
    rows = [row | {"salary": household * 10} for household in (1, 2, 3) for row in family(household)]
    rows[4]["role"] = 0
    checking = Check(Population.open(write(tmp_path / "p.parquet", rows)), on=ON)

    (batch,) = checking.batches(["salary"])

    assert batch.values("salary").tolist() == [10, 10, 10, 30, 30, 30]
    assert batch.offsets.tolist() == [0, 3, 6]


def test_every_fault_has_its_words() -> None:
    assert all(fault.says.th and fault.says.en for fault in Fault)


def test_two_halves_that_are_checked_apart_find_what_the_whole_finds(tmp_path: Path) -> None:
    rows = [row for household in range(12) for row in family(household)]
    for bad in (1, 4, 7, 16, 20, 25, 34):
        rows[bad]["spouse"] = 9
    path = write(tmp_path / "p.parquet", [*rows, *family(3)], rows_per_group=3)
    whole = Population.open(path)
    once, added = Check(whole, on=ON), Check(whole, on=ON)
    list(once.batches([]))

    for shard in shards_of(whole, at_most=4):
        part = Check(open_shard(shard), on=ON, apart=added.apart)
        list(part.batches([]))
        added.add(part.counted)

    assert added.findings == once.findings
    assert [found.count for found in once.findings.found] == [7, 2]
