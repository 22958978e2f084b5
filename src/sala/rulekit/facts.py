"""Read the facts of a case as the law declares them, or not at all. What is absent or None is unknown, never zero."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from sala.kernel.age import NotYetBorn

from .errors import FactHasWrongType, FactNotInLaw, FactOutOfRange
from .form import EntityForm
from .given import READERS, REFUSED, OutOfRange
from .kinds import EXACT_PARTS, Kind, Type

Facts = Mapping[str, object]
Record = Any  # an object of a class made for the entity, with a slot for each fact; None in a slot is unknown

_UNIT = {Kind.MONEY: 100, Kind.EXACT: EXACT_PARTS}


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one fact is read."""

    name: str
    type: Type
    inverse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How facts of certain names are read. Truths are looked at all together: they are half of what a case holds."""

    truths: Callable[[Mapping[str, object]], tuple[object, ...]]
    plain: tuple[tuple[str, Callable[[Any], object]], ...]
    roads: tuple[_Reader, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """
    How the records of one entity are made; what needs a second look once all of a case are made.

    `nothing` holds a None for each fact that the question may read.
    """

    made_by: type[Any]
    readers: Mapping[str, _Reader]
    nothing: Mapping[str, None]
    shapes: dict[tuple[str, ...], _Shape]
    needed: Callable[[Mapping[str, object]], tuple[object, ...]]
    owners: tuple[_Reader, ...]
    links: tuple[str, ...]
    inverses: tuple[_Reader, ...]
    births: tuple[str, ...]


_Made = list[tuple[_Kind, Record, Sequence[Record]]]
_NUMBER = "number"  # the fact by which members of one household name each other
_MOST_SHAPES = 1000  # a caller who sends ever new ones pays for each
_TRUTHS = frozenset((bool, type(None)))


class FactsReader:
    """
    Makes records of the entities of a law, for one question.

    `needed` are the names of the facts that answering it may read: where all of them are known, the fast version runs.
    """

    def __init__(self, law: str, entities: Mapping[str, EntityForm], needed: frozenset[str]) -> None:
        self.law = law
        every = (fact for entity in entities.values() for fact in entity.facts)
        self.needed = needed.union(*(fact.inverse for fact in every if fact.name in needed))
        self.entities = entities
        self._kinds: dict[str, _Kind] = {}

    def read(self, entity: str, facts: Facts, on: date) -> tuple[Record, bool]:
        """
        Make the record of a case, and say whether every fact that a rule may read is known, links aside.

        :raises FactNotInLaw: a name that the law does not know.
        :raises FactHasWrongType: a value of another type than declared.
        :raises FactOutOfRange: a number outside the declared range.
        :raises NotYetBorn: someone is born after the day.
        """
        made: _Made = []
        record = self._record(entity, facts, made, None, ())
        return record, _finish(made, on)

    def _kind(self, entity: str) -> _Kind:
        found = self._kinds.get(entity)
        if found is None:
            found = self._kinds[entity] = _kind(self.entities[entity], self.needed)
        return found

    def _record(
        self,
        entity: str,
        facts: Facts,
        made: _Made,
        owner: tuple[Record, str] | None,
        siblings: Sequence[Record],
    ) -> Record:
        kind = self._kind(entity)
        shape = kind.shapes.get(tuple(facts)) or self._shape(kind, facts)
        record = kind.made_by()
        values = record.__dict__
        values.update(kind.nothing)
        values.update(facts)
        made.append((kind, record, siblings))
        if not _TRUTHS.issuperset(map(type, shape.truths(values))):
            self._refuse_truth(kind, values)
        for name, read in shape.plain:
            value = facts[name]
            try:
                values[name] = None if value is None else read(value)
            except REFUSED as problem:
                raise self._refused(kind.readers[name], value, problem) from problem
        for reader in shape.roads:
            self._follow(reader, values, made, record)
        if owner is not None:
            for reader in kind.owners:
                if values[reader.name] is None and owner[1] in reader.inverse:
                    values[reader.name] = owner[0]
        return record

    def _shape(self, kind: _Kind, facts: Facts) -> _Shape:
        """Plan how facts of these names are read; cases of one caller have few shapes."""
        for name in facts:
            if name not in kind.readers:
                raise FactNotInLaw(law=self.law, fact=name, known=", ".join(sorted(kind.readers)))
        given = [kind.readers[name] for name in facts]
        shape = _Shape(
            truths=_getter([one.name for one in given if one.type.kind is Kind.TRUTH]),
            plain=tuple((one.name, READERS[one.type.kind](one.type)) for one in given if one.type.kind in READERS),
            roads=tuple(one for one in given if one.type.kind in (Kind.MEMBERS, Kind.LINK)),
        )
        if len(kind.shapes) < _MOST_SHAPES:
            kind.shapes[tuple(facts)] = shape
        return shape

    def _follow(self, reader: _Reader, values: dict[str, object], made: _Made, owner: Record) -> None:
        """Read what leads to other entities: members, a link by its entity, a link by a number among siblings."""
        value = values[reader.name]
        if value is None or (type(value) is int and reader.type.kind is Kind.LINK):
            return
        if reader.type.kind is Kind.MEMBERS and isinstance(value, Sequence) and not isinstance(value, str):
            values[reader.name] = self._members(reader, value, made, owner)
        elif reader.type.kind is Kind.LINK and isinstance(value, Mapping):
            values[reader.name] = self._record(reader.type.of, value, made, None, ())
        else:
            raise self._refused(reader, value, TypeError())

    def _members(self, reader: _Reader, given: Sequence[Any], made: _Made, owner: Record) -> tuple[Record, ...]:
        if len(given) > reader.type.high:
            raise FactOutOfRange(law=self.law, fact=reader.name, low=0, high=reader.type.high)
        members: list[Record] = []
        for one in given:
            if not isinstance(one, Mapping):
                raise self._refused(reader, one, TypeError())
            members.append(self._record(reader.type.of, one, made, (owner, reader.name), members))
        return tuple(members)

    def _refuse_truth(self, kind: _Kind, values: Mapping[str, object]) -> None:
        for reader in kind.readers.values():
            if reader.type.kind is Kind.TRUTH and type(values[reader.name]) not in _TRUTHS:
                raise self._refused(reader, values[reader.name], TypeError())

    def _refused(self, reader: _Reader, value: object, problem: Exception) -> Exception:
        """Say what is wrong with a fact."""
        if isinstance(problem, OutOfRange):
            low, high = (f"{end // _UNIT.get(reader.type.kind, 1):,}" for end in (reader.type.low, reader.type.high))
            return FactOutOfRange(law=self.law, fact=reader.name, low=low, high=high)
        wanted = reader.type.of or reader.type.kind.value
        return FactHasWrongType(law=self.law, fact=reader.name, wanted=wanted, given=type(value).__name__)


def _kind(form: EntityForm, needed: frozenset[str]) -> _Kind:
    readers = {fact.name: _Reader(fact.name, fact.type, fact.inverse) for fact in form.facts}
    read = [one for one in readers.values() if one.name in needed or one.name == _NUMBER or one.type.is_birth]
    links = [one for one in read if one.type.kind is Kind.LINK]
    return _Kind(
        made_by=type(form.name, (), {}),
        readers=readers,
        nothing=dict.fromkeys(one.name for one in read),
        shapes={},
        needed=_getter([one.name for one in read if one.name in needed and one.type.kind is not Kind.LINK]),
        owners=tuple(one for one in links if one.inverse),
        links=tuple(one.name for one in links),
        inverses=tuple(one for one in read if one.inverse and one.type.kind is Kind.MEMBERS),
        births=tuple(one.name for one in read if one.type.is_birth),
    )


def _finish(made: _Made, on: date) -> bool:
    """Lead the links among members to their records, make the inverses, and look for what is not known."""
    for kind, record, siblings in made:
        values = record.__dict__
        for name in kind.links:
            if type(values[name]) is int:
                values[name] = _numbered(siblings, values[name])
        for name in kind.births:
            if values[name] is not None and values[name] > on:
                raise NotYetBorn
    knows = True
    for kind, record, siblings in made:
        for reader in kind.inverses:
            if siblings and getattr(record, reader.name) is None:
                found = [one for one in siblings for link in reader.inverse if one.__dict__[link] is record]
                setattr(record, reader.name, tuple(dict.fromkeys(found)))
        knows = knows and None not in kind.needed(record.__dict__)
    return knows


def _numbered(siblings: Sequence[Record], number: Any) -> Record | None:
    """Find the member of the same household with a number; 0 leads nowhere. Most are numbered as they stand."""
    if 0 < number <= len(siblings) and siblings[number - 1].number == number:
        return siblings[number - 1]
    return next((sibling for sibling in siblings if sibling.number == number), None)


def _getter(names: Sequence[str]) -> Callable[[Mapping[str, object]], tuple[object, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)
