"""Agencies and offices for programs."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from sala.domains.organisations import public as organisations
from sala.sites.api.offices import AgenciesOut, AgencyDetailOut, OfficesOut

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
MAE_HIA = "500109"


@pytest.fixture(autouse=True)
def loaded(db: None) -> None:
    """The country's agencies."""
    organisations.load(organisations.get_pack(), NOW)


def get(path: str, **asked: str) -> Any:
    answer = Client().get(f"/api/v1/{path}", asked)
    assert answer.status_code == 200
    return answer.json()


def test_agencies_are_listed_by_code_and_the_list_goes_on() -> None:
    listed = get("agencies")
    AgenciesOut.model_validate(listed)
    codes = [one["agency"] for one in listed["items"]]

    assert codes == sorted(codes)
    assert get("agencies", after="dopa")["items"][0]["agency"] == codes[codes.index("dopa") + 1]


def test_an_agency_tells_what_stands_around_it() -> None:
    ministry, department = get("agencies/moi"), get("agencies/dopa")
    AgencyDetailOut.model_validate(department)

    assert "dopa" in ministry["below"]
    assert (department["parent"], department["must_forward"]) == ("moi", True)
    assert "house-registration-move" in department["services"]
    assert get("agencies/court")["must_forward"] is False
    assert get("agencies/damrongtham")["verified"] is False


def test_offices_answer_for_a_service_and_a_place() -> None:
    found = get("offices", sub_district=MAE_HIA, moo="4", service="house-registration-move")
    OfficesOut.model_validate(found)

    (counter,) = found["items"]
    assert counter["items"][0]["agency"] == "mae-hia-town"
    assert found["district_office"]["name"]["th"] == "ที่ว่าการอำเภอเมืองเชียงใหม่"
    assert (found["moo"], found["needs_moo"]) == (4, False)


def test_without_a_service_both_trees_answer() -> None:
    (counter,) = get("offices", sub_district=MAE_HIA)["items"]
    assert [one["office"] for one in counter["items"]] == ["local-authority", "district-office"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 422),
        ({"sub_district": "mae-hia"}, 422),
        ({"sub_district": MAE_HIA, "moo": "0"}, 422),
        ({"sub_district": MAE_HIA, "moo": "9" * 5_000}, 422),
        ({"sub_district": "999999"}, 404),
        ({"sub_district": MAE_HIA, "service": "flying-licence"}, 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem(asked: dict[str, str], status: int) -> None:
    answer = Client().get("/api/v1/offices", asked)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")


def test_an_agency_that_never_was_is_a_problem() -> None:
    for code in ("ministry-of-magic", "%00", "a b"):
        assert Client().get(f"/api/v1/agencies/{code}").status_code == 404
