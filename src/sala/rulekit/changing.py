"""
What would have to change: the nearest cases in which the law answers otherwise.

They come from the decision itself: a yes or no that it read, another choice, the border of a number it compared, a later
day for an age. Each is decided again before it is told, so none is a guess. Two facts are changed together only where no
one of them is enough. Nobody is ever told to be born on another day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice
from typing import Any

from sala.kernel.age import day_of_age
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .counting import add_months, fiscal_year_start, last_day_of_month_before, year_start
from .facts import Facts
from .form import RuleId
from .given import given_back
from .interview.places import FactPlace, Path, find_place, value_at, with_fact
from .interview.visits import Comparison
from .kinds import Kind
from .law import Outcome
from .shown import shown

MOST_CHANGES = 8
_MOST_TURNS = 30
_MOST_CLAUSES = 20_000  # asked again in all: a household of a hundred gets fewer tries than a person
_MOST_PAIRED = 10
_LONGEST_LIFE = 150
_ONE_DAY = timedelta(days=1)

_FACT = Text(th="ถ้า “{words}” เป็น {to} ({now}): {then}", en="If “{words}” were {to} ({now}): {then}")
_BOTH = Text(
    th="ถ้า “{words}” เป็น {to} ({now}) และ “{other}” เป็น {other_to} ({other_now}): {then}",
    en="If “{words}” were {to} ({now}) and “{other}” were {other_to} ({other_now}): {then}",
)
_LATER = Text(th="ในวันที่ {to} โดยข้อเท็จจริงอื่นเหมือนเดิม: {then}", en="On {to}, all else as it is: {then}")
_LATER_AND = Text(
    th="ในวันที่ {other_to} ถ้า “{words}” เป็น {to} ({now}): {then}",
    en="On {other_to}, if “{words}” were {to} ({now}): {then}",
)
_NOW = Text(th="ตอนนี้ {value}", en="now {value}")


@dataclass(frozen=True, slots=True)
class Alteration:
    """One fact told otherwise; without a place it is the day of the decision that is another."""

    place: FactPlace | None
    from_: object
    to: object

    @property
    def path(self) -> Path:
        """Where the fact stands; empty for the day."""
        return self.place.path if self.place else ""

    @property
    def said(self) -> Text:
        """Say what it would be."""
        return self.place.said(self.to) if self.place else shown(self.to)


@dataclass(frozen=True, slots=True)
class Change:
    """A case near the one that was decided, and what the law says of it."""

    parts: tuple[Alteration, ...]
    outcome: Outcome

    @property
    def text(self) -> Text:
        """Say it as a sentence."""
        first, *rest = self.parts
        then = self.outcome.conclusion.text
        if first.place is None:
            return _LATER.fill(to=first.said, then=then)
        said = {"words": first.place.full_words, "to": first.said, "now": _now(first), "then": then}
        if not rest:
            return _FACT.fill(**said)
        second = rest[0]
        if second.place is None:
            return _LATER_AND.fill(**said, other_to=second.said)
        other = {"other": second.place.full_words, "other_to": second.said, "other_now": _now(second)}
        return _BOTH.fill(**said, **other)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What may be tried for one border: values from the nearest on, until the comparison there turns."""

    options: tuple[Alteration, ...]
    at: "_Border | None" = None


@dataclass(frozen=True, slots=True)
class _Border:
    """One comparison of a decision, so that it can be found again in another: its clause, of whom, and its number there."""

    rule: RuleId
    path: Path
    number: int
    test: Comparison

    def turned(self, outcome: Outcome) -> bool:
        """Say whether the comparison comes out otherwise there."""
        for visit in outcome.walk.every():
            if (visit.rule.id, visit.entity.path) == (self.rule, self.path) and len(visit.tests) > self.number:
                test = visit.tests[self.number]
                return test.node == self.test.node and test.holds is (not self.test.holds)
        return False


