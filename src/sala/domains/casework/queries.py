"""Reads of cases. Each says what it costs; whoever reads a person's answers as an officer is recorded."""

import base64
import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sala.domains.catalogue import public as catalogue
from sala.domains.ledger import public as ledger
from sala.infra import tenancy
from sala.infra.envelopes import Envelope, envelope_of
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.plain import from_plain
from sala.servicekit.schema.service import Service

from . import contracts, policies
from .contracts import Answers, AttachedFile, CaseNotFound, CasePage, CaseSummary, Known, Line, Reason
from .logic.follow_up import hash_of
from .logic.numbers import case_number
from .models import Attachment, Case, Release
from .models import Line as LineRow

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case's row with its envelope opened once; stays inside the domain."""

    row: Case
    envelope: Envelope
    service: Service

    def place(self, column: str) -> str:
        """Name the place of a sealed column of this case."""
        return f"casework_case.{column}:{self.row.pk}"

    def known(self) -> dict[str, Known]:
        """Open what the state knew."""
        stored = self.envelope.open_json(self.row.known, place=self.place("known")) or {}
        return {name: Known(**from_plain(fact)) for name, fact in stored.items()}

    def answers(self) -> Answers:
        """Open what was typed."""
        stored = self.envelope.open_json(self.row.answers, place=self.place("answers")) or {"values": {}, "kept": {}}
        return Answers(values=from_plain(stored["values"]), kept={k: tuple(v) for k, v in stored["kept"].items()})

    def facts(self) -> dict[str, Any]:
        """Join what is known and what was answered, by fact id."""
        return {**{name: fact.value for name, fact in self.known().items()}, **self.answers().values}


def open_case(*, case_id: UUID, for_update: bool = False) -> OpenCase:
    """
    Read a case with its key, correction and decision, and its release's declaration. One statement.

    :raises CaseNotFound: no such case among those this transaction may see.
    """
    rows = Case.objects.select_related("data_key")
    if for_update:
        rows = rows.select_for_update(of=("self",))
    else:
        rows = rows.select_related("correction", "decision")
    row = rows.filter(pk=case_id).first()
    if row is None:
        raise CaseNotFound
    return OpenCase(row=row, envelope=envelope_of(row.data_key), service=service_of_release(row))


def service_of_release(row: Case) -> Service:
    """Give the declaration a case keeps: the running one when it is the same, else the stored release."""
    running = catalogue.get_service(slug=row.service)
    return running if running.digest == row.release_id else _stored_release(row.release_id)


def get_draft(*, case_id: UUID, by: Actor) -> contracts.Draft:
    """
    Give an application that its applicant may fill in or mend. Two statements, one where no file is asked for.

    :raises CaseNotFound: no such application, or not this person's.
    """
    opened = open_case(case_id=case_id)
    policies.fill_in.require(by, opened.row)
    return to_draft(opened)


def to_draft(opened: OpenCase) -> contracts.Draft:
    """Turn an opened row into a draft."""
    return contracts.Draft(
        id=opened.row.pk,
        service=opened.row.service,
        release=opened.row.release_id,
        state=opened.row.state,
        version=opened.row.version,
        known=opened.known(),
        answers=opened.answers(),
        files=list_files(opened),
        saved_at=opened.row.saved_at,
        correction=_correction(opened),
    )


def get_own_case(*, case_id: UUID, by: Actor) -> contracts.Case:
    """
    Give a received case to its applicant.

    :raises CaseNotFound: no such case, or not this person's.
    """
    opened = open_case(case_id=case_id)
    policies.read_own.require(by, opened.row)
    if opened.row.state == "draft":
        raise CaseNotFound
    return to_case(opened)


def get_case(*, case_id: UUID, by: Actor, at: datetime) -> contracts.Case:
    """
    Give a case to an officer, and record in the applicant's access view that they read it.

    :raises CaseNotFound: no such case, another agency's, or a service the officer has no grant for.
    """
    opened = open_case(case_id=case_id)
    policies.read_as_officer.require(by, opened.row)
    record_reading(opened.row, by=by, through="desk-case", at=at)
    return to_case(opened)


def record_reading(row: Case, *, by: Actor, through: str, at: datetime) -> None:
    """Add a row to the applicant's access view; a report without an account has nobody to tell."""
    if row.applicant is not None:
        ledger.record_access(by=by, persons=[row.applicant], purpose="decide", through=through, at=at)


