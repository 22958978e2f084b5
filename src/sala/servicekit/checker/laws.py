"""Laws and rules that a service names, and the facts that its deciding rules need."""

from collections.abc import Iterator

from sala.kernel.errors import SalaError
from sala.rulekit import Law

from ..loader import name_nearest
from ..problems import FileUnreadable, LawNeedsFact, Problem, UnknownLaw, UnknownRule
from ..source import Loc
from .subject import Subject


def check_laws(subject: Subject) -> Iterator[Problem]:
    """Check every law and rule by name, and that what a rule must know is known, asked, or left unknown on purpose."""
    laws = subject.country.laws
    for index, name in enumerate(subject.service.law):
        if name not in laws:
            yield UnknownLaw(subject.place("law", index), name=name, near=name_nearest(name, laws))
    for full_name, loc in _list_rules(subject):
        law_name, _, rule = full_name.partition(".")
        law = laws.get(law_name)
        if law is None:
            yield UnknownLaw(subject.place(*loc), name=law_name, near=name_nearest(law_name, laws))
        elif isinstance(law, SalaError):
            yield FileUnreadable(subject.place(*loc), detail=law.text)
        else:
            yield from _check_rule(subject, loc, law, rule)


def _list_rules(subject: Subject) -> Iterator[tuple[str, Loc]]:
    service = subject.service
    if service.decide:
        yield service.decide.by, ("decide", "by")
        if service.decide.may_apply:
            yield service.decide.may_apply, ("decide", "may_apply")
    if service.gives:
        yield service.gives.pay, ("gives", "pay")


def _check_rule(subject: Subject, loc: Loc, law: Law, rule: str) -> Iterator[Problem]:
    if rule not in law.rules:
        near = name_nearest(rule, law.rules)
        yield UnknownRule(subject.place(*loc), law=law.name, name=rule, near=near)
        return
    decide = subject.service.decide
    answered = {*subject.facts, *(decide.facts if decide else ()), *(decide.leaves_unknown if decide else ())}
    for fact in sorted(law.rules[rule].facts.keys() - answered):
        yield LawNeedsFact(subject.place(*loc), rule=f"{law.name}.{rule}", name=fact)
