"""The charts of a result, each with the table that says the same in numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sala.domains.law import public as law
from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import Lang
from sala.ui.charts import BarChart, Datum, Pair, PairChart, Place, TileMap, lay_bars, lay_pairs, lay_tiles

from . import amounts
from .phrases import say


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its heads, and rows of cells whose first one heads the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def numeric(self) -> tuple[int, ...]:
        """The columns of numbers: all but the first."""
        return tuple(range(1, len(self.heads)))


@dataclass(frozen=True, slots=True)
class FigureView:
    """A chart with its title, what it says in words, and its table; `left` and `right` head a chart to both sides."""

    id: str
    kind: Literal["bars", "pairs", "tiles"]
    title: str
    says: str
    chart: BarChart | PairChart | TileMap
    table: TableView
    left: str = ""
    right: str = ""


def figures_of(
    simulation: law.Simulation, findings: law.Findings, measure: law.Measure, option: int, lang: Lang
) -> tuple[FigureView, ...]:
    """Draw every chart of one rule and one option; the options themselves are drawn where there are several."""
    rule = measure.rule
    deciles = findings.groups(rule=rule, alternative=option, by="income_decile")
    bands = findings.groups(rule=rule, alternative=option, by="age_band")
    provinces = findings.groups(rule=rule, alternative=option, by="province")
    count = len(simulation.plan.alternatives)
    several = [findings.effect(rule=rule, alternative=number) for number in range(1, count + 1)] if count > 1 else []
    drawn = (
        _cost_bars(
            "options", several, measure, lambda each: say("cockpit.option-short", lang, number=each.alternative), lang
        ),
        _cost_bars("deciles", deciles, measure, _tenths(deciles, lang), lang),
        _winners(deciles, measure, lang),
        _cost_bars("bands", bands, measure, lambda each: _band(each, lang), lang),
        _map(provinces, measure, lang),
    )
    return tuple(each for each in drawn if each is not None)


def _cost_bars(
    what: str, effects: Sequence[law.Effect], measure: law.Measure, name: Callable[[law.Effect], str], lang: Lang
) -> FigureView | None:
    """Draw what each group costs the state more or less."""
    if not effects:
        return None
    data = [
        Datum(name(each), each.cost, amounts.signed_million(each.cost), amounts.sure_within(each.error))
        for each in effects
    ]
    rows = tuple(
        (
            name(each),
            amounts.signed_million(each.cost),
            amounts.within(each.error),
            amounts.signed_baht(each.cost / each.rows if each.rows else 0),
        )
        for each in effects
    )
    heads = (f"group-{what}", "cost-million", "within-million", f"mean-{measure.of}")
    return FigureView(
        id=what,
        kind="bars",
        title=say(f"cockpit.chart-{what}", lang),
        says=_most(effects, name, lang),
        chart=lay_bars(data),
        table=TableView(tuple(say(f"cockpit.head-{head}", lang) for head in heads), rows),
    )


def _winners(effects: Sequence[law.Effect], measure: law.Measure, lang: Lang) -> FigureView | None:
    """Draw who gains and who loses among the tenths of people by income."""
    if not effects:
        return None
    name = _tenths(effects, lang)
    data = [
        Pair(
            name(each),
            each.worse,
            each.better,
            amounts.short_count(each.worse),
            amounts.short_count(each.better),
        )
        for each in effects
    ]
    rows = tuple(
        (
            name(each),
            amounts.counted(each.better),
            amounts.signed_million(each.better_by),
            amounts.counted(each.worse),
            amounts.signed_million(-each.worse_by),
        )
        for each in effects
    )
    heads = ("group-deciles", f"better-{measure.of}", "better-by", f"worse-{measure.of}", "worse-by")
    return FigureView(
        id="winners",
        kind="pairs",
        title=say(f"cockpit.chart-winners-{measure.of}", lang),
        says=say(
            "cockpit.winners-says",
            lang,
            better=amounts.people(sum(each.better for each in effects), measure.of, lang),
            worse=amounts.people(sum(each.worse for each in effects), measure.of, lang),
        ),
        chart=lay_pairs(data),
        table=TableView(tuple(say(f"cockpit.head-{head}", lang) for head in heads), rows),
        left=say(f"cockpit.worse-{measure.of}", lang),
        right=say(f"cockpit.better-{measure.of}", lang),
    )


def _map(effects: Sequence[law.Effect], measure: law.Measure, lang: Lang) -> FigureView | None:
    """Draw the provinces as tiles, as dark as what the change comes to for each of their people; the table by cost."""
    provinces = {int(each.code): each for each in organisations.list_provinces()}
    placed = [each for each in effects if each.group.key in provinces]
    if not placed:
        return None

    def name(each: law.Effect) -> str:
        return provinces[int(each.group.key)].name[lang]

    def mean(each: law.Effect) -> float:
        return each.cost / each.rows if each.rows else 0.0

    tiles = [
        Place(tile.short[lang], name(each), tile.column, tile.row, mean(each), amounts.signed_baht(mean(each)))
        for each in placed
        for tile in [provinces[int(each.group.key)]]
    ]
    rows = tuple(
        (
            name(each),
            amounts.signed_million(each.cost),
            amounts.within(each.error),
            amounts.signed_baht(mean(each)),
            amounts.counted(each.better),
            amounts.counted(each.worse),
        )
        for each in sorted(placed, key=lambda each: -abs(each.cost))
    )
    heads = (
        "group-provinces",
        "cost-million",
        "within-million",
        f"mean-{measure.of}",
        f"better-{measure.of}",
        f"worse-{measure.of}",
    )
    return FigureView(
        id="provinces",
        kind="tiles",
        title=say(f"cockpit.chart-provinces-{measure.of}", lang),
        says=say("cockpit.most-tiles", lang, most=_most(placed, name, lang)),
        chart=lay_tiles(tiles),
        table=TableView(tuple(say(f"cockpit.head-{head}", lang) for head in heads), rows),
    )


def _most(effects: Sequence[law.Effect], name: Callable[[law.Effect], str], lang: Lang) -> str:
    """Say in a sentence where the change is greatest."""
    greatest = max(effects, key=lambda each: abs(each.cost))
    if not greatest.cost:
        return say("cockpit.nowhere", lang)
    return say("cockpit.most", lang, group=name(greatest), amount=amounts.signed_money(greatest.cost, lang))


def _tenths(effects: Sequence[law.Effect], lang: Lang) -> Callable[[law.Effect], str]:
    """
    Name the tenths of people by income. Those who have the same, such as nothing, are never parted.

    A tenth that nobody is in belongs to the next one: its name tells so.
    """
    present = sorted(int(each.group.key) for each in effects)
    first_of = {key: before + 1 for before, key in pairwise([0, *present])}

    def name(each: law.Effect) -> str:
        last = int(each.group.key)
        tenth = str(last) if first_of[last] == last else f"{first_of[last]}–{last}"
        ends = "first" if first_of[last] == 1 else "last" if last == present[-1] else ""
        return say(f"cockpit.tenth-{ends or 'between'}", lang, number=tenth)

    return name


def _band(effect: law.Effect, lang: Lang) -> str:
    band = str(effect.group.key)
    if band.endswith("+"):
        return say("cockpit.band-open", lang, age=band.removesuffix("+"))
    return say("cockpit.band", lang, ages=band.replace("-", "–"))
