"""The check before signing in: yes, no, or not yet, each with its reasons, and nothing kept."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.kernel.people import BirthDate

from .listening import listen

TODAY = date(2026, 11, 20)
ELIGIBLE: dict[str, Any] = {
    "born": BirthDate(2505, 4, 15),
    "is_thai": True,
    "is_registered_in_area": True,
    "receives_other_state_benefit": False,
}
TYPED = {
    "born-day": "15",
    "born-month": "4",
    "born-year": "2505",
    "is_thai": "yes",
    "is_registered_in_area": "yes",
    "receives_other_state_benefit": "no",
}


def ask_allowance(**changed: object) -> catalogue.Checked:
    service = catalogue.get_service(slug="old-age-allowance")
    return catalogue.check_eligibility(
        service=service, rule="old_age_allowance.qualifies", values={**ELIGIBLE, **changed}, on=TODAY
    )


def ask_shop(**answers: object) -> catalogue.Checked:
    service = catalogue.get_service(slug="food-shop-notification")
    return catalogue.check_eligibility(
        service=service, rule="food_shop_notification.needs_notification", values=answers, on=TODAY
    )


def post(visitor: Client, typed: dict[str, str], lang: str = "/en") -> Any:
    address = f"{lang}/services/old-age-allowance/check"
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', visitor.get(address).content.decode())[0]
    return visitor.post(address, {**typed, "csrfmiddlewaretoken": token})


def test_whoever_meets_every_condition_hears_yes_and_how_much() -> None:
    checked = ask_allowance()
    assert checked.value is True
    assert checked.amount is not None and checked.amount.format("en") == "600 baht"
    assert len(checked.kept) == 4 and all(one.clause.text.en for one in checked.kept)


@pytest.mark.parametrize(("born", "amount"), [(2490, "700 baht"), (2480, "800 baht"), (2470, "1,000 baht")])
def test_the_amount_follows_age(born: int, amount: str) -> None:
    found = ask_allowance(born=BirthDate(born)).amount
    assert found is not None and found.format("en") == amount


def test_one_condition_that_fails_is_named_with_its_section() -> None:
    checked = ask_allowance(receives_other_state_benefit=True)
    assert checked.value is False and checked.amount is None
    (failed,) = checked.failed
    assert failed.text.en == "You receive a pension, salary or other regular state money"
    assert "cl. 6(4)" in failed.clause.text.en
    assert checked.ahead is None


def test_an_answer_left_out_makes_it_a_maybe_that_says_if() -> None:
    checked = ask_allowance(is_thai=None)
    assert checked.value is None
    assert [one.text.en for one in checked.open] == ["You are a Thai national"]


def test_a_number_of_the_law_stands_in_the_if() -> None:
    (still_open,) = ask_allowance(born=None).open
    assert still_open.text.en == "You have completed 60 years"


def test_no_answers_at_all_are_a_maybe_and_never_a_no() -> None:
    assert ask_allowance(**dict.fromkeys(ELIGIBLE)).value is None


def test_one_failed_condition_decides_whatever_is_unknown() -> None:
    assert ask_allowance(is_thai=False, born=None).value is False


def test_whoever_is_only_a_little_too_young_may_apply_ahead() -> None:
    checked = ask_allowance(born=date(1967, 3, 1))
    assert checked.value is False and checked.ahead is not None
    assert ask_allowance(born=date(1967, 3, 1), is_thai=False).ahead is None
    assert ask_allowance(born=date(1990, 3, 1)).ahead is None


def test_a_shop_in_a_market_is_sent_to_the_right_door() -> None:
    checked = ask_shop(area_square_metres=80, shop_place="market")
    assert checked.value is False and checked.instead is not None
    assert checked.instead.id == "in-market"
    assert ask_shop(area_square_metres=80, shop_place="building").value is True


def test_the_answer_is_told_on_the_page_and_stands_in_no_address(visitor: Client) -> None:
    answer = post(visitor, TYPED)
    html = answer.content.decode()
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert "You qualify for the old-age allowance" in html and "600 baht a month" in html
    assert "/apply/old-age-allowance/start" in html
    assert "15" not in answer.request["QUERY_STRING"]


def test_not_sure_is_an_answer(visitor: Client) -> None:
    html = post(visitor, {**TYPED, "is_thai": "not-sure"}).content.decode()
    assert "You may qualify if" in html
    assert re.search(r'value="not-sure" checked', html)


@pytest.mark.parametrize(
    "typed",
    [
        {"born-day": "45", "born-month": "4", "born-year": "2505"},
        {"born-day": "1", "born-month": "1", "born-year": "2700"},
        {"is_thai": "<b>"},
        {"born-year": "9" * 10_000},
    ],
)
def test_bad_answers_are_told_beside_the_question(visitor: Client, typed: dict[str, str]) -> None:
    answer = post(visitor, typed)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "govuk-error-summary" in html and "<b>" not in html and "9" * 600 not in html


def test_a_forged_form_is_refused(visitor: Client) -> None:
    assert visitor.post("/services/old-age-allowance/check", TYPED).status_code == 403


def test_asking_stores_nothing(visitor: Client) -> None:
    with listen() as said:
        post(visitor, TYPED)
    assert said == []


def test_thai_reads_thai(visitor: Client) -> None:
    html = post(visitor, TYPED, lang="").content.decode()
    assert "คุณมีคุณสมบัติรับเบี้ยยังชีพผู้สูงอายุ" in html and "เดือนละ 600 บาท" in html
