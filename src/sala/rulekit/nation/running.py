"""Simulate a plan over a population, batch by batch, on all cores, in memory that does not grow with the nation."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Literal

import numpy as np

from ..errors import LawNotInForce
from ..law import Law
from ..population.batches import Batch
from ..population.checking import Check
from ..population.reading import Population
from ..population.replicates import GROUPS
from ..population.replicates import groups_of as replicates_of
from ..rates import Rates
from .asking import GROUPINGS, Plan
from .compiling import K, compile_plan
from .errors import GroupNotKnown, RuleNotThere
from .groups import Groups, count_rows, groups_of
from .kernels import Counting
from .numbers import to_number
from .results import Result
from .totals import SUMS, Totals

Engine = Literal["local", "spark"]
Progress = Callable[[int, int], None]


def simulate(
    laws: Mapping[str, Law],
    plan: Plan,
    population: Population,
    *,
    engine: Engine = "local",
    progress: Progress | None = None,
    cache: Path | None = None,
) -> Result:
    """
    Work out a plan for everyone.

    :param laws: those of the pack, by name.
    :param engine: `spark` spreads the same kernels over a cluster; it needs the `spark` extra.
    :param progress: is told after each batch how many persons are done, and of how many.
    :param cache: a folder that keeps compiled kernels and borders of income for the next run.
    :raises RuleNotThere: no law has a rule of the plan.
    :raises LawNotInForce: the day lies before a law of the plan.
    :raises GroupNotKnown: people cannot be grouped so.
    :raises NotForANation: a rule of the plan is for one case at a time only.
    :raises ColumnMissing: the population lacks a fact that a rule reads.
    """
    if engine == "spark":
        # By name: a cluster is made of nations, so that the nation cannot be made of it; and PySpark is an extra.
        cluster = import_module("sala.rulekit.cluster")
        result: Result = cluster.simulate(laws, plan, population, progress=progress, cache=cache)
        return result
    begun = time.monotonic()
    counter = Counter(laws, plan, population, cache)
    check = Check(population, on=plan.on)
    totals = counter.empty()
    done = 0
    for batch, part in _in_parallel(counter, check):
        for mine, theirs in zip(totals, part, strict=True):
            mine.merge(theirs)
        done += batch
        if progress is not None:
            progress(done, population.persons)
    return counter.result(totals, check, time.monotonic() - begun)


class Counter:
    """Counts batches of one population by one plan. Ready to be used by several threads, and by a cluster's workers."""

    def __init__(
        self,
        laws: Mapping[str, Law],
        plan: Plan,
        population: Population,
        cache: Path | None,
        groups: Groups | None = None,
    ) -> None:
        unheard = [by for by in plan.by if by not in GROUPINGS]
        if unheard:
            raise GroupNotKnown(group=unheard[0], known=", ".join(GROUPINGS))
        self.plan = plan
        self.population = population
        self.replicates = GROUPS if population.about.synthetic else 1
        self.groups = groups or groups_of(plan.by, population, to_number(plan.on), cache)
        self.size = int(np.prod(self.groups.sizes, dtype=np.int64)) if self.groups.by else 1
        self.kernel = kernel_of(Counting, laws, plan, population, cache)

    @property
    def columns(self) -> Mapping[str, str]:
        """Name the columns to read, each with the rule or the grouping that needs it."""
        return dict.fromkeys(self.groups.columns, "by") | dict(self.kernel.columns)

    def empty(self) -> list[Totals]:
        """Begin with nothing, for each rule of the plan."""
        return [Totals.empty(1 + len(self.plan.reforms), self.size, self.replicates) for _ in self.plan.rules]

    def count(self, batch: Batch) -> list[Totals] | None:
        """Count one batch; None where a fact lies outside what its law declares, see `counted`."""
        totals = self.empty()
        groups = self.groups.of_rows(batch) if self.groups.by else None
        drawn = replicates_of(batch.ids, self.replicates, SUMS)
        if not self.kernel.count(batch, groups, drawn, totals):
            return None
        sizes = (batch.persons, batch.households)
        rows = [count_rows(one, self.size) for one in groups] if groups else [np.array([size]) for size in sizes]
        for output, total in zip(self.kernel.outputs, totals, strict=True):
            total.rows[:] = rows[output.is_household]
            total.settle()
        return totals

    def result(self, totals: list[Totals], check: Check, seconds: float) -> Result:
        """Put the totals of the whole population together."""
        return Result(
            plan=self.plan,
            groups=self.groups,
            totals=dict(zip(self.plan.rules, totals, strict=True)),
            set_aside=check.findings,
            is_synthetic=self.population.about.synthetic,
            seconds=seconds,
        )


def kernel_of(kind: type[K], laws: Mapping[str, Law], plan: Plan, population: Population, cache: Path | None) -> K:
    """
    Make the kernel of a plan for a population.

    :raises RuleNotThere: no law has a rule of the plan.
    :raises NotForANation: a rule of the plan is for one case at a time only.
    """
    for rule in plan.rules:
        if rule.law not in laws or rule.name not in laws[rule.law].rules:
            known = [f"{law.name}.{name}" for law in laws.values() for name in law.rules]
            raise RuleNotThere(rule=rule, nearest=", ".join(get_close_matches(str(rule), known)) or ", ".join(laws))
        begins = laws[rule.law].rates.in_force_from
        if plan.on < begins:
            raise LawNotInForce(law=rule.law, from_=begins, on=plan.on)
    rates: dict[str, Rates] = {name: found for law in laws.values() for name, found in law.read.rates.items()}
    versions = [rates, *(reform.over(rates) for reform in plan.reforms)]
    nullable = [field.name for field in population.schema if field.nullable]
    return compile_plan(
        kind,
        laws,
        plan.rules,
        plan.on,
        versions,
        nullable=nullable,
        unknown=plan.unknown,
        choices=population.about.choices,
        packed=population.packed,
        is_grouped=bool(plan.by),
        cache=cache,
    )


def counted(counter: Counter, check: Check, batch: Batch, found: list[Totals] | None) -> list[Totals]:
    """Give what a batch was counted to; where a fact lies outside, its household is set aside and the rest counted anew."""
    if found is None:
        found = counter.count(check.without(batch, counter.kernel.outside(batch)))
    assert found is not None  # noqa: S101  nothing lies outside any more
    return found


def _in_parallel(counter: Counter, check: Check) -> Iterator[tuple[int, list[Totals]]]:
    """Count batches on all cores, a few at a time; each is told with how many persons it had."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as pool:
        waiting: deque[tuple[Batch, Future[list[Totals] | None]]] = deque()
        for batch in check.batches(counter.columns):
            waiting.append((batch, pool.submit(counter.count, batch)))
            if len(waiting) > cores:
                first, found = waiting.popleft()
                yield first.persons, counted(counter, check, first, found.result())
        for first, found in waiting:
            yield first.persons, counted(counter, check, first, found.result())
