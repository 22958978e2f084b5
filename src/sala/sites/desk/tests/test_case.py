"""A case on one screen: for its own agency's officers, and every reading told to the applicant."""

from datetime import timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from sala.domains.casework import public as casework
from sala.infra import tenancy

from .conftest import NOW, PLAN, Cast, Files, OpensDesk


def test_everything_an_officer_needs_stands_on_one_screen(files_case: Files, desk_of: OpensDesk) -> None:
    case = files_case("old-age-allowance", "elder")
    page = desk_of("officer").get(f"/desk/cases/{case}").content.decode()
    assert "นางสมมติ ตัวอย่างหกสิบ" in page and "จากทะเบียนราษฎร" in page
    assert "เทศบาลนครเชียงใหม่" in page and "chiang-mai-city" not in page
    assert "เข้าเงื่อนไขตามกฎหมาย" in page and "ไม่พบกำหนดเวลาตามกฎหมาย" in page
    assert "พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 มาตรา 10" in page


def test_who_registered_ahead_is_judged_on_the_first_payment_day(files_case: Files, desk_of: OpensDesk) -> None:
    case = files_case("old-age-allowance", "nearly-sixty")
    page = desk_of("officer").get(f"/en/desk/cases/{case}").content.decode()
    assert "The conditions of the law are met" in page and "Not met" not in page


def test_the_clock_counts_what_is_left_and_stands_while_the_applicant_mends(
    files_case: Files, desk_of: OpensDesk
) -> None:
    case, desk = files_case("food-shop-notification", "shop-owner"), desk_of("officer")
    assert "เหลือ 7 วันทำการ จากทั้งหมด 7 วันทำการ" in desk.get(f"/desk/cases/{case}").content.decode()
    late = files_case("food-shop-notification", "elder", at=NOW - timedelta(days=30))
    assert "sala-clock--late" in desk.get(f"/desk/cases/{late}").content.decode()


def test_opening_a_case_is_told_to_its_applicant(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case, before = files_case("old-age-allowance", "elder"), cast.readings("elder")
    desk_of("officer").get(f"/desk/cases/{case}")
    newest, *rest = cast.readings("elder")
    assert tuple(rest) == before
    assert (newest.agency, newest.role, newest.purpose) == ("chiang-mai-city", "municipal-officer", "decide")
    assert newest.by_person == cast.people["officer"]


@pytest.mark.parametrize("who", ["other-officer", "scam-officer", "elder"])
def test_nobody_else_finds_it_and_nothing_is_told(files_case: Files, desk_of: OpensDesk, cast: Cast, who: str) -> None:
    case, before = files_case("old-age-allowance", "elder"), cast.readings("elder")
    desk = desk_of(who)
    assert desk.get(f"/desk/cases/{case}").status_code == 404
    assert desk.post(f"/desk/cases/{case}/act", {"outcome": "grant"}).status_code == 404
    assert cast.readings("elder") == before


def test_a_case_that_does_not_exist_is_a_missing_page(desk_of: OpensDesk) -> None:
    assert desk_of("officer").get(f"/desk/cases/{uuid4()}").status_code == 404


def test_a_file_opens_in_the_browser_and_can_run_nothing(files_case: Files, desk_of: OpensDesk, cast: Cast) -> None:
    case = files_case("food-shop-notification", "shop-owner")
    opened = casework.get_own_case(case_id=case, by=cast.actor("shop-owner"))
    (plan,) = opened.answers.files
    tenancy.enter()
    answer = desk_of("officer").get(f"/desk/cases/{case}/files/{plan.id}")
    assert answer.content == PLAN and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline") and answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert cast.readings("shop-owner")[0].through == "desk-file"
    assert desk_of("other-officer").get(f"/desk/cases/{case}/files/{plan.id}").status_code == 404


def test_a_case_costs_the_same_statements_however_much_it_holds(
    files_case: Files, desk_of: OpensDesk, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = desk_of("officer")
    for service, who in (("food-shop-notification", "shop-owner"), ("old-age-allowance", "elder")):
        case = files_case(service, who)
        with django_assert_num_queries(7):  # two of them are the savepoint that a test makes of a request
            assert desk.get(f"/desk/cases/{case}").status_code == 200
