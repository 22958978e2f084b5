"""
The job that hands one notice to the mail server.

A notice goes out once: its row is held during the conversation, so a second job waits and then finds it sent. Only a
worker killed between the server's last reply and our commit speaks twice, and then under the same Message-ID, by
which mail systems drop the second copy (RFC 5322, s. 3.6.4): better than a decision that nobody hears of.
"""

import smtplib
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from sala.infra import envelopes, tenancy
from sala.infra.envelopes import Envelope
from sala.infra.jobs import task
from sala.infra.outbox import the_platform
from sala.kernel.actors import system_actor

from .contracts import DeliveryPostponed
from .logic.refusals import MAX_ATTEMPTS, is_permanent
from .models import Notice as NoticeRow
from .queries import open_text


@task(queue="notices", policy=the_platform)
def deliver_notice(*, notice_id: str, agency: str) -> None:
    """
    Send one queued notice by e-mail; one that was sent or given up stays as it is.

    :raises DeliveryPostponed: the mail server could not take it now; the queue runs the job again, later each time.
    """
    the_platform.require(system_actor("notices", agency=agency), None)
    with transaction.atomic():
        tenancy.enter(agency=agency)
        row = NoticeRow.objects.select_for_update().filter(id=UUID(notice_id), state="queued").first()
        if row is None:
            return
        _attempt(row, at=datetime.now(UTC))
        is_waiting = row.state == "queued"
    if is_waiting:
        raise DeliveryPostponed


def _attempt(row: NoticeRow, *, at: datetime) -> None:
    """Try once and keep how it went."""
    row.attempts += 1
    envelope = envelopes.find_envelope(subject=row.about)
    if envelope is None:  # the case was erased meanwhile: there is nothing left to say
        row.state, row.failed_at = "failed", at
    else:
        try:
            _message(row, envelope).send()
            row.state, row.sent_at = "sent", at
        except (smtplib.SMTPException, OSError, ValueError) as problem:
            if is_permanent(problem) or row.attempts >= MAX_ATTEMPTS:
                row.state, row.failed_at = "failed", at
    row.save(update_fields=["state", "attempts", "sent_at", "failed_at"])


def _message(row: NoticeRow, envelope: Envelope) -> EmailMessage:
    return EmailMessage(
        subject=open_text(row, "subject", envelope),
        body=open_text(row, "body", envelope),
        to=[open_text(row, "address", envelope)],
        headers={
            "Message-ID": f"<{row.id}@{urlsplit(settings.SALA_ORIGIN).hostname}>",
            "Date": format_datetime(row.queued_at),
            "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
            "Content-Language": row.lang,
        },
    )
