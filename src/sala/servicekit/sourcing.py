"""Where the facts of a service come from: how many name their source, and how many its agency must still confirm."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from .schema.base import Marked
from .schema.public_service import PublicService


@dataclass(frozen=True, slots=True)
class Tally:
    """
    How many facts there are. A fact from a secondary source is both `sourced` and `unverified`; `unmarked` ones say neither.

    >>> Tally(3, 2, 1, 0) + Tally(1, 0, 0, 1)
    Tally(facts=4, sourced=2, unverified=1, unmarked=1)
    """

    facts: int = 0
    sourced: int = 0
    unverified: int = 0
    unmarked: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            facts=self.facts + other.facts,
            sourced=self.sourced + other.sourced,
            unverified=self.unverified + other.unverified,
            unmarked=self.unmarked + other.unmarked,
        )


def list_facts(service: PublicService) -> Iterator[tuple[str, Marked]]:
    """Give everything in a declaration that states a fact of law or practice, each with the key it stands under."""
    for key in type(service).model_fields:
        yield from ((key, fact) for fact in _walk(getattr(service, key)) if fact.states_a_fact)


def tally_facts(service: PublicService) -> Tally:
    """Count the facts of a service. Its page and `sala check` both tell this."""
    return _tally(fact for _, fact in list_facts(service))


def tally_by_key(services: Iterable[PublicService]) -> dict[str, Tally]:
    """Count the facts of many services by the key they stand under, most first."""
    facts = [pair for service in services for pair in list_facts(service)]
    keys = [key for key, _ in Counter(key for key, _ in facts).most_common()]
    return {key: _tally(fact for under, fact in facts if under == key) for key in keys}


def _tally(facts: Iterable[Marked]) -> Tally:
    told = tuple(facts)
    return Tally(
        facts=len(told),
        sourced=sum(fact.source is not None for fact in told),
        unverified=sum(fact.unverified for fact in told),
        unmarked=sum(not fact.is_marked for fact in told),
    )


def _walk(value: Any) -> Iterator[Marked]:
    if isinstance(value, Marked):
        yield value
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _walk(getattr(value, key))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _walk(inner)
