"""Filling in an application, submitting it, and mending it once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from sala.domains.catalogue import public as catalogue
from sala.infra import outbox, tenancy
from sala.infra.envelopes import make_data_key
from sala.infra.models import DataKey
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.kernel.unique import uuid7
from sala.servicekit import answers as answering
from sala.servicekit.schema.facts import Page
from sala.servicekit.schema.service import Service

from .. import policies
from ..contracts import (
    Answers,
    CaseChangedMeanwhile,
    CaseReceived,
    CorrectionAnswered,
    DraftIsIncomplete,
    Receipt,
    Saved,
    Started,
    Upload,
)
from ..logic import clock, form, workflow
from ..logic.follow_up import hash_of, new_code
from ..models import Case, Correction, Line
from ..queries import (
    OpenCase,
    find_agency,
    list_asked_again,
    open_case,
    read_known_facts,
    receipt_of,
    surroundings_of,
    to_draft,
)
from .attaching import keep_files
from .writing import advance, counted_from, deadline, line, record, save_draft, seal_answers, seal_known


@in_transaction
def start_draft(*, slug: str, by: Actor, lang: Lang, at: datetime) -> Started:
    """
    Open an application, or the one this person left unfinished. What the state knows is read once, here.

    A double click opens one draft: PostgreSQL keeps a person to one draft per service.

    :raises SignInNeeded: the service is for signed-in people.
    """
    service = catalogue.get_service(slug=slug)
    form.may_start.require(by, service)
    if by.subject is not None and (draft := _find_unfinished(service, by.subject)):
        return Started(id=draft, first_page=service.pages[0].id, code=None, is_new=False)
    known = read_known_facts(service, by=by, at=at)
    case_id, code = uuid7(at), None if by.subject else new_code()
    data_key, envelope = make_data_key(subject=case_id, at=at)
    row = Case(
        id=case_id,
        service=service.slug,
        release_id=service.digest,
        data_key=data_key,
        applicant=by.subject,
        code_hash=hash_of(code or ""),
        lang=lang,
        state="draft",
        started_at=at,
        saved_at=at,
    )
    opened = OpenCase(row=row, envelope=envelope, service=service)
    seal_known(opened, known)
    seal_answers(opened, form.prefilled(service, known))
    if code:
        tenancy.enter(case=case_id)
    if _insert(row, data_key):
        return Started(id=case_id, first_page=service.pages[0].id, code=code, is_new=True)
    # The other click of a double click was first: its draft is the one.
    return Started(id=_get_unfinished(service, by.subject), first_page=service.pages[0].id, code=None, is_new=False)


@in_transaction
def save_page(
    *,
    case_id: UUID,
    page_id: str,
    raw: Mapping[str, Sequence[str]],
    version: int,
    by: Actor,
    at: datetime,
    uploads: Sequence[Upload] = (),
    without: Collection[UUID] = (),
) -> Saved:
    """
    Keep everything typed on one page: what is valid counts, what is not waits to be mended.

    Two statements, and one when files are kept.

    :param version: the version the page was shown with; an older one means another tab saved since.
    :param without: the files to take out.
    :raises CaseChangedMeanwhile: the application was sent already.
    """
    opened = open_for_filling(case_id, by)
    page = form.get_page(opened.service, page_id)
    before = opened.answers()
    known = opened.known()
    may_change = _may_change(opened, page)
    files, refused = keep_files(opened, may_change, before.files, uploads=uploads, without=without, at=at)
    raw = _only_what_may_change(may_change, before, raw)
    around = surroundings_of(files, at=at)
    result = answering.read_page(opened.service, page, raw, form.join(known, before), around)
    after = form.merge(page, before, result, files)
    seal_answers(opened, after)
    save_draft(opened, at)
    return Saved(
        draft=to_draft(opened),
        errors={**result.errors, **refused},
        wrong_parts=result.wrong_parts,
        next_page=answering.next_page(opened.service, page.id, form.join(known, after)),
        overtook=version < opened.row.version - 1 and form.differs(page, before, after),
    )


@in_transaction
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
        return receipt_of(opened.row)
    require_complete(opened, at)
    row, service, facts = opened.row, opened.service, opened.facts()
    agency = find_agency(service, facts)
    started = clock.Tick("start", counted_from(agency, at))
    row.agency = agency.code
    row.due_on = deadline(service, agency, [started])
    row.step = workflow.first_step(service).id
    row.state, row.received_at, row.saved_at = "open", at, at
    row.serial = _next_serial(row)
    lines = [line(row, at, "received", "system"), line(row, at, "clock-started", "system", started)]
    Line.objects.bulk_create(lines)
    record(opened, "case.received", at, {"service": row.service, "release": row.release_id, "due_on": row.due_on})
    outbox.publish(
        CaseReceived(case_id=row.pk, service=row.service, agency=row.agency, received_at=at, due_on=row.due_on)
    )
    return receipt_of(opened.row)


@in_transaction
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
    require_complete(opened, at)
    step = opened.service.find_step(opened.row.step)
    done = workflow.move(opened.service, step_id=opened.row.step, outcome_id=step.outcomes[0].id if step else "")
    row = opened.row
    row.due_on = advance(opened, done, at, kind="correction-answered", role="applicant")
    Correction.objects.filter(case_id=row.pk).update(answered_at=at)
    record(opened, "case.correction-answered", at, {"due_on": row.due_on})
    outbox.publish(
        CorrectionAnswered(case_id=row.pk, service=row.service, agency=row.agency, answered_at=at, due_on=row.due_on)
    )


def _find_unfinished(service: Service, applicant: UUID) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM casework_case WHERE applicant = %s AND service = %s AND state = 'draft'",
            [applicant, service.slug],
        )
        found = cursor.fetchone()
    return found[0] if found else None


def _get_unfinished(service: Service, applicant: UUID | None) -> UUID:
    found = _find_unfinished(service, applicant) if applicant else None
    if found is None:
        raise CaseChangedMeanwhile
    return found


def _insert(row: Case, data_key: DataKey) -> bool:
    """Insert a draft and its data key in one statement; False when this person has such a draft already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH sealed AS (INSERT INTO infra_data_key (subject, wrapped, key_id, made_at)"
            " SELECT %(id)s, %(wrapped)s, %(key_id)s, %(at)s WHERE NOT EXISTS (SELECT FROM casework_case"
            " WHERE applicant = %(applicant)s AND service = %(service)s AND state = 'draft') RETURNING subject)"
            " INSERT INTO casework_case (id, service, release_id, data_key_id, agency, applicant, code_hash, lang, state,"
            " step, version, known, answers, started_at, saved_at, result)"
            " SELECT subject, %(service)s, %(release)s, subject, '', %(applicant)s, %(code_hash)s, %(lang)s, 'draft',"
            " '', 0, %(known)s, %(answers)s, %(at)s, %(at)s, '' FROM sealed"
            " ON CONFLICT (applicant, service) WHERE state = 'draft' DO NOTHING RETURNING id",
            {
                "id": row.pk,
                "wrapped": bytes(data_key.wrapped),
                "key_id": data_key.key_id,
                "at": row.started_at,
                "applicant": row.applicant,
                "service": row.service,
                "release": row.release_id,
                "code_hash": row.code_hash,
                "lang": row.lang,
                "known": bytes(row.known),
                "answers": bytes(row.answers),
            },
        )
        return cursor.fetchone() is not None


