"""What the law says of someone's answers: yes, no or not yet, each condition with its section, and what to do next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sala.domains.law import public as law
from sala.kernel.bilingual import Text
from sala.kernel.money import Baht
from sala.servicekit.answers import find_exit
from sala.servicekit.eligibility import name_for_law
from sala.servicekit.schema.service import Service

from ..contracts import Checked


def list_facts_needed(*, rule: str) -> tuple[str, ...]:
    """Name the facts that a rule needs, by its full name, in the order the law asks them."""
    return tuple(_rule(rule).facts)


def check_eligibility(*, service: Service, rule: str, values: Mapping[str, Any], on: date) -> Checked:
    """Ask the law, of today's answers to a service's questions. Nothing is stored, and an unknown fact is never guessed."""
    facts = name_for_law(service, values)
    interview = law.interview(name=rule, facts=facts, on=on)
    outcome = interview.outcome
    leaves = [reason for reason in outcome.reasons if _reads(rule, reason)]
    return Checked(
        value=outcome.value,
        conclusion=outcome.conclusion.text,
        kept=tuple(reason for reason in leaves if reason.holds),
        failed=tuple(reason for reason in leaves if reason.holds is False),
        open=interview.conditions if outcome.value is None else (),
        missing=outcome.missing,
        amount=_amount(service, facts, on) if outcome.value else None,
        ahead=_ahead(service, rule, facts, leaves, on) if outcome.value is False else None,
        instead=find_exit(service, values) if outcome.value is False else None,
        stale=law.stale_warnings(outcome.stale, on),
    )


def _rule(name: str) -> law.Rule:
    law_name, _, rule = name.partition(".")
    return law.get_law(name=law_name).rule(rule)


def _reads(rule: str, reason: law.Reason) -> frozenset[str]:
    """Name the facts that a clause reads itself. One that reads none only joins others, and would say things twice."""
    return _rule(f"{rule.partition('.')[0]}.{reason.rule}").reads


def _amount(service: Service, facts: Mapping[str, Any], on: date) -> Baht | None:
    if service.gives is None:
        return None
    amount = law.decide(name=service.gives.pay, facts=facts, on=on).value
    return amount if isinstance(amount, Baht) and amount.satang else None


def _ahead(service: Service, rule: str, facts: Mapping[str, Any], leaves: list[law.Reason], on: date) -> Text | None:
    """Say that an early application is open, where all that is missing is what that rule looks at."""
    if service.decide is None or service.decide.may_apply is None:
        return None
    looked_at = set(list_facts_needed(rule=service.decide.may_apply))
    if not all(_reads(rule, reason) <= looked_at for reason in leaves if reason.holds is not True):
        return None
    outcome = law.decide(name=service.decide.may_apply, facts=facts, on=on)
    return outcome.conclusion.text if outcome.value else None