def find_by_follow_up_code(*, code: str) -> UUID | None:
    """
    Find the case a follow-up code opens. The code is the only way in, so the transaction enters with it.

    Row-level security cannot know the code: the look-up goes through a function that answers one id for one hash.
    """
    hashed = hash_of(code)
    if not hashed:
        return None
    return _id_by_hash(hashed)


def to_case(opened: OpenCase) -> contracts.Case:
    """Turn an opened row into the case both sides see. Two more statements: lines, and files where any were asked."""
    row = opened.row
    return contracts.Case(
        id=row.pk,
        number=number_of(row),
        service=row.service,
        release=row.release_id,
        agency=row.agency,
        applicant=row.applicant,
        lang="en" if row.lang == "en" else "th",
        state=row.state,
        version=row.version,
        known=opened.known(),
        answers=opened.answers(),
        files=list_files(opened),
        received_at=row.received_at,
        due_on=row.due_on,
        step=row.step,
        result=row.result,
        lines=list_lines(case_id=row.pk),
        correction=_correction(opened),
        decision=_decision(opened),
    )


def list_files(opened: OpenCase) -> tuple[AttachedFile, ...]:
    """List the files of a case, oldest first; no statement where the service asks for none."""
    if not any(asked.type == "file" for asked in opened.service.ask):
        return ()
    rows = Attachment.objects.filter(case_id=opened.row.pk).defer("content").order_by("id")
    return tuple(_file(row, opened.envelope) for row in rows)


def get_file(*, case_id: UUID, file_id: UUID, by: Actor, at: datetime) -> tuple[AttachedFile, bytes]:
    """
    Give one file of a case to its applicant or an officer of its agency; an officer's reading is recorded.

    :raises CaseNotFound: no such file, or not for this reader.
    """
    opened = open_case(case_id=case_id)
    if by.is_officer:
        policies.read_as_officer.require(by, opened.row)
        record_reading(opened.row, by=by, through="desk-file", at=at)
    else:
        policies.read_own.require(by, opened.row)
    row = Attachment.objects.filter(case_id=case_id, pk=file_id).first()
    if row is None:
        raise CaseNotFound
    content = opened.envelope.open(row.content, place=f"casework_attachment.content:{row.pk}")
    return _file(row, opened.envelope), content


def list_lines(*, case_id: UUID) -> tuple[Line, ...]:
    """List a case's account, oldest first."""
    return tuple(to_line(row) for row in LineRow.objects.filter(case_id=case_id).order_by("id"))


def to_line(row: LineRow) -> Line:
    """Turn a stored line into the one both sides read."""
    return Line(
        at=row.at,
        kind=row.kind,  # type: ignore[arg-type]  # only LineKind is ever written
        role=row.role,
        clock=row.clock,  # type: ignore[arg-type]  # a named constraint keeps it so
        day=row.day,
        due_on=row.due_on,
        provision=row.provision,
    )


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


def number_of(row: Case) -> str:
    """Write a case's number; empty for a draft."""
    if row.serial is None or row.received_at is None:
        return ""
    return case_number(serial=row.serial, received_at=row.received_at)


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


def _file(row: Attachment, envelope: Envelope) -> AttachedFile:
    name = envelope.open(row.name, place=f"casework_attachment.name:{row.pk}").decode()
    return AttachedFile(id=row.pk, field=row.field, name=name, media_type=row.media_type, size=row.size)


def _correction(opened: OpenCase) -> contracts.Correction | None:
    row = getattr(opened.row, "correction", None)
    if row is None:
        return None
    body = opened.envelope.open_json(row.items, place=f"casework_correction.items:{row.pk}")
    return contracts.Correction(
        asked_at=row.asked_at, items=body["items"], message=body["message"], answered_at=row.answered_at
    )


def _decision(opened: OpenCase) -> contracts.Decision | None:
    row = getattr(opened.row, "decision", None)
    if row is None:
        return None
    body = opened.envelope.open_json(row.reasons, place=f"casework_decision.reasons:{row.pk}")
    return contracts.Decision(
        outcome=row.outcome,
        result=row.result,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        role=row.role,
        as_of=row.as_of,
        reasons=tuple(Reason(**from_plain(reason)) for reason in body["reasons"]),
        note=body["note"],
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


def _id_by_hash(hashed: str) -> UUID | None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_case_by_follow_up(%s)", [hashed])
        (found,) = cursor.fetchone()
    if found is not None:
        tenancy.enter(case=found)
    return found


@lru_cache(maxsize=256)
def _stored_release(digest: str) -> Service:
    return Service.model_validate(Release.objects.get(pk=digest).declaration)
