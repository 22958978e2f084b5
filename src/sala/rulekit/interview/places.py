"""
Where a fact stands in a case: its path, such as `spouse.salary` or `children[1].born`, and what the path leads to.

A path begins at the entity that the rule is asked about. `[1]` is the second of the members.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.days import Period

from ..facts import Facts, Record
from ..form import EntityForm, FactForm
from ..kinds import Kind
from ..shown import shown

Path = str

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")
_NUMBERED = Text(th="{words} คนที่ {number}", en="{words}, no. {number}")
_WITHIN = Text(th="{outer} › {inner}", en="{outer} › {inner}")


@dataclass(frozen=True, slots=True)
class FactPlace:
    """What a path leads to: the fact, and whose it is in words (None: of the one the rule is asked about)."""

    path: Path
    fact: FactForm
    whose: Text | None

    @property
    def is_link(self) -> bool:
        """Say whether the path leads to an entity, and not to a fact that a person could tell."""
        return self.fact.type.kind is Kind.LINK

    @property
    def words(self) -> Text:
        """Name the fact alone."""
        return Text(*self.fact.words)

    def said(self, value: object) -> Text:
        """Say a value of this fact; a choice by its words."""
        choices = self.fact.type.values
        return Text(*self.fact.choices[choices.index(value)]) if value in choices else shown(value)

    @property
    def full_words(self) -> Text:
        """Name the fact with the one whose it is."""
        return self.words if self.whose is None else _WITHIN.fill(outer=self.whose, inner=self.words)


def steps_of(path: Path) -> tuple[tuple[str, int | None], ...]:
    """
    Take a path apart.

    >>> steps_of("children[1].born")
    (('children', 1), ('born', None))
    """
    return tuple((name, int(number) if number else None) for name, number in _STEP.findall(path))


def find_place(entities: Mapping[str, EntityForm], entity: str, path: Path) -> FactPlace:
    """
    Find what a path leads to.

    :raises LookupError: it leads nowhere.
    """
    *way, (name, _) = steps_of(path)
    whose, owner = _follow(entities, entity, way)
    return FactPlace(path, _fact(entities[owner], name), whose)


def whose_words(entities: Mapping[str, EntityForm], entity: str, path: Path) -> Text | None:
    """Say in words whom a path leads to; None for the one that the rule is asked about."""
    return _follow(entities, entity, steps_of(path))[0]


def _follow(
    entities: Mapping[str, EntityForm], entity: str, way: Iterable[tuple[str, int | None]]
) -> tuple[Text | None, str]:
    whose: Text | None = None
    for link, number in way:
        fact = _fact(entities[entity], link)
        here = Text(*fact.words)
        if number is not None:
            here = _NUMBERED.fill(words=here, number=number + 1)
        whose = here if whose is None else _WITHIN.fill(outer=whose, inner=here)
        entity = fact.type.of
    return whose, entity


def fact_at(facts: Facts, path: Path) -> object:
    """
    Give what facts hold at a path; None where they hold nothing.

    >>> fact_at({"children": [{}, {"is_student": True}]}, "children[1].is_student")
    True
    """
    found: Any = facts
    for name, number in steps_of(path):
        found = found.get(name) if isinstance(found, Mapping) else None
        if number is not None:
            found = found[number] if isinstance(found, list | tuple) and number < len(found) else None
    return None if found is facts else found


def with_fact(facts: Facts, path: Path, value: object) -> dict[str, object]:
    """
    Give the facts with another value at a path; what stands on the way is copied, and made where it was not.

    >>> with_fact({"children": [{}, {}]}, "children[1].is_student", True)
    {'children': [{}, {'is_student': True}]}
    """
    return _with(facts, steps_of(path), value)


def _with(facts: Facts, steps: tuple[tuple[str, int | None], ...], value: object) -> dict[str, object]:
    (name, number), *rest = steps
    inner: Any = facts.get(name)
    if number is None:
        changed = _with(inner if isinstance(inner, Mapping) else {}, tuple(rest), value) if rest else value
    else:
        members = list(inner) if isinstance(inner, list | tuple) else []
        members[number] = _with(members[number], tuple(rest), value)
        changed = members
    return {**facts, name: changed}


def value_at(record: Record, path: Path) -> Any:
    """Give what a record holds at a path, as forms hold it; None where it is not known."""
    found = record
    for name, number in steps_of(path):
        found = getattr(found, name, None)
        if number is not None and found is not None:
            found = found[number]
    return found


def homes_of(record: Record, facts: Facts) -> dict[int, Path]:
    """Say where each record of a case was told of, by the record's identity: a mother may stand in many places."""
    return dict(_homes(record, facts, ""))


def _homes(record: Record, facts: Facts, path: Path) -> Iterator[tuple[int, Path]]:
    yield id(record), path
    for name, told in facts.items():
        kept, step = getattr(record, name), f"{path}.{name}" if path else name
        if isinstance(told, Mapping) and not isinstance(kept, Period):
            yield from _homes(kept, told, step)
        elif isinstance(told, list | tuple) and isinstance(kept, tuple):
            for number, (one, member) in enumerate(zip(kept, told, strict=True)):
                yield from _homes(one, member, f"{step}[{number}]")


def _fact(entity: EntityForm, name: str) -> FactForm:
    for fact in entity.facts:
        if fact.name == name:
            return fact
    raise LookupError(f"{entity.id} has no fact called {name}")
