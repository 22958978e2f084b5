"""Notifying a small food shop: the receipt opens the shop, one correction is asked and answered, the certificate follows."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import StorageState

from tests.running import Site

from . import steps
from .conftest import NewWalker, Way
from .walker import Walker

AGENCY = {"th": "เทศบาลนครเชียงใหม่", "en": "Chiang Mai City Municipality"}
WORDS = {"th": "อยากเปิดร้านก๋วยเตี๋ยวเล็ก ๆ", "en": "open a noodle shop"}
SHOP = {
    "shop_place": "building",
    "shop_name": "ครัวตัวอย่าง",
    "shop_address-house-number": "999/4",
    "shop_address-road": "ตัวอย่าง",
    "shop_address-sub-district": "500104",
    "shop_address-postcode": "50100",
    "business": "sell-food",
    "foods": "ก๋วยเตี๋ยว กาแฟ",
    "opens_on-day": "๑",
    "opens_on-month": "ธ.ค.",
    "opens_on-year": "๒๕๖๙",
}
OPERATOR = {"operator": "myself", "holds_place_as": "owner", "food_handlers": "3", "phone": "0812345678"}


def fill_in(walker: Walker, *, photo: Path, email: str) -> None:
    """Say first that the shop is too large and be shown the other way; then the truth, with a picture of the kitchen."""
    walker.answer({**SHOP, "area_square_metres": "450"})
    assert walker.path.endswith("/instead/too-large")
    walker.press("main a.govuk-button")
    assert walker.page.locator("[name=shop_name]").input_value() == SHOP["shop_name"]
    walker.answer({"area_square_metres": "๔๕"})
    walker.answer({**OPERATOR, "email": email})
    assert walker.list_faults() == ["floor_plan"]
    walker.answer({"floor_plan": photo})


def mend(walker: Walker, sent: steps.Sent, *, note: str) -> None:
    """Open the case from the list of what waits for oneself, mend what the officer named, and send it back."""
    walker.open("/my/cases")
    walker.press(f'main a[href*="{sent.path.rsplit("/", 1)[1]}"]')
    assert note in walker.text()
    assert walker.page.locator("main [name=shop_name]").count() == 0
    walker.answer({"foods": "ก๋วยเตี๋ยวหมู และกาแฟ"})
    walker.answer({"declared": "yes"})
    assert walker.path == sent.path


def test_from_own_words_to_the_certificate(
    site: Site,
    way: Way,
    new_walker: NewWalker,
    officer_cookies: Callable[[str], StorageState],
    photo: Path,
    tmp_path: Path,
) -> None:
    owner, officer = new_walker(way), new_walker(way, cookies=officer_cookies("officer"))
    email = f"shop-{way.width}-{way.javascript}@example.com"
    note, message = "ระบุชนิดของก๋วยเตี๋ยวและเครื่องดื่ม", "ขอข้อมูลเพิ่มหนึ่งข้อ"
    steps.find_service(owner, "food-shop-notification", WORDS)
    steps.check_first(owner, {"shop_place": "building", "area_square_metres": "45"})
    steps.start(owner, who="shop-owner")
    fill_in(owner, photo=photo, email=email)
    assert photo.name in owner.text()
    sent = steps.declare_and_send(owner)
    steps.check_document(owner, new_walker(way), tmp_path)

    steps.open_from_inbox(officer, sent)
    steps.ask_to_mend(officer, "ask-correction", fact="foods", note=note, message=message)
    mend(owner, sent, note=note)
    steps.open_from_inbox(officer, sent)
    assert officer.page.locator("[name=outcome][value=ask-correction]").count() == 0
    steps.decide(officer, "certify")

    steps.check_document(owner, new_walker(way), tmp_path, nth=1)
    for text in (sent.number, message):
        site.wait_for_mail(email, sent.path, text)
    steps.see_who_read(owner, agency=AGENCY)
