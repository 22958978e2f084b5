import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sala.rulekit.population import errors
from sala.rulekit.population.checking import Check
from sala.rulekit.population.layout import FACTS, KNOWN, STRUCTURE, About, Kind
from sala.rulekit.population.packing import OURS, pack, packed_schema
from sala.rulekit.population.reading import Population

from .writing import ON, family, write

COLUMNS = tuple(
    KNOWN[name] for name in ("household_id", "number", "role", "born", "mother", "father", "spouse", "is_thai")
)


def write_packed(path: Path, rows: list[dict[str, Any]], *, rows_per_group: int = 1000) -> Path:
    """Write rows as our own files are written."""
    given = {column.name: np.array([row[column.name] for row in rows]) for column in COLUMNS}
    stored = pack(given)
    schema = packed_schema(COLUMNS, About(synthetic=False))
    table = pa.Table.from_arrays([pa.array(stored[field.name], type=field.type) for field in schema], schema=schema)
    pq.write_table(table, path, row_group_size=rows_per_group)
    return path


def families(*households: int) -> list[dict[str, Any]]:
    """Describe families whose heads are Thai and whose others are not."""
    return [row | {"is_thai": row["number"] == 1} for household in households for row in family(household)]


def write_told(path: Path, told: list[dict[str, Any]], words: pa.Array) -> Path:
    """Write one household of one person whose column `mine` holds what `told` says."""
    rows = write(path.with_suffix(".plain"), [*family(1)])
    table = pq.read_table(rows).append_column("mine", words)
    pq.write_table(table.replace_schema_metadata({"sala.packed": json.dumps(told)}), path)
    return path


def numbers(name: str, most: int) -> npt.NDArray[np.int64]:
    return np.random.default_rng(len(name)).integers(0, most + 1, size=1000)


def test_every_small_fact_has_room_of_its_own_below_the_sign() -> None:
    taken: dict[str, int] = {}
    for one in OURS.values():
        bits = ((1 << one.width) - 1) << one.shift
        assert not taken.get(one.column, 0) & bits
        taken[one.column] = taken.get(one.column, 0) | bits

    assert max(taken.values()) < 1 << 31
    assert set(OURS) == {one.name for one in STRUCTURE + FACTS if one.kind in (Kind.SMALL, Kind.CHOICE, Kind.TRUTH)}


def test_what_was_packed_comes_back() -> None:
    given = {name: numbers(name, (1 << one.width) - 1) for name, one in OURS.items()}

    stored = pack(given)

    assert set(stored) == {"kin", "standing", "claims"}
    for name, one in OURS.items():
        assert one.unpack(stored[one.column]).tolist() == given[name].tolist()


def test_a_packed_file_shows_the_facts_and_not_the_columns_they_stand_in(tmp_path: Path) -> None:
    population = Population.open(write_packed(tmp_path / "p.parquet", families(1)))

    (batch,) = population.batches(["is_thai", "role"])

    assert population.schema.names[:2] == ["household_id", "number"]
    assert not {"kin", "standing"} & set(population.schema.names)
    assert not population.schema.field("is_thai").nullable
    assert batch.values("is_thai").dtype == np.uint8
    assert batch.values("role").dtype == np.int8
    assert batch.values("is_thai").tolist() == [1, 0, 0]
    assert batch.known("is_thai") is None


def test_a_fact_is_unpacked_once_and_cannot_be_written_to(tmp_path: Path) -> None:
    (batch,) = Population.open(write_packed(tmp_path / "p.parquet", families(1))).batches(["number"])

    assert batch.columns.schema.names == ["household_id", "kin"]
    assert batch.values("number") is batch.values("number")
    assert not batch.values("number").flags.writeable


@pytest.mark.parametrize("rows_per_group", [1, 2, 4, 100])
def test_packed_households_are_joined_and_checked_as_others_are(tmp_path: Path, rows_per_group: int) -> None:
    rows = families(1, 2, 3)
    rows[4]["role"] = 0
    path = write_packed(tmp_path / "p.parquet", rows, rows_per_group=rows_per_group)

    batches = list(Check(Population.open(path), on=ON).batches(["is_thai"]))

    assert np.concatenate([batch.ids for batch in batches]).tolist() == [1, 3]
    assert np.concatenate([batch.values("is_thai") for batch in batches]).tolist() == [1, 0, 0] * 2


@pytest.mark.parametrize("packed_first", [True, False])
def test_a_household_may_pass_from_a_packed_file_to_one_that_is_not(tmp_path: Path, packed_first: bool) -> None:
    rows = families(1, 2)
    first, second = (write_packed, write) if packed_first else (write, write_packed)
    first(tmp_path / "a.parquet", rows[:4])
    second(tmp_path / "b.parquet", rows[4:])

    batches = list(Population.open(tmp_path).batches(["number", "is_thai"]))

    assert np.concatenate([batch.values("number") for batch in batches]).tolist() == [1, 2, 3] * 2
    assert np.concatenate([batch.values("is_thai") for batch in batches]).tolist() == [1, 0, 0] * 2


def test_a_null_leaves_every_fact_of_its_column_unknown(tmp_path: Path) -> None:
    told = [{"name": "is_brave", "column": "mine", "shift": 40, "width": 1, "kind": "truth"}]
    path = write_told(tmp_path / "p.parquet", told, pa.array([1 << 40, None, 0], pa.int64()))
    population = Population.open(path)

    (batch,) = population.batches(["is_brave"])

    assert population.schema.field("is_brave").nullable
    assert batch.known("is_brave").tolist() == [1, 0, 1]  # type: ignore[union-attr]  # a null makes it an array
    assert batch.values("is_brave")[[0, 2]].tolist() == [1, 0]


@pytest.mark.parametrize(
    "wrong", [{"shift": 64}, {"shift": -1}, {"width": 2}, {"kind": "money"}, {"kind": "mood"}, {"column": "salary"}]
)
def test_a_packing_that_cannot_be_followed_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    told = {"name": "is_brave", "column": "mine", "shift": 0, "width": 1, "kind": "truth"} | wrong
    path = write_told(tmp_path / "p.parquet", [told], pa.array([0, 1, 0], pa.int64()))

    with pytest.raises(errors.PackingNotUnderstood, match=r"p\.parquet"):
        Population.open(path)
