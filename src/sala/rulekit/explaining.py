"""
Explain a decision: the clauses as a tree, each with its citation, what it read and compared, and what it asked.

The tree follows the walk, so a clause stands under the one that asked it. One that several asked is told in full the
first time only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from . import form
from .changing import Change, find_changes
from .given import given_back
from .interview.places import FactPlace, fact_at, find_place, value_at, whose_words
from .interview.visits import Comparison, Visit, VisitKey
from .kinds import Kind
from .law import Law, Outcome, Reason
from .shown import shown
from .values import DatedValue
from .walking import nodes

_SIGNS = {"==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_COUNTED: Mapping[str, Text] = {
    "full_years": Text(th="อายุเต็มปี", en="Complete years of age"),
    "days_between": Text(th="จำนวนวัน", en="Days between"),
    "months_or_part": Text(th="จำนวนเดือน เศษของเดือนนับเป็นหนึ่งเดือน", en="Months begun"),
}
_LABELLED = Text(th="{label} {value}", en="{label} {value}")
_TOLD = Text(th="{words}: {value}", en="{words}: {value}")
_COMPARED = Text(th="{left} {sign} {right}", en="{left} {sign} {right}")
_UNKNOWN = Text(th="ไม่ทราบ", en="not known")
_STALE = Text(
    th="“{label}” ยังไม่มีใครทบทวนสำหรับวันที่ {on} (ทบทวนไว้ถึง {until})",
    en="Nobody has reviewed “{label}” for {on} (reviewed until {until})",
)
_UNVERIFIED = Text(
    th="“{label}” ยังไม่ได้ตรวจกับตัวบท แหล่งที่มา: {source}",
    en="“{label}” has not been checked against the text of the law; its source: {source}",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison in words. `holds` is None while a side is not known."""

    text: Text
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that a clause read, named as the clause sees it; `value` is None where nobody knows it."""

    place: FactPlace
    words: Text
    value: object

    @property
    def text(self) -> Text:
        """Say the fact with its value."""
        return _TOLD.fill(words=self.words, value=_UNKNOWN if self.value is None else self.place.said(self.value))


@dataclass(frozen=True, slots=True)
class Clause:
    """
    One clause of a decision, with what it came to. `whose` says of whom it was asked, where that is not the one of the case.

    `is_repeated`: it was told before, with all under it.
    """

    reason: Reason
    value: object
    whose: Text | None
    on: date
    told: tuple[Told, ...]
    compared: tuple[Compared, ...]
    parts: tuple["Clause", ...]
    is_repeated: bool


@dataclass(frozen=True)
class Explanation:
    """A decision in words."""

    outcome: Outcome

    @cached_property
    def tree(self) -> Clause:
        """The clause that was asked, with those that it asked under it."""
        return _clause(self.outcome, self.outcome.walk, set())

    @property
    def missing(self) -> tuple[FactPlace, ...]:
        """The facts that can still change the answer."""
        entities, entity = self.outcome.law.entities, self.outcome.asked.form.entity
        return tuple(find_place(entities, entity, path) for path in self.outcome.missing)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What would have led to another answer."""
        return find_changes(self.outcome)

    @property
    def warnings(self) -> tuple[Text, ...]:
        """What a reader must know of the numbers that took part: not reviewed for the day, or never checked."""
        return warnings_of(self.outcome.used, self.outcome.on)


def warnings_of(used: tuple[DatedValue, ...], on: date) -> tuple[Text, ...]:
    """Warn of each number that nobody has reviewed for the day, and of each that was not checked against the text."""
    unverified = (_UNVERIFIED.fill(label=one.label, source=one.source) for one in used if not one.verified)
    return (*stale_warnings(used, on), *unverified)


def stale_warnings(used: tuple[DatedValue, ...], on: date) -> tuple[Text, ...]:
    """Warn of each number that nobody has reviewed for the day."""
    return tuple(
        _STALE.fill(label=one.label, on=shown(on), until=shown(one.reviewed_until)) for one in used if one.is_stale(on)
    )


def _clause(outcome: Outcome, visit: Visit, seen: set[VisitKey]) -> Clause:
    is_repeated = visit.key in seen
    seen.add(visit.key)
    return Clause(
        reason=outcome.law.reason_of(visit.rule.id, visit.on, visit.found.value),
        value=given_back(visit.rule.returns, visit.found.value),
        whose=whose_words(outcome.law.entities, outcome.asked.form.entity, visit.entity.path),
        on=visit.on,
        told=() if is_repeated else tuple(_told(outcome, visit)),
        compared=() if is_repeated else tuple(_compared(outcome, test) for test in _worth_telling(outcome.law, visit)),
        parts=() if is_repeated else tuple(_clause(outcome, part, seen) for part in _each_once(visit.parts)),
        is_repeated=is_repeated,
    )


