"""Read the facts of a case as the law declares them, or not at all. What is absent or None is unknown, never zero."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from operator import itemgetter
from typing import Any

from sala.kernel.age import NotYetBorn
from sala.kernel.days import Period
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .errors import FactHasWrongType, FactNotInLaw, FactOutOfRange
from .form import EntityForm, FactForm
from .kinds import EXACT_PARTS, Kind, Type

Facts = Mapping[str, object]
Record = Any  # an object of a class made for the entity, with a slot for each fact; None in a slot is unknown

_UNIT = {Kind.MONEY: 100, Kind.EXACT: EXACT_PARTS}


class _OutOfRange(Exception):
    """A number lies outside its declared range."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one fact is read."""

    name: str
    read: Callable[[object], object]
    type: Type
    inverse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the records of one entity are made; what needs a second look once all of a case are made."""

    made_by: type[Any]
    readers: Mapping[str, _Reader]
    nothing: Mapping[str, None]
    needed: Callable[[Mapping[str, object]], tuple[object, ...]]
    owners: tuple[_Reader, ...]
    links: tuple[_Reader, ...]
    inverses: tuple[_Reader, ...]
    births: tuple[str, ...]


class FactsReader:
    """
    Makes records of the entities of a law.

    `needed` are the names of the facts that any of its rules reads: where all of them are known, the fast version runs.
    """

    def __init__(self, law: str, entities: Mapping[str, EntityForm], needed: frozenset[str]) -> None:
        self.law = law
        self.needed = needed
        self.entities = entities
        self._kinds: dict[str, _Kind] = {}

    def read(self, entity: str, facts: Facts, on: date) -> tuple[Record, bool]:
        """
        Make the record of a case, and say whether every fact that a rule may read is known.

        :raises FactNotInLaw: a name that the law does not know.
        :raises FactHasWrongType: a value of another type than declared.
        :raises FactOutOfRange: a number outside the declared range.
        :raises NotYetBorn: someone is born after the day.
        """
        made: list[tuple[_Kind, Record, Sequence[Record]]] = []
        record = self._record(entity, facts, made, None, ())
        return record, _finish(made, on)

    def _kind(self, entity: str) -> _Kind:
        found = self._kinds.get(entity)
        if found is None:
            form = self.entities[entity]
            readers = {fact.name: self._fact_reader(fact) for fact in form.facts}
            links = tuple(reader for reader in readers.values() if reader.type.kind is Kind.LINK)
            needed = [name for name in readers if name in self.needed]
            found = self._kinds[entity] = _Kind(
                made_by=type(form.name, (), {}),
                readers=readers,
                nothing=dict.fromkeys(readers),
                needed=_getter(needed),
                owners=tuple(reader for reader in links if reader.inverse),
                links=tuple(reader for reader in links if not reader.inverse),
                inverses=tuple(one for one in readers.values() if one.inverse and one.type.kind is Kind.MEMBERS),
                births=tuple(reader.name for reader in readers.values() if reader.type.is_birth),
            )
        return found

    def _fact_reader(self, fact: FactForm) -> _Reader:
        read = partial(_READERS[fact.type.kind], fact.type) if fact.type.kind in _READERS else _untouched
        return _Reader(fact.name, read, fact.type, fact.inverse)

    def _record(
        self,
        entity: str,
        facts: Facts,
        made: list[tuple[_Kind, Record, Sequence[Record]]],
        owner: tuple[Record, str] | None,
        siblings: Sequence[Record],
    ) -> Record:
        kind = self._kind(entity)
        if not facts.keys() <= kind.readers.keys():
            self._refuse_name(facts, kind.readers.keys())
        record = kind.made_by()
        values = record.__dict__
        values.update(kind.nothing)
        made.append((kind, record, siblings))
        for name, value in facts.items():
            if value is not None:
                values[name] = self._value(kind.readers[name], value, made, record)
        if owner is not None:
            for reader in kind.owners:
                if values[reader.name] is None and owner[1] in reader.inverse:
                    values[reader.name] = owner[0]
        return record

    def _value(
        self, reader: _Reader, value: object, made: list[tuple[_Kind, Record, Sequence[Record]]], owner: Record
    ) -> object:
        if reader.type.kind is Kind.MEMBERS:
            return self._members(reader, value, made, owner)
        if reader.type.kind is Kind.LINK and isinstance(value, Mapping):
            return self._record(reader.type.of, value, made, None, ())
        try:
            return reader.read(value)
        except _OutOfRange as problem:
            low, high = (f"{end // _UNIT.get(reader.type.kind, 1):,}" for end in (reader.type.low, reader.type.high))
            raise FactOutOfRange(law=self.law, fact=reader.name, low=low, high=high) from problem
        except (ArithmeticError, ValueError, TypeError, SalaError) as problem:
            raise self._wrong(reader, value) from problem

    def _members(
        self, reader: _Reader, given: object, made: list[tuple[_Kind, Record, Sequence[Record]]], owner: Record
    ) -> tuple[Record, ...]:
        if not isinstance(given, Sequence) or isinstance(given, str):
            raise self._wrong(reader, given)
        if len(given) > reader.type.high:
            raise FactOutOfRange(law=self.law, fact=reader.name, low=0, high=reader.type.high)
        members: list[Record] = []
        for one in given:
            members.append(self._record(reader.type.of, one, made, (owner, reader.name), members))
        return tuple(members)

    def _refuse_name(self, facts: Facts, names: Collection[str]) -> None:
        for name in facts:
            if name not in names:
                raise FactNotInLaw(law=self.law, fact=name, known=", ".join(sorted(names)))

    def _wrong(self, reader: _Reader, value: object) -> FactHasWrongType:
        wanted = reader.type.of or reader.type.kind.value
        return FactHasWrongType(law=self.law, fact=reader.name, wanted=wanted, given=type(value).__name__)


def _finish(made: Sequence[tuple[_Kind, Record, Sequence[Record]]], on: date) -> bool:
    """Lead the links among members to their records, make the inverses, and look for what is not known."""
    for kind, record, siblings in made:
        values = record.__dict__
        for reader in kind.links:
            if type(values[reader.name]) is int:
                values[reader.name] = _numbered(siblings, values[reader.name])
        for name in kind.births:
            if values[name] is not None and values[name] > on:
                raise NotYetBorn
    knows = True
    for kind, record, siblings in made:
        for reader in kind.inverses:
            if siblings and getattr(record, reader.name) is None:
                found = tuple(one for one in siblings if _leads_to(one, reader.inverse, record))
                setattr(record, reader.name, found)
        knows = knows and None not in kind.needed(record.__dict__)
    return knows


def _numbered(siblings: Sequence[Record], number: int) -> Record | None:
    """Find the member of the same household with a number; 0 leads nowhere."""
    return next((sibling for sibling in siblings if sibling.number == number), None)


def _getter(names: Sequence[str]) -> Callable[[Mapping[str, object]], tuple[object, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)


def _leads_to(one: Record, links: Sequence[str], record: Record) -> bool:
    return any(getattr(one, link) is record for link in links)


def _untouched(value: object) -> object:
    return value


def _truth(_: Type, value: object) -> object:
    if type(value) is not bool:
        raise TypeError
    return value


def _whole(wanted: Type, value: object) -> object:
    if type(value) is not int:
        raise TypeError
    if not wanted.low <= value <= wanted.high:
        raise _OutOfRange
    return value


def _money(wanted: Type, value: object) -> object:
    if isinstance(value, str) or type(value) is int:
        value = Baht.of(value)
    if not isinstance(value, Baht):
        raise TypeError
    return _whole(wanted, value.satang)


def _exact(wanted: Type, value: object) -> object:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise TypeError
    parts = Decimal(value) * EXACT_PARTS
    if parts != int(parts):
        raise ValueError
    return _whole(wanted, int(parts))


def _day(wanted: Type, value: object) -> date:
    if wanted.is_birth and isinstance(value, str):
        value = BirthDate.parse(value)
    return value.counted_from if isinstance(value, BirthDate) and wanted.is_birth else _plain_day(value)


def _plain_day(value: object) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if type(value) is not date:
        raise TypeError
    return value


def _moment(_: Type, value: object) -> object:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        raise TypeError
    return value


def _choice(wanted: Type, value: object) -> object:
    found = value.value if isinstance(value, Enum) else value
    if found not in wanted.values:
        raise TypeError
    return found


def _period(_: Type, value: object) -> object:
    if isinstance(value, Mapping):
        until = value.get("until")
        value = Period(_plain_day(value["from"]), None if until is None else _plain_day(until))
    if not isinstance(value, Period):
        raise TypeError
    return value


_READERS: Mapping[Kind, Callable[[Type, Any], object]] = {
    Kind.TRUTH: _truth,
    Kind.WHOLE: _whole,
    Kind.MONEY: _money,
    Kind.EXACT: _exact,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.PERIOD: _period,
}
