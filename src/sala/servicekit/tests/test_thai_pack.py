"""The three services of the Thai pack keep what the law asks of each."""

from datetime import date
from pathlib import Path

import pytest

from sala.servicekit import check_pack, examine_pack
from sala.servicekit.answers import find_exit, next_page, visible_pages
from sala.servicekit.pack import Pack, load_pack
from sala.servicekit.schema.service import Service

THAILAND = Path(__file__).parents[4] / "thailand"


@pytest.fixture(scope="module")
def thailand() -> Pack:
    return load_pack(THAILAND)


@pytest.fixture(scope="module")
def allowance(thailand: Pack) -> Service:
    return thailand.services["old-age-allowance"]


@pytest.fixture(scope="module")
def food_shop(thailand: Pack) -> Service:
    return thailand.services["food-shop-notification"]


@pytest.fixture(scope="module")
def scam_report(thailand: Pack) -> Service:
    return thailand.services["scam-report"]


def test_the_thai_pack_is_sound() -> None:
    assert check_pack(THAILAND) == ()


def test_every_service_stands_under_a_topic_and_every_topic_has_one(thailand: Pack) -> None:
    services = [*thailand.services.values(), *thailand.guides.values()]
    assert {service.topic for service in services} == set(thailand.topics)


def test_the_thai_pack_reads_well_and_its_numbers_are_reviewed() -> None:
    assert examine_pack(THAILAND, on=date(2026, 11, 20)).warnings == ()


def test_the_allowance_asks_nothing_that_a_register_knows(allowance: Service) -> None:
    assert {fact.id for fact in allowance.know}.isdisjoint(fact.id for fact in allowance.ask)


def test_the_allowance_has_no_deadline_that_nobody_has_sourced(allowance: Service) -> None:
    assert allowance.within.length is None
    assert allowance.within.unverified


def test_the_person_who_receives_for_another_is_asked_about_only_then(allowance: Service) -> None:
    own = [page.id for page in visible_pages(allowance, {"payment_way": "own-account"})]
    other = [page.id for page in visible_pages(allowance, {"payment_way": "authorised-account"})]

    assert "authorised" not in own
    assert "authorised" in other


def test_someone_registered_in_bangkok_is_sent_to_bangkok(allowance: Service) -> None:
    way_out = find_exit(allowance, {"municipality": "bangkok"})

    assert way_out is not None
    assert way_out.id == "bangkok"
    assert find_exit(allowance, {}) is None


def test_a_food_shop_is_never_refused(food_shop: Service) -> None:
    results = {outcome.result for step in food_shop.steps for outcome in step.outcomes}

    assert results == {None, "certified"}


def test_a_food_shop_may_open_on_the_receipt_and_is_corrected_once(food_shop: Service) -> None:
    corrections = [outcome for step in food_shop.steps for outcome in step.outcomes if outcome.then == "correct"]

    assert food_shop.steps[0].by == "system"
    assert food_shop.steps[0].issues == ("notification-receipt",)
    assert [outcome.once for outcome in corrections] == [True]


def test_a_food_shop_is_checked_within_seven_working_days(food_shop: Service) -> None:
    assert (food_shop.within.length, food_shop.within.unit) == (7, "working-days")


def test_the_form_of_a_food_shop_has_two_pages_of_fifteen_questions(food_shop: Service) -> None:
    assert len(food_shop.pages) == 2
    assert sum(len(page.ask) for page in food_shop.pages) == 15


@pytest.mark.parametrize(
    ("facts", "way_out"),
    [
        ({"area_square_metres": 200, "shop_place": "building"}, None),
        ({"area_square_metres": 201, "shop_place": "building"}, "too-large"),
        ({"area_square_metres": 20, "shop_place": "market"}, "in-market"),
        ({"area_square_metres": 20, "shop_place": "public-way"}, "on-public-way"),
    ],
)
def test_a_shop_that_needs_another_door_is_shown_it(
    food_shop: Service, facts: dict[str, object], way_out: str | None
) -> None:
    found = find_exit(food_shop, facts)

    assert (found and found.id) == way_out


def test_no_amount_is_invented_for_a_real_municipality(thailand: Pack) -> None:
    fee = thailand.get_fee(service="food-shop-notification", locality="chiang-mai-city", on=date(2026, 11, 20))

    assert fee.amount is None
    assert fee.unverified


def test_a_scam_report_asks_first_whether_money_was_sent(scam_report: Service) -> None:
    assert scam_report.pages[0].ask == ("transferred",)
    assert not scam_report.sign_in.required
    assert scam_report.sign_in.follow_up_code


def test_someone_who_sent_money_is_sent_to_the_bank_and_1441_at_once(scam_report: Service) -> None:
    way_out = find_exit(scam_report, {"transferred": True})

    assert way_out is not None
    assert way_out.urgent
    assert [action.do for action in way_out.actions][:2] == ["call", "call"]
    assert way_out.actions[1].to == "1441"
    assert way_out.countdown is not None
    assert way_out.countdown.hours == 72


def test_after_the_urgent_thing_the_number_can_still_be_reported(scam_report: Service) -> None:
    assert next_page(scam_report, "money", {"transferred": True}) == "number"
