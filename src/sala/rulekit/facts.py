"""Read the facts of a case as the law declares them, or not at all. What is absent or None is unknown, never zero."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sala.kernel.age import NotYetBorn
from sala.kernel.bilingual import Text

from .errors import FactHasWrongType, FactNotInLaw, FactOutOfRange
from .form import EntityForm
from .given import READERS, REFUSED, OutOfRange
from .kinds import Kind, Type

Facts = Mapping[str, object]
Record = Any  # an object of a class made for the entity, with a slot for each fact; None in a slot is unknown


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one fact is read."""

    name: str
    type: Type
    inverse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """
    How facts of certain names are read: by a function written for them. `roads` lead on to other entities.

    It also says whether those among them that the question may read are known.
    """

    read: Callable[[Facts], tuple[dict[str, object], bool]]
    roads: tuple[_Reader, ...]


@dataclass(frozen=True, slots=True)
class _Mould:
    """
    How the records of one entity are made; what needs a second look once all of a case are made.

    `nothing` holds a None for each fact that the question may read.
    """

    made_by: type[Any]
    readers: Mapping[str, _Reader]
    nothing: Mapping[str, None]
    shapes: dict[tuple[str, ...], _Shape]
    needed: frozenset[str]
    owners: tuple[_Reader, ...]
    links: tuple[str, ...]
    inverses: tuple[_Reader, ...]
    births: tuple[str, ...]


_Made = list[tuple[_Mould, Record, Sequence[Record], bool]]
_PASSES = {
    Kind.TRUTH: "v{place} if v{place} is True or v{place} is False else ",
    Kind.WHOLE: "v{place} if type(v{place}) is int and {low} <= v{place} <= {high} else ",
    Kind.CHOICE: "v{place} if v{place} in c{place} else ",
}
_NUMBER = "number"  # the fact by which members of one household name each other
_MOST_SHAPES = 1000  # a caller who sends ever new ones pays for each
_ONE_OF = Text(th="หนึ่งใน {values}", en="one of {values}")


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
        self._moulds: dict[str, _Mould] = {}

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

    def _mould(self, entity: str) -> _Mould:
        found = self._moulds.get(entity)
        if found is None:
            found = self._moulds[entity] = _mould(self.entities[entity], self.needed)
        return found

    def _record(
        self,
        entity: str,
        facts: Facts,
        made: _Made,
        owner: tuple[Record, str] | None,
        siblings: Sequence[Record],
    ) -> Record:
        mould = self._mould(entity)
        shape = mould.shapes.get(tuple(facts)) or self._shape(mould, facts)
        record = mould.made_by()
        try:
            values, is_known = shape.read(facts)
        except REFUSED:
            self._refuse(mould, facts)
            raise
        record.__dict__ = values
        made.append((mould, record, siblings, is_known))
        for reader in shape.roads:
            value = values[reader.name]
            if value is not None and (type(value) is not int or reader.type.kind is Kind.MEMBERS):
                values[reader.name] = self._follow(reader, value, made, record)
        if owner is not None:
            for reader in mould.owners:
                if values[reader.name] is None and owner[1] in reader.inverse:
                    values[reader.name] = owner[0]
        return record

    def _shape(self, mould: _Mould, facts: Facts) -> _Shape:
        """Plan how facts of these names are read; cases of one caller have few shapes."""
        for name in facts:
            if name not in mould.readers:
                raise FactNotInLaw(law=self.law, fact=name, known=", ".join(sorted(mould.readers)))
        given = [mould.readers[name] for name in facts]
        shape = _Shape(read=_write(given, mould), roads=tuple(one for one in given if one.type.kind not in READERS))
        if len(mould.shapes) < _MOST_SHAPES:
            mould.shapes[tuple(facts)] = shape
        return shape

    def _follow(self, reader: _Reader, value: object, made: _Made, owner: Record) -> object:
        """Read what leads to other entities: members, or the one that a link leads to."""
        if reader.type.kind is Kind.MEMBERS and isinstance(value, Sequence) and not isinstance(value, str):
            return self._members(reader, value, made, owner)
        if reader.type.kind is Kind.LINK and isinstance(value, Mapping):
            return self._record(reader.type.of, value, made, None, ())
        raise self._refused(reader, value, TypeError())

    def _members(self, reader: _Reader, given: Sequence[Any], made: _Made, owner: Record) -> tuple[Record, ...]:
        if len(given) > reader.type.high:
            raise FactOutOfRange(law=self.law, fact=reader.name, low=0, high=reader.type.high)
        members: list[Record] = []
        for one in given:
            if type(one) is not dict and not isinstance(one, Mapping):
                raise self._refused(reader, one, TypeError())
            members.append(self._record(reader.type.of, one, made, (owner, reader.name), members))
        return tuple(members)

    def _refuse(self, mould: _Mould, facts: Facts) -> None:
        """
        Say which of the facts is not as declared.

        :raises FactHasWrongType: it is of another type.
        :raises FactOutOfRange: it is outside its range.
        """
        for name, value in facts.items():
            reader = mould.readers[name]
            if value is None or reader.type.kind not in READERS:
                continue
            try:
                READERS[reader.type.kind](reader.type)(value)
            except REFUSED as problem:
                raise self._refused(reader, value, problem) from problem

    def _refused(self, reader: _Reader, value: object, problem: Exception) -> Exception:
        """Say what is wrong with a fact."""
        if isinstance(problem, OutOfRange):
            low, high = (f"{end:,f}" for end in reader.type.ends)
            return FactOutOfRange(law=self.law, fact=reader.name, low=low, high=high)
        choices = ("true", "false") if reader.type.kind is Kind.TRUTH else reader.type.values
        wanted = _ONE_OF.fill(values=", ".join(choices)) if choices else reader.type.kind.words
        return FactHasWrongType(law=self.law, fact=reader.name, wanted=wanted, given=type(value).__name__)


