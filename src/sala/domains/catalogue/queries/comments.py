"""Reads of what the public said of a draft."""

from uuid import UUID

from ..contracts import Comment
from ..models import Comment as CommentRow

_MOST_SHOWN = 200


def list_comments(*, draft_id: UUID) -> tuple[Comment, ...]:
    """List what was said of a draft, oldest first, those without an answer before the others. One statement."""
    rows = CommentRow.objects.filter(draft_id=draft_id).order_by("answered_at", "id")[:_MOST_SHOWN]
    return tuple(sorted(map(to_comment, rows), key=lambda one: (one.answered_at is not None, one.said_at)))


def count_unanswered(*, draft_id: UUID) -> int:
    """Count the comments that nobody has answered. One statement."""
    return CommentRow.objects.filter(draft_id=draft_id, answered_at=None).count()


def to_comment(row: CommentRow) -> Comment:
    """Turn a row into what crosses the door."""
    return Comment(
        id=row.pk,
        part=row.part,
        name=row.name,
        words=row.words,
        said_at=row.said_at,
        answer=row.answer,
        answered_at=row.answered_at,
        is_hidden=row.is_hidden,
    )
