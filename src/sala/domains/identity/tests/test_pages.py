"""Signing in and out as a browser does it: through every middleware, cookies and redirects."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from ..models import SessionRow

pytestmark = pytest.mark.urls("sala.domains.identity.tests.urls")
LONG_AGO = timedelta(hours=2)


@pytest.fixture
def browser(cast: dict[str, UUID], settings: Settings) -> Client:
    """A browser that sends form tokens or is refused."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    return Client(enforce_csrf_checks=True, headers={"host": "localhost"})


def hidden_fields(html: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def statements_of(browser: Client, path: str) -> list[str]:
    """The statements of one request; the savepoint stands for the transaction that a test already holds."""
    with CaptureQueriesContext(connection) as ran:
        browser.get(path)
    return [query["sql"] for query in ran.captured_queries if "SAVEPOINT" not in query["sql"]]


def sign_in(browser: Client, person: str, *, back_to: str = "/", start: str = "/sign-in") -> Any:
    choice = browser.get(start, {"next": back_to}, follow=True)
    assert choice.status_code == 200
    answer = browser.post(choice.request["PATH_INFO"], {**hidden_fields(choice.content.decode()), "person": person})
    return browser.get(answer["Location"])


def test_a_person_signs_in_and_is_back_where_they_were(browser: Client) -> None:
    done = sign_in(browser, "elder", back_to="/services?page=2")
    assert (done.status_code, done["Location"]) == (303, "/services?page=2")
    assert browser.get("/").content == b"citizen"


def test_the_cookie_cannot_be_read_by_scripts_and_needs_https_away_from_this_machine(
    browser: Client, settings: Settings
) -> None:
    here = sign_in(browser, "elder").cookies["sala_sign_in"]
    assert (here["httponly"], here["samesite"], here["secure"], here["max-age"]) == (True, "Lax", "", "")
    settings.ALLOWED_HOSTS = ["sala.example"]
    browser.defaults["HTTP_HOST"] = "sala.example"
    assert browser.get("/sign-in").cookies.popitem()[1]["secure"] is True


def test_an_officer_signs_in_to_their_post(browser: Client) -> None:
    sign_in(browser, "officer")
    assert browser.get("/").content == b"municipal-officer"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_nobody_is_sent_to_another_site(browser: Client, elsewhere: str) -> None:
    assert sign_in(browser, "elder", back_to=elsewhere)["Location"] == "/"


def test_a_visitor_without_a_cookie_costs_no_statement_and_a_signed_in_one_costs_one(browser: Client) -> None:
    assert statements_of(browser, "/") == []
    sign_in(browser, "officer")
    (only,) = statements_of(browser, "/")
    assert "identity_resolve" in only


def test_a_used_answer_does_not_work_again(browser: Client) -> None:
    choice = browser.get("/sign-in", follow=True)
    answer = browser.post(choice.request["PATH_INFO"], {**hidden_fields(choice.content.decode()), "person": "elder"})
    assert browser.get(answer["Location"]).status_code == 303
    assert browser.get(answer["Location"]).status_code == 400


def test_an_answer_in_another_browser_does_not_work(browser: Client) -> None:
    choice = browser.get("/sign-in", follow=True)
    answer = browser.post(choice.request["PATH_INFO"], {**hidden_fields(choice.content.decode()), "person": "officer"})
    victim = Client(headers={"host": "localhost"})
    assert victim.get(answer["Location"]).status_code == 400
    assert victim.get("/").content == b"nobody"


def test_two_tabs_can_sign_in_at_once(browser: Client) -> None:
    first = browser.get("/sign-in", {"next": "/services"}, follow=True)
    sign_in(browser, "elder")
    answer = browser.post(first.request["PATH_INFO"], {**hidden_fields(first.content.decode()), "person": "officer"})
    # Signing in gives a new form token, so the older tab is asked to reload; nobody is signed in by accident.
    assert answer.status_code in (303, 403)
    assert browser.get("/").content == b"citizen"


def test_the_choice_can_be_read_in_the_other_language(browser: Client) -> None:
    thai = browser.get("/sign-in", {"next": "/en/services"}, follow=True)
    english = browser.get(f"/en{thai.request['PATH_INFO']}?{thai.request['QUERY_STRING']}")
    assert "Demonstration sign-in" in english.content.decode()
    answer = browser.post(
        english.request["PATH_INFO"], {**hidden_fields(english.content.decode()), "person": "english-speaker"}
    )
    assert browser.get(answer["Location"])["Location"] == "/en/services"


def test_what_was_typed_survives_a_sign_in_that_ran_out(browser: Client) -> None:
    sign_in(browser, "shop-owner")
    token = hidden_fields(browser.get("/sign-out").content.decode())["csrfmiddlewaretoken"]
    _run_out()
    typed = {"dish": ["ส้มตำ", '"ไก่" <ย่าง>'], "csrfmiddlewaretoken": token}
    refused = browser.post("/form", typed)
    assert refused.status_code == 303 and refused["Location"].startswith("/sign-in?next=/sign-in/resume/")

    resume = sign_in(browser, "shop-owner", back_to=refused["Location"].partition("next=")[2])["Location"]
    page = browser.get(resume).content.decode()
    assert "สิ่งที่คุณกรอกไว้ยังอยู่ครบ" in page and 'action="/form"' in page
    kept = [unescape(value) for value in re.findall(r'name="dish" value="([^"]*)"', page)]
    sent = browser.post("/form", {"dish": kept, "csrfmiddlewaretoken": hidden_fields(page)["csrfmiddlewaretoken"]})
    assert sent.content.decode() == f"typed {typed['dish']}"


def test_what_was_typed_opens_for_its_writer_only(browser: Client) -> None:
    sign_in(browser, "shop-owner")
    token = hidden_fields(browser.get("/sign-out").content.decode())["csrfmiddlewaretoken"]
    _run_out()
    refused = browser.post("/form", {"dish": "ส้มตำ", "csrfmiddlewaretoken": token})
    resume = sign_in(browser, "officer", back_to=refused["Location"].partition("next=")[2])["Location"]
    page = browser.get(resume).content.decode()
    assert "ไม่มีข้อมูลค้างอยู่" in page and "ส้มตำ" not in page


def test_a_page_that_needs_a_sign_in_comes_back_after_it(browser: Client) -> None:
    asked = browser.get("/form?step=2")
    assert asked.status_code == 302
    assert sign_in(browser, "elder", back_to="/form?step=2")["Location"] == "/form?step=2"


def test_signing_out_ends_the_sign_in_and_takes_the_cookie(browser: Client) -> None:
    sign_in(browser, "elder")
    stolen = browser.cookies["sala_sign_in"].value
    page = browser.get("/sign-out").content.decode()
    done = browser.post("/sign-out", hidden_fields(page), follow=True)
    assert "ออกจากระบบแล้ว" in done.content.decode()
    browser.cookies["sala_sign_in"] = stolen
    assert browser.get("/").content == b"nobody"


def test_signing_in_as_somebody_else_ends_the_first_sign_in(browser: Client) -> None:
    sign_in(browser, "elder")
    sign_in(browser, "officer")
    assert SessionRow.objects.filter(ended_at=None).count() == 1


def test_a_forged_choice_is_refused(browser: Client) -> None:
    choice = browser.get("/sign-in", follow=True)
    fields = hidden_fields(choice.content.decode())
    assert (
        browser.post(choice.request["PATH_INFO"], {**fields, "csrfmiddlewaretoken": "x", "person": "elder"}).status_code
        == 403
    )
    elsewhere = {**fields, "redirect_uri": "https://evil.example/", "person": "elder"}
    assert browser.post(choice.request["PATH_INFO"], elsewhere).status_code == 400


def test_production_has_no_fictional_people(browser: Client, settings: Settings) -> None:
    from dataclasses import replace

    settings.SALA = replace(settings.SALA, demonstration_sign_in=False)
    assert browser.get("/sign-in").status_code == 503
    assert browser.get("/demonstration/sign-in").status_code == 404


def _run_out() -> None:
    SessionRow.objects.update(seen_at=datetime.now(UTC) - LONG_AGO)
