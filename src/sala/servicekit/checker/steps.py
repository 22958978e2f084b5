"""Steps of the work: every outcome leads somewhere, and every step is reached."""

from collections.abc import Iterator

from ..loader import name_nearest
from ..problems import DuplicateId, Problem, UnknownDocument, UnknownStep, UnreachableStep
from .subject import Subject


def check_steps(subject: Subject) -> Iterator[Problem]:
    """Check the steps' ids, where outcomes lead, the documents they issue, and that work can reach each step."""
    steps = subject.service.steps
    known = {step.id for step in steps}
    documents = {issued.id for issued in subject.service.issues}
    for i, step in enumerate(steps):
        if step.id in (earlier := [one.id for one in steps[:i]]):
            line = subject.place("steps", earlier.index(step.id), "id").line
            yield DuplicateId(subject.place("steps", i, "id"), id=step.id, line=line)
        for j, outcome in enumerate(step.outcomes):
            if outcome.then and outcome.then not in known:
                place = subject.place("steps", i, "outcomes", j, "then")
                yield UnknownStep(place, name=outcome.then, near=name_nearest(outcome.then, known))
        for j, document in enumerate(step.issues):
            if document not in documents:
                place = subject.place("steps", i, "issues", j)
                yield UnknownDocument(place, name=document, near=name_nearest(document, documents))
    yield from _check_reached(subject)


def _check_reached(subject: Subject) -> Iterator[Problem]:
    service = subject.service
    reached, waiting = set(), [service.steps[0].id]
    while waiting:
        step = service.find_step(waiting.pop())
        if step is None or step.id in reached:
            continue
        reached.add(step.id)
        waiting += [outcome.then for outcome in step.outcomes if outcome.then]
    for i, step in enumerate(service.steps):
        if step.id not in reached:
            yield UnreachableStep(subject.place("steps", i, "id"), step=step.id)
