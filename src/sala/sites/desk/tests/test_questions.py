"""What people asked in vain, as the officer reads it who teaches the search."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sala.domains.catalogue import public as catalogue
from sala.kernel.days import thai_day

from .conftest import NOW, OpensDesk

TODAY = thai_day(NOW)
LAST_WEEK = TODAY - timedelta(days=7)
STRANGE = "ขออนุญาตเลี้ยงมังกรโคโมโด"
KNOWN = "ทำใบขับขี่"


def ask(query: str = STRANGE, *, times: int = 3, on: date = TODAY) -> None:
    for _ in range(times):
        catalogue.keep_question(query=query, lang="th", on=on)


def report(query: str = KNOWN, *, chosen: str | None = None) -> None:
    made = uuid4()
    catalogue.report_first(report=made, query=query, lang="th", on=TODAY)
    if chosen is not None:
        catalogue.choose_answer(report=made, chosen=chosen)


def page_of(desk: Client, address: str = "/desk/questions") -> str:
    answer = desk.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def address_in(page: str) -> str:
    found = re.search(r'href="((?:/en)?/desk/questions/\d+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("show", ["unanswered", "wrong", "settled"])
def test_an_empty_list_says_what_will_stand_there(desk_of: OpensDesk, show: str) -> None:
    desk = desk_of("service-keeper")
    assert "sala-empty" in page_of(desk, f"/desk/questions?show={show}")
    assert "sala-empty" in page_of(desk, f"/en/desk/questions?show={show}")


def test_the_most_asked_question_comes_first_with_its_answer_of_today(desk_of: OpensDesk) -> None:
    ask(times=3)
    ask("สัญชาติไทยของมังกร", times=5)
    ask("เรื่องที่ถามครั้งเดียว", times=1)
    page = page_of(desk_of("service-keeper"))
    assert page.index("สัญชาติไทยของมังกร") < page.index(STRANGE)
    assert "เรื่องที่ถามครั้งเดียว" not in page
    assert "อีก 1 คำถามถูกถามไม่ถึง 3 ครั้ง" in page


def test_one_week_can_be_shown_alone(desk_of: OpensDesk) -> None:
    ask(on=LAST_WEEK)
    ask("สัญชาติไทยของมังกร")
    monday = LAST_WEEK - timedelta(days=LAST_WEEK.weekday())
    page = page_of(desk_of("service-keeper"), f"/desk/questions?week={monday}")
    assert STRANGE in page and "สัญชาติไทยของมังกร" not in page


@pytest.mark.parametrize("query", ["show=x&week=y", "week=2026-13-45", "settled=9" * 40, "show=%00", "settled=-1"])
def test_what_is_not_offered_falls_back(desk_of: OpensDesk, query: str) -> None:
    ask()
    assert STRANGE in page_of(desk_of("service-keeper"), f"/desk/questions?{query}")


def test_a_wrong_first_answer_is_shown_at_once_with_what_people_chose(desk_of: OpensDesk) -> None:
    report(chosen="driving-licence-renewal")
    report(chosen="")
    page = page_of(desk_of("service-keeper"), "/desk/questions?show=wrong")
    assert KNOWN in page
    assert 'href="/services/driving-licence-first"' in page
    assert "ต่ออายุใบขับขี่" in page and "ไม่มีข้อไหนตรง (1)" in page


def test_a_question_tells_its_strange_words_and_gives_the_lines_to_add(desk_of: OpensDesk) -> None:
    ask()
    desk = desk_of("service-keeper")
    page = page_of(desk, address_in(page_of(desk)))
    assert "มังกร" in page and "ไม่มีบริการใดใช้คำนี้" in page
    assert re.search(r"services/[a-z-]+/[a-z-]+/service\.yaml", page)
    assert "search:\n  th: [" in page
    assert "data-copy=" in page


def test_a_question_that_nothing_is_near_to_says_so(desk_of: OpensDesk) -> None:
    ask("qzxjv")
    desk = desk_of("service-keeper")
    assert "ไม่มีบริการที่ใกล้เคียง" in page_of(desk, address_in(page_of(desk)))


def test_a_question_is_dealt_with_and_brought_back(desk_of: OpensDesk) -> None:
    ask()
    desk = desk_of("service-keeper")
    settle = f"{address_in(page_of(desk))}/settle"

    page = desk.post(settle, {"do": "settle"}, follow=True).content.decode()
    assert STRANGE not in page and f'action="{settle}"' in page and "นำกลับมา" in page
    assert STRANGE in page_of(desk, "/desk/questions?show=settled")

    page = desk.post(settle, {"do": "reopen"}, follow=True).content.decode()
    assert STRANGE in page


def test_marking_it_twice_is_marking_it_once(desk_of: OpensDesk) -> None:
    ask()
    desk = desk_of("service-keeper")
    settle = f"{address_in(page_of(desk))}/settle"
    assert [desk.post(settle, {"do": "settle"}).status_code for _ in range(2)] == [303, 303]


def test_a_question_that_is_not_there_is_a_missing_page(desk_of: OpensDesk) -> None:
    desk = desk_of("service-keeper")
    assert desk.get("/desk/questions/999999").status_code == 404
    assert desk.post("/desk/questions/999999/settle").status_code == 404
    assert desk.get("/desk/questions/99999999999999999999999").status_code == 404


def test_html_that_somebody_asked_is_shown_as_words(desk_of: OpensDesk) -> None:
    ask("<script>alert(1)</script> มังกร")
    page = page_of(desk_of("service-keeper"))
    assert "<script>alert" not in page and "script alert 1 script มังกร" in page


@pytest.mark.parametrize("who", ["scam-officer", "elder"])
def test_for_others_the_page_does_not_exist(desk_of: OpensDesk, who: str) -> None:
    ask()
    assert desk_of(who).get("/desk/questions").status_code == 404
    assert desk_of(who).post("/desk/questions/1/settle").status_code == 404
    assert "/desk/questions" not in desk_of(who).get("/desk").content.decode()


def test_a_visitor_is_asked_to_sign_in(db: None) -> None:
    assert Client().get("/desk/questions")["Location"] == "/sign-in?next=/desk/questions"


def test_ten_questions_cost_no_more_statements_than_one(
    desk_of: OpensDesk, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = desk_of("service-keeper")
    for word in ("มังกร", "ยูนิคอร์น", "พญานาค"):
        ask(word)
        report(f"{KNOWN} {word}")
        for show, statements in (("unanswered", 5), ("wrong", 4), ("settled", 5)):
            with django_assert_num_queries(statements):  # two of them are the savepoint that a test makes of a request
                page_of(desk, f"/desk/questions?show={show}")
