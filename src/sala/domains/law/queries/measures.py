"""What a simulation may count and move, from the pack. No SQL."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from sala.kernel.declarations import read_declaration
from sala.rulekit.form import RuleId
from sala.rulekit.shown import shown
from sala.rulekit.values import Value

from ..contracts import (
    MOST_ALTERNATIVES,
    MOST_NUMBERS,
    MOST_YEARS_AWAY,
    Alternative,
    Change,
    ChosenWrongly,
    DayTooFar,
    Measure,
    NothingMoved,
    Number,
    NumberWithoutValue,
    Plan,
    TooMany,
)
from ..logic import numbers
from .laws import get_law

_TIMES_A_YEAR = {"month": 12, "year": 1}
_HOUSEHOLD = "Household"


def list_measures() -> tuple[Measure, ...]:
    """List the rules that a simulation may count, in the pack's own order."""
    return tuple(get_measures().values())


def get_measures() -> Mapping[str, Measure]:
    """Give the rules that a simulation may count, by name."""
    return _measures(Path(settings.SALA_PACK))


def list_numbers(*, rules: Sequence[str], on: date) -> tuple[Number, ...]:
    """
    List the dated numbers that some rules read, each once, as they stand on a day.

    :raises ChosenWrongly: a rule is none that a simulation may count.
    """
    found: dict[str, Number] = {}
    for rule in rules:
        asked = _find(rule)
        for number in numbers.list_numbers(get_law(name=asked.law), asked, on):
            found.setdefault(number.name, number)
    return tuple(found.values())


def make_plan(*, rules: Sequence[str], from_: date, alternatives: Sequence[Mapping[str, Value]], today: date) -> Plan:
    """
    Make a plan from what was chosen: each alternative gives the values of the numbers it looks at.

    A number that an alternative leaves as it stands is no change.

    :raises ChosenWrongly: no rule, or a rule or number that cannot be simulated.
    :raises TooMany: more alternatives or numbers than a reader can compare.
    :raises DayTooFar: the day lies further from today than the population can say anything about.
    :raises NumberWithoutValue: a number has no value on the day.
    :raises NothingMoved: an alternative changes nothing.
    """
    asked = tuple(dict.fromkeys(name for alternative in alternatives for name in alternative))
    if not rules or not asked:
        raise ChosenWrongly(name="")
    if len(alternatives) > MOST_ALTERNATIVES or len(asked) > MOST_NUMBERS:
        raise TooMany(alternatives=MOST_ALTERNATIVES, numbers=MOST_NUMBERS)
    _require_near(from_, today)
    plan = Plan(rules=tuple(rules), numbers=asked, from_=from_, alternatives=())
    found = {number.name: number for number in list_numbers(rules=rules, on=plan.on)}
    for name in asked:
        if name not in found:
            _refuse(name, rules, plan.on)
    return Plan(
        rules=plan.rules,
        numbers=asked,
        from_=from_,
        alternatives=tuple(_alternative(place, given, found) for place, given in enumerate(alternatives, 1)),
    )


def _alternative(place: int, given: Mapping[str, Value], found: Mapping[str, Number]) -> Alternative:
    """Keep what an alternative moves."""
    moved = tuple(
        Change(number=name, label=now.label, unit=now.unit, before=now.value, after=value)
        for name, value in given.items()
        if value != (now := found[name].now).value
    )
    if not moved:
        raise NothingMoved(number=place)
    return Alternative(moved)


def _require_near(from_: date, today: date) -> None:
    first, last = date(today.year - MOST_YEARS_AWAY, 1, 1), date(today.year + MOST_YEARS_AWAY, 12, 31)
    if not first <= from_ <= last:
        raise DayTooFar(first=shown(first), last=shown(last))


def _refuse(name: str, rules: Sequence[str], day: date) -> None:
    """Say why a number cannot be moved: no rule reads it, or it has no value on the day."""
    for rule in rules:
        asked = _find(rule)
        label = numbers.label_of(get_law(name=asked.law), asked, name)
        if label is not None:
            raise NumberWithoutValue(label=label, day=shown(day))
    raise ChosenWrongly(name=name)


def _find(rule: str) -> RuleId:
    if rule not in get_measures():
        raise ChosenWrongly(name=rule)
    return RuleId(*rule.split("."))


@cache
def _measures(pack: Path) -> Mapping[str, Measure]:
    declared = read_declaration(pack / "laws" / "measures.yaml")["measures"]
    return {name: _measure(name, entry) for name, entry in declared.items()}


def _measure(name: str, declared: Mapping[str, str]) -> Measure:
    law_name, _, rule_name = name.partition(".")
    law = get_law(name=law_name)
    rule = law.rule(rule_name)
    return Measure(
        rule=name,
        law=law.title,
        sentence=rule.doc.holds,
        is_paid_by_state=declared["money"] == "to-people",
        times_a_year=_TIMES_A_YEAR[declared["per"]],
        of="household" if rule.form.entity.endswith(f".{_HOUSEHOLD}") else "person",
    )
