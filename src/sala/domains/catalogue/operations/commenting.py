"""A draft before the public: opened by its agency, commented on by anyone, each comment answered before publication."""

from datetime import datetime
from uuid import UUID

from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor

from .. import policies, queries
from ..contracts import AnswerMissing, Comment, CommentEmpty, Draft, DraftAwaitsPublication, DraftNotFound
from ..logic.asking import clean_words
from ..logic.talking import GENERAL, LONGEST_COMMENT, LONGEST_NAME, list_parts
from ..models import Comment as CommentRow
from .drafting import officer_of, record


@in_transaction
def open_draft(*, draft_id: UUID, by: Actor, at: datetime) -> Draft:
    """
    Open a draft to the public, for reading and for comments. It stays open until it is published or dropped.

    :raises DraftAwaitsPublication: its publication has been asked for already.
    """
    row = queries.get_draft_row(draft_id=draft_id, for_update=True)
    policies.edit.require(by, queries.owned_of(row))
    if row.state == "asked":
        raise DraftAwaitsPublication
    if row.state != "open":
        raise DraftNotFound
    if row.opened_at is None:
        row.opened_at = at
        row.save(update_fields=["opened_at"])
        record(row, "service.draft-opened", by, at, version=row.version)
    return queries.to_draft(row)


@in_transaction
def comment_on_draft(*, comment_id: UUID, draft_id: UUID, part: str, name: str, words: str, at: datetime) -> Comment:
    """
    Keep what somebody says of a part of a public draft. Numbers and addresses by which a person could be known are left out.

    :param comment_id: made by whoever drew the form, so that a second click says nothing twice.
    :raises DraftNotFound: the draft is not open to the public now.
    :raises CommentEmpty: nothing is left to keep.
    """
    row = queries.get_draft_row(draft_id=draft_id)
    if row.opened_at is None or row.state not in ("open", "asked"):
        raise DraftNotFound
    kept = clean_words(words, at_most=LONGEST_COMMENT)
    if not kept.text:
        raise CommentEmpty
    parts = {one.key for one in list_parts(queries.read_standing(row.service))}
    comment, _ = CommentRow.objects.get_or_create(
        id=comment_id,
        defaults={
            "draft_id": row.pk,
            "part": part if part in parts else GENERAL,
            "name": clean_words(name, at_most=LONGEST_NAME).text,
            "words": kept.text,
            "said_at": at,
        },
    )
    return queries.to_comment(comment)


@in_transaction
def answer_comment(*, comment_id: UUID, words: str, hide: bool, by: Actor, at: datetime) -> Comment:
    """
    Answer a comment, in public. One that must not stand in public is hidden; its answer then says why.

    :raises AnswerMissing: there are no words.
    :raises DraftNotFound: there is no such comment, or it is another agency's to answer.
    """
    comment = CommentRow.objects.select_for_update().select_related("draft").filter(pk=comment_id).first()
    if comment is None:
        raise DraftNotFound
    policies.edit.require(by, queries.owned_of(comment.draft))
    if not words.strip():
        raise AnswerMissing
    comment.answer, comment.is_hidden = words.strip()[:LONGEST_COMMENT], hide
    comment.answered_by, comment.answered_at = officer_of(by), at
    comment.save(update_fields=["answer", "is_hidden", "answered_by", "answered_at"])
    record(comment.draft, "service.comment-answered", by, at, comment=comment.pk, hidden=hide)
    return queries.to_comment(comment)
