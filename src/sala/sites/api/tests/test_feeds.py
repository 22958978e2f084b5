"""The feed of changes and the site map: true dates, both languages, and nothing that is a person's own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import DjangoAssertNumQueries

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.infra import tenancy
from sala.kernel.policies import anyone

from ..crawlers import CLOSED

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything was loaded once; a day later one folder had left the pack."""
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    catalogue.load_editions(at=NOW)
    pack = organisations.get_pack()
    left = replace(pack, folders={slug: one for slug, one in pack.folders.items() if slug != "old-age-allowance"})
    with monkeypatch.context() as patched:
        patched.setattr(organisations, "get_pack", lambda: left)
        catalogue.load_editions(at=NOW + timedelta(days=1))


def read(path: str, kind: str) -> Any:
    answer = Client().get(path)
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (200, kind)
    return ElementTree.fromstring(answer.content)


@pytest.mark.parametrize(
    ("path", "name", "told"),
    [
        ("/services.atom", "เบี้ยยังชีพผู้สูงอายุ", "ไม่มีบริการนี้ที่นี่แล้ว"),
        ("/en/services.atom", "Old-age allowance", "This service is no longer offered here"),
    ],
)
def test_the_newest_change_stands_first_in_the_language_of_the_address(path: str, name: str, told: str) -> None:
    feed = read(path, "application/atom+xml")
    first = feed.find("a:entry", ATOM)

    assert [first.findtext(f"a:{part}", None, ATOM) for part in ("title", "summary")] == [name, told]
    assert (
        first.findtext("a:updated", None, ATOM) == feed.findtext("a:updated", None, ATOM) == "2026-11-21T03:00:00+00:00"
    )


def test_a_feed_has_what_atom_asks_of_it() -> None:
    feeds = [read(path, "application/atom+xml") for path in ("/services.atom", "/en/services.atom")]
    ids = [entry.findtext("a:id", None, ATOM) for feed in feeds for entry in feed.iterfind("a:entry", ATOM)]

    assert len(ids) == len(set(ids)) == 100
    assert all(name and name.startswith("urn:uuid:") for name in ids)
    for feed, path, other in zip(feeds, ("", "/en"), (("en", "/en"), ("th", "")), strict=True):
        assert all(feed.findtext(f"a:{part}", None, ATOM) for part in ("id", "title", "updated", "author/a:name"))
        links = {(link.get("rel"), link.get("hreflang")): link.get("href") for link in feed.iterfind("a:link", ATOM)}
        assert links["self", None] == f"{settings.SALA_ORIGIN}{path}/services.atom"
        assert links["alternate", other[0]] == f"{settings.SALA_ORIGIN}{other[1]}/services.atom"


def test_an_entry_leads_to_the_page_of_its_service_and_is_the_same_each_time(unbuilt_assets: None) -> None:
    entries = [read("/services.atom", "application/atom+xml").findall("a:entry", ATOM)[1] for _ in range(2)]

    link = entries[0].find("a:link", ATOM)
    assert Client().get(str(link.get("href")).removeprefix(settings.SALA_ORIGIN)).status_code == 200
    assert entries[0].findtext("a:id", None, ATOM) == entries[1].findtext("a:id", None, ATOM)


def test_the_site_map_has_every_service_in_both_languages_with_the_day_it_changed() -> None:
    entries = read("/sitemap.xml", "application/xml").findall("s:url", MAP)
    by_address = {entry.findtext("s:loc", None, MAP): entry for entry in entries}

    for service in catalogue.list_public_services():
        thai = by_address[f"{settings.SALA_ORIGIN}/services/{service.shown_path}"]
        assert {link.get("hreflang") for link in thai.iterfind("x:link", MAP)} == {"th", "en", "x-default"}
        assert f"{settings.SALA_ORIGIN}/en/services/{service.shown_path}" in by_address
        assert thai.findtext("s:lastmod", None, MAP)
    assert f"{settings.SALA_ORIGIN}/en/agencies/dopa" in by_address
    assert by_address[f"{settings.SALA_ORIGIN}/"].find("s:lastmod", MAP) is None


def test_the_site_map_asks_the_database_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):  # a savepoint, its release, and what changed
        Client().get("/sitemap.xml")


def test_a_discreet_service_is_named_nowhere() -> None:
    hidden = next(one for one in catalogue.list_public_services() if one.discreet)
    for path in ("/sitemap.xml", "/services.atom", "/en/services.atom"):
        text = Client().get(path).content.decode()
        assert hidden.slug not in text and hidden.name.th not in text


def test_robots_are_told_of_the_site_map_and_kept_from_what_is_a_persons_own() -> None:
    lines = Client().get("/robots.txt").content.decode().splitlines()

    assert f"Sitemap: {settings.SALA_ORIGIN}/sitemap.xml" in lines
    assert {f"Disallow: {path}" for path in CLOSED} <= set(lines)
    private = [route for route, policy in _pages() if policy is not anyone]
    assert private
    assert [route for route in private if not f"/{route}".startswith(CLOSED)] == []


def _pages() -> list[tuple[str, object]]:
    """List the pages in Thai by their routes, with their policies."""
    (thai,) = (one for one in get_resolver().url_patterns if isinstance(one, URLResolver) and one.namespace == "th")
    return [
        (str(one.pattern), getattr(one.callback, "policy", None))
        for one in thai.url_patterns
        if isinstance(one, URLPattern)
    ]
