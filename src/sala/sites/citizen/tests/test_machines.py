"""What a public page tells programs: its address in each language, and data that says no more than is sure."""

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Text
from sala.servicekit.schema.offer import Clock, Fee
from sala.servicekit.schema.public_service import PublicService

from ..schema_org import structured_data
from ..service import way_to

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_on(visitor: Client, path: str) -> Any:
    (found,) = _DATA.findall(visitor.get(path).content.decode())
    return json.loads(found)


def data_of(service: PublicService) -> Any:
    told, _ = structured_data(service, catalogue.get_pack(), way_to(service, "en"), "en")["@graph"]
    return told


@pytest.mark.parametrize(
    "path", ["/", "/services", "/services/old-age-allowance", "/life-events/growing-old", "/about", "/privacy"]
)
def test_a_public_page_names_itself_in_each_language(visitor: Client, path: str) -> None:
    html = visitor.get(f"/en{path}").content.decode()

    thai, english = f"{settings.SALA_ORIGIN}{path}", f"{settings.SALA_ORIGIN}/en{path}"
    assert f'<link rel="canonical" href="{english}">' in html
    assert f'hreflang="th" href="{thai}"' in html and f'hreflang="en" href="{english}"' in html
    assert visitor.get(path).content.decode().count('hreflang="x-default"') == 1


def test_the_way_a_list_is_sorted_is_no_page_of_its_own(visitor: Client) -> None:
    html = visitor.get("/services?by=agency").content.decode()

    assert f'<link rel="canonical" href="{settings.SALA_ORIGIN}/services">' in html


def test_a_search_and_an_error_name_no_address(visitor: Client) -> None:
    assert 'rel="canonical"' not in visitor.get("/search?q=x").content.decode()
    assert 'rel="canonical"' not in visitor.get("/services/no-such-service").content.decode()


@pytest.mark.parametrize("slug", ["old-age-allowance", "passport-appointment"])
def test_a_service_tells_what_it_is_and_the_way_to_it(visitor: Client, slug: str) -> None:
    service, way = data_on(visitor, f"/en/services/{slug}")["@graph"]

    declared = catalogue.get_folder(slug=slug).service
    assert (service["@type"], service["name"]) == ("GovernmentService", declared.name.en)
    assert way["itemListElement"][-1]["name"] == declared.name.en
    assert [one["position"] for one in way["itemListElement"]] == list(range(1, len(way["itemListElement"]) + 1))


def test_the_page_leads_to_the_linked_data_and_to_the_feed(visitor: Client) -> None:
    html = visitor.get("/en/services/old-age-allowance").content.decode()

    assert 'type="application/ld+json" href="/api/v1/services/old-age-allowance.jsonld"' in html
    assert 'href="/en/services.atom"' in html


def test_who_asks_for_linked_data_is_sent_to_it(visitor: Client) -> None:
    sent = visitor.get("/services/old-age-allowance", headers={"accept": "application/ld+json"})
    shown = visitor.get("/services/old-age-allowance", headers={"accept": "text/html,*/*;q=0.8"})

    assert (sent.status_code, sent.headers["Location"]) == (303, "/api/v1/services/old-age-allowance.jsonld")
    assert "Accept" in sent.headers["Vary"] and "Accept" in shown.headers["Vary"]
    assert shown.headers["Content-Type"].startswith("text/html")


def test_a_fee_and_a_time_that_nobody_verified_are_not_told() -> None:
    service = catalogue.get_service(slug="old-age-allowance")
    source = Text(th="ที่มา", en="A source")
    hour = Clock(length=1, unit="hours", source=source)
    fee = Fee.model_validate({"amount": 100, "source": {"th": "ที่มา", "en": "A source"}})

    sure = data_of(service.model_copy(update={"fee": fee, "within": hour}))
    assert sure["offers"] == {"@type": "Offer", "price": "100.00", "priceCurrency": "THB"}
    assert {one["processingTime"] for one in sure["availableChannel"]} == {"PT1H"}
    doubtful = {
        "fee": fee.model_copy(update={"unverified": True}),
        "within": hour.model_copy(update={"unverified": True}),
    }
    unsure = data_of(service.model_copy(update=doubtful))
    assert "offers" not in unsure and "processingTime" not in json.dumps(unsure)


def test_a_discreet_service_tells_its_neutral_name_only(visitor: Client) -> None:
    hidden = next(one for one in catalogue.list_public_services() if one.discreet)
    told = json.dumps(data_on(visitor, f"/services/{hidden.shown_path}"), ensure_ascii=False)

    assert hidden.shown_name.th in told
    assert [word for word in (hidden.slug, hidden.name.th, hidden.summary.th, "เอดส์") if word in told] == []


def test_words_of_a_service_cannot_end_the_data(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    service = catalogue.get_service(slug="old-age-allowance")
    evil = service.model_copy(update={"summary": Text(th="</script><b>", en="</script><b>")})
    monkeypatch.setattr(catalogue, "find_public_service", lambda *, slug: evil)

    html = visitor.get("/services/old-age-allowance").content.decode()
    (found,) = _DATA.findall(html)
    assert "</script><b>" not in html
    assert json.loads(found)["@graph"][0]["description"] == "</script><b>"
