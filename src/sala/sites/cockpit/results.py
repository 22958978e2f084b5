"""What a simulation found, as the page draws it: one sentence, the options side by side, and a chart for each question."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from sala.domains.law import public as law
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang
from sala.kernel.days import format_date
from sala.ui.parts import LinkView

from . import amounts, drawing
from .draft import place_of
from .drawing import FigureView
from .phrases import say


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rule and which option the reader looks at."""

    rule: str
    option: int

    @classmethod
    def read(cls, query: QueryDict, plan: law.Plan, findings: law.Findings) -> "Wanted":
        """Read the address's query. Unless asked otherwise, it is the first option, and the rule that it changes most."""
        given = place_of(query.get("option", ""))
        option = given if given and given <= len(plan.alternatives) else 1
        changed = [effect for effect in _nation(findings) if effect.alternative == option]
        most = max(changed, key=lambda effect: abs(effect.cost), default=None)
        asked = query.get("rule", "")
        is_there = any(effect.rule == asked for effect in changed)
        return cls(rule=asked if is_there else most.rule if most else "", option=option)


@dataclass(frozen=True, slots=True)
class LineView:
    """One option under one rule, in the table that compares them; `is_current` marks the one that the charts show."""

    option: str
    law: str
    cost: str
    within: str
    better: str
    worse: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ResultView:
    """The page of a result."""

    headline: str
    monthly: str
    better: str
    better_label: str
    worse: str
    worse_label: str
    pays_less: str
    stands: str
    unknown: str
    rules: tuple[LinkView, ...]
    options: tuple[LinkView, ...]
    lines: tuple[LineView, ...]
    figures: tuple[FigureView, ...]
    population: law.PopulationUsed
    persons: str
    represents: str
    error: str
    on: str
    seconds: str


def result_view(simulation: law.Simulation, findings: law.Findings, wanted: Wanted, lang: Lang) -> ResultView | None:
    """Draw what was found of one rule and one option; None where the pack no longer says which way its money goes."""
    measures = {each.rule: each for each in law.list_measures()}
    measure = measures.get(wanted.rule)
    if measure is None:
        return None
    effect = findings.effect(rule=wanted.rule, alternative=wanted.option)
    stands = findings.effect(rule=wanted.rule, alternative=None)
    used = findings.population
    return ResultView(
        headline=_headline(effect, lang),
        monthly=say("cockpit.monthly", lang, amount=amounts.money(effect.cost / 12, lang)) if effect.cost else "",
        better=amounts.people(effect.better, measure.of, lang),
        better_label=say(f"cockpit.better-{measure.of}", lang),
        worse=amounts.people(effect.worse, measure.of, lang),
        worse_label=say(f"cockpit.worse-{measure.of}", lang),
        pays_less="" if measure.is_paid_by_state else say("cockpit.pays-less", lang),
        stands=say("cockpit.stands", lang, amount=amounts.money(stands.total, lang)),
        unknown=say("cockpit.unknown", lang, count=amounts.people(effect.unknown, measure.of, lang))
        if effect.unknown
        else "",
        rules=_rule_links(simulation, findings, measures, wanted, lang),
        options=_option_links(simulation, wanted, lang),
        lines=_lines(simulation, findings, measures, wanted, lang),
        figures=drawing.figures_of(simulation, findings, measure, wanted.option, lang),
        population=used,
        persons=f"{used.persons:,}",
        represents=f"{used.represents:,}",
        error=_error(effect, lang),
        on=format_date(used.on, lang),
        seconds=f"{findings.seconds:,.1f}",
    )


def address(simulation: law.Simulation, lang: Lang, *, rule: str, option: int) -> str:
    """Give the address of what was found of one rule and one option."""
    return f"{address_of('cockpit-simulation', lang=lang, simulation=simulation.id)}?rule={rule}&option={option}"


def _headline(effect: law.Effect, lang: Lang) -> str:
    if effect.cost == 0:
        return say("cockpit.headline-same", lang)
    key = f"cockpit.headline-{'more' if effect.cost > 0 else 'less'}"
    amount = amounts.money(effect.cost, lang)
    if effect.error is None:
        return say(key, lang, amount=amount)
    return say(f"{key}-within", lang, amount=amount, within=amounts.money(amounts.sure_within(effect.error), lang))


def _error(effect: law.Effect, lang: Lang) -> str:
    if effect.error is None:
        return say("cockpit.error-unknown", lang)
    return say("cockpit.error", lang, amount=amounts.money(effect.error, lang))


def _lines(
    simulation: law.Simulation,
    findings: law.Findings,
    measures: Mapping[str, law.Measure],
    wanted: Wanted,
    lang: Lang,
) -> tuple[LineView, ...]:
    """Set every option under every rule side by side."""
    return tuple(
        LineView(
            option=say("cockpit.option", lang, number=each.alternative),
            law=measures[each.rule].law[lang],
            cost=amounts.signed_million(each.cost),
            within=amounts.within(each.error),
            better=amounts.counted(each.better),
            worse=amounts.counted(each.worse),
            address=address(simulation, lang, rule=each.rule, option=each.alternative or 1),
            is_current=(each.rule, each.alternative) == (wanted.rule, wanted.option),
        )
        for each in _nation(findings)
        if each.alternative is not None
    )


def _rule_links(
    simulation: law.Simulation,
    findings: law.Findings,
    measures: Mapping[str, law.Measure],
    wanted: Wanted,
    lang: Lang,
) -> tuple[LinkView, ...]:
    rules = dict.fromkeys(effect.rule for effect in _nation(findings))
    return tuple(
        LinkView(
            measures[rule].law[lang],
            address(simulation, lang, rule=rule, option=wanted.option),
            is_current=rule == wanted.rule,
        )
        for rule in rules
    )


def _option_links(simulation: law.Simulation, wanted: Wanted, lang: Lang) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(
            say("cockpit.option", lang, number=number),
            address(simulation, lang, rule=wanted.rule, option=number),
            is_current=number == wanted.option,
        )
        for number in range(1, len(simulation.plan.alternatives) + 1)
    )


def _nation(findings: law.Findings) -> tuple[law.Effect, ...]:
    """List the effects on the whole nation."""
    return tuple(each for each in findings.effects if each.group.by == "")
