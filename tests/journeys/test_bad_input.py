"""Whatever goes wrong, a person reads why in their own language, nothing is lost, and nothing leaks."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from .applying import ALLOWANCE, SHOP, apply, start
from .conftest import NewVisitor
from .visitor import Answer

SAID = {
    "wrong-number": {"": "เลขประจำตัวประชาชนไม่ถูกต้อง", "/en": "identity number"},
    "future-day": {"": "กรอกวันนี้หรือวันก่อนหน้านี้", "/en": "Enter today or a day before"},
    "too-large": {"": "ข้อมูลที่ส่งมามีขนาดใหญ่เกินไป", "/en": "What you sent is too large"},
    "not-a-picture": {"": "ไฟล์นี้ไม่ใช่ชนิดที่ชื่อไฟล์บอก", "/en": "This file is not what its name says"},
    "forged": {"": "ตรวจสอบไม่ได้ว่าแบบฟอร์มนี้ส่งมาจากหน้าของเรา", "/en": "could not confirm that this form came from"},
    "not-yours": {"": "ไม่พบเรื่องนี้ หรือเรื่องนี้ไม่ใช่ของคุณ", "/en": "There is no such case, or it is not yours"},
    "other-tab": {"": "หน้านี้เพิ่งถูกแก้ในอีกแท็บหนึ่ง", "/en": "Another tab changed these answers too"},
    "moved-on": {"": "เรื่องนี้เปลี่ยนไประหว่างที่คุณเปิดหน้านี้อยู่", "/en": "This case changed while you had the page open"},
    "decided": {"": "เจ้าหน้าที่อีกคนพิจารณาเรื่องนี้ไปแล้ว", "/en": "Another officer decided this case first"},
}


def says(answer: Answer, what: str, prefix: str) -> bool:
    """Whether a page says something in the language of its address."""
    return SAID[what][prefix] in unescape(answer.body)


def test_a_wrong_identity_number_is_told_and_kept(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("eldest"), "old-age-allowance", prefix=prefix)
    form.save("payment", {**ALLOWANCE["payment"], "payment_way": "authorised-account"})

    answer = form.save("authorised", {"authorised_citizen_id": "1-2345-67890-12-3"})

    assert says(answer, "wrong-number", prefix)
    assert 'value="1-2345-67890-12-3"' in answer.body


def test_a_birthday_to_come_is_told(visitor: NewVisitor, prefix: str) -> None:
    birth = {"born-day": "15", "born-month": "4", "born-year": "2605"}

    answer = visitor(None).post(f"{prefix}/services/old-age-allowance/check", birth)

    assert says(answer, "future-day", prefix)
    assert 'value="2605"' in answer.body


def test_ten_megabytes_in_a_text_field_are_refused_and_nothing_saved_is_lost(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("english-speaker"), "food-shop-notification", prefix=prefix)
    form.save("shop", SHOP["shop"])

    answer = form.save("shop", {**SHOP["shop"], "foods": "ก" * 3_400_000})

    assert answer.status == 413
    assert says(answer, "too-large", prefix)
    assert "ข้าวแกง" in form.show("shop").body


def test_a_file_that_is_not_what_its_name_says_is_told_and_the_rest_kept(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("english-speaker"), "food-shop-notification", prefix=prefix)
    form.save("shop", SHOP["shop"])

    program = {"floor_plan": ("plan.png", b"MZ\x90\0" + bytes(500))}
    answer = form.save("operator", {**SHOP["operator"], "food_handlers": "7"}, files=program)

    assert says(answer, "not-a-picture", prefix)
    assert 'value="7"' in form.show("operator").body


def test_a_double_click_on_submit_makes_one_case(visitor: NewVisitor) -> None:
    form = start(visitor("shop-owner"), "food-shop-notification")
    form.fill_in(SHOP)

    with ThreadPoolExecutor() as clicks:
        first, second = clicks.map(lambda _: form.send(), range(2))

    assert (first.status, first.path) == (second.status, second.path) == (200, f"{form.case}/receipt")


def test_the_back_button_after_sending_leads_to_the_case(visitor: NewVisitor, prefix: str) -> None:
    form = apply(visitor("shop-owner"), "food-shop-notification", prefix=prefix)

    assert form.show("shop").path == form.case
    assert form.visitor.get(form.path).path == form.case


def test_a_page_sent_again_after_the_case_was_sent_changes_nothing(visitor: NewVisitor, prefix: str) -> None:
    form = apply(visitor("shop-owner"), "food-shop-notification", prefix=prefix)

    answer = form.visitor.post(f"{form.path}/shop", {**SHOP["shop"], "version": "1", "shop_name": "ร้านอื่น"})

    assert answer.status == 409
    assert says(answer, "moved-on", prefix)
    assert "ร้านอื่น" not in form.visitor.get(form.case).body


def test_two_tabs_are_told_of_each_other_and_the_last_one_counts(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("shop-owner"), "food-shop-notification", prefix=prefix)
    version = form.show("shop").hidden["version"]
    form.visitor.post(f"{form.path}/shop", {**SHOP["shop"], "version": version, "shop_name": "แท็บแรก"})

    answer = form.visitor.post(f"{form.path}/shop", {**SHOP["shop"], "version": version, "shop_name": "แท็บสอง"})

    assert says(answer, "other-tab", prefix)
    assert "แท็บสอง" in form.show("shop").body


def test_what_was_typed_when_the_sign_in_ran_out_comes_back(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("nearly-sixty"), "old-age-allowance", prefix=prefix)
    typed = {**ALLOWANCE["contact"], "email": "nearly@example.com", "version": form.show("contact").hidden["version"]}
    stale = next(cookie for cookie in form.visitor.cookies if cookie.name == "sala_sign_in")
    form.visitor.post("/sign-out", {})
    form.visitor.cookies.set_cookie(stale)  # the browser still holds it, as it would after half an hour

    choose = form.visitor.post(f"{form.path}/contact", typed)
    resumed = form.visitor.post(choose.path, {**choose.hidden, "person": "nearly-sixty"})
    form.visitor.post(f"{form.path}/contact", resumed.hidden)

    assert "nearly@example.com" in form.show("contact").body


def test_an_officer_who_comes_second_reads_that_it_was_decided(visitor: NewVisitor, prefix: str) -> None:
    number = apply(visitor("shop-owner"), "food-shop-notification").case.rsplit("/", 1)[1]
    officers = [visitor("officer"), visitor("second-officer")]
    case = f"{prefix}/desk/cases/{number}"
    seen = [officer.get(case).hidden for officer in officers]

    answers = [
        officer.post(f"{case}/act", {**hidden, "outcome": "certify", "do": "confirm"})
        for officer, hidden in zip(officers, seen, strict=True)
    ]

    assert answers[0].path == case
    assert says(answers[1], "decided", prefix)


def test_a_forged_form_is_refused_and_nothing_saved(visitor: NewVisitor, prefix: str) -> None:
    form = start(visitor("shop-owner"), "food-shop-notification", prefix=prefix)
    form.save("shop", SHOP["shop"])

    answer = form.save("shop", {**SHOP["shop"], "shop_name": "ของปลอม"}, token="A" * 64)

    assert answer.status == 403
    assert says(answer, "forged", prefix)
    assert "ของปลอม" not in form.show("shop").body


@pytest.mark.parametrize("place", ["", "/receipt", "/saved"])
def test_somebody_elses_case_is_not_found(visitor: NewVisitor, prefix: str, place: str) -> None:
    form = apply(visitor("shop-owner"), "food-shop-notification", prefix=prefix)

    for who in ("elder", "officer", "other-officer"):
        answer = visitor(who).get(f"{form.case}{place}")
        assert answer.status == 404
        assert says(answer, "not-yours", prefix)


def test_another_municipalitys_officer_does_not_find_the_case(visitor: NewVisitor, prefix: str) -> None:
    number = apply(visitor("shop-owner"), "food-shop-notification").case.rsplit("/", 1)[1]

    answer = visitor("other-officer").get(f"{prefix}/desk/cases/{number}")

    assert answer.status == 404
    assert "ครัวตัวอย่าง" not in answer.body
