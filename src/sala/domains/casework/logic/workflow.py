"""Where a case goes next, read from its service's declared steps."""

from collections.abc import Mapping
from dataclasses import dataclass

from sala.servicekit.schema.offer import Outcome
from sala.servicekit.schema.service import Service, Step

from ..contracts import (
    CaseAlreadyDecided,
    CaseChangedMeanwhile,
    ClockEffect,
    NotForThisService,
    NothingToMend,
    ReasonMissing,
)

APPLICANT = "applicant"
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Move:
    """What one outcome leads to: the next step (None when the case ends), the documents to issue, the clock."""

    outcome: Outcome
    step: Step | None
    issues: tuple[str, ...]
    clock: ClockEffect

    @property
    def asks_applicant(self) -> bool:
        """Say whether this hands the case back to its applicant."""
        return self.step is not None and self.step.by == APPLICANT

    @property
    def state(self) -> str:
        """The case's state after this move."""
        if self.step is None:
            return "closed"
        return "waiting" if self.asks_applicant else "open"


def first_step(service: Service) -> Step:
    """Give the first step that a person must do; the system's own steps before it are done by receiving."""
    return _pass_system_steps(service, service.steps[0])


def move(service: Service, *, step_id: str, outcome_id: str) -> Move:
    """
    Follow one outcome of a step.

    :raises NotForThisService: the step does not offer this outcome.
    """
    step = service.find_step(step_id)
    outcome = next((o for o in (step.outcomes if step else ()) if o.id == outcome_id), None)
    if step is None or outcome is None:
        raise NotForThisService
    if outcome.then is None:
        return Move(outcome, None, _issued_at(service, outcome), "end")
    following = service.find_step(outcome.then)
    if following is None:
        raise NotForThisService
    return Move(outcome, _pass_system_steps(service, following), (), _clock_effect(step, outcome))


def require_current(*, state: str, step: str, version: int, seen_step: str, seen_version: int | None) -> None:
    """
    Check that an officer acts on the case as it stands: open, at the step and in the version they saw.

    :raises CaseAlreadyDecided: it is closed.
    :raises CaseChangedMeanwhile: it moved on, waits for its applicant, or says something else by now.
    """
    if state == "closed":
        raise CaseAlreadyDecided
    if state != "open" or step != seen_step or seen_version not in (None, version):
        raise CaseChangedMeanwhile


def require_reason(done: Move, note: str) -> None:
    """
    Check that an outcome that needs a reason has one.

    Source: Administrative Procedure Act B.E. 2539, s. 37 (unverified).
    :raises ReasonMissing: it has none.
    """
    if done.outcome.needs_reason and not note.strip():
        raise ReasonMissing


def require_request(service: Service, items: Mapping[str, str], message: str) -> None:
    """
    Check that a correction request names questions of the form, and says in words what is wrong.

    Source: Licensing Facilitation Act B.E. 2558, s. 8 (what is missing is told in writing) (unverified).
    :raises NothingToMend: it names none.
    :raises ReasonMissing: it says nothing.
    """
    if not items or any(service.find_asked(fact) is None for fact in items):
        raise NothingToMend
    if not any(said.strip() for said in (message, *items.values())):
        raise ReasonMissing


def _issued_at(service: Service, outcome: Outcome) -> tuple[str, ...]:
    return tuple(issued.id for issued in service.issues if issued.at == outcome.result)


def _clock_effect(step: Step, outcome: Outcome) -> ClockEffect:
    if outcome.stops_clock:
        return "stop"
    if step.by != APPLICANT:
        return ""
    return "restart" if outcome.restarts_clock else "resume"


def _pass_system_steps(service: Service, step: Step) -> Step:
    """Walk over steps that the system does by itself; a declaration checked by `sala check` cannot loop here."""
    while step.by == SYSTEM and step.outcomes and step.outcomes[0].then:
        following = service.find_step(step.outcomes[0].then)
        if following is None:
            break
        step = following
    return step
