"""Ask the law beyond one answer: what to ask next, why, and what strangers' programs calculate. No SQL."""

from collections.abc import Collection, Mapping
from datetime import date

from sala.rulekit import Explanation, Interview, Outcome

from .laws import calendar, decide, get_law


def interview(
    *, name: str, facts: Mapping[str, object], on: date, unsure: Collection[str] = (), area: str | None = None
) -> Interview:
    """
    Say what can be said so far, what to ask next, and what would have to be so.

    A case holds more facts than a law asks for: the others are left aside.

    :param name: law and rule, such as `old_age_allowance.eligible`.
    :param unsure: the paths of questions that the person could not answer.
    :raises LawNotFound: and the other refusals of `decide`.
    """
    law_name, _, rule = name.partition(".")
    law = get_law(name=law_name)
    told = {fact: facts[fact] for fact in law.rule(rule).facts if facts.get(fact) is not None}
    return law.interview(rule, told, on, unsure=unsure, calendar=calendar(), area=area)


def explain(*, name: str, facts: Mapping[str, object], on: date, area: str | None = None) -> Explanation:
    """
    Decide as `decide` does, and give the way there: the clauses as a tree, the numbers, and what would change it.

    :raises LawNotFound: and the other refusals of `decide`.
    """
    return Explanation(decide(name=name, facts=facts, on=on, area=area))


def calculate(*, name: str, facts: Mapping[str, object], on: date, area: str | None = None) -> Outcome:
    """
    Decide a case that was made for this rule: a fact that the law does not know is refused, for it may be a slip.

    :raises FactNotInLaw: a fact that the law does not know.
    :raises LawNotFound: and the other refusals of `decide`.
    """
    law_name, _, rule = name.partition(".")
    return get_law(name=law_name).decide(rule, facts, on, calendar=calendar(), area=area)
