"""The dated numbers that rules read: which of them a simulation may move, and between which bounds."""

from collections.abc import Sequence
from datetime import date

from sala.kernel.bilingual import Text
from sala.rulekit import DatedValue, Law
from sala.rulekit.form import Ladder, Parameter, ParameterId, RuleId, Slices
from sala.rulekit.kinds import HIGHEST_RATE, Kind, Type
from sala.rulekit.reading.parameters import rows_type
from sala.rulekit.walking import nodes_of, reached

from ..contracts import Number

_SHARE = Type(Kind.WHOLE, 0, HIGHEST_RATE)


def list_numbers(law: Law, rule: RuleId, day: date) -> tuple[Number, ...]:
    """List the numbers that answering a rule may read, as they stand on a day; those without a value then are left out."""
    types = _types_of(law, rule)
    found = ((name, law.all_rates[name.law], kind) for name, kind in types.items())
    return tuple(
        Number(
            name=str(name),
            law=rates.name,
            now=now,
            before=_before(rates.values[name.name], now),
            type=kind,
        )
        for name, rates, kind in found
        if (now := rates.find(name.name, day)) is not None
    )


def label_of(law: Law, rule: RuleId, name: str) -> Text | None:
    """Find what a number is called that a rule may read, on whichever day; None where the rule never reads it."""
    found = next((each for each in _types_of(law, rule) if str(each) == name), None)
    return law.all_rates[found.law].values[found.name][0].label if found else None


def _types_of(law: Law, rule: RuleId) -> dict[ParameterId, Type]:
    """Find the numbers of a rule and of those it asks. A way that only has a name is no number."""
    found: dict[ParameterId, Type] = {}
    for asked in reached(law.read.forms, rule):
        for node in nodes_of(law.read.forms[asked].body):
            match node:
                case Parameter(type=kind, id=name) if kind.kind is not Kind.CHOICE:
                    found[name] = kind
                case Ladder(table=name):
                    found[name] = rows_type(law.all_rates[name.law].values[name.name])
                case Slices(table=name):
                    found[name] = _SHARE
    return found


def _before(values: Sequence[DatedValue], now: DatedValue) -> DatedValue | None:
    """Find the value that held until this one began."""
    return next((each for each in values if each.until == now.from_), None)
