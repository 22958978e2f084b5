"""
The job that numbers, renders and seals a document, once.

Only the worker runs it, because only the worker may load the seal's key. What renders and seals is imported when the
first document is made: it takes half a second, and every web process knows this job by name.
"""

import hashlib
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction

from sala.domains.ledger import public as ledger
from sala.domains.ledger.public import LedgerEntry
from sala.infra import envelopes, keys, outbox, tenancy
from sala.infra.envelopes import Envelope
from sala.infra.jobs import task
from sala.infra.outbox import the_platform
from sala.kernel.actors import system_actor

from . import queries
from .contracts import Content, DocumentIssued, Stamp
from .logic.compose import compose_sheet
from .logic.numbers import document_number, number_year
from .models import IssuedDocument as DocumentRow
from .models import PublicCheck as CheckRow

if TYPE_CHECKING:
    from .logic.rendering import Renderer
    from .logic.sealing import Sealer


@task(queue="documents", policy=the_platform)
def seal_document(*, document_id: str, agency: str) -> None:
    """Number, render and seal one document; running it again changes nothing."""
    the_platform.require(system_actor("documents", agency=agency), None)
    with transaction.atomic():
        tenancy.enter(agency=agency)
        row = queries.get_row_for_update(UUID(document_id))
        envelope = envelopes.find_envelope(subject=row.case_id)
        if row.state == "waiting" and envelope is not None:  # of an erased case there is nothing left to issue
            _issue(row, envelope, at=datetime.now(UTC))


def _issue(row: DocumentRow, envelope: Envelope, *, at: datetime) -> None:
    content = queries.CONTENT.validate_json(
        envelope.open(bytes(row.content), place=queries.place_of(row.id, "content"))
    )
    _number(row, content)
    pdf = _renderer().render(compose_sheet(content, _stamp(row)), at=row.dated)
    sealed = _sealer().seal(pdf, reason=content.title.th, at=at)

    row.state, row.issued_at, row.sha256 = "issued", at, hashlib.sha256(sealed).hexdigest()
    row.pdf, row.content = envelope.seal(sealed, place=queries.place_of(row.id, "pdf")), b""
    row.save(update_fields=["state", "issued_at", "sha256", "pdf", "content", "year", "running", "number", "public"])
    CheckRow.objects.create(check_code=row.check_code, agency=row.agency, shown=row.public, dated=row.dated)
    ledger.append(
        LedgerEntry(
            kind="document.issued",
            subject=row.case_id,
            agency=row.agency,
            at=at,
            body={"document": row.id, "document_kind": row.kind, "sha256": row.sha256},
        )
    )
    outbox.publish(DocumentIssued(row.id, row.case_id, row.agency, row.kind, issued_at=at))


def _number(row: DocumentRow, content: Content) -> None:
    """Give the row the next number of its series; what its public check shows then carries it too."""
    row.year = number_year(row.dated)
    row.running = queries.next_running_number(agency=row.agency, kind=row.kind, year=row.year)
    row.number = document_number(running=row.running, year=row.year, letter_code=content.letter_code)
    if "title" in row.public:
        row.public["number"] = row.number


def _stamp(row: DocumentRow) -> Stamp:
    return Stamp(
        number=row.number,
        dated=row.dated,
        check_code=row.check_code,
        check_address=f"{settings.SALA_ORIGIN}/check/{row.check_code}",
        demonstration=settings.SALA_MODE == "demonstration",
    )


@cache
def _renderer() -> "Renderer":
    from .logic.rendering import FONTS, Renderer

    return Renderer(fonts=FONTS)


@cache
def _sealer() -> "Sealer":
    from .logic.sealing import Sealer

    key = keys.signing_key("seal")
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise keys.KeyMissing(purpose="seal", variable="SEAL")
    return Sealer(key=key, certificates=keys.certificate("seal"))
