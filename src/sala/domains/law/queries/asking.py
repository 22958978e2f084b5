"""Ask the law beyond one answer: what to ask next, why, and what strangers' programs calculate. No SQL."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache

from sala.rulekit import Explanation, Interview, Law, Outcome
from sala.rulekit.reforms import Reform, parse_reform, under

from .laws import calendar, decide, get_law, list_laws


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


def read_reform(*, text: str, name: str) -> Reform:
    """
    Read a reform of the laws from text, YAML or JSON: other numbers from a day on.

    :param name: what tells it from others, in refusals too.
    :raises MalformedLaw: a key is absent, unknown or of the wrong kind; two changes of one number share a day.
    :raises ParameterNotInLaws: no law has such a number.
    :raises NumberOutOfBounds: a number lies beyond what rules were checked for.
    """
    return parse_reform(text, {law.name: law for law in list_laws()}, name=name)


def calculate(
    *, name: str, facts: Mapping[str, object], on: date, area: str | None = None, reform: Reform | None = None
) -> Outcome:
    """
    Decide a case that was made for this rule: a fact that the law does not know is refused, for it may be a slip.

    :param reform: the numbers to lay over the law, which itself stays as it is.
    :raises FactNotInLaw: a fact that the law does not know.
    :raises LawNotFound: and the other refusals of `decide`.
    """
    law_name, _, rule = name.partition(".")
    law = get_law(name=law_name)
    if reform is not None:
        law = _under(law.digest, law_name, reform)
    return law.decide(rule, facts, on, calendar=calendar(), area=area)


@lru_cache(maxsize=32)
def _under(digest: str, name: str, reform: Reform) -> Law:
    """Lay a reform over a release of a law, once for all cases of a batch."""
    return under(get_law(name=name), reform)
