"""
Groups of people: by province, by age, by tenth of income.

A tenth of income is a tenth of all people, ordered by what their household earns for each of its members. The nine borders
are found in one pass over incomes, on a scale of 1,024 steps to each doubling, and kept beside the population: they depend on
nothing else. The age of a household is that of its first member who is head.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numba
import numpy as np
import numpy.typing as npt

from ..population.batches import Batch, Offsets
from ..population.layout import HEAD
from ..population.reading import Population
from .asking import Grouping
from .numbers import latest_birth, to_day
from .totals import Group, Numbers

TENTHS = 10
BANDS = ("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+")
LAST_PROVINCE = 96
UNKNOWN = "unknown"  # the group of those whom a grouping cannot tell
_INCOMES = ("salary", "fees")
_STEPS = 1024  # to each doubling
_SCALE = 45 * _STEPS  # 2**44 satang is more than a country earns
_YEARS_OF_A_BAND = 10

_fast = numba.njit(cache=True, nogil=True)


@dataclass(frozen=True, slots=True)
class Groups:
    """
    How a plan groups people: a number for every combination of its groupings.

    `borders` are the lowest incomes per head of the second to the last tenth, in satang.
    """

    by: tuple[Grouping, ...]
    day: int
    borders: Numbers

    @property
    def sizes(self) -> tuple[int, ...]:
        """Count the groups of each grouping."""
        sizes = {"province": LAST_PROVINCE + 1, "age_band": len(BANDS) + 1, "income_decile": TENTHS + 1}
        return tuple(sizes[by] for by in self.by)

    @property
    def columns(self) -> tuple[str, ...]:
        """Name the columns that grouping reads."""
        read = {"province": ("province",), "age_band": ("born",), "income_decile": _INCOMES}
        return tuple(dict.fromkeys(name for by in self.by for name in read[by]))

    def label(self, by: Grouping, number: int) -> int | str:
        """Name a group of a grouping: a province by its code, a band by its years, a tenth from 1."""
        if number == {"province": 0, "age_band": len(BANDS), "income_decile": TENTHS}[by]:
            return UNKNOWN
        if by == "province":
            return number
        return BANDS[number] if by == "age_band" else number + 1

    def of_rows(self, batch: Batch) -> tuple[Group, Group]:
        """Number the group of each person, and of each household."""
        persons = np.zeros(batch.persons, np.int32)
        for by, size in zip(self.by, self.sizes, strict=True):
            if by == "province":
                codes = batch.values("province")
                unknown = _unknown(batch, "province") | (codes < 1) | (codes > LAST_PROVINCE)
                _add(np.where(unknown, 0, codes) if unknown.any() else codes, size, persons)
            elif by == "age_band":
                bands = self._bands(batch.values("born"))
                unknown = _unknown(batch, "born")
                _add(np.where(unknown, len(BANDS), bands) if unknown.any() else bands, size, persons)
            else:
                _add(self._tenths(batch), size, persons)
        return persons, persons[_heads(batch.offsets, batch.values("role"))]

    def _bands(self, born: npt.NDArray[np.int32]) -> npt.NDArray[np.int8]:
        """Tell how many bands each one has left behind: they were born by the latest day of the next."""
        found = np.zeros(born.size, np.int8)
        for band in range(1, len(BANDS)):
            found += born <= latest_birth(_YEARS_OF_A_BAND * band, to_day(self.day))
        return found

    def _tenths(self, batch: Batch) -> npt.NDArray[np.int8]:
        found = np.empty(batch.persons, np.int8)
        _find_tenths(batch.offsets, _income(batch, "salary"), _income(batch, "fees"), self.borders, found)
        missing = _unknown(batch, "salary") | _unknown(batch, "fees")
        if missing.any():
            households = np.logical_or.reduceat(missing, batch.offsets[:-1])
            found[np.repeat(households, np.diff(batch.offsets))] = TENTHS
        return found


@_fast
def count_rows(group: Group, groups: int) -> Numbers:
    """Count the rows of each group."""
    found = np.zeros(groups, np.int64)
    for row in range(group.size):
        found[group[row]] += 1
    return found


def _unknown(batch: Batch, name: str) -> npt.NDArray[np.bool_]:
    """Say whose fact is not known."""
    known = batch.known(name)
    return np.zeros(batch.persons, np.bool_) if known is None else known == 0


def _income(batch: Batch, name: str) -> Numbers:
    """Give an income of each person; one that nobody knows counts for nothing."""
    values, unknown = batch.values(name), _unknown(batch, name)
    return np.where(unknown, 0, values) if unknown.any() else values


def groups_of(by: tuple[Grouping, ...], population: Population, day: int, cache: Path | None) -> Groups:
    """Prepare the groups of a plan; borders of income are found, or read where they were kept."""
    borders = np.zeros(TENTHS - 1, np.int64)
    if "income_decile" in by:
        borders = np.array(_kept_borders(population, cache), np.int64)
    return Groups(by, day, borders)


def _kept_borders(population: Population, cache: Path | None) -> Sequence[int]:
    kept = cache / f"borders-{population.digest}.json" if cache is not None else None
    if kept is not None and kept.is_file():
        found: list[int] = json.loads(kept.read_text("utf-8"))
        return found
    borders = _find_borders(population)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(borders), "utf-8")
    return borders


def _find_borders(population: Population) -> list[int]:
    people = np.zeros(_SCALE, np.int64)
    for batch in population.batches(_INCOMES):
        _count_incomes(batch.offsets, _income(batch, "salary"), _income(batch, "fees"), people)
    reached = np.cumsum(people)
    places = [int(np.searchsorted(reached, reached[-1] * tenth / TENTHS, "right")) for tenth in range(1, TENTHS)]
    return list(_lowest_at(places))


def _lowest_at(places: Sequence[int]) -> Iterator[int]:
    for place in places:
        doubling, step = divmod(place, _STEPS)
        yield 0 if place == 0 else int(2.0 ** (doubling - 1) * (1 + step / _STEPS)) + 1


@_fast
def _place_of(income: int) -> int:
    """Find the place of an income on the scale: 0 for none."""
    if income <= 0:
        return 0
    doubling = 0
    while income >> (doubling + 1):
        doubling += 1
    step = ((income - (1 << doubling)) * _STEPS) >> doubling
    return min((doubling + 1) * _STEPS + step, _SCALE - 1)


@_fast
def _count_incomes(offsets: Offsets, salary: Numbers, fees: Numbers, people: Numbers) -> None:
    for household in range(offsets.size - 1):
        first, last = offsets[household], offsets[household + 1]
        income = 0
        for row in range(first, last):
            income += salary[row] + fees[row]
        people[_place_of(income // (last - first))] += last - first


@_fast
def _add(numbers: npt.NDArray[np.int8], size: int, group: Group) -> None:
    """Divide each group by one more grouping."""
    for row in range(group.size):
        group[row] = group[row] * size + numbers[row]


@_fast
def _find_tenths(
    offsets: Offsets, salary: Numbers, fees: Numbers, borders: Numbers, tenths: npt.NDArray[np.int8]
) -> None:
    for household in range(offsets.size - 1):
        first, last = offsets[household], offsets[household + 1]
        income = 0
        for row in range(first, last):
            income += salary[row] + fees[row]
        tenth = 0
        for place in range(borders.size):
            tenth += income >= borders[place] * (last - first)
        for row in range(first, last):
            tenths[row] = tenth


@_fast
def _heads(offsets: Offsets, role: npt.NDArray[np.int8]) -> Numbers:
    """Find the row of each household's head; its first row where a file names none."""
    heads = np.empty(offsets.size - 1, np.int64)
    for household in range(offsets.size - 1):
        heads[household] = offsets[household]
        for row in range(offsets[household], offsets[household + 1]):
            if role[row] == HEAD:
                heads[household] = row
                break
    return heads
