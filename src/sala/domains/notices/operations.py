"""Tell a person something: keep it word for word, and have the worker e-mail it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sala.infra.envelopes import Envelope
from sala.kernel.bilingual import Lang
from sala.kernel.unique import uuid7

from . import queries, tasks
from .contracts import Notice, Recipient, TemplateId, Words
from .logic.words import compose, words_of
from .models import Notice as NoticeRow


@transaction.atomic
def send(
    *,
    to: Recipient,
    template: TemplateId,
    values: Mapping[str, object],
    lang: Lang,
    about: UUID,
    agency: str,
    envelope: Envelope,
    at: datetime,
    words: Words | None = None,
) -> Notice:
    """
    Keep a message about a case and, with an address, have it e-mailed after the commit. One or two statements.

    :param values: fill the placeholders; a Text goes in by language. `agency` is the agency's name.
    :param envelope: the case's own data key, which the caller holds open.
    :param words: the service's own words for this event, instead of the product's.
    :raises KeyError: a placeholder has no value.
    """
    subject, body = compose(words or words_of(template), values, lang)
    notice_id = uuid7(at)
    row = NoticeRow(
        id=notice_id,
        about=about,
        agency=agency,
        person=to.person,
        template=template,
        lang=lang,
        subject=envelope.seal(subject.encode(), place=queries.place_of(notice_id, "subject")),
        body=envelope.seal(body.encode(), place=queries.place_of(notice_id, "body")),
        address=envelope.seal(to.email.encode(), place=queries.place_of(notice_id, "address")) if to.email else b"",
        state="queued" if to.email else "kept",
        queued_at=at,
    )
    row.save(force_insert=True)
    if to.email:
        tasks.deliver_notice.defer(notice_id=str(notice_id), agency=agency)
    return queries.notice_of(row, envelope)
