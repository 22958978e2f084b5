"""
Divide a population into shards that many machines read at the same time. No household is split between two of them.

    for shard in shards_of(population, at_most=200):     # here
        part = open_shard(shard)                         # there: reads the footers of the shard's own files
        for batch in part.batches(columns): ...
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .layout import KNOWN
from .reading import Population, RowGroup, read_footer, row_groups_of
from .storage import Place

_ID = "household_id"


@dataclass(frozen=True, slots=True)
class Shard:
    """
    Some rows of a population, small enough to travel: where they begin and end, and the files that they stand in.

    Each file comes with the row of the population at which it begins, so that a row has the same number in a shard as in the whole.
    """

    name: str
    first_row: int
    end_row: int
    files: tuple[tuple[Place, int], ...]


def shards_of(population: Population, *, at_most: int) -> tuple[Shard, ...]:
    """
    Divide a population into shards of about the same size, at most so many.

    A household that goes on in the next row group keeps both in one shard. Where the footers leave it open whether one does,
    household_id is read, and nothing else.
    """
    shards: list[list[RowGroup]] = []
    for run in _runs(population.groups):
        is_full = not shards or run[0].first_row * at_most >= population.persons * len(shards)
        if is_full:
            shards.append([])
        shards[-1] += run
    return tuple(_shard(population.place, groups) for groups in shards)


def open_shard(shard: Shard) -> Population:
    """
    Open a shard as a population of its own, on whichever machine this is.

    :raises NotAPopulation: a file is not Parquet.
    """
    footers = [(file, read_footer(file), first_row) for file, first_row in shard.files]
    groups = (group for file, footer, first_row in footers for group in row_groups_of([(file, footer)], first_row))
    own = tuple(group for group in groups if shard.first_row <= group.first_row < shard.end_row)
    return Population.of(shard.name, footers[0][1], own)


def _runs(groups: tuple[RowGroup, ...]) -> Iterator[list[RowGroup]]:
    """List the shortest runs of row groups that hold whole households."""
    run = list(groups[:1])
    for before, after in pairwise(groups):
        if not _ends_before(before, after):
            run.append(after)
            continue
        yield run
        run = [after]
    if run:
        yield run


def _ends_before(before: RowGroup, after: RowGroup) -> bool:
    """Say whether the last household of a row group ends there."""
    ids, following = before.ids, after.ids
    if ids is not None and following is not None and ids[1] < following[0]:
        return True
    return _ids(before)[1] != _ids(after)[0]


def _ids(group: RowGroup) -> tuple[int, int]:
    """Read the household_id of the first household and of the last."""
    ids = group.read([_ID], {_ID: KNOWN[_ID].kind}).ids
    return int(ids[0]), int(ids[-1])


def _shard(name: str, groups: list[RowGroup]) -> Shard:
    files = dict.fromkeys((group.file, group.first_row_of_file) for group in groups)
    return Shard(name, groups[0].first_row, groups[-1].first_row + groups[-1].rows, tuple(files))
