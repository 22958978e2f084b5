"""Add up what a kernel found, by group: exact sums in whole numbers, so that any order of adding gives the same."""

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

    def add(self, values: Numbers, known: Known, group: Numbers, replicate: Numbers) -> None:
        """Add the entities of a batch: a row of values and of `known` for each version."""
        _add(values, known, group, replicate, self.rows, self.sums, self.unknown, self.positive)
        if len(values) > 1:
            _compare(values, known, group, self.gainers, self.losers, self.gain, self.loss)

    def merge(self, other: "Totals") -> None:
        """Add the totals of another part of the population."""
        for field in fields(self):
            mine: Numbers = getattr(self, field.name)
            mine += getattr(other, field.name)


@_fast
def _add(
    values: Numbers,
    known: Known,
    group: Numbers,
    replicate: Numbers,
    rows: Numbers,
    sums: Numbers,
    unknown: Numbers,
    positive: Numbers,
) -> None:
    for row in range(group.size):
        rows[group[row]] += 1
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
    values: Numbers, known: Known, group: Numbers, gainers: Numbers, losers: Numbers, gain: Numbers, loss: Numbers
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
