"""What follows from a case once it is committed: papers and messages, done by the application's own worker."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.db import connection, transaction
from tests.cast import Acting, at_once

from sala.domains.documents import public as documents
from sala.infra import outbox, tenancy

from .. import public as casework
from .. import receivers
from ..contracts import CaseAlreadyDecided, CaseReceived
from .forms import FORMS, NOW, uploads_of

LATER = NOW + timedelta(days=4)
ALLOWANCE_SLUG, SHOP_SLUG = "old-age-allowance", "food-shop-notification"

Work = Callable[[], None]


def apply(acting: Acting, key: str, slug: str) -> UUID:
    """Fill in and send an application in requests of its own, each with its transaction."""
    with acting(key) as person:
        case = casework.start_draft(slug=slug, by=person, lang="th", at=NOW).id
    for page, raw in FORMS[slug].items():
        with acting(key) as person:
            casework.save_page(
                case_id=case, page_id=page, raw=raw, version=0, by=person, at=NOW, uploads=uploads_of(page)
            )
    with acting(key) as person:
        casework.submit(case_id=case, by=person, at=NOW)
    return case


def test_a_shop_may_open_on_its_receipt_and_is_written_to(acting: Acting, work_off: Work) -> None:
    case = apply(acting, "shop-owner", SHOP_SLUG)
    work_off()
    with acting("shop-owner") as owner:
        (receipt,) = documents.list_documents(case_id=case)
        (notice,) = casework.list_case_notices(case_id=case, by=owner)
    assert (receipt.kind, receipt.state) == ("notification-receipt", "issued")
    assert notice.template == "received"
    assert [message.to for message in mail.outbox] == [["thotsop@example.com"]]


def test_a_decision_issues_its_letter_and_tells_the_applicant(acting: Acting, work_off: Work) -> None:
    case = apply(acting, "elder", ALLOWANCE_SLUG)
    with acting("officer") as officer:
        casework.decide_case(case_id=case, step="check", outcome="grant", reasons=[], note="", by=officer, at=LATER)
    work_off()
    with acting("elder") as elder:
        kinds = [document.kind for document in documents.list_documents(case_id=case)]
        told = [notice.template for notice in casework.list_case_notices(case_id=case, by=elder)]
    assert kinds == ["allowance-letter"]
    assert told == ["received", "decided_approved"]


def test_an_event_received_twice_issues_and_tells_once(acting: Acting, work_off: Work) -> None:
    case = apply(acting, "shop-owner", SHOP_SLUG)
    event = CaseReceived(case_id=case, service=SHOP_SLUG, agency="chiang-mai-city", received_at=NOW, due_on=None)
    for _ in range(2):
        with transaction.atomic():
            tenancy.enter(agency=event.agency)
            receivers.issue_and_tell_on_receipt(event)
    work_off()
    with acting("shop-owner") as owner:
        assert len(documents.list_documents(case_id=case)) == 1
        assert len(casework.list_case_notices(case_id=case, by=owner)) == 1


def test_two_clicks_at_the_same_moment_open_one_draft(acting: Acting, transactional_db: None) -> None:
    opened: list[UUID] = []

    def click() -> None:
        with acting("elder") as elder:
            opened.append(casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW).id)

    at_once(click, click, click)
    assert len(opened) == 3
    assert len(set(opened)) == 1


def test_two_officers_at_the_same_moment_make_one_decision(acting: Acting, transactional_db: None) -> None:
    case = apply(acting, "elder", ALLOWANCE_SLUG)
    ended: list[str] = []

    def decide(key: str, outcome: str) -> None:
        try:
            with acting(key) as officer:
                said = {"reasons": [], "note": "เหตุผล", "at": NOW}
                casework.decide_case(case_id=case, step="check", outcome=outcome, by=officer, **said)  # type: ignore[arg-type]  # a test's shorthand
            ended.append(outcome)
        except CaseAlreadyDecided:
            ended.append("late")

    at_once(lambda: decide("officer", "grant"), lambda: decide("second-officer", "refuse"))
    with acting("elder") as elder:
        found = casework.get_own_case(case_id=case, by=elder)
    assert ended.count("late") == 1
    assert found.decision is not None
    assert found.decision.outcome in ended


def test_nothing_follows_from_what_was_taken_back(acting: Acting, work_off: Work) -> None:
    event = CaseReceived(case_id=UUID(int=7), service=SHOP_SLUG, agency="mae-hia-town", received_at=NOW, due_on=None)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        outbox.publish(event)
        raise ZeroDivisionError
    assert waiting_jobs() == 0
    with transaction.atomic():
        outbox.publish(event)
    assert waiting_jobs() == 1


def waiting_jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'")
        (count,) = cursor.fetchone()
    return int(count)
