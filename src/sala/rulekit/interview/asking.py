"""What is still to be asked, and which clauses an unknown answer hangs on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sala.kernel.bilingual import Text

from ..facts import Facts
from ..form import EntityForm
from ..kinds import Kind, Type
from .places import FactPlace, Path, fact_at, find_place, with_fact
from .visits import Visit


@dataclass(frozen=True, slots=True)
class Question:
    """
    One thing to ask a person: where its answer goes, its words, whose fact it is (None: their own), and of which type.

    `choices` are what may be answered, each with its words, where that can be listed. Members are asked by their
    number; the facts of each come after.
    """

    path: Path
    words: Text
    whose: Text | None
    type: Type
    choices: tuple[tuple[str, Text], ...] = ()

    @classmethod
    def about(cls, place: FactPlace) -> "Question":
        """Ask for the fact of a place."""
        choices = tuple((value, place.said(value)) for value in place.fact.type.values)
        return cls(place.path, place.words, place.whose, place.fact.type, choices)


def list_questions(
    entities: Mapping[str, EntityForm], entity: str, missing: Sequence[Path], unsure: Collection[Path]
) -> tuple[Question, ...]:
    """List what to ask, in the order the law comes to it; what a person did not know is not asked again."""
    places = (find_place(entities, entity, path) for path in missing if path not in unsure)
    return tuple(Question.about(place) for place in places if not place.is_link)


def enter_links(
    entities: Mapping[str, EntityForm], entity: str, missing: Sequence[Path], facts: Facts
) -> dict[str, object] | None:
    """
    Enter each link that the law has come to and of which nothing is told yet: its facts can be asked then.

    None where there is no such link.
    """
    entered: Facts = facts
    for path in missing:
        if find_place(entities, entity, path).is_link and fact_at(facts, path) is None:
            entered = with_fact(entered, path, {})
    return None if entered is facts else dict(entered)


def clauses_open(walk: Visit) -> tuple[Visit, ...]:
    """Find the yes-or-no clauses that an unknown answer hangs on: those that ask no other such clause."""
    hangs_on = frozenset(walk.found.open)
    return tuple(
        visit
        for visit in walk.every()
        if _is_open(visit)
        and not hangs_on.isdisjoint(visit.found.open)
        and not any(_is_open(part) for part in visit.every()[:-1])
    )


def _is_open(visit: Visit) -> bool:
    return visit.found.value is None and visit.rule.returns.kind is Kind.TRUTH
