"""Reporting a scam number without an account: what is urgent first, then the report, its code, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import StorageState

from tests.running import Site

from . import steps
from .conftest import NewWalker, Way
from .walker import Walker

WORDS = {"th": "โดนแก๊งคอลเซ็นเตอร์หลอกโอนเงิน", "en": "scam call took my money"}
CODE = ".sala-code"
ANSWER = "เบอร์นี้มีผู้แจ้งหลายราย เราส่งต่อให้ผู้ให้บริการแล้ว"


def be_sent_to_the_bank(walker: Walker) -> None:
    """Say that money is gone: the bank, 1441 and the time that is left come before any question."""
    walker.answer({"transferred": "yes"})
    assert walker.path.endswith("/instead/money-sent")
    assert walker.page.locator('main a[href="tel:1441"]').count() == 1
    assert "72" in walker.text(".sala-urgent") or "71" in walker.text(".sala-countdown")
    walker.press("main a.govuk-button")


def fill_in(walker: Walker, *, photo: Path, email: str) -> None:
    """Give the number and the day, mistyping the day as one that has not come; add a picture; leave an address."""
    number = {"reached_by": "call", "scam_number": "+66 2 123 4567"}
    walker.answer({**number, "happened_on-day": "19", "happened_on-month": "11", "happened_on-year": "2669"})
    assert [fault.removesuffix("-year").removesuffix("-day") for fault in walker.list_faults()] == ["happened_on"]
    walker.answer({"happened_on-year": "2569"})
    walker.answer({"pretended_to_be": "officer", "asked_for": ["send-money", "install-app"], "evidence": photo})
    walker.answer({"may_contact": "yes", "phone": "0812345678", "email": email})


def test_from_own_words_to_the_answer(
    site: Site,
    way: Way,
    new_walker: NewWalker,
    officer_cookies: Callable[[str], StorageState],
    photo: Path,
) -> None:
    reporter, elsewhere = new_walker(way), new_walker(way)
    email = f"report-{way.width}-{way.javascript}@example.com"
    outcome = "forward" if way.javascript else "record"
    steps.find_service(reporter, "scam-report", WORDS)
    reporter.press("main a.govuk-button--start")
    steps.start(reporter, who=None)
    be_sent_to_the_bank(reporter)
    fill_in(reporter, photo=photo, email=email)
    reporter.answer({"declared": "yes"})
    code = reporter.text(CODE)
    sent = steps.Sent(number=reporter.text(steps.NUMBER).strip(), path=reporter.path.removesuffix("/receipt"))

    officer = new_walker(way, cookies=officer_cookies("scam-officer"))
    steps.open_from_inbox(officer, sent)
    steps.decide(officer, outcome, note=ANSWER)

    elsewhere.open("/follow")
    elsewhere.answer({"code": "0000-0000-0000-0000-0000"})
    assert elsewhere.list_faults() == ["code"]
    elsewhere.answer({"code": code.lower().replace("-", " ")})
    assert elsewhere.path == sent.path
    assert ANSWER in elsewhere.text()
    for text in (sent.number, ANSWER):
        site.wait_for_mail(email, sent.number, "/follow", text)
