"""Officers change a service in the browser: every save is kept, a colleague publishes, the public page follows."""

from typing import TYPE_CHECKING

import pytest
from tests.cast import Browser

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.usefixtures("forgets_editions")

DRAFT = "/desk/services/waste-fee/draft"
START = "/apply/food-shop-notification/start"
FILE = f"{DRAFT}/files/service.yaml"


@pytest.fixture
def keeper(browser: Browser) -> "Client":
    """The first keeper of local services, with a draft of the waste fee begun."""
    client = browser("service-keeper")
    client.post("/desk/services/waste-fee")
    return client


def _text() -> str:
    from sala.domains.catalogue import public as catalogue

    return catalogue.get_pack().folders["waste-fee"].declaration


def _save(client: "Client", before: str, after: str, version: int = 0) -> str:
    text = _text().replace(before, after)
    return client.post(FILE, {"text": text, "version": version}, follow=True).content.decode()


def test_an_officer_sees_the_services_their_agency_keeps(browser: Browser) -> None:
    page = browser("service-keeper").get("/desk/services").content.decode()

    assert 'href="/desk/services/waste-fee"' in page
    assert "/desk/services/scam-report" not in page


def test_an_officer_without_grants_sees_none_and_why(browser: Browser) -> None:
    client = browser("officer")

    assert "service.edit" in client.get("/en/desk/services").content.decode()
    assert client.get("/desk/services/waste-fee").status_code == 404


def test_a_wrong_save_is_kept_and_shown_with_its_line(keeper: "Client") -> None:
    page = _save(keeper, "kind: tax", "kind: taxes")

    assert "kind: taxes" in page
    assert "บรรทัด 5" in page
    assert "kind: taxes" in keeper.get(FILE).content.decode()


def test_a_page_opened_before_another_save_keeps_what_was_typed(keeper: "Client") -> None:
    _save(keeper, "kind: tax", "kind: help")
    page = _save(keeper, "kind: tax", "kind: report", version=0)

    assert "kind: report" in page
    assert "ข้อความของคุณยังอยู่ด้านล่าง" in page


def test_a_draft_says_what_it_changes_and_in_which_lines(keeper: "Client") -> None:
    _save(keeper, "within: {unverified: true}", "within: {length: 7, unverified: true}")
    page = keeper.get(f"/en{DRAFT}").content.decode()

    assert "Time limit: from none to 7 working days" in page
    assert "<ins>within: {length: 7, unverified: true}</ins>" in page


def test_the_preview_is_the_public_page_marked_as_a_draft(keeper: "Client", browser: Browser) -> None:
    _save(keeper, "ค่าเก็บขยะ, en", "ค่าขยะใหม่, en")
    page = keeper.get("/services/waste-fee/draft").content.decode()

    assert "<h1>ค่าขยะใหม่</h1>" in page
    assert "sala-draft" in page
    assert browser(None).get("/services/waste-fee/draft").status_code == 404


def test_another_officer_publishes_and_the_public_page_follows(keeper: "Client", browser: Browser) -> None:
    from sala.domains.catalogue import public as catalogue

    _save(keeper, "ค่าเก็บขยะ, en", "ค่าขยะใหม่, en")
    keeper.post(DRAFT, {"do": "ask", "version": 1})
    refused = keeper.post(DRAFT, {"do": "publish", "version": 1, "sure": "1"}).content.decode()
    assert "ต้องให้เจ้าหน้าที่อีกคนของหน่วยงานตรวจ" in refused

    second = browser("second-service-keeper")
    assert "เผยแพร่ร่างนี้หรือไม่" in second.post(DRAFT, {"do": "publish", "version": 1}).content.decode()
    assert "เผยแพร่แล้ว" in second.post(DRAFT, {"do": "publish", "version": 1, "sure": "1"}, follow=True).content.decode()

    catalogue.refresh()
    assert "<h1>ค่าขยะใหม่</h1>" in browser(None).get("/services/waste-fee").content.decode()
    assert "เปลี่ยนเฉพาะถ้อยคำ" in second.get("/desk/services/waste-fee/editions/2").content.decode()
    assert second.post(DRAFT, {"do": "publish", "version": 1, "sure": "1"}).status_code == 303


