"""Ask for a document, open it, revoke it. Whoever asks only asks: the worker alone holds the key that seals."""

import secrets
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sala.domains.ledger import public as ledger
from sala.domains.ledger.public import LedgerEntry
from sala.infra import outbox
from sala.infra.envelopes import Envelope
from sala.kernel.actors import Actor
from sala.kernel.unique import uuid7

from . import policies, queries, tasks
from .contracts import DocumentRevoked, IssuedDocument, IssueRequest, OpenedPdf
from .logic.numbers import check_code
from .models import IssuedDocument as DocumentRow
from .models import PublicCheck as CheckRow


@transaction.atomic
def request_issue(*, request: IssueRequest, envelope: Envelope, at: datetime) -> IssuedDocument:
    """
    Store what a document will say under a check code, and have the worker number, render and seal it after the commit.

    Call it inside the transaction that decides, with the case locked. Asking again gives the document that stands.
    Three statements.

    :param envelope: the case's own data key, which the caller holds open.
    :param at: the moment the document is dated; time-zone aware.
    """
    standing = queries.find_standing(case_id=request.case_id, kind=request.kind)
    if standing is not None:
        return standing
    row = _new_row(request, envelope, at)
    row.save(force_insert=True)
    tasks.seal_document.defer(document_id=str(row.id), agency=row.agency)
    return queries.document_of(row)


@transaction.atomic
def revoke_document(*, document_id: UUID, by: Actor, at: datetime) -> IssuedDocument:
    """
    Revoke a document, so that its public check says so from now on; one revoked earlier keeps its date.

    :raises DocumentNotFound: no such document, or the actor may not revoke it.
    :raises DocumentNotReady: it is still being sealed.
    """
    row = queries.get_row_for_update(document_id)
    policies.revoke_document.require(by, queries.document_of(row))
    if row.state == "revoked":
        return queries.document_of(row)
    queries.require_issued(row)
    row.state, row.revoked_at = "revoked", at
    row.save(update_fields=["state", "revoked_at"])
    CheckRow.objects.filter(check_code=row.check_code).update(revoked_at=at)
    ledger.append(
        LedgerEntry(
            kind="document.revoked",
            subject=row.case_id,
            agency=row.agency,
            at=at,
            body={"document": row.id, "document_kind": row.kind, "sha256": row.sha256},
        )
    )
    outbox.publish(DocumentRevoked(row.id, row.case_id, row.agency, row.kind, revoked_at=at))
    return queries.document_of(row)


def open_pdf(*, document_id: UUID, by: Actor, at: datetime, opened_case: UUID | None = None) -> OpenedPdf:
    """
    Open a sealed PDF for a reader, and record the access.

    :param opened_case: the case that the reader opened with a follow-up code, where nobody signed in.
    :raises DocumentNotFound: no such document, or it is not this reader's.
    :raises DocumentNotReady: it is still being sealed.
    :raises DocumentUnreadable: the case's data key was destroyed.
    """
    row = queries.get_row(document_id)
    document = queries.document_of(row)
    policies.open_document.require(by, policies.Opening(document=document, opened_case=opened_case))
    queries.require_issued(row)
    content = queries.get_envelope(row.case_id).open(bytes(row.pdf), place=queries.place_of(row.id, "pdf"))
    if document.person is not None:
        ledger.record_access(
            by=by, persons=[document.person], purpose="open-document", through="documents.open_pdf", at=at
        )
    return OpenedPdf(filename=f"{row.kind}-{row.year}-{row.running}.pdf", content=content)


def _new_row(request: IssueRequest, envelope: Envelope, at: datetime) -> DocumentRow:
    document_id = uuid7(at)
    content = queries.CONTENT.dump_json(request.content)
    return DocumentRow(
        id=document_id,
        case_id=request.case_id,
        agency=request.agency,
        service=request.service,
        person=request.person,
        kind=request.kind,
        title=asdict(request.content.title),
        check_code=check_code(secrets.token_bytes(16)),
        state="waiting",
        public=_shown(request),
        content=envelope.seal(content, place=queries.place_of(document_id, "content")),
        pdf=b"",
        dated=at,
    )


def _shown(request: IssueRequest) -> dict[str, object]:
    """Choose what the public check shows: of what is not displayed, nothing but whose document it is to vouch for."""
    agency_name = asdict(request.content.agency_name)
    if not request.displayed:
        return {"agency_name": agency_name}
    rows = [asdict(row) for row in request.public_rows]
    return {"agency_name": agency_name, "title": asdict(request.content.title), "rows": rows}
