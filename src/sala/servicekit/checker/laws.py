"""Laws and rules that a service names, and the facts that its deciding rules need."""

from collections.abc import Iterator

from sala.kernel.errors import SalaError
from sala.rulekit import Law

from ..loader import name_nearest
from ..problems import FileUnreadable, LawNeedsFact, Problem, UnknownLaw, UnknownRule
from ..source import Loc
from .subject import Subject


def check_laws(subject: Subject) -> Iterator[Problem]:
    """Check every rule by name, and that what a rule must know is known, asked, or left unknown on purpose."""
    laws = subject.country.laws
    for full_name, loc, answered in _list_rules(subject):
        law_name, _, rule = full_name.partition(".")
        law = laws.get(law_name)
        if law is None:
            yield UnknownLaw(subject.place(*loc), name=law_name, near=name_nearest(law_name, laws))
        elif isinstance(law, SalaError):
            yield FileUnreadable(subject.place(*loc), detail=law.text)
        else:
            yield from _check_rule(subject, loc, law, rule, answered)


def _list_rules(subject: Subject) -> Iterator[tuple[str, Loc, frozenset[str]]]:
    """Give every rule that the service names, and the facts of the law that it has an answer for."""
    service = subject.service
    decide, check = service.decide, service.check
    answered = subject.facts.union(decide.facts, decide.leaves_unknown) if decide else subject.facts
    if decide:
        yield decide.by, ("decide", "by"), answered
        if decide.may_apply:
            yield decide.may_apply, ("decide", "may_apply"), answered
    if check:
        yield check.by, ("check", "by"), answered.union(check.facts, (question.id for question in check.ask))
    if service.gives:
        yield service.gives.pay, ("gives", "pay"), answered


def _check_rule(subject: Subject, loc: Loc, law: Law, rule: str, answered: frozenset[str]) -> Iterator[Problem]:
    if rule not in law.rules:
        near = name_nearest(rule, law.rules)
        yield UnknownRule(subject.place(*loc), law=law.name, name=rule, near=near)
        return
    for fact in sorted(law.rules[rule].facts.keys() - answered):
        yield LawNeedsFact(subject.place(*loc), rule=f"{law.name}.{rule}", name=fact)
