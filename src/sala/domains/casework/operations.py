"""Writes of casework: lock, check, change, record, publish, each in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from sala.domains.catalogue import public as catalogue
from sala.domains.ledger import public as ledger
from sala.infra import outbox, tenancy
from sala.infra.envelopes import make_data_key
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.kernel.days import thai_day
from sala.kernel.plain import to_plain
from sala.kernel.unique import uuid7
from sala.servicekit.schema.service import Service

from . import policies
from .contracts import (
    Answers,
    CaseAlreadyDecided,
    CaseChangedMeanwhile,
    CaseReceived,
    ClockEffect,
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionAskedBefore,
    CaseDecided,
    DraftIsIncomplete,
    Known,
    LineKind,
    Reason,
    Receipt,
    Saved,
    Started,
)
from .logic import clock, form, workflow
from .logic.follow_up import hash_of, new_code
from .models import Case, Correction, Decision, Line
from .queries import OpenCase, number_of, open_case, record_reading
from .readings import calendar_of, find_agency, hours_of, read_known_facts


@transaction.atomic
def start_draft(*, slug: str, by: Actor, lang: Lang, at: datetime) -> Started:
    """
    Open an application, or the one this person left unfinished. What the state knows is read once, here.

    A double click opens one draft: PostgreSQL keeps a person to one draft per service.

    :raises SignInNeeded: the service is for signed-in people.
    """
    service = catalogue.get_service(slug=slug)
    form.may_start.require(by, service)
    if by.subject is not None and (draft := _unfinished(service, by.subject)):
        return Started(id=draft, first_page=service.pages[0].id, secret=None, is_new=False)
    known = read_known_facts(service, by=by, at=at)
    case_id, secret = uuid7(at), None if by.subject else new_code()
    data_key, envelope = make_data_key(subject=case_id, at=at)
    row = Case(
        id=case_id,
        service=service.slug,
        release_id=service.digest,
        data_key=data_key,
        applicant=by.subject,
        secret_hash=hash_of(secret or ""),
        lang=lang,
        state="draft",
        started_at=at,
        saved_at=at,
    )
    opened = OpenCase(row=row, envelope=envelope, service=service)
    _seal_known(opened, known)
    _seal_answers(opened, form.prefilled(service, known))
    if secret:
        tenancy.enter(case=case_id)
    try:
        with transaction.atomic():
            data_key.save(force_insert=True)
            row.save(force_insert=True)
    except IntegrityError:
        # The other click of a double click was first: its draft is the one.
        return Started(id=_unfinished(service, by.subject), first_page=service.pages[0].id, secret=None, is_new=False)  # type: ignore[arg-type]  # the constraint says it exists
    return Started(id=case_id, first_page=service.pages[0].id, secret=secret, is_new=True)


@transaction.atomic
def save_page(
    *, case_id: UUID, page_id: str, raw: Mapping[str, Sequence[str]], version: int, by: Actor, at: datetime
) -> Saved:
    """
    Keep everything typed on one page: what is valid counts, what is not waits to be mended.

    :param version: the version the page was shown with; an older one means another tab saved since.
    """
    opened = _open_for_filling(case_id, by)
    page = form.get_page(opened.service, page_id)
    before = opened.answers()
    result = form.read_page(opened, page, raw, before, today=thai_day(at))
    overtook = version != opened.row.version and form.differs(page, before, result.answers)
    _seal_answers(opened, result.answers)
    _save_draft(opened, at)
    following = form.next_page(opened.service, page, form.join(opened.known(), result.answers))
    return Saved(errors=result.errors, next_page=following, overtook=overtook)


@transaction.atomic
def submit(*, case_id: UUID, by: Actor, at: datetime) -> Receipt:
    """
    Receive an application: from this time-stamp its legal clock runs. Submitting again gives the same receipt.

    Source: Electronic Administration Act B.E. 2565, s. 10.
    :raises DraftIsIncomplete: something is missing or must be mended.
    :raises AgencyUnknown: nobody is responsible for the place the application names.
    """
    opened = open_case(case_id=case_id, for_update=True)
    policies.fill_in.require(by, opened.row)
    if opened.row.state != "draft":
        return _receipt(opened, follow_up_code=None)
    facts = opened.facts()
    if form.faults(opened, today=thai_day(at)):
        raise DraftIsIncomplete
    row, service = opened.row, opened.service
    row.agency = find_agency(service, facts)
    code = new_code() if service.sign_in.follow_up_code else None
    counted = clock.counted_from(received_at=at, calendar=calendar_of(), hours=hours_of(row.agency))
    started = clock.Tick("start", counted)
    row.due_on = clock.due_on(clock=service.within, ticks=[started], calendar=calendar_of())
    row.step = workflow.first_move(service)[0].id
    row.state, row.received_at, row.saved_at, row.follow_up_hash = "open", at, at, hash_of(code or "")
    row.serial = _next_serial(row)
    lines = [_line(row, at, "received", "system"), _line(row, at, "clock-started", "system", started)]
    Line.objects.bulk_create(lines)
    _record(opened, "case.received", at, {"service": row.service, "release": row.release_id, "due_on": row.due_on})
    outbox.publish(
        CaseReceived(case_id=row.pk, service=row.service, agency=row.agency, received_at=at, due_on=row.due_on)
    )
    return _receipt(opened, follow_up_code=code)


@transaction.atomic
def answer_correction(*, case_id: UUID, by: Actor, at: datetime) -> None:
    """
    Send a mended application back: the clock runs on with what was left.

    :raises CaseChangedMeanwhile: it was sent back already, or nothing was asked.
    :raises DraftIsIncomplete: something is still missing or wrong.
    """
    opened = open_case(case_id=case_id, for_update=True)
    policies.fill_in.require(by, opened.row)
    if opened.row.state != "waiting":
        raise CaseChangedMeanwhile
    if form.faults(opened, today=thai_day(at)):
        raise DraftIsIncomplete
    step = opened.service.find_step(opened.row.step)
    done = workflow.move(opened.service, step_id=opened.row.step, outcome_id=step.outcomes[0].id if step else "")
    row = opened.row
    row.due_on = _advance(opened, done, at, kind="correction-answered", role="applicant")
    Correction.objects.filter(case_id=row.pk).update(answered_at=at)
    _record(opened, "case.correction-answered", at, {"due_on": row.due_on})
    outbox.publish(
        CorrectionAnswered(case_id=row.pk, service=row.service, agency=row.agency, answered_at=at, due_on=row.due_on)
    )


@transaction.atomic
def ask_correction(
    *, case_id: UUID, step: str, outcome: str, items: Mapping[str, str], message: str, by: Actor, at: datetime
) -> None:
    """
    Ask the applicant to mend what is listed, once; the clock stands until they answer.

    Source: Licensing Facilitation Act B.E. 2558, s. 8 (one written note, more documents only once) (unverified).
    :param items: what to mend, by fact id.
    :raises CorrectionAskedBefore: it was asked once already.
    """
    opened = _open_for_officer(case_id, step, by, at, policy=policies.ask_correction)
    if Correction.objects.filter(case_id=case_id).exists():
        raise CorrectionAskedBefore
    done = workflow.move(opened.service, step_id=step, outcome_id=outcome)
    row = opened.row
    body = {"items": dict(items), "message": message}
    sealed = opened.envelope.seal_json(body, place=f"casework_correction.items:{row.pk}")
    Correction.objects.create(case=row, asked_at=at, asked_by=by.person, items=sealed)
    row.due_on = _advance(opened, done, at, kind="correction-asked", role=by.role or "")
    _record(opened, "case.correction-asked", at, {"by": by.person, "fields": sorted(items)})
    outbox.publish(CorrectionAsked(case_id=row.pk, service=row.service, agency=row.agency, asked_at=at))


@transaction.atomic
def decide_case(
    *, case_id: UUID, step: str, outcome: str, reasons: Sequence[Reason], note: str, by: Actor, at: datetime
) -> str:
    """
    Decide a case, once, or move it to its next step; give the result, empty while the case goes on.

    Source: Administrative Procedure Act B.E. 2539, s. 37 (an order states facts, law and reasons) (unverified).
    :param step: the step the officer saw, so that a stale page decides nothing.
    :raises CaseAlreadyDecided: someone decided first; the earlier decision stands.
    :raises NotForThisService: the declaration does not offer this outcome here.
    """
    opened = _open_for_officer(case_id, step, by, at, policy=policies.decide)
    done = workflow.move(opened.service, step_id=step, outcome_id=outcome)
    workflow.require_reason(done, note)
    result = done.outcome.result or ""
    row = opened.row
    row.due_on = _advance(opened, done, at, kind="decided", role=by.role or "")
    if result:
        _keep_decision(opened, done, reasons, note, by, at)
    _record(opened, "case.decided", at, {"by": by.person, "outcome": outcome, "result": result})
    outbox.publish(
        CaseDecided(
            case_id=row.pk, service=row.service, agency=row.agency, outcome=outcome, result=result, decided_at=at
        )
    )
    return result


def _unfinished(service: Service, applicant: UUID | None) -> UUID | None:
    drafts = Case.objects.filter(applicant=applicant, service=service.slug, state="draft")
    return drafts.values_list("pk", flat=True).first()


def _open_for_filling(case_id: UUID, by: Actor) -> OpenCase:
    opened = open_case(case_id=case_id, for_update=True)
    policies.fill_in.require(by, opened.row)
    if opened.row.state not in ("draft", "waiting"):
        raise CaseChangedMeanwhile
    return opened


def _open_for_officer(case_id: UUID, step: str, by: Actor, at: datetime, *, policy: Any) -> OpenCase:
    opened = open_case(case_id=case_id, for_update=True)
    policies.read_as_officer.require(by, opened.row)
    policy.require(by, opened.row)
    if opened.row.state == "closed":
        raise CaseAlreadyDecided
    if opened.row.step != step:
        raise CaseChangedMeanwhile
    record_reading(opened.row, by=by, through="desk-act", at=at)
    return opened


def _advance(opened: OpenCase, done: workflow.Move, at: datetime, *, kind: LineKind, role: str) -> Any:
    """Move the case to where an outcome leads, add the line, and give the deadline that now holds."""
    row, calendar = opened.row, calendar_of()
    tick = clock.Tick(done.clock, thai_day(at))
    if done.clock == "resume":
        tick = clock.Tick("resume", clock.counted_from(received_at=at, calendar=calendar, hours=hours_of(row.agency)))
    earlier = Line.objects.filter(case_id=row.pk).exclude(clock="").order_by("id").values_list("clock", "day")
    ticks = [*(clock.Tick(effect, day) for effect, day in earlier), tick]  # type: ignore[arg-type]  # a named constraint keeps the effects
    row.due_on = clock.due_on(clock=opened.service.within, ticks=ticks, calendar=calendar) if done.clock else row.due_on
    row.state = done.state
    row.step = done.step.id if done.step else row.step
    if done.step is None:
        row.closed_at, row.result = at, done.outcome.result or ""
    row.version += 1
    row.save(update_fields=["state", "step", "due_on", "closed_at", "result", "version"])
    _line(row, at, kind, role, tick).save(force_insert=True)
    return row.due_on


def _keep_decision(
    opened: OpenCase, done: workflow.Move, reasons: Sequence[Reason], note: str, by: Actor, at: datetime
) -> None:
    row = opened.row
    body = {"note": note, "reasons": [to_plain(_reason_fields(reason)) for reason in reasons]}
    Decision.objects.create(
        case=row,
        outcome=done.outcome.id,
        result=done.outcome.result or "",
        decided_at=at,
        decided_by=by.person,
        role=by.role or "",
        as_of=thai_day(row.received_at or at),
        reasons=opened.envelope.seal_json(body, place=f"casework_decision.reasons:{row.pk}"),
    )


def _reason_fields(reason: Reason) -> dict[str, Any]:
    return {"text": reason.text, "citation": reason.citation, "holds": reason.holds}


def _seal_known(opened: OpenCase, known: Mapping[str, Known]) -> None:
    plain = {
        name: to_plain({"value": fact.value, "register": fact.register, "as_of": fact.as_of})
        for name, fact in known.items()
    }
    opened.row.known = opened.envelope.seal_json(plain, place=opened.place("known"))


def _seal_answers(opened: OpenCase, answers: Answers) -> None:
    plain = {"values": to_plain(dict(answers.values)), "kept": {k: list(v) for k, v in answers.kept.items()}}
    opened.row.answers = opened.envelope.seal_json(plain, place=opened.place("answers"))


def _save_draft(opened: OpenCase, at: datetime) -> None:
    opened.row.saved_at = at
    opened.row.version += 1
    opened.row.save(update_fields=["answers", "saved_at", "version"])


def _next_serial(row: Case) -> int:
    """Write the received case and give it the next number, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_case SET agency = %s, state = %s, step = %s, received_at = %s, saved_at = %s,"
            " due_on = %s, follow_up_hash = %s, version = version + 1, serial = nextval('casework_serial')"
            " WHERE id = %s RETURNING serial",
            [row.agency, row.state, row.step, row.received_at, row.saved_at, row.due_on, row.follow_up_hash, row.pk],
        )
        (serial,) = cursor.fetchone()
    return int(serial)


def _line(row: Case, at: datetime, kind: LineKind, role: str, tick: clock.Tick | None = None) -> Line:
    effect: ClockEffect = tick.effect if tick else ""
    return Line(
        id=uuid7(at),
        case=row,
        at=at,
        kind=kind,
        role=role,
        clock=effect,
        day=tick.day if tick and effect else None,
        due_on=row.due_on,
        provision=clock.PROVISIONS.get(kind, ""),
    )


def _record(opened: OpenCase, kind: str, at: datetime, body: Mapping[str, Any]) -> None:
    row = opened.row
    ledger.append(ledger.LedgerEntry(kind=kind, subject=row.pk, agency=row.agency, at=at, body=body))


def _receipt(opened: OpenCase, *, follow_up_code: str | None) -> Receipt:
    row = opened.row
    if row.received_at is None:
        raise DraftIsIncomplete
    return Receipt(
        case_id=row.pk,
        number=number_of(row),
        received_at=row.received_at,
        due_on=row.due_on,
        follow_up_code=follow_up_code,
    )
