"""Add up what a kernel found, by group: exact sums in whole numbers, so that any order of adding gives the same."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numba
import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Known = npt.NDArray[np.uint8]

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
        """Add the entities of a batch: a row of values and of `known` for each version."""
        np.add(self.rows, of.rows, out=self.rows)
        _add(values, known, of.group, of.replicate, self.sums, self.unknown, self.positive)
        if len(values) > 1:
            _compare(values, known, of.group, self.gainers, self.losers, self.gain, self.loss)

    def merge(self, other: "Totals") -> None:
        """Add the totals of another part of the population."""
        for field in fields(self):
            mine: Numbers = getattr(self, field.name)
            mine += getattr(other, field.name)


@dataclass(frozen=True, slots=True)
class Grouped:
    """The entities of a batch: the group and the random group of each, and how many each group has."""

    group: npt.NDArray[np.int32]
    replicate: Known
    rows: Numbers

    @classmethod
    def of(cls, group: npt.NDArray[np.int32], replicate: Known, groups: int) -> "Grouped":
        """Count the rows of each group."""
        return cls(group, replicate, np.bincount(group, minlength=groups))


class Room:
    """Buffers that one thread after another fills: new memory costs more than what is worked out in it."""

    def __init__(self) -> None:
        self._values: list[Numbers] = []
        self._known: list[Known] = []

    def of(self, versions: int, sizes: Sequence[int]) -> tuple[list[Numbers], list[Known]]:
        """Give an array of values and one of `known` for each of some sizes."""
        if not self._known or any(one.size < versions * size for one, size in zip(self._known, sizes, strict=True)):
            self._values = [np.empty(versions * size, np.int64) for size in sizes]
            self._known = [np.empty(versions * size, np.uint8) for size in sizes]
        shapes = [(versions, size) for size in sizes]
        values = [one[: v * size].reshape(v, size) for one, (v, size) in zip(self._values, shapes, strict=True)]
        known = [one[: v * size].reshape(v, size) for one, (v, size) in zip(self._known, shapes, strict=True)]
        return values, known


@_fast
def _add(
    values: Numbers,
    known: Known,
    group: npt.NDArray[np.int32],
    replicate: Known,
    sums: Numbers,
    unknown: Numbers,
    positive: Numbers,
) -> None:
    for version in range(values.shape[0]):
        for row in range(group.size):
            value = values[version, row]
            if not known[version, row]:
                unknown[version, group[row]] += 1
            elif value != 0:
                sums[version, group[row], replicate[row]] += value
                positive[version, group[row]] += value > 0


@_fast
def _compare(
    values: Numbers,
    known: Known,
    group: npt.NDArray[np.int32],
    gainers: Numbers,
    losers: Numbers,
    gain: Numbers,
    loss: Numbers,
) -> None:
    for version in range(1, values.shape[0]):
        for row in range(group.size):
            change = values[version, row] - values[0, row]
            if change != 0 and known[version, row] and known[0, row]:
                if change > 0:
                    gainers[version, group[row]] += 1
                    gain[version, group[row]] += change
                else:
                    losers[version, group[row]] += 1
                    loss[version, group[row]] -= change
