"""Add up what a kernel found, by group: exact sums in whole numbers, so that any order of adding gives the same."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numba
import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Known = npt.NDArray[np.uint8]
Group = npt.NDArray[np.int32]

_fast = numba.njit(cache=True, nogil=True)


@dataclass(frozen=True, slots=True)
class Totals:
    """
    The sums of one rule: an entry for each version of the law (the first is the law as it stands) and each group.

    `rows` counts entities by group; `sums` has a last axis for random groups; gains and losses are against the first version.
    """

    rows: Numbers
    sums: Numbers
    unknown: Numbers
    positive: Numbers
    gainers: Numbers
    losers: Numbers
    gain: Numbers
    loss: Numbers

    @classmethod
    def empty(cls, versions: int, groups: int, replicates: int) -> "Totals":
        """Begin with nothing."""
        return cls(
            np.zeros(groups, np.int64),
            np.zeros((versions, groups, replicates), np.int64),
            *(np.zeros((versions, groups), np.int64) for _ in range(6)),
        )

    def add(self, values: Numbers, known: Known, of: "Grouped") -> None:
        """
        Add the entities of a batch: a row of values and of `known` for each version, or one row where no version differs.

        Each version is what the first is, and what differs: most people are touched by no reform.
        """
        sums, unknown, positive = (np.zeros(array.shape[1:], np.int64) for array in self._counts)
        _add(values[0], known[0], of.group, of.replicate, sums, unknown, positive)
        for array, first in zip(self._counts, (sums, unknown, positive), strict=True):
            array += first
        np.add(self.rows, of.rows, out=self.rows)
        for version in range(1, max(len(values), len(known))):
            one, sure = values[min(version, len(values) - 1)], known[min(version, len(known) - 1)]
            if np.array_equal(values[0], one) and (len(known) == 1 or np.array_equal(known[0], sure)):
                continue  # this reform touches nobody here
            counts = [array[version] for array in self._counts]
            changes = [array[version] for array in (self.gainers, self.losers, self.gain, self.loss)]
            _change((values[0], one), (known[0], sure), of.group, of.replicate, tuple(counts), tuple(changes))

    @property
    def _counts(self) -> tuple[Numbers, Numbers, Numbers]:
        return self.sums, self.unknown, self.positive

    def merge(self, other: "Totals") -> None:
        """Add the totals of another part of the population."""
        for field in fields(self):
            mine: Numbers = getattr(self, field.name)
            mine += getattr(other, field.name)


@dataclass(frozen=True, slots=True)
class Grouped:
    """The entities of a batch: the group and the random group of each, and how many each group has."""

    group: Group
    replicate: Known
    rows: Numbers

    @classmethod
    def of(cls, group: Group, replicate: Known, groups: int) -> "Grouped":
        """Count the rows of each group."""
        return cls(group, replicate, np.bincount(group, minlength=groups))


class Room:
    """Buffers that one thread after another fills: new memory costs more than what is worked out in it."""

    def __init__(self) -> None:
        self._values: list[Numbers] = []
        self._known: list[Known] = []

    def of(
        self, shapes: Sequence[tuple[int, int]], sure: Sequence[tuple[int, int]]
    ) -> tuple[list[Numbers], list[Known]]:
        """Give an array of values for each of some shapes, and one of `known` for each of others."""
        needed = [v * size for v, size in (*shapes, *sure)]
        room = [*(one.size for one in self._values), *(one.size for one in self._known)] or [0] * len(needed)
        if any(there < size for there, size in zip(room, needed, strict=True)):
            self._values = [np.empty(v * size * 9 // 8, np.int64) for v, size in shapes]
            self._known = [np.empty(v * size * 9 // 8, np.uint8) for v, size in sure]
        values = [one[: v * size].reshape(v, size) for one, (v, size) in zip(self._values, shapes, strict=True)]
        known = [one[: v * size].reshape(v, size) for one, (v, size) in zip(self._known, sure, strict=True)]
        return values, known


@_fast
def _add(
    values: Numbers, known: Known, group: Group, replicate: Known, sums: Numbers, unknown: Numbers, positive: Numbers
) -> None:
    for row in range(group.size):
        if not known[row]:
            unknown[group[row]] += 1
        elif values[row] != 0:
            sums[group[row], replicate[row]] += values[row]
            positive[group[row]] += values[row] > 0


@_fast
def _change(
    values: tuple[Numbers, Numbers],
    known: tuple[Known, Known],
    group: Group,
    replicate: Known,
    counts: tuple[Numbers, ...],
    changes: tuple[Numbers, ...],
) -> None:
    sums, unknown, positive = counts
    gainers, losers, gain, loss = changes
    first, other = values  # taken out once: numba would count references for each row
    first_known, other_known = known
    for row in range(group.size):
        was, now = first[row], other[row]
        was_known, is_known = first_known[row] != 0, other_known[row] != 0
        if was == now and was_known == is_known:
            continue
        before, after = was if was_known else 0, now if is_known else 0
        sums[group[row], replicate[row]] += after - before
        positive[group[row]] += (1 if after > 0 else 0) - (1 if before > 0 else 0)
        unknown[group[row]] += (0 if is_known else 1) - (0 if was_known else 1)
        if was_known and is_known and now > was:
            gainers[group[row]] += 1
            gain[group[row]] += now - was
        elif was_known and is_known:
            losers[group[row]] += 1
            loss[group[row]] += was - now
