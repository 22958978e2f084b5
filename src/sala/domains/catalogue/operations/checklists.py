"""What a person ticks for themselves. It concerns nobody else, so the ledger keeps no trace of it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.policies import SignInNeeded

from ..contracts import MarkState, StepNotFound
from ..models import Mark
from ..queries import get_journey


@in_transaction
def keep_marks(
    *, event_id: str, steps: Mapping[str, MarkState | None], papers: Collection[str], by: Actor, at: datetime
) -> None:
    """
    Keep what a person has marked on their way through a moment of life. At most three statements.

    :param steps: the steps to mark by their services' names in public; None takes a mark away, and others keep theirs.
    :param papers: the ids of all papers gathered so far; what does not belong to the journey is passed over.
    :raises SignInNeeded: nobody has signed in whose list it could be.
    :raises LifeEventNotFound: no moment of life has this id.
    :raises StepNotFound: a step does not belong to it.
    """
    person = _person_of(by)
    journey = get_journey(event_id=event_id, on=thai_day(at))
    if not steps.keys() <= {step.service.shown_path for step in journey.steps}:
        raise StepNotFound
    gathered = {paper.id for paper in journey.papers}.intersection(papers)
    undone = [name for name, state in steps.items() if state is None]
    Mark.objects.filter(person=person, life_event=event_id).filter(
        Q(kind="service", name__in=undone) | (Q(kind="paper") & ~Q(name__in=gathered))
    ).delete()
    kept = [("service", name, state) for name, state in steps.items() if state is not None]
    kept += [("paper", name, "done") for name in sorted(gathered)]
    _keep(
        Mark(person=person, life_event=event_id, kind=kind, name=name, state=state, marked_at=at)
        for kind, name, state in kept
    )


@in_transaction
def delete_checklist(*, event_id: str, by: Actor) -> None:
    """Delete everything a person has marked in one moment of life. One statement; SignInNeeded for a visitor."""
    Mark.objects.filter(person=_person_of(by), life_event=event_id).delete()


def _person_of(by: Actor) -> UUID:
    if by.subject is None:
        raise SignInNeeded
    return by.subject


def _keep(marks: Iterable[Mark]) -> None:
    """Write marks over those of the same name. One statement; none for no marks."""
    Mark.objects.bulk_create(
        marks,
        update_conflicts=True,
        unique_fields=["person", "life_event", "kind", "name"],
        update_fields=["state", "marked_at"],
    )
