"""A service's page says what its declaration says, and admits what nobody has confirmed."""

from datetime import date

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.offer import Neutral
from sala.servicekit.schema.service import Service

from ..cards import service_card
from ..sheet import make_sheet

TODAY = date(2026, 11, 20)


def test_the_numbers_of_the_law_stand_in_the_words(visitor: Client) -> None:
    html = visitor.get("/en/services/old-age-allowance").content.decode()
    assert "aged 60 to 69: 600 baht a month" in html
    assert "{{ law:" not in html and "law:old_age" not in html


def test_a_time_limit_that_nobody_found_is_not_guessed(visitor: Client) -> None:
    html = visitor.get("/en/services/old-age-allowance").content.decode()
    assert "No time limit found; the agency must confirm" in html


def test_a_fee_by_ordinance_names_each_place_and_what_is_known_of_it() -> None:
    sheet = make_sheet(catalogue.get_service(slug="food-shop-notification"), pack=catalogue.get_pack(), on=TODAY)
    assert sheet.fee.en == "Set by local ordinance"
    assert {place.name.en for place in sheet.places} >= {"Chiang Mai City Municipality", "Mae Hia Town Municipality"}
    assert {place.fee.en for place in sheet.places if place.ordinances} == {"Not known yet; ask the agency"}


def test_a_document_that_the_agency_fetches_need_not_be_brought(visitor: Client) -> None:
    html = visitor.get("/en/services/old-age-allowance").content.decode()
    assert "Nothing: the agency looks in the register (House registration)" in html


def test_whoever_sent_money_reads_what_to_do_before_the_form(visitor: Client) -> None:
    html = visitor.get("/en/services/scam-report").content.decode()
    assert html.index('href="tel:1441"') < html.index("/apply/scam-report/start")


def test_the_page_says_where_to_appeal_and_where_to_complain(visitor: Client) -> None:
    html = visitor.get("/en/services/food-shop-notification").content.decode()
    assert "You have 30 days from the day you are told." in html
    assert 'href="tel:1111"' in html


@pytest.mark.parametrize("slug", ["old-age-allowance", "food-shop-notification", "scam-report"])
def test_every_unverified_page_explains_the_mark(visitor: Client, slug: str) -> None:
    html = visitor.get(f"/en/services/{slug}").content.decode()
    assert "To be confirmed</strong>" in html and "What “to be confirmed” means" in html


def test_a_discreet_service_bears_its_neutral_name_on_a_card() -> None:
    service = _discreet(catalogue.get_service(slug="old-age-allowance"))
    card = service_card(service, "en")
    assert (card.title, card.address, card.summary) == ("A service", "/en/services/a-service", "")


def _discreet(service: Service) -> Service:
    neutral = Neutral.model_validate({"name": {"th": "บริการหนึ่ง", "en": "A service"}, "path": "a-service"})
    return service.model_copy(update={"discreet": True, "neutral": neutral})


def test_every_life_event_has_a_drawing_of_its_own(visitor: Client) -> None:
    assert all(event.icon for event in catalogue.list_life_events())


def test_the_record_of_processing_names_every_fact_that_is_asked(visitor: Client) -> None:
    html = visitor.get("/en/privacy").content.decode()
    for service in catalogue.list_services():
        assert f'id="{service.shown_path}"' in html
        assert [fact.en for fact in service.ask if fact.en.replace("'", "&#39;") not in html] == []


def test_a_number_that_nobody_reviewed_for_the_day_is_warned_of() -> None:
    service = catalogue.get_service(slug="old-age-allowance")

    assert make_sheet(service, pack=catalogue.get_pack(), on=TODAY).stale == ()
    (first, *_) = make_sheet(service, pack=catalogue.get_pack(), on=date(2099, 1, 1)).stale
    assert first.en.startswith("Nobody has reviewed “")
