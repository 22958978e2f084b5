"""Every page of the portal, in both languages: whole, small, and without a single statement for a visitor."""

import gzip
import re

import pytest
from django.test import Client

from .listening import listen

PAGES = (
    "/",
    "/search",
    "/search?q=noodle",
    "/life-events/growing-old",
    "/services",
    "/services?by=topic",
    "/services?by=agency",
    "/services/old-age-allowance",
    "/services/food-shop-notification",
    "/services/scam-report",
    "/services/old-age-allowance/check",
    "/services/food-shop-notification/check",
    "/about",
    "/privacy",
    "/accessibility",
)
MOST_BYTES = 12_000

each_page = pytest.mark.parametrize("page", PAGES)
each_language = pytest.mark.parametrize("lang", ["th", "en"])


def address(page: str, lang: str) -> str:
    return f"/en{page}" if lang == "en" else page


@each_language
@each_page
def test_a_page_opens_in_its_language_with_one_heading(visitor: Client, page: str, lang: str) -> None:
    html = visitor.get(address(page, lang)).content.decode()
    assert f'<html lang="{lang}"' in html
    assert html.count("<h1") == 1
    assert re.search(r"<title>[^<]{3,} – (ศาลา|Sala)</title>", html)
    assert "{{" not in html and "None" not in re.sub(r"<[^>]+>", "", html).replace("None of", "")


@each_language
@each_page
def test_a_page_leads_to_itself_in_the_other_language(visitor: Client, page: str, lang: str) -> None:
    other = {"th": "en", "en": "th"}[lang]
    html = visitor.get(address(page, lang)).content.decode()
    (href,) = re.findall(rf'class="sala-language" href="([^"]+)" lang="{other}"', html)
    assert visitor.get(href.replace("&amp;", "&")).status_code == 200


@each_language
@each_page
def test_the_html_of_a_page_fits_its_budget(visitor: Client, page: str, lang: str) -> None:
    assert len(gzip.compress(visitor.get(address(page, lang)).content)) <= MOST_BYTES


@each_page
def test_a_visitor_costs_no_statement(visitor: Client, page: str) -> None:
    visitor.get(page)
    with listen() as said:
        visitor.get(page)
    assert said == []


@each_page
def test_a_page_of_reading_sets_no_cookie_but_the_form_token(visitor: Client, page: str) -> None:
    assert set(visitor.get(page).cookies) <= {"csrftoken"}


@pytest.mark.parametrize(
    "page",
    ["/nowhere", "/services/nothing", "/services/nothing/check", "/services/scam-report/check", "/life-events/x"],
)
@each_language
def test_what_does_not_exist_says_so_and_leads_on(visitor: Client, page: str, lang: str) -> None:
    answer = visitor.get(address(page, lang))
    assert answer.status_code == 404
    assert f'href="{address("/", lang)}"' in answer.content.decode()


def test_pages_cannot_be_posted_to(visitor: Client) -> None:
    assert Client(headers={"host": "localhost"}).post("/services").status_code == 405
