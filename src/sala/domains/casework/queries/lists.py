"""Lists of cases. Nothing in a list is sealed, so nothing is opened and nobody's identity is shown."""

import base64
import json
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sala.kernel.actors import Actor
from sala.kernel.days import thai_day

from ..contracts import CaseNotFound, CasePage, CaseSummary
from ..models import Case
from .opening import number_of

PAGE_SIZE = 50


def list_own(*, by: Actor) -> tuple[CaseSummary, ...]:
    """List a person's drafts and cases, newest first, at most 50. One statement."""
    rows = _without_content().filter(applicant=by.subject).order_by("-started_at")[:PAGE_SIZE]
    return tuple(_summary(row) for row in rows)


def list_inbox(*, by: Actor, services: frozenset[str], after: str | None, done: bool = False) -> CasePage:
    """
    List an agency's cases by urgency: the nearest legal deadline first, those without one last. One statement.

    :param services: the services to show.
    :param after: the `next` of the page before.
    """
    rows = _without_content().filter(agency=by.agency, service__in=services).exclude(state="draft")
    rows = rows.filter(state="closed") if done else rows.exclude(state="closed")
    order = ("-closed_at", "id") if done else ("due_on", "id")
    if after:
        rows = rows.filter(_after_cursor(after, "closed_at" if done else "due_on"))
    found = list(rows.order_by(*order)[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    last = found[PAGE_SIZE - 1] if more else None
    cursor = _cursor(last.closed_at if done else last.due_on, last.pk) if last else None
    return CasePage(items=tuple(_summary(row) for row in found[:PAGE_SIZE]), next=cursor)


def count_overdue(*, at: datetime) -> int:
    """Count the cases past their legal deadline among those this transaction may see."""
    return Case.objects.filter(due_on__lt=thai_day(at)).exclude(state__in=["draft", "closed"]).count()


def _without_content() -> QuerySet[Case]:
    return Case.objects.defer("known", "answers")


def _summary(row: Case) -> CaseSummary:
    return CaseSummary(
        id=row.pk,
        number=number_of(row),
        service=row.service,
        state=row.state,  # type: ignore[arg-type]  # a named constraint keeps it so
        started_at=row.started_at,
        received_at=row.received_at,
        due_on=row.due_on,
        step=row.step,
        result=row.result,
    )


def _cursor(moment: date | datetime | None, pk: UUID) -> str:
    text = json.dumps([moment.isoformat() if moment else None, str(pk)])
    return base64.urlsafe_b64encode(text.encode()).decode()


def _after_cursor(cursor: str, column: str) -> Q:
    try:
        moment, pk = json.loads(base64.urlsafe_b64decode(cursor))
        last = UUID(pk)
    except (ValueError, TypeError) as error:
        raise CaseNotFound from error
    if moment is None:
        return Q(**{f"{column}__isnull": True, "id__gt": last})
    if column == "closed_at":
        return Q(closed_at__lt=moment) | Q(closed_at=moment, id__gt=last)
    return Q(due_on__gt=moment) | Q(due_on=moment, id__gt=last) | Q(due_on__isnull=True)
