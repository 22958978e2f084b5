"""District offices by distance as a visitor meets them without a script, and the table that a browser measures by."""

import gzip
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from sala.domains.organisations import public as organisations

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CHIANG_MAI, MAE_RIM = "5001", "5007"
SI_PHUM = "500101"
ABOUT = re.compile(r"ประมาณ (\d+) กม\.")


def page(visitor: Client, address: str, **asked: str) -> str:
    answer = visitor.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_province_leads_to_its_districts(visitor: Client) -> None:
    html = page(visitor, "/find-office/near", province="50")

    assert '<option value="50" selected>เชียงใหม่</option>' in html
    assert html.count("/find-office/near?district=50") == 25


@pytest.mark.parametrize("province", ["", "00", "<b>", "๕๐"])
def test_without_a_province_one_is_asked_for(visitor: Client, province: str) -> None:
    assert "?district=" not in page(visitor, "/find-office/near", province=province)


def test_a_district_lists_ten_others_by_distance_and_leads_on(visitor: Client) -> None:
    html = page(visitor, "/find-office/near", district=CHIANG_MAI)
    distances = [int(found) for found in ABOUT.findall(html.split("<ol")[-1])]

    assert len(distances) == 10
    assert distances == sorted(distances)
    assert f"/find-office/near?district={CHIANG_MAI}&amp;page=2" in html
    second = [
        int(found)
        for found in ABOUT.findall(page(visitor, "/find-office/near", district=CHIANG_MAI, page="2").split("<ol")[-1])
    ]
    assert second[0] >= distances[-1]


@pytest.mark.parametrize("number", ["0", "-1", "999", "x", "²", ""])
def test_a_page_that_is_not_there_shows_one_that_is(visitor: Client, number: str) -> None:
    assert ABOUT.search(page(visitor, "/find-office/near", district=CHIANG_MAI, page=number))


def test_an_office_of_the_province_without_a_position_is_listed_and_said_to_have_none(visitor: Client) -> None:
    html = page(visitor, "/find-office/near", district=CHIANG_MAI)
    assert re.search(r"ที่ว่าการอำเภอแม่ริม</a><br>เชียงใหม่ ไม่ทราบตำแหน่ง", html)


def test_from_a_district_without_a_position_no_distance_is_told(visitor: Client) -> None:
    html = page(visitor, "/find-office/near", district=MAE_RIM)

    assert "เราไม่ทราบตำแหน่งของอำเภอนี้" in html
    assert not ABOUT.search(html.split("<ol")[-1])
    assert html.split("<ol")[-1].count("?district=50") == 24


def test_a_district_that_is_none_is_not_found(visitor: Client) -> None:
    assert visitor.get("/find-office/near", {"district": "9999"}).status_code == 404


@pytest.mark.parametrize(("service", "offered"), [("marriage-registration", True), ("house-registration-move", False)])
def test_other_offices_are_offered_only_where_they_may_do_it(visitor: Client, service: str, offered: bool) -> None:
    organisations.load(organisations.get_pack(), NOW)
    html = page(visitor, "/find-office", sub_district=SI_PHUM, service=service, moo="0")
    assert bool(ABOUT.search(html)) is offered


def test_a_place_alone_offers_the_offices_near_it(visitor: Client) -> None:
    assert ABOUT.search(page(visitor, "/find-office", sub_district=SI_PHUM))


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/find-office/near", True),
        (f"/find-office?sub_district={SI_PHUM}", True),
        ("/find-office", False),
        ("/", False),
    ],
)
def test_only_a_page_that_sorts_by_distance_may_ask_where_its_reader_is(
    visitor: Client, address: str, may: bool
) -> None:
    policy = visitor.get(address).headers["Permissions-Policy"]
    assert ("geolocation=(self)" in policy) is may
    assert ("geolocation=()" in policy) is not may


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_table_of_positions_is_small_the_same_for_everybody_and_may_be_kept(visitor: Client, prefix: str) -> None:
    answer = visitor.get(f"{prefix}/find-office/near/positions")
    table = answer.json()

    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert not answer.cookies
    assert len(gzip.compress(answer.content)) <= 20_000
    assert len(table["offices"]) == 928
    assert {len(office) for office in table["offices"]} == {2, 4}
    assert {office[0][:2] for office in table["offices"]} == table["provinces"].keys()