def open_for_filling(case_id: UUID, by: Actor) -> OpenCase:
    """
    Lock an application that may be changed now: a draft, or one that waits to be mended.

    :raises CaseChangedMeanwhile: it was sent already.
    """
    opened = open_case(case_id=case_id, for_update=True)
    policies.fill_in.require(by, opened.row)
    if opened.row.state not in ("draft", "waiting"):
        raise CaseChangedMeanwhile
    return opened


def require_complete(opened: OpenCase, at: datetime) -> None:
    """
    Check that an application can be sent.

    :raises DraftIsIncomplete: something is missing, must be mended, or this form is the wrong door.
    """
    facts = opened.facts()
    way_out = answering.find_exit(opened.service, facts)
    if way_out is not None and not way_out.may_continue:
        raise DraftIsIncomplete
    answers = opened.answers()
    if form.faults(opened.service, facts, answers, surroundings_of(answers.files, at=at)):
        raise DraftIsIncomplete


def _may_change(opened: OpenCase, page: Page) -> frozenset[str]:
    """Name the questions of a page that may be answered now: after a correction request those it names, else all."""
    items = list_asked_again(opened) if opened.row.state == "waiting" else {}
    return frozenset(page.ask) & form.opened_again(opened.service, items) if items else frozenset(page.ask)


def _only_what_may_change(
    facts: Collection[str], before: Answers, raw: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """Take what was sent for the questions that stand open; for every other one, what was typed before stays."""
    return {**form.without(before.typed, facts), **form.restrict(raw, facts)}


def _next_serial(row: Case) -> int:
    """Write the received case and give it the next number, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_case SET agency = %s, state = %s, step = %s, received_at = %s, saved_at = %s,"
            " due_on = %s, version = version + 1, serial = nextval('casework_serial')"
            " WHERE id = %s RETURNING serial",
            [row.agency, row.state, row.step, row.received_at, row.saved_at, row.due_on, row.pk],
        )
        (serial,) = cursor.fetchone()
    return int(serial)
