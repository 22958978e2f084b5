"""Reading one case, by its applicant or an officer. Who reads another's answers is recorded."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sala.domains.ledger import public as ledger
from sala.domains.notices import public as notices
from sala.domains.organisations import public as organisations
from sala.infra import tenancy
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Text
from sala.kernel.days import thai_day
from sala.servicekit.answers import live_facts
from sala.servicekit.schema.service import Service

from .. import contracts, policies
from ..contracts import AttachedFile, CaseNotFound, Receipt
from ..logic import form, workflow
from ..logic.account import ClockReading, read_whole
from ..logic.clock import Tick
from ..logic.follow_up import hash_of
from ..models import Attachment, Case
from .opening import number_of, open_case, release, surroundings_of, to_case, to_draft


def get_draft(*, case_id: UUID, by: Actor) -> contracts.Draft:
    """
    Give an application that its applicant may fill in or mend. One statement.

    :raises CaseNotFound: no such application, or not this person's.
    """
    opened = open_case(case_id=case_id)
    policies.fill_in.require(by, opened.row)
    return to_draft(opened)


def get_own_case(*, case_id: UUID, by: Actor) -> contracts.Case:
    """
    Give a received case to its applicant.

    :raises CaseNotFound: no such case, or not this person's.
    """
    opened = open_case(case_id=case_id)
    policies.read_own.require(by, opened.row)
    if opened.row.state == "draft":
        raise CaseNotFound
    return to_case(opened)


def get_case(*, case_id: UUID, by: Actor, at: datetime) -> contracts.Case:
    """
    Give a case to an officer, and record in the applicant's access view that they read it.

    :raises CaseNotFound: no such case, another agency's, or a service the officer has no grant for.
    """
    opened = open_case(case_id=case_id)
    policies.read_as_officer.require(by, opened.row)
    record_reading(opened.row, by=by, through="desk-case", at=at)
    return to_case(opened)


def record_reading(row: Case, *, by: Actor, through: str, at: datetime) -> None:
    """Add a row to the applicant's access view; a report without an account has nobody to tell."""
    if row.applicant is not None:
        ledger.record_access(by=by, persons=[row.applicant], purpose="decide", through=through, at=at)


def enter_by_code(*, code: str) -> UUID:
    """
    Open the one case that a code belongs to for the rest of this transaction, and give its id. Two statements.

    Row-level security hides every case from someone without an account; PostgreSQL itself turns a right code into
    the right to see one.

    :raises CaseNotFound: no case has this code.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_case_by_code(%s)", [hash_of(code)])
        (found,) = cursor.fetchone()
    if found is None:
        raise CaseNotFound
    tenancy.enter(case=found)
    return UUID(str(found))


def get_file(*, case_id: UUID, file_id: UUID, by: Actor, at: datetime) -> tuple[AttachedFile, bytes]:
    """
    Give one file of a case to its applicant or an officer of its agency; an officer's reading is recorded.

    :raises CaseNotFound: no such file, or not for this reader.
    """
    opened = open_case(case_id=case_id)
    if by.is_officer:
        policies.read_as_officer.require(by, opened.row)
        record_reading(opened.row, by=by, through="desk-file", at=at)
    else:
        policies.read_own.require(by, opened.row)
    file = next((file for file in opened.answers().files if file.id == file_id), None)
    row = Attachment.objects.filter(case_id=case_id, pk=file_id).first()
    if file is None or row is None:
        raise CaseNotFound
    return file, opened.envelope.open(row.content, place=f"casework_attachment.content:{row.pk}")


def get_receipt(*, case_id: UUID, by: Actor) -> Receipt:
    """
    Give the receipt of a received case to its applicant. One statement.

    :raises CaseNotFound: no such case, not this person's, or not received yet.
    """
    opened = open_case(case_id=case_id)
    policies.read_own.require(by, opened.row)
    return receipt_of(opened.row)


def receipt_of(row: Case) -> Receipt:
    """Write the receipt of a received case."""
    if row.received_at is None:
        raise CaseNotFound
    return Receipt(
        case_id=row.pk,
        service=row.service,
        agency=row.agency,
        number=number_of(row),
        received_at=row.received_at,
        due_on=row.due_on,
    )


def list_case_notices(*, case_id: UUID, by: Actor) -> tuple[notices.Notice, ...]:
    """List the messages about a case for its applicant, as they were written. Two statements."""
    opened = open_case(case_id=case_id)
    policies.read_own.require(by, opened.row)
    return notices.list_notices(about=case_id, envelope=opened.envelope)


def list_offers(*, case: contracts.Case, by: Actor) -> tuple[workflow.Move, ...]:
    """List what this officer may do with a case now, as its current step declares it. No statement."""
    service = service_of(case)
    step = service.find_step(case.step)
    if case.state != "open" or step is None:
        return ()
    moves = (workflow.move(service, step_id=step.id, outcome_id=outcome.id) for outcome in step.outcomes)
    return tuple(move for move in moves if _is_offered(move, case, by))


def get_offer(*, case: contracts.Case, step: str, version: int, outcome: str, by: Actor) -> workflow.Move:
    """
    Give one of the things this officer may do with a case as they saw it. No statement.

    :raises CaseAlreadyDecided: someone decided it since.
    :raises CaseChangedMeanwhile: it moved on since.
    :raises CorrectionAskedBefore: a correction was asked for once already.
    :raises NotForThisService: the declaration does not offer this outcome here, or not to this officer.
    """
    workflow.require_current(
        state=case.state, step=case.step, version=case.version, seen_step=step, seen_version=version
    )
    move = workflow.move(service_of(case), step_id=step, outcome_id=outcome)
    if move.asks_applicant and case.correction is not None:
        raise contracts.CorrectionAskedBefore
    if not _is_offered(move, case, by):
        raise contracts.NotForThisService
    return move


def _is_offered(move: workflow.Move, case: contracts.Case, by: Actor) -> bool:
    if move.asks_applicant:
        return case.correction is None and by.may(policies.ASK_CORRECTION, service=case.service, agency=case.agency)
    return by.may(policies.DECIDE, service=case.service, agency=case.agency)


def read_clock(*, case: contracts.Case, at: datetime) -> ClockReading | None:
    """Read a case's legal clock; None where no limit was found in the law. One statement."""
    agency = organisations.get_agency(code=case.agency)
    return read_whole(
        service_of(case),
        state=case.state,
        step=case.step,
        ticks=[Tick(line.clock, line.day) for line in case.lines if line.clock and line.day],
        today=thai_day(at),
        calendar=organisations.get_calendar(),
        area=agency.province,
    )


def facts_of(case: contracts.Case | contracts.Draft) -> dict[str, Any]:
    """Join what is known and what was answered to the questions that are asked, by fact id. No statement."""
    return live_facts(service_of(case), form.join(case.known, case.answers))


def service_of(case: contracts.Case | contracts.Draft) -> Service:
    """Give the declaration that a case keeps. No statement while it is the running one."""
    return release(slug=case.service, digest=case.release)


def list_faults(draft: contracts.Draft, *, at: datetime) -> dict[str, Text]:
    """List what must be mended before a draft can be sent, by fact id, in the order of the form. No statement."""
    facts = form.join(draft.known, draft.answers)
    return form.faults(service_of(draft), facts, draft.answers, surroundings_of(draft.answers.files, at=at))
