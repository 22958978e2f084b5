"""A draft before the public: seen once it is opened, commented on without an account, answered before it is published."""

from typing import TYPE_CHECKING

import pytest
from tests.cast import Browser

if TYPE_CHECKING:
    from django.test import Client

DESK = "/desk/services/waste-fee/draft"
PAGE = "/services/waste-fee/draft"


@pytest.fixture
def keeper(browser: Browser) -> "Client":
    """The keeper of local services, with a changed draft that is open to the public."""
    from sala.domains.catalogue import public as catalogue

    client = browser("service-keeper")
    client.post("/desk/services/waste-fee")
    text = catalogue.get_pack().folders["waste-fee"].declaration.replace("ค่าเก็บขยะ, en", "ค่าขยะใหม่, en")
    client.post(f"{DESK}/files/service.yaml", {"text": text, "version": 0})
    client.post(DESK, {"do": "open", "version": 1})
    return client


def _said() -> str:
    """Give the id of the one comment."""
    from sala.domains.catalogue import public as catalogue

    draft = catalogue.find_draft(slug="waste-fee")
    assert draft is not None
    [comment] = catalogue.list_comments(draft_id=draft.id)
    return str(comment.id)


def test_everyone_sees_an_open_draft_marked_as_one(keeper: "Client", browser: Browser) -> None:
    page = browser(None).get(PAGE).content.decode()

    assert "<h1>ค่าขยะใหม่</h1>" in page
    assert 'class="sala-draft"' in page
    assert DESK not in page
    assert "ค่าขยะใหม่" not in browser(None).get("/services/waste-fee").content.decode()


def test_a_comment_is_shown_without_what_a_person_could_be_known_by(keeper: "Client", browser: Browser) -> None:
    visitor = browser(None)
    said = {"part": "fee-and-time", "name": "คนแม่ริม", "words": "แพงไป <b>\nโทร 081-234-5678 หรือ a@b.co"}
    page = visitor.post(PAGE, said, follow=True).content.decode()

    assert "แพงไป &lt;b&gt;" in page
    assert "คนแม่ริม" in page
    assert "234" not in page and "a@b.co" not in page


def test_a_second_click_says_nothing_twice(keeper: "Client", browser: Browser) -> None:
    visitor = browser(None)
    said = {"id": "0192f0c8-0000-7000-8000-000000000001", "words": "ดีแล้ว"}
    visitor.post(PAGE, said)

    assert visitor.post(PAGE, said, follow=True).content.decode().count("ดีแล้ว") == 1


def test_an_empty_comment_is_told_so(keeper: "Client", browser: Browser) -> None:
    page = browser(None).post(PAGE, {"words": " 0812345678 "}).content.decode()

    assert "เขียนความเห็นก่อนส่ง" in page


def test_a_closed_draft_takes_no_comment(browser: Browser) -> None:
    browser("service-keeper").post("/desk/services/waste-fee")

    assert browser(None).post(PAGE, {"words": "สวัสดี"}).status_code == 404


def test_comments_are_limited(keeper: "Client", browser: Browser) -> None:
    visitor = browser(None)
    codes = [visitor.post(PAGE, {"words": f"ความเห็น {number}"}).status_code for number in range(21)]

    assert codes == [303] * 20 + [429]


def test_every_comment_is_answered_before_anyone_can_ask_to_publish(keeper: "Client", browser: Browser) -> None:
    browser(None).post(PAGE, {"words": "แพงไป"})
    assert "ยังมีความเห็นของประชาชนที่ไม่ได้ตอบ 1 ข้อ" in keeper.post(DESK, {"do": "ask", "version": 1}).content.decode()

    said = _said()
    assert "เขียนคำตอบก่อนบันทึก" in keeper.post(DESK, {"do": "answer", "comment": said}).content.decode()
    keeper.post(DESK, {"do": "answer", "comment": said, f"answer-{said}": "ท้องถิ่นเป็นผู้กำหนด"})

    assert "ท้องถิ่นเป็นผู้กำหนด" in browser(None).get(PAGE).content.decode()
    assert "รอเจ้าหน้าที่อีกคน" in keeper.post(DESK, {"do": "ask", "version": 1}, follow=True).content.decode()


def test_a_hidden_comment_leaves_its_answer(keeper: "Client", browser: Browser) -> None:
    browser(None).post(PAGE, {"words": "คำหยาบ"})
    said = _said()
    keeper.post(DESK, {"do": "answer", "comment": said, f"answer-{said}": "ใช้ถ้อยคำไม่สุภาพ", "hide": "yes"})
    page = browser(None).get(PAGE).content.decode()

    assert "คำหยาบ" not in page
    assert "ใช้ถ้อยคำไม่สุภาพ" in page


def test_another_agency_cannot_answer(keeper: "Client", browser: Browser) -> None:
    browser(None).post(PAGE, {"words": "แพงไป"})
    said = _said()

    assert browser("officer").post(DESK, {"do": "answer", "comment": said, f"answer-{said}": "ไม่"}).status_code == 404
