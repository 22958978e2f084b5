"""What a kernel found, added up by group: exact sums in whole numbers, so that any order of adding gives the same."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Known = npt.NDArray[np.uint8]
Group = npt.NDArray[np.int32]

UNKNOWN, POSITIVE, GAINERS, LOSERS, GAIN, LOSS, SUMS = range(
    7
)  # the cells of a count; the last begins those of random groups


@dataclass(frozen=True, slots=True)
class Totals:
    """
    The sums of one rule.

    `rows` counts entities by group. `counts` has an entry for each version of the law (the first is the law as it stands),
    each group and each cell; gains and losses are against the first version.
    """

    rows: Numbers
    counts: Numbers

    @classmethod
    def empty(cls, versions: int, groups: int, replicates: int) -> "Totals":
        """Begin with nothing."""
        return cls(np.zeros(groups, np.int64), np.zeros((versions, groups, SUMS + replicates), np.int64))

    @property
    def sums(self) -> Numbers:
        """Give the sums by version, group and random group."""
        return self.counts[:, :, SUMS:]

    def settle(self) -> None:
        """Add what the first version is to the others, of which only the difference was counted."""
        for cells in (slice(UNKNOWN, GAINERS), slice(SUMS, None)):
            self.counts[1:, :, cells] += self.counts[0, :, cells]

    def merge(self, other: "Totals") -> None:
        """Add the totals of another part of the population."""
        np.add(self.rows, other.rows, out=self.rows)
        np.add(self.counts, other.counts, out=self.counts)
