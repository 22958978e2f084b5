"""What a simulation found: sums by group, never a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from ..form import RuleId
from ..population.checking import Findings
from ..population.replicates import standard_error
from .asking import Grouping, Plan
from .groups import Groups
from .totals import GAIN, GAINERS, LOSERS, LOSS, POSITIVE, SUMS, UNKNOWN, Numbers, Totals


@dataclass(frozen=True, slots=True)
class Cell:
    """
    What one version of the law gives to one group by one rule. `reform` is None for the law as it stands.

    `rows` are people, or households where the rule is asked about those; `unknown` of them are left out of every sum.
    Money is satang; of a yes or no, `total` counts the yeses. Gains and losses are against the law as it stands. The
    errors tell how far `total` and its change may be off by the luck of the draw; None where the people are not drawn.
    """

    rule: RuleId
    reform: str | None
    group: tuple[tuple[Grouping, int | str], ...]
    rows: int
    unknown: int
    total: int
    positive: int
    gainers: int
    losers: int
    gain: int
    loss: int
    standard_error: float | None
    standard_error_of_change: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """The sums of a plan. `set_aside` says which rows could not be used, `seconds` how long counting took."""

    plan: Plan
    groups: Groups
    totals: Mapping[RuleId, Totals]
    set_aside: Findings
    is_synthetic: bool
    seconds: float

    @property
    def persons(self) -> int:
        """Count the people that were used."""
        return self.set_aside.persons - self.set_aside.persons_aside

    @property
    def households(self) -> int:
        """Count the households that were used."""
        return self.set_aside.households - self.set_aside.households_aside

    def cells(self, by: Sequence[Grouping] = ()) -> tuple[Cell, ...]:
        """
        Give the sums by some of the plan's groupings, the others added up. Groups without anyone are left out.

        :raises ValueError: the plan was not asked for one of them.
        """
        if not set(by) <= set(self.groups.by):
            raise ValueError(f"the plan groups by {self.groups.by}, not by {tuple(by)}")
        return tuple(cell for rule, totals in self.totals.items() for cell in self._cells_of(rule, totals, tuple(by)))

    def _cells_of(self, rule: RuleId, totals: Totals, by: tuple[Grouping, ...]) -> Iterator[Cell]:
        rows = self._fold(totals.rows, by, 0)
        counts = self._fold(totals.counts, by, 1)
        sizes = [size for grouping, size in zip(self.groups.by, self.groups.sizes, strict=True) if grouping in by]
        order = [grouping for grouping in self.groups.by if grouping in by]
        names = [None, *(reform.name for reform in self.plan.reforms)]
        for version, name in enumerate(names):
            for number, place in enumerate(product(*map(range, sizes))):
                if rows[number]:
                    group = tuple((one, self.groups.label(one, at)) for one, at in zip(order, place, strict=True))
                    yield self._cell(rule, name, group, int(rows[number]), counts[(0, version), number])

    def _cell(
        self,
        rule: RuleId,
        name: str | None,
        group: tuple[tuple[Grouping, int | str], ...],
        rows: int,
        counts: Numbers,
    ) -> Cell:
        """Read the counts of a group: of the law as it stands, and of the version that is meant."""
        first, here = counts
        drawn = here[SUMS:]
        return Cell(
            rule=rule,
            reform=name,
            group=group,
            rows=rows,
            unknown=int(here[UNKNOWN]),
            total=int(drawn.sum()),
            positive=int(here[POSITIVE]),
            gainers=int(here[GAINERS]),
            losers=int(here[LOSERS]),
            gain=int(here[GAIN]),
            loss=int(here[LOSS]),
            standard_error=_error(drawn),
            standard_error_of_change=_error(drawn - first[SUMS:]) if name is not None else None,
        )

    def _fold(self, array: Numbers, by: Sequence[Grouping], axis: int) -> Numbers:
        """Take the groups apart by grouping, add up those that are not asked for, and number the others anew."""
        sizes, before, after = self.groups.sizes, array.shape[:axis], array.shape[axis + 1 :]
        apart = array.reshape((*before, *sizes, *after))
        folded = tuple(axis + place for place, grouping in enumerate(self.groups.by) if grouping not in by)
        kept = apart.sum(axis=folded)
        return np.asarray(kept.reshape((*before, -1, *after)))


def _error(drawn: Numbers) -> float | None:
    return standard_error([float(part) for part in drawn]) if drawn.size > 1 else None