def find_changes(outcome: Outcome) -> tuple[Change, ...]:
    """
    Find what would have led to a yes, or to another number or amount; nothing for a yes or for what is not known.

    Decides the case again, some hundred times at the very most, and less often the more clauses it has.
    """
    if outcome.value is None or outcome.value is True or not isinstance(outcome.value, bool | int | Baht):
        return ()
    most = min(_MOST_TURNS, 1 + _MOST_CLAUSES // len(outcome.walk.every()))
    turned = tuple(filter(None, (_turn(outcome, turn) for turn in islice(_turns(outcome), most))))
    found = {(one.parts[0].path, one.parts[0].to): one for one in turned if _differs(one.outcome, outcome)}
    if found or outcome.value:
        return tuple(found.values())[:MOST_CHANGES]
    alone = [one.parts[0] for one in turned[:_MOST_PAIRED]]
    pairs = (pair for pair in combinations(alone, 2) if pair[0].path != pair[1].path)
    paired = filter(None, (_decide_again(outcome, pair) for pair in pairs))
    return tuple(islice((one for one in paired if _differs(one.outcome, outcome)), MOST_CHANGES))


def _now(part: Alteration) -> Text:
    return _NOW.fill(value=part.place.said(part.from_) if part.place else shown(part.from_))


def _differs(again: Outcome, outcome: Outcome) -> bool:
    return again.value is not None and again.value is not False and again.value != outcome.value


def _turn(outcome: Outcome, turn: _Turn) -> Change | None:
    """Take the nearest value that turns the comparison, whatever the whole answer is then."""
    tried = (_decide_again(outcome, (one,)) for one in turn.options)
    return next((one for one in tried if one and (turn.at is None or turn.at.turned(one.outcome))), None)


def _decide_again(outcome: Outcome, parts: tuple[Alteration, ...]) -> Change | None:
    facts: Facts = outcome.facts
    on = outcome.on
    for part in parts:
        if part.place is None:
            on = _as_day(part.to)
        else:
            facts = with_fact(facts, part.path, part.to)
    try:
        again = outcome.law.decide(outcome.asked.name, facts, on, calendar=outcome.calendar, area=outcome.area)
    except SalaError:  # out of range, or a day for which the law has no number: no such case
        return None
    return Change(parts, again)


def _turns(outcome: Outcome) -> Iterator[_Turn]:
    """List what may be tried: the facts as the law came to them, then later days, the soonest first."""
    borders = [
        _Border(visit.rule.id, visit.entity.path, number, test)
        for visit in outcome.walk.every()
        for number, test in enumerate(visit.tests)
        if test.holds is not None
    ]
    for path in outcome.walk.facts:
        place = find_place(outcome.law.entities, outcome.asked.form.entity, path)
        value = value_at(outcome.record, path)
        if value is not None and not place.fact.type.is_birth:
            yield from _of_fact(place, value, borders)
    later = [(sorted(_later_days(outcome, border.test)), border) for border in borders]
    for days, border in sorted(((days, border) for days, border in later if days), key=lambda pair: pair[0][0]):
        yield _Turn(tuple(Alteration(None, outcome.on, day) for day in days), border)


def _of_fact(place: FactPlace, value: Any, borders: list[_Border]) -> Iterator[_Turn]:
    match place.fact.type.kind:
        case Kind.TRUTH:
            yield _Turn((Alteration(place, value, not value),))
        case Kind.CHOICE:
            yield from (_Turn((Alteration(place, value, one),)) for one in place.fact.type.values if one != value)
        case Kind.WHOLE | Kind.MONEY | Kind.EXACT | Kind.DAY:
            for border in borders:
                if place.path in border.test.facts and (near := _near(place, value, border.test)):
                    now, *others = (given_back(place.fact.type, one) for one in (value, *near))
                    yield _Turn(tuple(Alteration(place, now, one) for one in others), border)


def _near(place: FactPlace, value: Any, test: Comparison) -> list[Any]:
    """Give the values of a fact at which a comparison turns, where it counts once in it; the nearest first."""
    wanted = place.fact.type
    if test.left is None or test.right is None:
        return []
    if wanted.kind is Kind.DAY:
        if type(test.left) is not date or type(test.right) is not date:
            return []
        gap, step = test.right - test.left, _ONE_DAY
        near = {value + sign * gap + by * step for sign in (1, -1) for by in (-1, 0, 1)}
        return sorted(near - {value}, key=lambda day: abs(day - value))
    if type(test.left) is not int or type(test.right) is not int:
        return []
    distance = test.right - test.left
    numbers = {value + sign * distance + by for sign in (1, -1) for by in (-1, 0, 1)} - {value}
    return sorted((n for n in numbers if wanted.low <= n <= wanted.high), key=lambda number: abs(number - value))


def _later_days(outcome: Outcome, test: Comparison) -> Iterator[date]:
    """Give the days after the decision on which a comparison of an age, or of days, may turn."""
    on = outcome.on
    turns = {side for side in (test.left, test.right) if type(side) is date}
    for path in test.facts:
        born = value_at(outcome.record, path)
        if find_place(outcome.law.entities, outcome.asked.form.entity, path).fact.type.is_birth and born is not None:
            turns |= {day_of_age(born, years) for years in _years_of(born, test)}
    for day in turns:
        following = (day, day + _ONE_DAY, last_day_of_month_before(add_months(day, 1)) + _ONE_DAY)
        yield from (one for one in (*following, fiscal_year_start(day, 1), year_start(day, 1)) if one > on)


def _years_of(born: date | BirthDate, test: Comparison) -> set[int]:
    sides = {side for side in (test.left, test.right) if type(side) is int and 0 <= side < _LONGEST_LIFE}
    return sides | {side + 1 for side in sides}


def _as_day(value: object) -> date:
    assert isinstance(value, date)  # noqa: S101  an alteration without a place is of the day
    return value