def _mould(form: EntityForm, needed: frozenset[str]) -> _Mould:
    readers = {fact.name: _Reader(fact.name, fact.type, fact.inverse) for fact in form.facts}
    read = [one for one in readers.values() if one.name in needed or one.name == _NUMBER or one.type.is_birth]
    links = [one for one in read if one.type.kind is Kind.LINK]
    return _Mould(
        made_by=type(form.name, (), {}),
        readers=readers,
        nothing=dict.fromkeys(one.name for one in read),
        shapes={},
        needed=frozenset(one.name for one in read if one.name in needed and one.type.kind is not Kind.LINK),
        owners=tuple(one for one in links if one.inverse),
        links=tuple(one.name for one in links),
        inverses=tuple(one for one in read if one.inverse and one.type.kind is Kind.MEMBERS),
        births=tuple(one.name for one in read if one.type.is_birth),
    )


def _write(given: Sequence[_Reader], mould: _Mould) -> Callable[[Facts], tuple[dict[str, object], bool]]:
    """
    Write the function that reads facts of these names, in this order.

    What is mostly as it should be is looked at there and then; only the rest goes to its reader.
    """
    names: dict[str, Any] = {}
    places = {one.name: f"v{place}" for place, one in enumerate(given)}
    read: dict[str, str] = dict.fromkeys(mould.nothing, "None") | places
    for place, one in enumerate(given):
        if one.type.kind in READERS:
            names[f"r{place}"], names[f"c{place}"] = READERS[one.type.kind](one.type), frozenset(one.type.values)
            passes = _PASSES.get(one.type.kind, "").format(place=place, low=one.type.low, high=one.type.high)
            read[one.name] = f"{passes}None if v{place} is None else r{place}(v{place})"
    made_later = {one.name for one in mould.inverses}
    known = " and ".join(f"{places.get(name)} is not None" for name in sorted(mould.needed - made_later)) or "True"
    items = ", ".join(f"{name!r}: {value}" for name, value in read.items())
    text = f"def read(facts):\n    [{', '.join(places.values())}] = facts.values()\n    return {{{items}}}, {known}\n"
    exec(compile(text, "<facts>", "exec"), names)  # noqa: S102  of places, and of names that an entity declares
    return cast(Callable[[Facts], tuple[dict[str, object], bool]], names["read"])


def _finish(made: _Made, on: date) -> bool:
    """Lead the links among members to their records, make the inverses, and say whether what is needed is known."""
    for mould, record, siblings, _ in made:
        values = record.__dict__
        for name in mould.links:
            number = values[name]
            if type(number) is int:
                values[name] = _numbered(siblings, number) if number > 0 else None
        for name in mould.births:
            if values[name] is not None and values[name] > on:
                raise NotYetBorn
    knows = True
    for mould, record, siblings, is_known in made:
        knows = knows and is_known
        values = record.__dict__
        for reader in mould.inverses:
            if siblings and values[reader.name] is None:
                found = [one for one in siblings for link in reader.inverse if one.__dict__[link] is record]
                values[reader.name] = tuple(dict.fromkeys(found))
            knows = knows and (values[reader.name] is not None or reader.name not in mould.needed)
    return knows


def _numbered(siblings: Sequence[Record], number: int) -> Record | None:
    """Find the member of the same household with a number. Most are numbered as they stand."""
    if number <= len(siblings) and siblings[number - 1].number == number:
        return siblings[number - 1]
    return next((sibling for sibling in siblings if sibling.number == number), None)
