"""What an officer does with a case: ask once for a correction, or decide."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sala.infra import outbox
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor

from .. import policies
from ..contracts import (
    CaseDecided,
    CorrectionAsked,
    CorrectionAskedBefore,
    NotForThisService,
    Reason,
)
from ..logic import workflow
from ..models import Correction
from ..queries import OpenCase, open_case, record_reading
from .writing import advance, keep_decision, officer_of, record


@in_transaction
def ask_correction(
    *,
    case_id: UUID,
    step: str,
    version: int | None = None,
    outcome: str,
    items: Mapping[str, str],
    message: str,
    by: Actor,
    at: datetime,
) -> None:
    """
    Ask the applicant to mend what is listed, once; the clock stands until they answer.

    Source: Licensing Facilitation Act B.E. 2558, s. 8 (one written note, more documents only once) (unverified).
    :param items: what to mend, by fact id.
    :raises CorrectionAskedBefore: it was asked once already.
    :raises NotForThisService: the declaration does not offer this outcome here.
    :raises NothingToMend: no question of the form is named.
    :raises ReasonMissing: nothing says what is wrong.
    """
    opened = _open_for_officer(case_id, step, version, by, at, policy=policies.ask_correction)
    if Correction.objects.filter(case_id=case_id).exists():
        raise CorrectionAskedBefore
    done = workflow.move(opened.service, step_id=step, outcome_id=outcome)
    if not done.asks_applicant:
        raise NotForThisService
    workflow.require_request(opened.service, items, message)
    row = opened.row
    body = {"items": dict(items), "message": message}
    sealed = opened.envelope.seal_json(body, place=f"casework_correction.items:{row.pk}")
    Correction.objects.create(case=row, asked_at=at, asked_by=officer_of(by), items=sealed)
    row.due_on = advance(opened, done, at, kind="correction-asked", role=by.role or "")
    record(opened, "case.correction-asked", at, {"by": officer_of(by), "fields": sorted(items)})
    outbox.publish(CorrectionAsked(case_id=row.pk, service=row.service, agency=row.agency, asked_at=at))


@in_transaction
def decide_case(
    *,
    case_id: UUID,
    step: str,
    version: int | None = None,
    outcome: str,
    reasons: Sequence[Reason],
    note: str,
    by: Actor,
    at: datetime,
) -> str:
    """
    Decide a case, once, or move it to its next step; give the result, empty while the case goes on.

    Source: Administrative Procedure Act B.E. 2539, s. 37 (an order states facts, law and reasons) (unverified).
    :param step: the step the officer saw, so that a stale page decides nothing.
    :param version: the version they read, so that nothing is decided on answers that were mended since.
    :raises CaseAlreadyDecided: someone decided first; the earlier decision stands.
    :raises NotForThisService: the declaration does not offer this outcome here.
    """
    opened = _open_for_officer(case_id, step, version, by, at, policy=policies.decide)
    done = workflow.move(opened.service, step_id=step, outcome_id=outcome)
    if done.asks_applicant:
        raise NotForThisService
    workflow.require_reason(done, note)
    result = done.outcome.result or ""
    row = opened.row
    row.due_on = advance(opened, done, at, kind="decided", role=by.role or "")
    if result:
        keep_decision(opened, done, reasons, note, by, at)
    record(opened, "case.decided", at, {"by": officer_of(by), "outcome": outcome, "result": result})
    outbox.publish(
        CaseDecided(
            case_id=row.pk, service=row.service, agency=row.agency, outcome=outcome, result=result, decided_at=at
        )
    )
    return result


def _open_for_officer(
    case_id: UUID, step: str, version: int | None, by: Actor, at: datetime, *, policy: Any
) -> OpenCase:
    opened = open_case(case_id=case_id, for_update=True)
    policies.read_as_officer.require(by, opened.row)
    policy.require(by, opened.row)
    row = opened.row
    workflow.require_current(state=row.state, step=row.step, version=row.version, seen_step=step, seen_version=version)
    record_reading(row, by=by, through="desk-act", at=at)
    return opened
