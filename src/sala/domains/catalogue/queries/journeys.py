"""Reads of journeys, worked out once for each day, and of what a person has ticked on theirs."""

from datetime import date

from sala.domains.organisations import public as organisations
from sala.kernel.actors import Actor
from sala.servicekit import Pack

from ..contracts import Checklist, Journey, LifeEventNotFound
from ..logic.checklists import Row, read_marks
from ..logic.journeys import Papers, make_journey
from ..models import Mark
from .current import per_pack
from .services import list_life_events, list_public_services


@per_pack
def get_journey(pack: Pack, *, event_id: str, on: date) -> Journey:
    """
    Give the way through one moment of life, begun on a day.

    :raises LifeEventNotFound: no moment has this id.
    """
    event = next((one for one in list_life_events.of(pack) if one.id == event_id), None)
    if event is None:
        raise LifeEventNotFound
    return make_journey(event, papers=_papers.of(pack), on=on, calendar=organisations.get_calendar())


def get_checklist(*, event_id: str, by: Actor, on: date) -> Checklist:
    """
    Give what a person has ticked on their way through a moment of life. One statement; none for who has not signed in.

    :raises LifeEventNotFound: no moment has this id.
    """
    journey = get_journey(event_id=event_id, on=on)
    marks = Mark.objects.filter(person=by.subject, life_event=event_id) if by.subject else ()
    return read_marks(journey, map(_row, marks))


def list_checklists(*, by: Actor, on: date) -> tuple[Checklist, ...]:
    """List the journeys that a person has in hand, the last one touched first. One statement."""
    rows: dict[str, list[Row]] = {}
    for mark in Mark.objects.filter(person=by.subject) if by.subject else ():
        rows.setdefault(mark.life_event, []).append(_row(mark))
    known = {event.id for event in list_life_events()}
    read = [read_marks(get_journey(event_id=one, on=on), marks) for one, marks in rows.items() if one in known]
    changed = [(one.changed_at, one) for one in read if one.changed_at is not None]
    return tuple(one for _, one in sorted(changed, key=lambda each: each[0], reverse=True))


@per_pack
def _papers(pack: Pack) -> Papers:
    return Papers(list_public_services.of(pack))


def _row(mark: Mark) -> Row:
    return mark.kind, mark.name, mark.state, mark.marked_at  # type: ignore[return-value]  # a named constraint keeps it so
