"""What counted cells mean to a reader: scaled to the nation and the year, as what the state pays and people get."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sala.kernel.bilingual import Text

from ..contracts import Effect, Findings, Group, Grouping, Measure, PopulationUsed

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """
    One cell as it was counted: rows of the population file, money as the rule gives it.

    The fields are those of `rulekit.nation.Cell`; this is what the database keeps of one.
    """

    rule: str
    alternative: int | None
    by: Grouping
    key: int | str
    rows: int
    unknown: int
    total: int
    positive: int
    gainers: int
    losers: int
    gain: int
    loss: int
    error: float | None
    error_of_change: float | None


def write_findings(
    cells: Iterable[Counted], *, population: PopulationUsed, releases: Mapping[str, str], seconds: float
) -> dict[str, Any]:
    """Write what was counted as JSON: sums only."""
    return {
        "cells": [astuple(cell) for cell in cells],
        "population": {
            **asdict(population),  # a Text becomes its two languages
            "on": population.on.isoformat(),
        },
        "releases": dict(releases),
        "seconds": seconds,
    }


def read_findings(written: Json, measures: Mapping[str, Measure]) -> Findings:
    """
    Read what was counted, scaled to the nation and a year.

    A rule that the pack no longer declares as a measure is left out: nobody can say any more which way its money goes.
    """
    used = written["population"]
    population = PopulationUsed(
        **{
            **used,
            "on": date.fromisoformat(used["on"]),
            "says": Text(**used["says"]),
            "sources": tuple(Text(**source) for source in used["sources"]),
        }
    )
    scale = Fraction(population.represents, max(1, population.persons))
    cells = (Counted(*cell) for cell in written["cells"])
    return Findings(
        effects=tuple(effect_of(cell, measures[cell.rule], scale) for cell in cells if cell.rule in measures),
        population=population,
        releases=written["releases"],
        seconds=written["seconds"],
    )


def effect_of(cell: Counted, measure: Measure, scale: Fraction) -> Effect:
    """
    Say what a cell means to a reader.

    Whoever pays less tax is better off, as is whoever is paid more; the state's cost is the other side of that.

    :param scale: how many of the nation stand behind one of the population.
    """
    money = scale * measure.times_a_year
    up = (cell.gainers, cell.gain)
    down = (cell.losers, cell.loss)
    (better, better_by), (worse, worse_by) = (up, down) if measure.is_paid_by_state else (down, up)
    error = cell.error if cell.alternative is None else cell.error_of_change
    return Effect(
        rule=cell.rule,
        alternative=cell.alternative,
        group=Group(cell.by, cell.key),
        rows=round(cell.rows * scale),
        unknown=round(cell.unknown * scale),
        reached=round(cell.positive * scale),
        total=round(cell.total * money),
        cost=round((better_by - worse_by) * money),
        error=None if error is None else error * float(money),
        better=round(better * scale),
        worse=round(worse * scale),
        better_by=round(better_by * money),
        worse_by=round(worse_by * money),
    )
