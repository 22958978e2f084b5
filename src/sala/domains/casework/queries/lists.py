"""Lists of cases. Nothing in a list is sealed, so nothing is opened and nobody's identity is shown."""

import base64
import json
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.servicekit.schema.service import Service

from .. import policies
from ..contracts import CaseNotFound, CasePage, CaseSummary, InboxCounts, State
from ..logic.account import ClockReading, read_running
from ..models import Case
from .opening import number_of

PAGE_SIZE = 50


def list_own(*, by: Actor) -> tuple[CaseSummary, ...]:
    """List a person's drafts and cases, newest first, at most 50. One statement."""
    rows = Case.objects.defer("known", "answers").filter(applicant=by.subject).order_by("-started_at")[:PAGE_SIZE]
    return tuple(_summary(row) for row in rows)


def list_inbox(*, by: Actor, services: frozenset[str], state: State, after: str | None) -> CasePage:
    """
    List an agency's cases in one state by urgency: the nearest legal deadline first, those without one last.

    Closed cases come newest first. One statement.

    :param services: the services to show, among those the officer may read.
    :param after: the `next` of the page before.
    :raises CaseNotFound: `after` is not a cursor.
    """
    done = state == "closed"
    rows = _of_desk(by, services).filter(state=state).defer("known", "answers")
    order = ("-closed_at", "id") if done else ("due_on", "id")
    if after:
        rows = rows.filter(_after_cursor(after, "closed_at" if done else "due_on"))
    found = list(rows.order_by(*order)[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    last = found[PAGE_SIZE - 1] if more else None
    cursor = _cursor(last.closed_at if done else last.due_on, last.pk) if last else None
    return CasePage(items=tuple(_summary(row) for row in found[:PAGE_SIZE]), next=cursor)


def count_under_way(*, service: str) -> int:
    """Count the cases of a service that are not closed yet, among those this transaction may see. One statement."""
    return Case.objects.filter(service=service).exclude(state__in=["draft", "closed"]).count()


def count_inbox(*, by: Actor, services: frozenset[str], at: datetime) -> InboxCounts:
    """Count what waits at an officer's desk. One statement."""
    counted = _of_desk(by, services).aggregate(
        open=Count("id", filter=Q(state="open")),
        waiting=Count("id", filter=Q(state="waiting")),
        overdue=Count("id", filter=Q(state="open", due_on__lt=thai_day(at))),
    )
    return InboxCounts(**counted)


def list_desk_services(*, by: Actor) -> tuple[Service, ...]:
    """List the services whose cases an officer may read: their agency's own, or those of every local authority."""
    agency = organisations.get_agency(code=by.agency or "")
    return tuple(
        service
        for service in catalogue.list_services()
        if by.may(policies.READ, service=service.slug, agency=agency.code)
        and (agency.is_local if service.agency.local else service.agency.code == agency.code)
    )


def read_clocks(*, cases: Iterable[CaseSummary], by: Actor, at: datetime) -> dict[UUID, ClockReading]:
    """Read the clocks that run among the cases of one page of an inbox, by case id. One statement for them all."""
    area = organisations.get_agency(code=by.agency or "").province
    calendar = organisations.get_calendar()
    read = {
        case.id: read_running(
            catalogue.get_service(slug=case.service).within,
            due=case.due_on if case.state == "open" else None,
            today=thai_day(at),
            calendar=calendar,
            area=area,
        )
        for case in cases
    }
    return {case_id: reading for case_id, reading in read.items() if reading}


def count_overdue(*, at: datetime) -> int:
    """Count the cases past their legal deadline among those this transaction may see."""
    return Case.objects.filter(due_on__lt=thai_day(at)).exclude(state__in=["draft", "closed"]).count()


def _of_desk(by: Actor, services: frozenset[str]) -> QuerySet[Case]:
    readable = {slug for slug in services if by.may(policies.READ, service=slug, agency=by.agency or "")}
    return Case.objects.filter(agency=by.agency, service__in=readable)


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
        written, pk = json.loads(base64.urlsafe_b64decode(cursor))
        read = datetime if column == "closed_at" else date
        moment, last = read.fromisoformat(written) if written else None, UUID(pk)
    except (ValueError, TypeError, AttributeError) as error:
        raise CaseNotFound from error
    if moment is None:
        return Q(**{f"{column}__isnull": True, "id__gt": last})
    if column == "closed_at":
        return Q(closed_at__lt=moment) | Q(closed_at=moment, id__gt=last)
    return Q(due_on__gt=moment) | Q(due_on=moment, id__gt=last) | Q(due_on__isnull=True)