def test_a_colleague_sends_it_back_and_must_say_why(keeper: "Client", browser: Browser) -> None:
    _save(keeper, "ค่าเก็บขยะ, en", "ค่าขยะใหม่, en")
    keeper.post(DRAFT, {"do": "ask", "version": 1})
    second = browser("second-service-keeper")
    assert "บอกเหตุผลที่ส่งกลับ" in second.post(DRAFT, {"do": "send-back", "reason": " "}).content.decode()
    second.post(DRAFT, {"do": "send-back", "reason": "ชื่อนี้สั้นไป"})

    assert "ชื่อนี้สั้นไป" in keeper.get(DRAFT).content.decode()


def test_dropping_asks_first(keeper: "Client") -> None:
    assert "ทิ้งร่างนี้หรือไม่" in keeper.post(DRAFT, {"do": "drop", "version": 0}).content.decode()
    assert keeper.get(DRAFT).status_code == 200

    keeper.post(DRAFT, {"do": "drop", "version": 0, "sure": "1"})
    assert keeper.get(DRAFT).status_code == 404


@pytest.mark.parametrize("name", ["examples.yaml", "content/th/..%2Fx.md", "content/fr/about.md"])
def test_no_other_file_can_be_reached(keeper: "Client", name: str) -> None:
    assert keeper.get(f"{DRAFT}/files/{name}").status_code == 404


def test_a_running_case_keeps_the_edition_it_was_filed_under(browser: Browser) -> None:
    from sala.domains.catalogue import public as catalogue

    keeper, second = browser("service-keeper"), browser("second-service-keeper")
    draft = "/desk/services/food-shop-notification/draft"
    citizen = browser("shop-owner")
    begun = citizen.post(START)
    form = citizen.get(begun.headers["Location"]).content.decode()

    keeper.post("/desk/services/food-shop-notification")
    before = catalogue.get_pack().folders["food-shop-notification"].declaration
    question = catalogue.get_service(slug="food-shop-notification").ask[0]
    text = before.replace(question.th, f"ใหม่ {question.th}")
    keeper.post(f"{draft}/files/service.yaml", {"text": text, "version": 0})
    keeper.post(draft, {"do": "ask", "version": 1})
    second.post(draft, {"do": "publish", "version": 1, "sure": "1"})
    assert catalogue.refresh()

    assert catalogue.get_service(slug="food-shop-notification").ask[0].th == f"ใหม่ {question.th}"
    assert citizen.get(begun.headers["Location"]).content.decode().count("ใหม่ ") == form.count("ใหม่ ")
    again = browser("elder")
    fresh = again.post(START)
    assert fresh.status_code == 303
    assert f"ใหม่ {question.th}" in again.get(fresh.headers["Location"]).content.decode()


def test_a_form_changes_its_part_and_shows_problems_beside_the_field(keeper: "Client") -> None:
    address = f"{DRAFT}/sections/within"
    typed = {"version": 0, "within.length": "สิบ", "within.unit": "working-days", "within.unverified": "yes"}
    page = keeper.post(address, typed, follow=True).content.decode()
    assert 'value="สิบ"' in page
    assert "ใช้ไม่ได้" in page

    page = keeper.post(address, typed | {"version": 1, "within.length": "๑๐"}, follow=True).content.decode()
    assert "govuk-error-message" not in page
    assert "within: {unverified: true, length: 10, unit: working-days}" in keeper.get(FILE).content.decode()


def test_entries_of_a_list_are_added_moved_and_removed_without_a_script(keeper: "Client") -> None:
    address = f"{DRAFT}/sections/steps"
    keeper.post(f"{address}/3", {"version": 0, "entry.th": "ขั้นใหม่", "entry.en": "A new step"})
    keeper.post(address, {"version": 1, "do": "up:3"})
    page = keeper.get(address).content.decode()
    assert page.index("ขั้นใหม่") < page.index("ถ้ารถไม่มาเก็บ")

    page = keeper.post(address, {"version": 2, "do": "remove:2"}, follow=True).content.decode()
    assert "ขั้นใหม่" not in page
    assert "มีคนบันทึกร่างนี้" in keeper.post(address, {"version": 2, "do": "remove:0"}).content.decode()


def test_what_no_form_covers_cannot_be_reached_as_one(keeper: "Client") -> None:
    assert keeper.get(f"{DRAFT}/sections/agency").status_code == 404
    assert keeper.get(f"{DRAFT}/sections/steps/99").status_code == 200
