"""Reads of notices. Row-level security has already hidden what the transaction may not see."""

from typing import cast
from uuid import UUID

from sala.infra.envelopes import Envelope
from sala.kernel.bilingual import Lang

from .contracts import Notice, State, TemplateId
from .models import Notice as NoticeRow


def list_notices(*, about: UUID, envelope: Envelope) -> tuple[Notice, ...]:
    """
    List the messages about a case as they were written, oldest first. One statement.

    :param envelope: the case's own data key, which the caller holds open.
    """
    return tuple(notice_of(row, envelope) for row in NoticeRow.objects.filter(about=about).order_by("id"))


def place_of(notice_id: UUID, column: str) -> str:
    """Name the place a sealed value stands in; a value moved elsewhere does not open."""
    return f"notices_notice.{column}:{notice_id}"


def open_text(row: NoticeRow, column: str, envelope: Envelope) -> str:
    """Open one sealed column of a row."""
    return envelope.open(getattr(row, column), place=place_of(row.id, column)).decode()


def notice_of(row: NoticeRow, envelope: Envelope) -> Notice:
    """Give a row as it crosses the door."""
    return Notice(
        id=row.id,
        about=row.about,
        agency=row.agency,
        template=cast(TemplateId, row.template),
        lang=cast(Lang, row.lang),
        subject=open_text(row, "subject", envelope),
        body=open_text(row, "body", envelope),
        state=cast(State, row.state),
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        failed_at=row.failed_at,
    )
