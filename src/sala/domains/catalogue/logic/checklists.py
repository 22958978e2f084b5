"""What a person's marks mean for the journey as it is today."""

from collections.abc import Collection, Iterable
from datetime import datetime

from ..contracts import Checklist, Journey, MarkState, Progress

Row = tuple[str, str, MarkState, datetime]


def read_marks(journey: Journey, rows: Iterable[Row]) -> Checklist:
    """Read the marks of one journey, each its kind, name, state and moment; those of what has left the journey are left out."""
    steps = {step.service.shown_path for step in journey.steps}
    papers = {paper.id for paper in journey.papers}
    kept = [row for row in rows if row[1] in (steps if row[0] == "service" else papers)]
    return Checklist(
        life_event=journey.event.id,
        services={name: state for kind, name, state, _ in kept if kind == "service"},
        papers=frozenset(name for kind, name, _, _ in kept if kind == "paper"),
        changed_at=max((at for *_, at in kept), default=None),
    )


def count_progress(journey: Journey, checklist: Checklist, *, also_done: Collection[str] = ()) -> Progress:
    """
    Count the steps that concern a person, and those that are done.

    :param also_done: steps known to be done from elsewhere, by their names in public; the person's own mark goes before.
    """
    names = [step.service.shown_path for step in journey.steps]
    states = [checklist.services.get(name, "done" if name in also_done else None) for name in names]
    not_mine = states.count("not-mine")
    return Progress(done=states.count("done"), of=len(states) - not_mine, not_mine=not_mine)
