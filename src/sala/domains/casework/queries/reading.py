"""Reading one case, by its applicant or an officer. Who reads another's answers is recorded."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from sala.domains.ledger import public as ledger
from sala.domains.notices import public as notices
from sala.infra import tenancy
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Text
from sala.servicekit.schema.service import Service

from .. import contracts, policies
from ..contracts import AttachedFile, CaseNotFound, Receipt
from ..logic import form
from ..logic.follow_up import hash_of
from ..models import Attachment, Case
from .opening import number_of, open_case, release, surroundings_for, to_case, to_draft


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


def service_of(case: contracts.Case | contracts.Draft) -> Service:
    """Give the declaration that a case keeps. No statement while it is the running one."""
    return release(slug=case.service, digest=case.release)


def list_faults(draft: contracts.Draft, *, at: datetime) -> dict[str, Text]:
    """List what must be mended before a draft can be sent, by fact id, in the order of the form. No statement."""
    facts = form.join(draft.known, draft.answers)
    return form.faults(service_of(draft), facts, draft.answers, surroundings_for(draft.answers.files, at=at))
