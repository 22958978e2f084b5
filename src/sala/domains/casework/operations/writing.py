"""What every write of casework ends with: sealed columns, a line of the account, an entry in the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sala.domains.ledger import public as ledger
from sala.domains.organisations import public as organisations
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.errors import NotAllowed
from sala.kernel.plain import to_plain
from sala.servicekit.schema.service import Service

from ..contracts import Answers, ClockEffect, Known, LineKind, Reason
from ..logic import clock, workflow
from ..models import Case, Decision, Line
from ..queries import OpenCase


def seal_known(opened: OpenCase, known: Mapping[str, Known]) -> None:
    """Seal what the state knew into the case's row."""
    plain = {
        name: to_plain({"value": fact.value, "register": fact.register, "as_of": fact.as_of})
        for name, fact in known.items()
    }
    opened.row.known = opened.envelope.seal_json(plain, place=opened.place("known"))


def seal_answers(opened: OpenCase, answers: Answers) -> None:
    """Seal what was typed into the case's row."""
    plain = {
        "values": to_plain(dict(answers.values)),
        "typed": {name: list(raw) for name, raw in answers.typed.items()},
        "files": [to_plain(asdict(file)) for file in answers.files],
    }
    opened.row.answers = opened.envelope.seal_json(plain, place=opened.place("answers"))


def save_draft(opened: OpenCase, at: datetime) -> None:
    """Store a saved page: one statement."""
    row = opened.row
    row.saved_at = at
    row.version += 1
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_case SET answers = %s, saved_at = %s, version = %s WHERE id = %s",
            [bytes(row.answers), row.saved_at, row.version, row.pk],
        )


def advance(opened: OpenCase, done: workflow.Move, at: datetime, *, kind: LineKind, role: str) -> date | None:
    """Move the case to where an outcome leads, add the line, and give the deadline that now holds."""
    row = opened.row
    agency = organisations.get_agency(code=row.agency)
    tick = clock.Tick(done.clock, counted_from(agency, at) if done.clock in ("resume", "restart") else thai_day(at))
    earlier = Line.objects.filter(case_id=row.pk).exclude(clock="").order_by("id").values_list("clock", "day")
    ticks = [*(clock.Tick(effect, day) for effect, day in earlier), tick]  # type: ignore[arg-type]  # a named constraint keeps the effects
    row.due_on = deadline(opened.service, agency, ticks) if done.clock else row.due_on
    row.state = done.state
    row.step = done.step.id if done.step else row.step
    if done.step is None:
        row.closed_at, row.result = at, done.outcome.result or ""
    row.version += 1
    row.save(update_fields=["state", "step", "due_on", "closed_at", "result", "version"])
    line(row, at, kind, role, tick).save(force_insert=True)
    return row.due_on


def keep_decision(
    opened: OpenCase, done: workflow.Move, reasons: Sequence[Reason], note: str, by: Actor, at: datetime
) -> None:
    """Keep the decision with its reasons, word for word."""
    row = opened.row
    body = {"note": note, "reasons": [to_plain(_reason_fields(reason)) for reason in reasons]}
    Decision.objects.create(
        case=row,
        outcome=done.outcome.id,
        result=done.outcome.result or "",
        decided_at=at,
        decided_by=officer_of(by),
        role=by.role or "",
        as_of=Line.objects.get(case_id=row.pk, clock="start").day or thai_day(at),
        reasons=opened.envelope.seal_json(body, place=f"casework_decision.reasons:{row.pk}"),
    )


def _reason_fields(reason: Reason) -> dict[str, Any]:
    return {"text": reason.text, "citation": reason.citation, "holds": reason.holds}


def line(row: Case, at: datetime, kind: LineKind, role: str, tick: clock.Tick | None = None) -> Line:
    """Make the next line of the account."""
    effect: ClockEffect = tick.effect if tick else ""
    return Line(
        case=row,
        at=at,
        kind=kind,
        role=role,
        clock=effect,
        day=tick.day if tick and effect else None,
        due_on=row.due_on,
        provision=clock.PROVISIONS.get(kind, ""),
    )


def record(opened: OpenCase, kind: str, at: datetime, body: Mapping[str, Any]) -> None:
    """Append one entry about the case to the ledger."""
    row = opened.row
    ledger.append(ledger.LedgerEntry(kind=kind, subject=row.pk, agency=row.agency, at=at, body=body))


def counted_from(agency: organisations.Agency, at: datetime) -> date:
    """Give the day from which the law counts what this agency received at a moment."""
    return clock.counted_from(
        received_at=at,
        calendar=organisations.get_calendar(),
        hours=organisations.get_hours(agency=agency.code),
        area=agency.province,
    )


def deadline(service: Service, agency: organisations.Agency, ticks: Iterable[clock.Tick]) -> date | None:
    """Give the last lawful day of a case by its clock's ticks; None while the clock stands or has ended."""
    return clock.due_on(clock=service.within, ticks=ticks, calendar=organisations.get_calendar(), area=agency.province)


def officer_of(by: Actor) -> UUID:
    """
    Name the officer who acts.

    :raises NotAllowed: nobody signed in, so nobody can answer for the act.
    """
    if by.person is None:
        raise NotAllowed
    return by.person
