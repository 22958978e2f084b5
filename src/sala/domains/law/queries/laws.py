"""Reads of law. The laws stand in memory, read once per process from the country's pack: no SQL."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from sala.kernel.bilingual import Lang
from sala.kernel.calendars import WorkingCalendar
from sala.rulekit import DatedValue, Law, Outcome, load_laws

from ..contracts import LawNotFound

_PLACEHOLDER = re.compile(r"\{\{\s*law:([a-z0-9_]+\.[a-z0-9_]+)\s*\}\}")


def list_laws() -> tuple[Law, ...]:
    """List every law of the pack by name."""
    return tuple(_laws(_pack()).values())


def get_law(*, name: str) -> Law:
    """
    Give a law by its name.

    :raises LawNotFound: the pack has none of this name.
    """
    laws = _laws(_pack())
    if name not in laws:
        raise LawNotFound(name=name, known=", ".join(laws))
    return laws[name]


def decide(*, name: str, facts: Mapping[str, object], on: date, area: str | None = None) -> Outcome:
    """
    Say what follows from a case's facts on a day, and why.

    A case holds more facts than a law asks for: the others are left aside. A fact it lacks is unknown.

    :param name: law and rule, such as `old_age_allowance.eligible`.
    :param area: the province whose own holidays count, for rules with working days.
    :raises LawNotFound: the pack has no such law.
    :raises RuleNotFound: the law has no such rule.
    :raises LawNotInForce: the day lies before the law.
    :raises FactHasWrongType: a fact is of another type than the law declares.
    """
    law_name, _, rule = name.partition(".")
    law = get_law(name=law_name)
    asked = {fact: facts.get(fact) for fact in law.rule(rule).facts}
    return law.decide(rule, asked, on, calendar=_calendar(_pack()), area=area)


def get_parameter(*, name: str, on: date) -> DatedValue:
    """
    Give a number of the law as it stands on a day, with its source.

    :param name: law and parameter, such as `old_age_allowance.monthly_ladder`.
    :raises LawNotFound: the pack has no such law.
    :raises ParameterNotFound: the law has no such number.
    :raises NoValueOnDate: it has no value on that day.
    """
    law_name, _, parameter = name.partition(".")
    return get_law(name=law_name).rates.on(parameter, on)


def fill_words(*, words: str, on: date, lang: Lang) -> str:
    """
    Put the numbers of the law into the `{{ law:old_age_allowance.monthly_ladder }}` of a page's words.

    A table becomes a Markdown list, so it stands on a line of its own.

    :raises LawNotFound, ParameterNotFound, NoValueOnDate: a name in the words stands for nothing on that day.
    """
    return _PLACEHOLDER.sub(lambda found: get_parameter(name=found[1], on=on).text[lang], words)


def _pack() -> Path:
    return Path(settings.SALA_PACK)


@cache
def _laws(pack: Path) -> Mapping[str, Law]:
    return load_laws(pack / "laws")


@cache
def _calendar(pack: Path) -> WorkingCalendar:
    return WorkingCalendar.load(pack / "calendar")
