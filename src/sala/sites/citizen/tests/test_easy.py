"""Easy read: the essentials of every service, from the declaration, linked from its page and back."""

from html import unescape

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.public_service import Guide

GUIDE = "driving-licence-renewal"


def read(visitor: Client, address: str) -> str:
    response = visitor.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def test_an_easy_page_and_its_full_page_lead_to_each_other(visitor: Client) -> None:
    assert f'href="/services/{GUIDE}/easy"' in read(visitor, f"/services/{GUIDE}")
    easy = read(visitor, f"/services/{GUIDE}/easy")
    assert f'href="/services/{GUIDE}"' in easy
    assert f'rel="canonical" href="http://localhost:8000/services/{GUIDE}"' in easy


def test_an_easy_page_tells_what_to_bring_and_each_step_but_no_source_and_no_law(visitor: Client) -> None:
    html = read(visitor, f"/en/services/{GUIDE}/easy")
    guide = catalogue.find_public_service(slug=GUIDE)

    assert isinstance(guide, Guide)
    assert all(told.label.en in html for told in (*guide.documents, *guide.steps))
    assert "Source:" not in html
    assert "Vehicle Act" not in html


def test_what_is_not_confirmed_is_marked_here_too(visitor: Client) -> None:
    assert "Your old licence <strong" in read(visitor, f"/en/services/{GUIDE}/easy")


def test_a_time_or_fee_that_nobody_knows_is_said_in_plain_words(visitor: Client) -> None:
    html = read(visitor, f"/services/{GUIDE}/easy")

    assert "ยังไม่รู้ ถามเจ้าหน้าที่" in html
    assert "ยังไม่พบกำหนดเวลาในกฎหมาย" not in html


def test_the_urgent_thing_comes_first(visitor: Client) -> None:
    html = read(visitor, "/en/services/scam-report/easy")

    assert html.index("Do this first") < html.index("What it is for")
    assert 'href="tel:1441"' in html


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_service_and_moment_of_life_has_an_easy_page(visitor: Client, prefix: str) -> None:
    for service in catalogue.list_public_services():
        assert "sala-easy__point" in read(visitor, f"{prefix}/services/{service.shown_path}/easy")
    for event in catalogue.list_life_events():
        read(visitor, f"{prefix}/life-events/{event.id}/easy")


def test_a_moment_of_life_leads_to_the_easy_pages_of_its_services(visitor: Client) -> None:
    html = read(visitor, "/life-events/driving/easy")

    assert f'href="/services/{GUIDE}/easy"' in html
    assert 'href="/life-events/driving/easy"' in read(visitor, "/life-events/driving")


def test_an_old_name_leads_to_the_one_it_has_now(visitor: Client) -> None:
    discreet = next(one for one in catalogue.list_public_services() if one.discreet)

    assert visitor.get(f"/services/{discreet.slug}/easy").headers["Location"].endswith(f"{discreet.shown_path}/easy")
    assert visitor.get("/services/nothing-like-it/easy").status_code == 404


def test_the_button_that_reads_aloud_waits_for_a_voice(visitor: Client) -> None:
    for address in (f"/services/{GUIDE}", f"/services/{GUIDE}/easy", "/life-events/driving"):
        assert "data-listen hidden" in read(visitor, address)
