from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sala.kernel.bilingual import Text
from sala.rulekit.population import errors
from sala.rulekit.population.batches import Batch
from sala.rulekit.population.layout import About, Kind
from sala.rulekit.population.reading import Population

from .writing import family, person, write


def households(batches: list[Batch]) -> list[tuple[int, list[int]]]:
    """Tell each household with the numbers of its members, as the batches give them."""
    return [
        (int(batch.ids[at]), batch.values("number")[batch.offsets[at] : batch.offsets[at + 1]].tolist())
        for batch in batches
        for at in range(batch.households)
    ]


@pytest.mark.parametrize("rows_per_group", [1, 2, 3, 4, 5, 7, 100])
@pytest.mark.parametrize("ahead", [1, 3])
def test_no_household_is_split_however_the_file_is(tmp_path: Path, rows_per_group: int, ahead: int) -> None:
    path = write(tmp_path / "p.parquet", [*family(7), *family(8), *family(20)], rows_per_group=rows_per_group)

    batches = list(Population.open(path).batches(["number"], ahead=ahead))

    assert households(batches) == [(7, [1, 2, 3]), (8, [1, 2, 3]), (20, [1, 2, 3])]
    assert batches[0].first_row == 0
    assert sum(batch.persons for batch in batches) == 9


def test_a_folder_is_read_file_by_file_and_a_household_may_pass_from_one_to_the_next(tmp_path: Path) -> None:
    rows = [*family(1), *family(2)]
    write(tmp_path / "part-0.parquet", rows[:4])
    write(tmp_path / "part-1.parquet", rows[4:])

    population = Population.open(tmp_path)

    assert households(list(population.batches(["number"]))) == [(1, [1, 2, 3]), (2, [1, 2, 3])]
    assert population.persons == 6
    assert population.place_of(3) == ("part-0.parquet", 3)
    assert population.place_of(5) == ("part-1.parquet", 1)


def test_values_come_as_arrays_and_what_is_not_known_is_told_apart(tmp_path: Path) -> None:
    rows = [person(1, 1, "head", salary=100, is_thai=True), person(1, 2, salary=None, is_thai=None)]

    batch = next(Population.open(write(tmp_path / "p.parquet", rows)).batches(["salary", "is_thai", "born"]))

    assert batch.values("salary")[0] == 100
    assert batch.known("salary").tolist() == [1, 0]  # type: ignore[union-attr]  # a null makes it an array
    assert batch.values("is_thai")[0] == 1
    assert batch.known("born") is None
    assert batch.values("born")[0] == (date(1980, 5, 4) - date(1970, 1, 1)).days


def test_bits_are_read_from_where_the_batch_begins(tmp_path: Path) -> None:
    rows = [person(at // 3, at % 3 + 1, is_thai=at % 2 == 0) for at in range(30)]
    path = write(tmp_path / "p.parquet", rows, rows_per_group=10)

    batches = list(Population.open(path).batches(["is_thai"]))

    assert np.concatenate([batch.values("is_thai") for batch in batches]).tolist() == [1, 0] * 15


def test_money_in_a_narrower_type_is_widened_and_columns_of_any_law_are_read(tmp_path: Path) -> None:
    rows = [person(1, 1, "head", salary=5, square_wa=7)]
    path = write(tmp_path / "p.parquet", rows, types={"salary": pa.int32(), "square_wa": pa.int16()})

    batch = next(Population.open(path).batches(["salary", "square_wa"], kinds={"square_wa": Kind.WHOLE}))

    assert batch.values("salary").dtype == batch.values("square_wa").dtype == np.int64


def test_a_missing_column_is_named_with_its_file_and_who_needs_it(tmp_path: Path) -> None:
    population = Population.open(write(tmp_path / "p.parquet", family(1)))

    with pytest.raises(
        errors.ColumnMissing, match=r'"p\.parquet" has no column "salary", which personal_income_tax\.tax needs'
    ):
        next(population.batches({"salary": "personal_income_tax.tax"}))


def test_a_file_without_the_columns_of_every_population_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"household_id": [1], "number": [1]}), tmp_path / "p.parquet")

    with pytest.raises(errors.ColumnMissing, match='"role", which layout needs'):
        Population.open(tmp_path / "p.parquet")


@pytest.mark.parametrize(("column", "given"), [("born", pa.string()), ("salary", pa.float64()), ("is_thai", pa.int8())])
def test_a_column_of_another_type_is_refused_and_never_converted_by_guess(
    tmp_path: Path, column: str, given: pa.DataType
) -> None:
    rows = [person(1, 1, "head", **{"salary": None, "is_thai": None, column: None})]
    path = write(tmp_path / "p.parquet", rows, types={column: given})

    with pytest.raises(errors.ColumnHasWrongType, match=f'"{column}".*is {given}'):
        list(Population.open(path).batches(["salary", "is_thai"]))


def test_a_number_too_large_for_its_column_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "p.parquet", [person(1, 300, "head")], types={"number": pa.int32()})

    with pytest.raises(errors.ColumnHasWrongType, match="number"):
        list(Population.open(path).batches(["number"]))


def test_a_household_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "p.parquet", [person(1, 1) for _ in range(300)], rows_per_group=100)

    with pytest.raises(errors.HouseholdTooLarge, match="household 1 has 200 rows"):
        list(Population.open(path).batches(["number"]))


def test_what_is_not_there_or_not_parquet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.PopulationNotFound):
        Population.open(tmp_path)
    (tmp_path / "p.parquet").write_text("household_id,number")
    with pytest.raises(errors.NotAPopulation, match=r"p\.parquet"):
        Population.open(tmp_path / "p.parquet")


def test_reading_may_stop_early(tmp_path: Path) -> None:
    path = write(tmp_path / "p.parquet", [row for at in range(50) for row in family(at)], rows_per_group=6)

    assert next(iter(Population.open(path).batches(["number"]))).households == 2


def test_a_file_says_what_it_is() -> None:
    about = About(
        synthetic=True,
        seed=3,
        on=date(2026, 10, 1),
        represents=66_052_615,
        says=Text(th="สังเคราะห์", en="synthetic"),
        sources=("one", "two"),
        choices={"role": ("head", "spouse")},
    )

    assert About.of({key.encode(): value.encode() for key, value in about.to_metadata().items()}) == about
    assert About.of(None) == About(synthetic=False)


def test_each_person_stands_for_one_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    assert Population.open(write(tmp_path / "p.parquet", family(1))).weight == Fraction(1)
