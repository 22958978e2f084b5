"""Reads of documents. Row-level security has already hidden what the transaction may not see."""

from typing import cast
from uuid import UUID

from django.db import connection
from pydantic import TypeAdapter

from sala.infra import envelopes
from sala.infra.envelopes import Envelope
from sala.kernel.bilingual import Text

from .contracts import (
    Content,
    DocumentNotFound,
    DocumentNotReady,
    DocumentUnreadable,
    IssuedDocument,
    PublicCheck,
    Row,
    State,
)
from .logic.numbers import read_code
from .models import IssuedDocument as DocumentRow
from .models import PublicCheck as CheckRow

CONTENT: TypeAdapter[Content] = TypeAdapter(Content)
"""Writes what a document says as JSON, and reads it back; sealed in between."""

_NEXT_NUMBER = """
INSERT INTO documents_number_series AS series (agency, kind, year, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (agency, kind, year) DO UPDATE SET last = series.last + 1 RETURNING last
"""


def list_documents(*, case_id: UUID) -> tuple[IssuedDocument, ...]:
    """List a case's documents, oldest first, without their content. One statement."""
    rows = DocumentRow.objects.filter(case_id=case_id).defer("content", "pdf").order_by("id")
    return tuple(document_of(row) for row in rows)


def check(*, code: str) -> PublicCheck:
    """
    Say what anyone may learn from a check code as it was typed or scanned. One statement.

    Source: Electronic Administration Act B.E. 2565, s. 13(2) (free, public, always current).
    """
    read = read_code(code)
    row = CheckRow.objects.filter(check_code=read).first() if read else None
    if row is None:
        return PublicCheck(standing="unknown", code=read or code.strip())
    title = row.shown.get("title")
    return PublicCheck(
        standing="revoked" if row.revoked_at else "valid",
        code=row.check_code,
        title=Text(**title) if title else None,
        number=row.shown.get("number", ""),
        agency_name=Text(**row.shown["agency_name"]),
        dated=row.dated,
        revoked_at=row.revoked_at,
        rows=tuple(Row(Text(**fact["label"]), Text(**fact["value"])) for fact in row.shown.get("rows", ())),
    )


def get_row(document_id: UUID) -> DocumentRow:
    """
    Get one document's row.

    :raises DocumentNotFound: there is none that this transaction may see.
    """
    row = DocumentRow.objects.filter(id=document_id).first()
    if row is None:
        raise DocumentNotFound
    return row


def get_row_for_update(document_id: UUID) -> DocumentRow:
    """
    Get one document's row and hold it until the transaction ends.

    :raises DocumentNotFound: there is none that this transaction may see.
    """
    row = DocumentRow.objects.select_for_update().filter(id=document_id).first()
    if row is None:
        raise DocumentNotFound
    return row


def find_standing(*, case_id: UUID, kind: str) -> IssuedDocument | None:
    """Find the case's document of a kind that is not revoked."""
    row = (
        DocumentRow.objects.filter(case_id=case_id, kind=kind).exclude(state="revoked").defer("content", "pdf").first()
    )
    return document_of(row) if row else None


def next_running_number(*, agency: str, kind: str, year: int) -> int:
    """Take the next number of a series; it is given back if the transaction fails. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT_NUMBER, [agency, kind, year])
        running: int = cursor.fetchone()[0]
    return running


def require_issued(row: DocumentRow) -> None:
    """
    Let a sealed document pass.

    :raises DocumentNotReady: it is still being sealed.
    """
    if row.state == "waiting":
        raise DocumentNotReady


def get_envelope(case_id: UUID) -> Envelope:
    """
    Get the case's data key. One statement.

    :raises DocumentUnreadable: it was destroyed when the case's retention ended.
    """
    envelope = envelopes.find_envelope(subject=case_id)
    if envelope is None:
        raise DocumentUnreadable
    return envelope


def place_of(document_id: UUID, column: str) -> str:
    """Name the place a sealed value stands in; a value moved elsewhere does not open."""
    return f"documents_issued.{column}:{document_id}"


def document_of(row: DocumentRow) -> IssuedDocument:
    """Give a row as it crosses the door."""
    return IssuedDocument(
        id=row.id,
        case_id=row.case_id,
        agency=row.agency,
        service=row.service,
        person=row.person,
        kind=row.kind,
        title=Text(**row.title),
        number=row.number,
        check_code=row.check_code,
        state=cast(State, row.state),
        dated=row.dated,
        issued_at=row.issued_at,
        revoked_at=row.revoked_at,
        sha256=row.sha256,
    )
