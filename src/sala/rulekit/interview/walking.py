"""
Work out a form node by node: name the facts that an unknown value hangs on, and keep what was compared on the way.

The walk is the second reading of a form beside the generated one: it must come to the same values, and tests hold it to
that. What is settled needs no question: an `and` with a false part, a branch not taken.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from sala.kernel.money import Rounding

from .. import form
from ..case.kleene import both, either, opposite
from ..case.running import FUNCTIONS, Frame, Run, half_up, in_slices, on_ladder
from ..counting import NEED_CALENDAR
from ..form import (
    Aggregate,
    Answer,
    Bind,
    Branch,
    Node,
    ParameterId,
    RuleForm,
    RuleId,
    Statement,
    Subject,
    Variable,
)
from .places import Path
from .visits import Comparison, Entity, Found, Notes, Visit, VisitKey

_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Named:
    """What a name of a rule stands for, and the facts that were read for it."""

    found: Found
    facts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule is being worked out: the entities and names in sight, and the day."""

    entities: dict[str, Entity]
    names: dict[str, _Named]
    frame: Frame


class Walker:
    """
    Walks the forms of a law within one run, through each clause once for an entity and a day.

    `homes` are the paths of the records by their identity, so that one who is met in two places keeps one path. What is
    `assumed` of a clause stands in the place of its answer.
    """

    def __init__(
        self,
        forms: Mapping[RuleId, RuleForm],
        run: Run,
        *,
        homes: Mapping[int, Path],
        assumed: Mapping[VisitKey, bool],
    ) -> None:
        self.forms = forms
        self.run = run
        self.homes = homes
        self.assumed = assumed
        self._visits: dict[VisitKey, Visit] = {}
        self._notes = Notes()

    def visit(self, rule: RuleForm, entity: Entity, frame: Frame) -> Visit:
        """Work out a rule, and keep what happened on the way."""
        key = (rule.id, id(entity.record), frame.on)
        visit = self._visits.get(key)
        if visit is None:
            visit = self._visits[key] = self._visit_anew(key, rule, entity, frame)
        self._notes.facts.update(dict.fromkeys(visit.facts))
        self._notes.parts.append(visit)
        return visit

    def _visit_anew(self, key: VisitKey, rule: RuleForm, entity: Entity, frame: Frame) -> Visit:
        if key in self.assumed:
            return Visit(rule, entity, frame.on, Found(self.assumed[key]), (), (), (), (), ())
        found, notes = self._apart(lambda: self._body(rule.body, _Place({rule.variable: entity}, {}, frame)))
        return Visit(
            rule=rule,
            entity=entity,
            on=frame.on,
            found=found,
            tests=tuple(notes.tests),
            reads=tuple(notes.reads),
            facts=tuple(notes.facts),
            numbers=tuple(notes.numbers),
            parts=tuple(notes.parts),
        )

    def _apart(self, work: Callable[[], T]) -> tuple[T, Notes]:
        """Work something out with notes of its own."""
        outer, self._notes = self._notes, Notes()
        made = work()
        notes, self._notes = self._notes, outer
        return made, notes

    def _body(self, statements: Sequence[Statement], place: _Place) -> Found:
        for statement in statements:
            match statement:
                case Bind():
                    place.names[statement.name] = self._named(statement.value, place)
                case Answer():
                    return self.value(statement.value, place)
                case Branch():
                    test = self.value(statement.test, place)
                    if test.value is None:
                        return test
                    return self._body(statement.yes if test.value else statement.no, place)
        raise AssertionError("the reader lets no path end without an answer")

    def _named(self, node: Node, place: _Place) -> _Named:
        found, notes = self._apart(lambda: self.value(node, place))
        self._notes.take(notes)
        return _Named(found, tuple(notes.facts))

    def value(self, node: Node, place: _Place) -> Found:
        """Work out a value."""
        found: Found = getattr(self, f"_{type(node).__name__.lower()}")(node, place)
        return found

    def _joined(self, function: Callable[..., Any], *parts: Found) -> Found:
        """Work out what is unknown where any part is."""
        if any(part.value is None for part in parts):
            return Found(None, _union(part.open for part in parts if part.value is None))
        return Found(function(*(part.value for part in parts)))

    def _constant(self, node: form.Constant, place: _Place) -> Found:
        return Found(node.value)

    def _local(self, node: form.Local, place: _Place) -> Found:
        named = place.names[node.name]
        self._notes.facts.update(dict.fromkeys(named.facts))
        return named.found

    def _asked(self, node: form.Asked, place: _Place) -> Found:
        return Found(place.frame.on)

    def _entity(self, subject: Subject, place: _Place) -> Entity:
        if isinstance(subject, Variable):
            return place.entities[subject.name]
        owner = self._entity(subject.subject, place)
        found = self._read(owner, subject.link)
        return self._at_home(Entity(found.value, owner.step(subject.link), found.open))

    def _at_home(self, entity: Entity) -> Entity:
        path = self.homes.get(id(entity.record))
        return entity if path is None else replace(entity, path=path)

    def _read(self, owner: Entity, name: str) -> Found:
        if owner.record is None:
            return Found(None, owner.open)
        value, path = getattr(owner.record, name), owner.step(name)
        self._notes.reads[path] = self._notes.facts[path] = None
        return Found(value, (path,) if value is None else ())

    def _fact(self, node: form.Fact, place: _Place) -> Found:
        return self._read(self._entity(node.subject, place), node.name)

    def _parameter(self, node: form.Parameter, place: _Place) -> Found:
        return self._joined(lambda on: self._number(node.id, on), self.value(node.day, place))

    def _number(self, parameter: ParameterId, on: date) -> Any:
        self._notes.numbers[parameter, on] = None
        return self.run.number(parameter, on)

    def _arithmetic(self, node: form.Arithmetic, place: _Place) -> Found:
        return self._joined(_OPERATORS[node.op], self.value(node.left, place), self.value(node.right, place))

    def _negative(self, node: form.Negative, place: _Place) -> Found:
        return self._joined(operator.neg, self.value(node.operand, place))

    def _compare(self, node: form.Compare, place: _Place) -> Found:
        (left, right), notes = self._apart(lambda: (self.value(node.left, place), self.value(node.right, place)))
        found = self._joined(_OPERATORS[node.op], left, right)
        self._notes.take(notes)
        self._notes.tests.append(Comparison(node, left.value, right.value, found.value, tuple(notes.facts)))
        return found

    def _junction(self, node: form.Junction, place: _Place) -> Found:
        parts = [self.value(part, place) for part in node.parts]
        value = (both if node.op == "and" else either)(*(part.value for part in parts))
        return _settled(value, parts)

    def _opposite(self, node: form.Opposite, place: _Place) -> Found:
        operand = self.value(node.operand, place)
        return Found(opposite(operand.value), operand.open)

    def _choose(self, node: form.Choose, place: _Place) -> Found:
        test = self.value(node.test, place)
        if test.value is None:
            return test
        return self.value(node.yes if test.value else node.no, place)

    def _extreme(self, node: form.Extreme, place: _Place) -> Found:
        pick: Callable[..., Any] = min if node.op == "min" else max
        return self._joined(pick, *(self.value(part, place) for part in node.parts))

    def _rounded(self, node: form.Rounded, place: _Place) -> Found:
        parts = (self.value(part, place) for part in (node.top, node.bottom, node.step))
        return self._joined(lambda top, bottom, step: _round(node.mode, top, bottom * step) * step, *parts)

    def _ask(self, node: form.Ask, place: _Place) -> Found:
        entity, day = self._entity(node.subject, place), self.value(node.day, place)
        if entity.record is None or day.value is None:
            return Found(None, _union((entity.open, day.open)))
        return self.visit(self.forms[node.rule], entity, place.frame.at(day.value)).found

    def _count(self, node: form.Count, place: _Place) -> Found:
        function: Any = FUNCTIONS[node.function]
        calendar = place.frame.calendar() if node.function in NEED_CALENDAR else ()
        arguments = (self.value(argument, place) for argument in node.arguments)
        return self._joined(lambda *given: function(*given, *calendar), *arguments)

    def _ladder(self, node: form.Ladder, place: _Place) -> Found:
        number, day = self.value(node.number, place), self.value(node.day, place)
        return self._joined(lambda count, on: on_ladder(count, self._number(node.table, on)), number, day)

    def _slices(self, node: form.Slices, place: _Place) -> Found:
        amount, day = self.value(node.amount, place), self.value(node.day, place)
        return self._joined(lambda satang, on: in_slices(satang, self._number(node.table, on), node.mode), amount, day)

    def _within(self, node: form.Within, place: _Place) -> Found:
        period = self._read(self._entity(node.subject, place), node.name)
        return self._joined(lambda day, days: day in days, self.value(node.day, place), period)

    def _gather(self, node: form.Gather, place: _Place) -> Found:
        owner = self._entity(node.owner, place)
        members = self._read(owner, node.members)
        if members.value is None:
            return members
        each = [
            self._each(node, _Place({**place.entities, node.variable: member}, place.names, place.frame))
            for member in (
                self._at_home(Entity(record, f"{owner.step(node.members)}[{number}]"))
                for number, record in enumerate(members.value)
            )
        ]
        if node.op is Aggregate.ANY:
            return _settled(either(*(one.value for one in each)), each)
        if node.op is Aggregate.ALL:
            return _settled(both(*(one.value for one in each)), each)
        return self._joined(lambda *values: sum(values), *each)

    def _each(self, node: form.Gather, place: _Place) -> Found:
        """Work out what one member brings: for a sum its value or nothing, for `any` and `all` whether it passes."""
        where = self.value(node.where, place) if node.where else Found(value=True)
        if node.op in (Aggregate.SUM, Aggregate.COUNT):
            if not where.value:
                return where if where.value is None else Found(0)
            return self.value(node.value, place) if node.value else Found(1)
        assert node.value is not None  # noqa: S101  the reader gives `any` and `all` a value
        value = self.value(node.value, place)
        if node.op is Aggregate.ANY:
            return _settled(both(where.value, value.value), (where, value))
        return _settled(either(opposite(where.value), value.value), (where, value))


def _settled(value: bool | None, parts: Sequence[Found]) -> Found:
    """Keep the open facts of the unknown parts, where the whole is unknown."""
    return Found(value, _union(part.open for part in parts if part.value is None) if value is None else ())


def _union(paths: Iterable[tuple[Path, ...]]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(path for some in paths for path in some))


def _round(mode: Rounding, top: int, bottom: int) -> int:
    if mode is Rounding.HALF_UP:
        return half_up(top, bottom)
    return top // bottom if mode is Rounding.DOWN else -(-top // bottom)
