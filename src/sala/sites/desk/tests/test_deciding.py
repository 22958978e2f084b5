"""Acting on a case: once, as it stands, with nothing typed ever lost."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

from django.test import Client

from sala.domains.casework import public as casework
from sala.infra import tenancy

from .conftest import NOW, Cast, Files, OpensDesk

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
REASON = "รายได้ไม่ตรงกับหลักฐาน\nส่งหลักฐานใหม่ได้"


def hidden_in(page: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page.content.decode()):
        found.setdefault(name, []).append(unescape(value))
    return found


def fill_in(desk: Client, case: UUID, **typed: Any) -> Any:
    """Open a case, fill in its form and send it to be checked."""
    seen = hidden_in(desk.get(f"/desk/cases/{case}"))
    return desk.post(f"/desk/cases/{case}/act", {**seen, **typed})


def confirm(desk: Client, case: UUID, checked: Any) -> Any:
    return desk.post(f"/desk/cases/{case}/act", {**hidden_in(checked), "do": "confirm"})


def stands(cast: Cast, case: UUID, by: str) -> casework.Case:
    opened = casework.get_own_case(case_id=case, by=cast.actor(by))
    tenancy.enter()
    return opened


def test_an_officer_approves_with_the_laws_reasons_after_a_check(
    files_case: Files, desk_of: OpensDesk, cast: Cast
) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    checked = fill_in(desk, case, outcome="grant")
    assert "ตรวจก่อนยืนยัน" in checked.content.decode() and stands(cast, case, "elder").decision is None
    done = confirm(desk, case, checked)
    assert (done.status_code, done["Location"]) == (303, f"/desk/cases/{case}?done")
    decision = stands(cast, case, "elder").decision
    assert decision is not None and decision.result == "granted"
    assert [reason.holds for reason in decision.reasons] and all(reason.holds for reason in decision.reasons)


def test_a_refusal_without_reasons_shows_the_form_again_with_everything_typed(
    files_case: Files, desk_of: OpensDesk, cast: Cast
) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    again = fill_in(desk, case, outcome="refuse", message="ส่งหลักฐาน", items=["phone"])
    page = again.content.decode()
    assert again.status_code == 200 and 'data-module="govuk-error-summary"' in page
    assert 'href="#note-refuse"' in page and "ระบุเหตุผลของผลการพิจารณา" in page
    assert 'value="refuse" checked' in page and "ส่งหลักฐาน</textarea>" in page and 'value="phone" checked' in page
    assert stands(cast, case, "elder").state == "open"


def test_a_refusal_keeps_its_reasons_word_for_word(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    checked = fill_in(desk, case, outcome="refuse", **{"note-refuse": REASON})
    assert "ผลที่คุณเลือกไม่ตรงกับผลตามกฎหมาย" in checked.content.decode()
    confirm(desk, case, checked)
    opened = stands(cast, case, "elder")
    assert opened.decision is not None
    assert (opened.state, opened.result, opened.decision.note) == ("closed", "refused", REASON)


def test_going_back_from_the_check_keeps_what_was_typed(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    checked = fill_in(desk, case, outcome="refuse", **{"note-refuse": REASON})
    page = desk.post(f"/desk/cases/{case}/act", {**hidden_in(checked), "do": "change"}).content.decode()
    assert REASON in page and 'value="refuse" checked' in page


def test_choosing_nothing_says_so(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    page = fill_in(desk, case).content.decode()
    assert "เลือกผลการพิจารณาหนึ่งข้อ" in page and 'href="#outcome"' in page


def test_a_notification_has_no_refusal(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    page = desk.get(f"/desk/cases/{case}").content.decode()
    assert re.findall(r'name="outcome" type="radio" value="([^"]+)"', page) == ["certify", "ask-correction"]
    assert fill_in(desk, case, outcome="refuse", **{"note-refuse": "x"}).status_code == 409
    assert stands(cast, case, "shop-owner").state == "open"


def test_a_correction_is_asked_once(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    typed = {
        "outcome": "ask-correction",
        "items": ["floor_plan", "foods"],
        "item-foods": "ระบุให้ครบ",
        "message": "แก้สองข้อ",
    }
    confirm(desk, case, fill_in(desk, case, **typed))
    asked = stands(cast, case, "shop-owner")
    assert asked.state == "waiting" and asked.due_on is None and asked.correction is not None
    assert asked.correction.items == {"floor_plan": "", "foods": "ระบุให้ครบ"}
    assert "รอผู้ยื่นส่งฉบับแก้ไข" in desk.get(f"/desk/cases/{case}").content.decode()

    casework.answer_correction(case_id=case, by=cast.actor("shop-owner"), at=NOW + timedelta(minutes=5))
    tenancy.enter()
    page = desk.get(f"/desk/cases/{case}").content.decode()
    assert re.findall(r'name="outcome" type="radio" value="([^"]+)"', page) == ["certify"]
    again = fill_in(desk, case, **typed).content.decode()
    assert "เคยขอให้แก้ไขไปแล้วหนึ่งครั้ง" in again and "แก้สองข้อ" in again


def test_a_correction_names_a_question_and_says_what_is_wrong(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    nothing = fill_in(desk, case, outcome="ask-correction", message="แก้ด้วย").content.decode()
    assert 'href="#items"' in nothing and "แก้ด้วย</textarea>" in nothing
    silent = fill_in(desk, case, outcome="ask-correction", items=["foods"]).content.decode()
    assert 'href="#message"' in silent and 'value="foods" checked' in silent


def test_of_two_officers_at_once_the_first_decides_and_the_second_keeps_what_they_typed(
    files_case: Files, desk_of: OpensDesk, cast: Cast
) -> None:
    case = files_case("old-age-allowance", "elder")
    first, second = desk_of("officer"), desk_of("second-officer")
    checked_first = fill_in(first, case, outcome="grant")
    checked_second = fill_in(second, case, outcome="refuse", **{"note-refuse": REASON})
    confirm(first, case, checked_first)
    late = confirm(second, case, checked_second)
    page = late.content.decode()
    assert "เจ้าหน้าที่อีกคนพิจารณาเรื่องนี้ไปแล้ว" in page and REASON.splitlines()[0] in page
    assert stands(cast, case, "elder").result == "granted"


def test_the_second_of_two_clicks_is_no_conflict(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    checked = fill_in(desk, case, outcome="grant")
    assert confirm(desk, case, checked)["Location"] == confirm(desk, case, checked)["Location"]


def test_an_officer_cannot_decide_on_answers_that_were_mended_since(
    files_case: Files, desk_of: OpensDesk, cast: Cast
) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    stale = fill_in(desk, case, outcome="certify")
    ask = fill_in(desk_of("second-officer"), case, outcome="ask-correction", items=["foods"], message="ระบุให้ครบ")
    confirm(desk_of("second-officer"), case, ask)
    casework.answer_correction(case_id=case, by=cast.actor("shop-owner"), at=NOW + timedelta(minutes=5))
    tenancy.enter()
    assert "เรื่องนี้เปลี่ยนไประหว่างที่คุณเปิดหน้านี้อยู่" in confirm(desk, case, stale).content.decode()
    assert stands(cast, case, "shop-owner").state == "open"


def test_an_officer_cannot_send_the_applicants_answer(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    confirm(desk, case, fill_in(desk, case, outcome="ask-correction", items=["foods"], message="ระบุให้ครบ"))
    version = str(stands(cast, case, "shop-owner").version)
    forged = {"step": "correct", "version": version, "outcome": "send", "do": "confirm"}
    assert "เรื่องนี้เปลี่ยนไป" in desk.post(f"/desk/cases/{case}/act", forged).content.decode()
    assert stands(cast, case, "shop-owner").state == "waiting"


def test_words_that_are_too_long_are_kept_and_refused(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    page = fill_in(desk, case, outcome="refuse", **{"note-refuse": "ก" * 4001}).content.decode()
    assert "ข้อความยาวเกิน 4000 ตัวอักษร" in page and "ก" * 4001 in page


def test_a_reload_of_the_check_page_goes_to_the_case(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("old-age-allowance", "elder"), desk_of("officer")
    assert desk.get(f"/en/desk/cases/{case}/act")["Location"] == f"/en/desk/cases/{case}"


def test_a_report_without_an_account_is_passed_on_with_an_answer(files_case: Files, desk_of: OpensDesk) -> None:
    case, desk = files_case("scam-report", None), desk_of("scam-officer")
    done = confirm(desk, case, fill_in(desk, case, outcome="forward", **{"note-forward": "ส่งให้ผู้ให้บริการแล้ว"}))
    assert done.status_code == 303
    assert "Pass the number on" in desk.get(f"/en/desk/cases/{case}").content.decode()
    assert "ส่งต่อแล้ว" in desk.get("/desk?state=closed").content.decode()
