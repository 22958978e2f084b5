"""A guide's page: what is known with its source, what must still be confirmed, and where the matter is done."""

from datetime import date

from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.public_service import Guide

from ..cards import service_card
from ..sheet import make_guide_sheet

TODAY = date(2026, 11, 20)


def marriage() -> Guide:
    found = catalogue.find_public_service(slug="marriage-registration")
    assert isinstance(found, Guide)
    return found


def test_a_guide_says_where_it_is_done_and_gives_no_way_to_apply_here(visitor: Client) -> None:
    html = visitor.get("/en/services/marriage-registration").content.decode()

    assert "The matter itself is done at: Department of Provincial Administration" in html
    assert "/apply/marriage-registration" not in html
    assert visitor.get("/en/apply/marriage-registration/start").status_code == 404


def test_what_was_read_bears_its_source_and_what_was_not_bears_the_mark(visitor: Client) -> None:
    html = visitor.get("/en/services/marriage-registration").content.decode()

    assert "Family Registration Act B.E. 2478, s. 4 and 6" in html
    assert "The identity cards of both of you <strong" in html
    assert "Points that the agency must still confirm: 7" in html
    assert make_guide_sheet(marriage(), pack=catalogue.get_pack(), on=TODAY).open == 7


def test_a_channel_that_nobody_confirmed_bears_the_mark(visitor: Client) -> None:
    html = visitor.get("/en/services/consumer-complaint").content.decode()

    channel = html.partition('<a href="tel:1166"')[2].partition("</dd>")[0]
    assert "To be confirmed" in channel


def test_a_guide_leads_on_to_what_people_need_next(visitor: Client) -> None:
    html = visitor.get("/en/services/marriage-registration").content.decode()

    assert 'href="/en/services/name-change"' in html


def test_a_card_keeps_silent_about_what_nobody_knows_yet() -> None:
    unknown = marriage().model_copy(update={"fee": marriage().fee.model_copy(update={"amount": None})})

    assert [label for label, _ in service_card(marriage(), "en").facts] == ["Fee"]
    assert service_card(unknown, "en").facts == ()


def test_every_guide_has_a_page_in_both_languages(visitor: Client) -> None:
    for guide in catalogue.get_pack().guides.values():
        for prefix in ("", "/en"):
            assert visitor.get(f"{prefix}/services/{guide.shown_path}").status_code == 200, guide.slug


def test_a_discreet_guide_bears_its_neutral_name_alone(visitor: Client) -> None:
    for guide in (one for one in catalogue.get_pack().guides.values() if one.discreet):
        assert visitor.get(f"/services/{guide.slug}").headers["Location"].endswith(guide.shown_path)
        html = visitor.get(f"/services/{guide.shown_path}").content.decode()
        assert guide.shown_name.th in html
        assert f"<h1>{guide.name.th}</h1>" not in html
