"""Read the facts of a case as the law declares them, or not at all. What is absent or None is unknown, never zero."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from operator import itemgetter
from typing import Any

from sala.kernel.age import NotYetBorn
from sala.kernel.days import Period
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .errors import FactHasWrongType, FactNotInLaw, FactOutOfRange
from .form import EntityForm
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
    type: Type
    inverse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the records of one entity are made; what needs a second look once all of a case are made."""

    made_by: type[Any]
    readers: Mapping[str, _Reader]
    plain: Mapping[str, Callable[[Any], object]]
    nothing: Mapping[str, None]
    needed: Callable[[Mapping[str, object]], tuple[object, ...]]
    owners: tuple[_Reader, ...]
    links: tuple[_Reader, ...]
    inverses: tuple[_Reader, ...]
    births: tuple[str, ...]


class FactsReader:
    """
    Makes records of the entities of a law, for one question.

    `needed` are the names of the facts that answering it may read: where all of them are known, the fast version runs.
    """

    def __init__(self, law: str, entities: Mapping[str, EntityForm], needed: frozenset[str]) -> None:
        self.law = law
        self.needed = needed
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
        made: list[tuple[_Kind, Record, Sequence[Record]]] = []
        record = self._record(entity, facts, made, None, ())
        return record, _finish(made, on)

    def _kind(self, entity: str) -> _Kind:
        found = self._kinds.get(entity)
        if found is None:
            form = self.entities[entity]
            readers = {fact.name: _Reader(fact.name, fact.type, fact.inverse) for fact in form.facts}
            plain = (fact for fact in form.facts if fact.type.kind in _READERS)
            links = tuple(reader for reader in readers.values() if reader.type.kind is Kind.LINK)
            needed = [
                one.name for one in readers.values() if one.name in self.needed and one.type.kind is not Kind.LINK
            ]
            found = self._kinds[entity] = _Kind(
                made_by=type(form.name, (), {}),
                readers=readers,
                plain={fact.name: _READERS[fact.type.kind](fact.type) for fact in plain},
                nothing=dict.fromkeys(readers),
                needed=_getter(needed),
                owners=tuple(reader for reader in links if reader.inverse),
                links=tuple(reader for reader in links if not reader.inverse),
                inverses=tuple(one for one in readers.values() if one.inverse and one.type.kind is Kind.MEMBERS),
                births=tuple(reader.name for reader in readers.values() if reader.type.is_birth),
            )
        return found

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
                read = kind.plain.get(name)
                try:
                    values[name] = read(value) if read else self._others(kind.readers[name], value, made, record)
                except _REFUSED as problem:
                    raise self._refused(kind.readers[name], value, problem) from problem
        if owner is not None:
            for reader in kind.owners:
                if values[reader.name] is None and owner[1] in reader.inverse:
                    values[reader.name] = owner[0]
        return record

    def _others(
        self, reader: _Reader, value: object, made: list[tuple[_Kind, Record, Sequence[Record]]], owner: Record
    ) -> object:
        """Read what leads to other entities: members, a link by its entity, a link by a number among siblings."""
        if reader.type.kind is Kind.MEMBERS:
            return self._members(reader, value, made, owner)
        if isinstance(value, Mapping):
            return self._record(reader.type.of, value, made, None, ())
        if type(value) is not int:
            raise TypeError
        return value

    def _members(
        self, reader: _Reader, given: object, made: list[tuple[_Kind, Record, Sequence[Record]]], owner: Record
    ) -> tuple[Record, ...]:
        if not isinstance(given, Sequence) or isinstance(given, str):
            raise TypeError
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

    def _refused(self, reader: _Reader, value: object, problem: Exception) -> Exception:
        """Say what is wrong with a fact, unless a fact further down has said it."""
        if isinstance(problem, FactHasWrongType | FactNotInLaw | FactOutOfRange):
            return problem
        if isinstance(problem, _OutOfRange):
            low, high = (f"{end // _UNIT.get(reader.type.kind, 1):,}" for end in (reader.type.low, reader.type.high))
            return FactOutOfRange(law=self.law, fact=reader.name, low=low, high=high)
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


def _truth(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if value is True or value is False:
            return value
        raise TypeError

    return read


def _whole(wanted: Type) -> Callable[[Any], object]:
    low, high = wanted.low, wanted.high

    def read(value: object) -> object:
        if type(value) is not int:
            raise TypeError
        if not low <= value <= high:
            raise _OutOfRange
        return value

    return read


def _money(wanted: Type) -> Callable[[Any], object]:
    satang = _whole(wanted)

    def read(value: object) -> object:
        if isinstance(value, str) or type(value) is int:
            value = Baht.of(value)
        if not isinstance(value, Baht):
            raise TypeError
        return satang(value.satang)

    return read


def _exact(wanted: Type) -> Callable[[Any], object]:
    whole = _whole(wanted)

    def read(value: object) -> object:
        if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
            raise TypeError
        parts = Decimal(value) * EXACT_PARTS
        if parts != int(parts):
            raise ValueError
        return whole(int(parts))

    return read


def _day(wanted: Type) -> Callable[[Any], object]:
    return _birth if wanted.is_birth else _plain_day


def _birth(value: object) -> date:
    """Read a day of birth. Most are days of the Christian era, as registers and interfaces write them."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        is_day = len(value) == len("2000-01-01") and value[:2] in ("18", "19", "20")
        value = date.fromisoformat(value) if is_day else BirthDate.parse(value)
    return value.counted_from if isinstance(value, BirthDate) else _plain_day(value)


def _plain_day(value: object) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if type(value) is not date:
        raise TypeError
    return value


def _moment(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        if not isinstance(value, datetime):
            raise TypeError
        return value

    return read


def _choice(wanted: Type) -> Callable[[Any], object]:
    values = frozenset(wanted.values)

    def read(value: object) -> object:
        found = value.value if isinstance(value, Enum) else value
        if found not in values:
            raise TypeError
        return found

    return read


def _period(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if isinstance(value, Mapping):
            until = value.get("until")
            value = Period(_plain_day(value["from"]), None if until is None else _plain_day(until))
        if not isinstance(value, Period):
            raise TypeError
        return value

    return read


_REFUSED = (ArithmeticError, LookupError, ValueError, TypeError, SalaError, _OutOfRange)
_READERS: Mapping[Kind, Callable[[Type], Callable[[Any], object]]] = {
    Kind.TRUTH: _truth,
    Kind.WHOLE: _whole,
    Kind.MONEY: _money,
    Kind.EXACT: _exact,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.PERIOD: _period,
}
