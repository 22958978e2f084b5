"""The old-age allowance from a search in one's own words to the sealed letter: approved, or refused with reasons."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import StorageState

from tests.running import Site

from . import steps
from .conftest import NewWalker, Way
from .walker import ONWARD, Walker

AGENCY = {"th": "เทศบาลนครเชียงใหม่", "en": "Chiang Mai City Municipality"}
WORDS = {"th": "แม่อายุ 60 ได้เงินอะไรบ้าง", "en": "money for people over 60"}
BORN = {"born-day": "15", "born-month": "4", "born-year": "2505"}
RIGHT = {
    **BORN,
    "is_thai": "yes",
    "is_registered_in_area": "yes",
    "receives_other_state_benefit": "no",
}
REASON = "ผู้ยื่นแจ้งทางโทรศัพท์ว่ารับบำนาญรายเดือนจากรัฐอยู่แล้ว"


def fill_in(walker: Walker, *, email: str) -> None:
    """Go through the form; leave the first question out and mistype the telephone number, and mend both."""
    walker.press(ONWARD)
    assert walker.list_faults() == ["receives_other_state_benefit"]
    walker.answer({"receives_other_state_benefit": "no"})
    walker.answer({"payment_way": "own-account", "account-bank": "006", "account-number": "123-4-56789-0"})
    walker.answer({"phone": "0812", "email": email, "lives_at_registered_address": "yes"})
    assert walker.list_faults() == ["phone"]
    assert walker.page.locator("[name=phone]").input_value() == "0812"
    assert walker.page.locator("[name=email]").input_value() == email
    walker.answer({"phone": "081 234 5678"})
    walker.answer({"has_confirmed": "yes"})


def test_from_own_words_to_the_sealed_letter(
    site: Site,
    way: Way,
    new_walker: NewWalker,
    officer_cookies: Callable[[str], StorageState],
    tmp_path: Path,
) -> None:
    elder, is_refused = new_walker(way), way.width == 360
    email = f"elder-{way.width}-{way.javascript}@example.com"
    steps.find_service(elder, "old-age-allowance", WORDS)
    steps.check_first(elder, RIGHT)
    steps.start(elder, who="elder")
    fill_in(elder, email=email)
    assert "นางสมมติ ตัวอย่างหกสิบ" in elder.text() or "Sommot" in elder.text()
    sent = steps.declare_and_send(elder)

    officer = new_walker(way, cookies=officer_cookies("officer"))
    steps.open_from_inbox(officer, sent)
    if is_refused:
        officer.answer({"outcome": "refuse"})
        assert officer.list_faults() == ["note-refuse"]
    steps.decide(officer, "refuse" if is_refused else "grant", note=REASON if is_refused else "")

    steps.check_document(elder, new_walker(way), tmp_path)
    assert (REASON in elder.text()) == is_refused
    site.wait_for_mail(email, sent.path, *([REASON] if is_refused else []))
    steps.see_who_read(elder, agency=AGENCY)
