"""Ten questions as people speak them, each from the start page to the service that answers it, without JavaScript."""

import pytest

from .conftest import NewWalker, Way
from .walker import Walker

ON_A_TELEPHONE = Way(javascript=False, width=360, lang="th")
QUESTIONS = {
    "ลูกเพิ่งเกิดเมื่อวานต้องไปแจ้งที่ไหน": "birth-registration",
    "กระเป๋าตังหาย บัตรประชาชนหายไปด้วย ทำใหม่ยังไง": "id-card-replacement",
    "ใบขับขี่จะหมดอายุเดือนหน้า": "driving-licence-renewal",
    "นายจ้างเบี้ยวเงินเดือนมาสองเดือนแล้ว": "wage-complaint",
    "ข้างบ้านเปิดเพลงดังทุกคืนนอนไม่ได้เลย": "noise-complaint",
    "อยากเปลี่ยนชื่อเป็นชื่อมงคล": "name-change",
    "จะทำหนังสือเดินทางต้องจองคิวไหม": "passport-appointment",
    "หมาจรจัดกัดคนแถวตลาด": "stray-animal-report",
    "อยากดูกล้องวงจรปิดที่รถผมโดนชน": "cctv-footage-request",
    "โฉนดที่ดินหายทำยังไงดี": "land-deed-replacement",
}


@pytest.fixture
def walker(new_walker: NewWalker) -> Walker:
    """Somebody with an old telephone."""
    return new_walker(ON_A_TELEPHONE)


@pytest.mark.parametrize(("question", "service"), QUESTIONS.items(), ids=QUESTIONS.values())
def test_a_question_leads_to_its_service(walker: Walker, question: str, service: str) -> None:
    walker.open("/")
    walker.page.locator("form[role=search] [name=q]").fill(question)
    walker.press("form[role=search] button")
    walker.press(f'main a[href="/services/{service}"]')

    assert walker.path == f"/services/{service}"
    assert walker.page.locator("main h1").count() == 1


def test_a_death_in_the_family_leads_to_the_journey_and_not_to_one_form(walker: Walker) -> None:
    walker.open("/")
    walker.page.locator("form[role=search] [name=q]").fill("พ่อเพิ่งเสีย ต้องไปติดต่อที่ไหนบ้าง")
    walker.press("form[role=search] button")

    first = walker.page.locator("main .sala-card a, main a[href^='/life-events/'], main a[href^='/services/']").first
    assert first.get_attribute("href") == "/life-events/death-in-the-family"
