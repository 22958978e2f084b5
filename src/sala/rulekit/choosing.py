"""Which rules a law is asked about when nobody names one."""

from collections.abc import Iterable, Mapping

from .form import RuleForm, RuleId
from .kinds import Kind
from .law import Law
from .walking import asks, reached


def find_main_rules(laws: Iterable[Law]) -> tuple[RuleId, ...]:
    """
    Find the rules of some laws that come to money and that no other rule of them asks.

    Where each is asked by another, it is the one that most rules stand under; where none comes to money, all that no
    other asks.
    """
    laws = tuple(laws)
    askers: dict[RuleId, set[str]] = {}
    for form in (form for law in laws for form in law.read.forms.values()):
        for rule in asks(form):
            askers.setdefault(rule, set()).add(form.id.law)
    return tuple(form.id for law in laws for form in _main_rules(law, askers))


def _main_rules(law: Law, askers: Mapping[RuleId, set[str]]) -> list[RuleForm]:
    forms = [rule.form for rule in law.rules.values() if askers.get(rule.form.id, set()) <= {law.name}]
    ends = [form for form in forms if form.id not in askers]
    money = [form for form in forms if form.returns.kind is Kind.MONEY]
    if not money:
        return ends
    last = max(money, key=lambda form: len(reached(law.read.forms, form.id)))
    return [form for form in ends if form.returns.kind is Kind.MONEY] or [last]