def _each_once(parts: tuple[Visit, ...]) -> tuple[Visit, ...]:
    return tuple({part.key: part for part in parts}.values())


def _told(outcome: Outcome, visit: Visit) -> Iterator[Told]:
    """List the facts a clause read itself. Whom it went on to is seen under it; an unknown that changed nothing is not told."""
    for path in visit.reads:
        place = find_place(outcome.law.entities, outcome.asked.form.entity, path)
        value = _value(outcome, place)
        is_idle = value is None and visit.found.value is not None
        if place.fact.type.kind not in (Kind.LINK, Kind.MEMBERS) and not is_idle:
            is_own = path.rpartition(".")[0] == visit.entity.path
            yield Told(place, place.words if is_own else place.full_words, value)


def _value(outcome: Outcome, place: FactPlace) -> object:
    """Give a fact as the case told it: money as Baht, a birth date with no more of it than is known."""
    raw, told = value_at(outcome.record, place.path), fact_at(outcome.facts, place.path)
    if place.fact.type.is_birth and isinstance(told, BirthDate | str):
        return BirthDate.parse(told) if isinstance(told, str) else told
    return given_back(place.fact.type, raw)


def _compared(outcome: Outcome, test: Comparison) -> Compared:
    left = _side(outcome, test, test.node.left, test.left)
    right = _side(outcome, test, test.node.right, test.right)
    return Compared(_COMPARED.fill(left=left, sign=_SIGNS[test.node.op], right=right), test.holds)


def _side(outcome: Outcome, test: Comparison, node: form.Node, value: object) -> Text:
    said = _UNKNOWN if value is None else _said(outcome, test, value, node)
    label = _label(outcome, test, node)
    return said if label is None else _LABELLED.fill(label=label, value=said)


def _said(outcome: Outcome, test: Comparison, value: object, node: form.Node) -> Text:
    """Say a side: money as money, and a choice by the words of the fact or of the number of the law it is compared with."""
    if node.type.kind is Kind.MONEY and isinstance(value, int):
        return shown(Baht(value))
    sides = (test.node.left, test.node.right)
    places = (place for side in sides if (place := _fact_place(outcome, test, side)))
    words = {
        word: said
        for side in sides
        if isinstance(side, form.Parameter)
        for word, said in outcome.law.all_rates[side.id.law].values[side.id.name][0].choices
    }
    return next(
        (place.said(value) for place in places if value in place.fact.type.values), words.get(str(value), shown(value))
    )


def _label(outcome: Outcome, test: Comparison, node: form.Node) -> Text | None:
    """Name a side: a fact by its words, a number of the law by its label, a count by what is counted."""
    match node:
        case form.Fact():
            place = _fact_place(outcome, test, node)
            return place.words if place else None
        case form.Parameter():
            return outcome.law.all_rates[node.id.law].values[node.id.name][0].label
        case form.Count():
            return _COUNTED.get(node.function)
    return None


def _fact_place(outcome: Outcome, test: Comparison, node: form.Node) -> FactPlace | None:
    """Find which of the facts of a comparison a side is."""
    if not isinstance(node, form.Fact):
        return None
    path = next((path for path in test.facts if path == node.name or path.endswith(f".{node.name}")), None)
    return None if path is None else find_place(outcome.law.entities, outcome.asked.form.entity, path)


def _worth_telling(law: Law, visit: Visit) -> Iterator[Comparison]:
    """
    List the comparisons whose sides stand as people know them: those of exact quotients are scaled, and would mislead.

    An unknown one that changed nothing is left out.
    """
    for test in visit.tests:
        is_idle = test.holds is None and visit.found.value is not None
        if not is_idle and _is_unscaled(law, test.node.left) and _is_unscaled(law, test.node.right):
            yield test


def _is_unscaled(law: Law, node: form.Node) -> bool:
    if node.type.kind is Kind.EXACT:
        return False
    if isinstance(node, form.Local):
        return not node.is_of_quotient
    is_of_whole = node.type.kind is Kind.WHOLE
    return not (is_of_whole and any(one.type.kind is Kind.MONEY or _is_rate(law, one) for one in nodes(node)))


def _is_rate(law: Law, node: form.Node) -> bool:
    return isinstance(node, form.Parameter) and law.all_rates[node.id.law].values[node.id.name][0].unit == "percent"
