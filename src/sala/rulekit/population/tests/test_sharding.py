import pickle
from itertools import pairwise
from pathlib import Path

import pytest

from sala.rulekit.population.batches import Batch
from sala.rulekit.population.errors import StorageNotKnown
from sala.rulekit.population.reading import Population
from sala.rulekit.population.sharding import Shard, open_shard, shards_of

from .writing import family, person, write


def members(batches: list[Batch]) -> list[tuple[int, int]]:
    """Tell each person as household and number."""
    return [
        (int(household), int(number))
        for batch in batches
        for household, number in zip(batch.values("household_id"), batch.values("number"), strict=True)
    ]


def read(shard: Shard) -> list[tuple[int, int]]:
    """Read a shard as another machine would: from what was sent to it."""
    return members(list(open_shard(pickle.loads(pickle.dumps(shard))).batches(["number"])))


@pytest.mark.parametrize("rows_per_group", [1, 2, 3, 4, 5, 7, 100])
@pytest.mark.parametrize("statistics", [True, False])
def test_shards_hold_everyone_once_and_split_no_household(
    tmp_path: Path, rows_per_group: int, statistics: bool
) -> None:
    rows = [row for household in range(8) for row in family(household)]
    path = write(tmp_path / "p.parquet", rows, rows_per_group=rows_per_group, statistics=statistics)
    population = Population.open(path)

    parts = [read(shard) for shard in shards_of(population, at_most=4)]

    assert [each for part in parts for each in part] == members(list(population.batches(["number"])))
    assert all(before[-1][0] != after[0][0] for before, after in pairwise(parts))
    assert 1 <= len(parts) <= 4


def test_shards_are_of_about_the_same_size(tmp_path: Path) -> None:
    rows = [row for household in range(40) for row in family(household)]
    population = Population.open(write(tmp_path / "p.parquet", rows, rows_per_group=3))

    shards = shards_of(population, at_most=7)

    assert [shard.end_row - shard.first_row for shard in shards] == [18, 18, 18, 15, 18, 18, 15]


def test_a_household_that_passes_from_file_to_file_keeps_both_in_one_shard(tmp_path: Path) -> None:
    rows = [*family(1), *family(2), *family(3)]
    write(tmp_path / "a.parquet", rows[:4], rows_per_group=3)
    write(tmp_path / "b.parquet", rows[4:], rows_per_group=2)

    shards = shards_of(Population.open(tmp_path), at_most=9)

    assert [[file.name for file, _ in shard.files] for shard in shards] == [
        ["a.parquet"],
        ["a.parquet", "b.parquet"],
        ["b.parquet"],
    ]


def test_a_row_has_the_same_number_in_a_shard_as_in_the_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", family(1))
    write(tmp_path / "b.parquet", [*family(2), *family(3)], rows_per_group=3)

    parts = [open_shard(shard) for shard in shards_of(Population.open(tmp_path), at_most=3)]

    assert [next(part.batches([])).first_row for part in parts] == [0, 3, 6]
    assert parts[2].place_of(7) == ("b.parquet", 4)


def test_a_population_without_people_has_no_shards(tmp_path: Path) -> None:
    whole = write(tmp_path / "p.parquet", [person(1, 1, "head")], rows_per_group=1)

    assert len(shards_of(Population.open(whole), at_most=5)) == 1
    assert shards_of(Population.open(write(tmp_path / "none.parquet", [])), at_most=5) == ()


def test_a_population_may_be_named_by_an_address(tmp_path: Path) -> None:
    path = write(tmp_path / "ประชากร 50%.parquet", family(1))

    population = Population.open(path.as_uri())

    assert population.place == "ประชากร 50%.parquet"
    assert population.persons == 3


def test_an_address_that_nothing_can_open_is_refused() -> None:
    with pytest.raises(StorageNotKnown, match="carrier-pigeon"):
        Population.open("carrier-pigeon://p.parquet")
