"""Work rules out into columns: the answer of each person or household, not sums. The columns are kept and filled again."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..form import RuleId
from ..law import Law
from ..population.batches import Batch
from ..population.reading import Population
from .asking import Plan
from .kernels import Filling
from .running import kernel_of
from .totals import Known, Numbers


@dataclass(frozen=True, slots=True)
class Column:
    """What one version of the law says by one rule: satang, a number, 0 or 1; where `known` is 0 nobody can say."""

    rule: RuleId
    reform: str | None
    values: Numbers
    known: Known


class Columns:
    """
    Fills columns from batches of one population.

        columns = nation.Columns(laws, plan, population)
        batches = list(Check(population, on=plan.on).batches(columns.needed))
        for column in columns.fill(batches): ...

    What was filled before is overwritten: new memory costs more than what is worked out in it.
    """

    def __init__(
        self, laws: Mapping[str, Law], plan: Plan, population: Population, *, cache: Path | None = None
    ) -> None:
        self.plan = plan
        self.kernel = kernel_of(Filling, laws, plan, population, cache)
        self._values: list[Numbers] = []
        self._known: list[Known] = []

    @property
    def needed(self) -> Mapping[str, str]:
        """Name the columns to read, each with the rule that needs it."""
        return {"number": "layout", **self.kernel.columns}

    def fill(self, batches: Sequence[Batch]) -> tuple[Column, ...]:
        """
        Work out all batches on all cores, one after another in the columns.

        Households in which a fact lies outside what its law declares are unknown.
        """
        persons = np.cumsum([0, *(batch.persons for batch in batches)])
        households = np.cumsum([0, *(batch.households for batch in batches)])
        self._make_room(int(persons[-1]), int(households[-1]))
        places = [(int(row), int(home)) for row, home in zip(persons[:-1], households[:-1], strict=True)]
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            list(pool.map(self._fill, batches, places))
        return tuple(
            Column(output.rule, name, values[version], known[version])
            for output, values, known in zip(self.kernel.outputs, self._values, self._known, strict=True)
            for version, name in enumerate([None, *(reform.name for reform in self.plan.reforms)])
        )

    def _make_room(self, persons: int, households: int) -> None:
        versions = 1 + len(self.plan.reforms)
        shapes = [(versions, households if one.is_household else persons) for one in self.kernel.outputs]
        if [values.shape for values in self._values] != shapes:
            self._values = [np.zeros(shape, np.int64) for shape in shapes]
            self._known = [np.zeros(shape, np.uint8) for shape in shapes]

    def _fill(self, batch: Batch, at: tuple[int, int]) -> None:
        if self.kernel.run(batch, self._values, self._known, at):
            return
        sound = ~np.logical_or.reduceat(self.kernel.outside(batch), batch.offsets[:-1])
        rest = batch.only(sound)
        places = at[0] + np.flatnonzero(np.repeat(sound, np.diff(batch.offsets))), at[1] + np.flatnonzero(sound)
        ends = at[0] + batch.persons, at[1] + batch.households
        shapes = [
            (len(values), places[one.is_household].size)
            for one, values in zip(self.kernel.outputs, self._values, strict=True)
        ]
        found = [np.zeros(shape, np.int64) for shape in shapes]
        sure = [np.zeros(shape, np.uint8) for shape in shapes]
        self.kernel.run(rest, found, sure)
        for number, output in enumerate(self.kernel.outputs):
            side = output.is_household
            self._known[number][:, at[side] : ends[side]] = 0
            self._values[number][:, places[side]] = found[number]
            self._known[number][:, places[side]] = sure[number]
