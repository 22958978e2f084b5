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

from ..population.layout import HEAD
from ..population.reading import Batch, Offsets, Population
from .asking import Grouping
from .numbers import latest_birth, to_day

TENTHS = 10
BANDS = ("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+")
LAST_PROVINCE = 96
UNKNOWN = "unknown"  # the group of those whom a grouping cannot tell
_INCOMES = ("salary", "fees")
_STEPS = 1024  # to each doubling
_SCALE = 45 * _STEPS  # 2**44 satang is more than a country earns
_YEARS_OF_A_BAND = 10

Numbers = npt.NDArray[np.int64]
Group = npt.NDArray[np.int32]
Unknown = npt.NDArray[np.uint8]
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
                _add_provinces(batch.values("province"), _unknown(batch, "province"), size, persons)
            elif by == "age_band":
                latest = np.array(
                    [latest_birth(_YEARS_OF_A_BAND * band, to_day(self.day)) for band in range(1, len(BANDS))], np.int64
                )
                _add_bands(batch.values("born"), _unknown(batch, "born"), latest, persons)
            else:
                unknown = _unknown(batch, "salary"), _unknown(batch, "fees")
                _add_tenths(
                    batch.offsets, _income(batch, "salary"), _income(batch, "fees"), unknown, self.borders, persons
                )
        return persons, persons[_heads(batch.offsets, batch.values("role"))]


def _unknown(batch: Batch, name: str) -> Unknown:
    """Say whose fact is not known; an empty array where everyone's is."""
    known = batch.known(name)
    return np.empty(0, np.uint8) if known is None else (known == 0).view(np.uint8)


def _income(batch: Batch, name: str) -> Numbers:
    """Give an income of each person; one that nobody knows counts for nothing."""
    values = batch.values(name)
    unknown = _unknown(batch, name)
    return np.where(unknown != 0, 0, values) if unknown.size else values


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
def _add_provinces(codes: npt.NDArray[np.int8], unknown: Unknown, size: int, group: Group) -> None:
    for row in range(group.size):
        is_one = 0 < codes[row] < size and not (unknown.size and unknown[row])
        group[row] = group[row] * size + (codes[row] if is_one else 0)


@_fast
def _add_bands(born: npt.NDArray[np.int32], unknown: Unknown, latest: Numbers, group: Group) -> None:
    """Count of how many bands each one has reached the first year: they were born by its latest day."""
    bands = latest.size + 1
    for row in range(group.size):
        band = 0
        for day in latest:
            band += born[row] <= day
        group[row] = group[row] * (bands + 1) + (bands if unknown.size and unknown[row] else band)


@_fast
def _add_tenths(
    offsets: Offsets, salary: Numbers, fees: Numbers, unknown: tuple[Unknown, Unknown], borders: Numbers, group: Group
) -> None:
    for household in range(offsets.size - 1):
        first, last = offsets[household], offsets[household + 1]
        income, is_known = 0, True
        for row in range(first, last):
            income += salary[row] + fees[row]
            for each in unknown:
                is_known &= not (each.size and each[row])
        tenth = 0
        for border in borders:
            tenth += income >= border * (last - first)
        for row in range(first, last):
            group[row] = group[row] * (borders.size + 2) + (tenth if is_known else borders.size + 1)


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
