"""
Count a plan over the synthetic population: for the worker alone, because what counts takes seconds to load.

One file holds the population of one year, made when it is first asked for. Every simulation of that year counts over the
same people, so that two of them differ by their numbers alone.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.rulekit import Law, nation
from sala.rulekit.form import ParameterId, RuleId
from sala.rulekit.population.layout import VERSION
from sala.rulekit.population.published import THAILAND, read_published
from sala.rulekit.population.reading import Population
from sala.rulekit.population.synthetic import SAYS, write_population

from ..contracts import Alternative, Grouping, Phase, Plan, PopulationUsed
from .findings import Counted, write_findings

_SEED = 1

Progress = Callable[[Phase, int, int], None]


def count(plan: Plan, *, laws: Mapping[str, Law], folder: Path, persons: int, progress: Progress) -> dict[str, Any]:
    """
    Count a plan, and give what was found as the database keeps it.

    :param folder: where populations are kept.
    :param persons: how many the population has; the sums are scaled to the nation when they are read.
    :param progress: is told the phase, how many persons are done, and of how many. What it raises stops the count.
    """
    file = have_population(folder, persons=persons, on=plan.on, progress=progress)
    asked = nation.Plan(
        rules=tuple(RuleId(*name.split(".")) for name in plan.rules),
        on=plan.on,
        reforms=tuple(_reform(number, each, plan.from_) for number, each in enumerate(plan.alternatives, 1)),
        by=nation.GROUPINGS,
    )
    progress("counting", 0, persons)
    result = nation.simulate(
        laws,
        asked,
        Population.open(file),
        progress=lambda done, total: progress("counting", done, total),
        cache=folder,
    )
    return write_findings(
        _cells(result),
        population=_used(result, plan.on),
        releases={name: laws[name].digest for name in {rule.law for rule in asked.rules}},
        seconds=result.seconds,
    )


def have_population(folder: Path, *, persons: int, on: date, progress: Progress) -> Path:
    """
    Give the population of a year, made first where there is none; one of an older layout or older published totals goes.

    It takes its place only when it is whole.
    """
    published = hashlib.sha256(THAILAND.read_bytes()).hexdigest()[:12]
    file = folder / f"synthetic-{persons}-{on.year}-v{VERSION}-{published}.parquet"
    if file.is_file():
        return file
    folder.mkdir(parents=True, exist_ok=True)
    for older in folder.glob(f"synthetic-{persons}-{on.year}-*"):
        older.unlink()
    progress("population", 0, persons)
    begun = file.with_suffix(".begun")
    write_population(
        begun,
        persons=persons,
        seed=_SEED,
        on=on,
        progress=lambda done, total: progress("population", done, total),
    )
    return begun.rename(file)


def _reform(number: int, alternative: Alternative, from_: date) -> nation.Reform:
    """Lay one alternative over the law as it stands, from its day on; its number is its name."""
    changes = tuple(
        nation.Change(ParameterId(*change.number.split(".")), from_=from_, until=None, value=change.after)
        for change in alternative.changes
    )
    return nation.Reform(name=str(number), title=Text(th=str(number), en=str(number)), changes=changes)


def _cells(result: nation.Result) -> Iterator[Counted]:
    """Give the sums of the whole nation and of each division of it."""
    divisions: tuple[Grouping, ...] = ("", *nation.GROUPINGS)
    for by in divisions:
        for cell in result.cells((by,) if by else ()):
            yield Counted(
                rule=str(cell.rule),
                alternative=int(cell.reform) if cell.reform else None,
                by=by,
                key=cell.group[0][1] if cell.group else "",
                rows=cell.rows,
                unknown=cell.unknown,
                total=cell.total,
                positive=cell.positive,
                gainers=cell.gainers,
                losers=cell.losers,
                gain=cell.gain,
                loss=cell.loss,
                error=cell.standard_error,
                error_of_change=cell.standard_error_of_change,
            )


def _used(result: nation.Result, on: date) -> PopulationUsed:
    published = read_published()
    return PopulationUsed(
        persons=result.persons,
        households=result.households,
        represents=published.registered,
        set_aside=result.set_aside.persons_aside,
        on=on,
        says=SAYS,
        sources=published.sources,
    )
