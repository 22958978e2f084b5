"""The inbox: what waits, by the nearest legal deadline, and nothing that names a person."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from .conftest import NOW, Cast, Files, OpensDesk

ROW = re.compile(r'<a class="sala-number" href="[^"]*/desk/cases/([0-9a-f-]+)">')


def rows_in(page: Any) -> list[str]:
    return ROW.findall(page.content.decode())


def test_the_nearest_deadline_comes_first_and_no_deadline_last(files_case: Files, desk_of: OpensDesk) -> None:
    without = files_case("old-age-allowance", "elder", at=NOW - timedelta(days=30))
    fresh = files_case("food-shop-notification", "shop-owner")
    late = files_case("food-shop-notification", "nearly-sixty", at=NOW - timedelta(days=30))
    assert rows_in(desk_of("officer").get("/desk")) == [str(late), str(fresh), str(without)]


def test_overdue_and_due_soon_are_marked(files_case: Files, desk_of: OpensDesk) -> None:
    files_case("food-shop-notification", "shop-owner", at=NOW - timedelta(days=30))
    thai, english = (desk_of("officer").get(path).content.decode() for path in ("/desk", "/en/desk"))
    assert "เกินกำหนดตามกฎหมาย 1 เรื่อง" in thai and "เกินกำหนด" in thai and "govuk-tag--red" in thai
    assert "Past the legal deadline: 1" in english and "Overdue, working days:" in english


def test_no_name_of_a_person_stands_in_the_inbox_and_nobody_is_read(
    files_case: Files, desk_of: OpensDesk, cast: Cast
) -> None:
    files_case("food-shop-notification", "shop-owner")
    before = cast.readings("shop-owner")
    page = desk_of("officer").get("/desk").content.decode()
    assert "ทดสอบ" not in page and "ครัวตัวอย่าง" not in page
    assert cast.readings("shop-owner") == before


def test_one_service_can_be_shown_alone(files_case: Files, desk_of: OpensDesk) -> None:
    allowance = files_case("old-age-allowance", "elder")
    files_case("food-shop-notification", "shop-owner")
    assert rows_in(desk_of("officer").get("/desk?service=old-age-allowance")) == [str(allowance)]


def test_each_state_has_its_own_list_and_an_empty_one_says_so(files_case: Files, desk_of: OpensDesk) -> None:
    files_case("old-age-allowance", "elder")
    desk = desk_of("officer")
    assert rows_in(desk.get("/desk?state=waiting")) == rows_in(desk.get("/desk?state=closed")) == []
    assert "ไม่มีเรื่องที่รอผู้ยื่นแก้ไข" in desk.get("/desk?state=waiting").content.decode()
    assert "No case is finished yet" in desk.get("/en/desk?state=closed").content.decode()


def test_another_agency_and_another_desk_see_nothing_of_it(files_case: Files, desk_of: OpensDesk) -> None:
    files_case("old-age-allowance", "elder")
    assert rows_in(desk_of("other-officer").get("/desk")) == []
    assert rows_in(desk_of("scam-officer").get("/desk")) == []


def test_the_list_goes_on_page_by_page_without_gap_or_repeat(
    files_case: Files, desk_of: OpensDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sala.domains.casework.queries.lists.PAGE_SIZE", 2)
    ages = [("shop-owner", 20), ("elder", 10), ("eldest", 10), ("nearly-sixty", 1), ("english-speaker", 0)]
    filed = [files_case("food-shop-notification", who, at=NOW - timedelta(days=days)) for who, days in ages]
    desk, address, seen = desk_of("officer"), "/desk", []
    while address:
        page = desk.get(address)
        seen += rows_in(page)
        found = re.search(r'href="(/desk\?[^"]*after=[^"]*)" rel="next"', page.content.decode())
        address = found[1].replace("&amp;", "&") if found else ""
    assert len(seen) == len(set(seen)) == len(filed)
    assert seen[0] == str(filed[0])


@pytest.mark.parametrize("cursor", ["x", "WyJ4IiwgIngiXQ==", "bnVsbA=="])
def test_a_cursor_that_is_none_is_a_missing_page(desk_of: OpensDesk, cursor: str) -> None:
    assert desk_of("officer").get("/desk", {"after": cursor}).status_code == 404


def test_ten_cases_cost_no_more_statements_than_one(
    files_case: Files, desk_of: OpensDesk, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = desk_of("officer")
    for who in ("shop-owner", "elder", "eldest"):
        files_case("food-shop-notification", who)
        with django_assert_num_queries(7):  # two of them are the savepoint that a test makes of a request
            assert desk.get("/desk").status_code == 200


def test_the_desk_is_nowhere_for_a_citizen_and_asks_a_visitor_to_sign_in(desk_of: OpensDesk) -> None:
    assert desk_of("elder").get("/desk").status_code == 404
    visitor = Client(headers={"host": "localhost"}).get("/desk")
    assert (visitor.status_code, visitor["Location"]) == (302, "/sign-in?next=/desk")
