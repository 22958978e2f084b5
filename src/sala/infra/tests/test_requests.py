"""What every request meets: one transaction, safe headers, errors in both languages, and logs that keep secrets."""

import json
import logging

import pytest
from django.test import Client

from sala.infra.logs import JsonLines
from sala.infra.models import RateWindow

from .urls import REFUSALS

pytestmark = [
    pytest.mark.urls("sala.infra.tests.urls"),
    pytest.mark.django_db,
    pytest.mark.usefixtures("unbuilt_assets"),
]

PAGES = sorted(set(REFUSALS) - {"401"})


@pytest.fixture
def browser() -> Client:
    """A browser that is shown errors as a person is."""
    return Client(raise_request_exception=False)


def counted() -> int:
    return RateWindow.objects.count()


def test_what_succeeds_is_kept(browser: Client) -> None:
    assert browser.get("/count").status_code == 200
    assert counted() == 1


@pytest.mark.parametrize("path", ["/refuse/409", "/answer-badly", "/fail"])
def test_what_is_refused_or_fails_takes_everything_back(browser: Client, path: str) -> None:
    assert browser.get(path).status_code >= 400
    assert counted() == 0


@pytest.mark.parametrize("path", ["/count", "/refuse/404", "/fail", "/no/such/page", "/en/refuse/403", "/api/fail"])
def test_every_answer_bears_the_safe_headers(browser: Client, path: str) -> None:
    headers = browser.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert len(headers["X-Request-Id"]) == 16


@pytest.mark.parametrize("status", PAGES)
def test_a_refusal_is_a_page_in_the_readers_language(browser: Client, status: str) -> None:
    message = REFUSALS[status].message
    thai, english = browser.get(f"/refuse/{status}"), browser.get(f"/en/refuse/{status}")
    assert (thai.status_code, english.status_code) == (int(status), int(status))
    assert 'lang="th"' in thai.content.decode()
    assert message.th in thai.content.decode()
    assert 'lang="en"' in english.content.decode()
    assert message.en in english.content.decode()
    assert thai.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", sorted(REFUSALS))
def test_a_machine_is_told_the_same_as_problem_json(browser: Client, status: str) -> None:
    message = REFUSALS[status].message
    by_path = browser.get(f"/api/refuse/{status}")
    by_header = browser.get(f"/refuse/{status}", headers={"Accept": "application/json"})
    for answer in (by_path, by_header):
        problem = answer.json()
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert (answer.status_code, problem["status"]) == (int(status), int(status))
        assert problem["type"] == f"urn:sala:problem:{REFUSALS[status].code}"
        assert (problem["title_th"], problem["title_en"]) == (message.th, message.en)
        assert problem["instance"].endswith(answer.headers["X-Request-Id"])


def test_a_person_who_must_sign_in_is_sent_there_and_back(browser: Client) -> None:
    answer = browser.get("/en/refuse/401?kept=1")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?next=/en/refuse/401%3Fkept%3D1")


def test_an_address_that_does_not_exist_is_told_in_both_languages(browser: Client) -> None:
    assert "ไม่พบหน้า" in browser.get("/no/such/page").content.decode()
    assert "does not exist" in browser.get("/en/no/such/page").content.decode()


def test_a_form_without_its_token_is_refused_and_nothing_is_done() -> None:
    answer = Client(enforce_csrf_checks=True).post("/en/count")
    assert answer.status_code == 403
    assert "could not confirm that this form came from our page" in answer.content.decode()
    assert counted() == 0


def test_what_is_too_large_is_told_apart(browser: Client) -> None:
    answer = browser.post("/en/count", {"what": "x" * 10_000_000}, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "too large" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/lose-database", "/en/lose-database"])
def test_while_the_database_is_away_the_reader_is_told_to_come_back(browser: Client, path: str) -> None:
    answer = browser.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")


@pytest.mark.parametrize("path", ["/count", "/no/such/page", "/refuse/404", "/fail"])
def test_no_log_line_carries_a_query_or_what_was_typed(
    browser: Client, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.INFO):
        browser.post(f"{path}?code=SECRET-QUERY", {"name": "SECRET-BODY"})
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any(record.name == "sala.requests" for record in caplog.records)
    assert [line for line in lines if "SECRET" in line] == []


def test_a_log_line_is_one_json_object_with_its_request(browser: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="sala.requests"):
        answer = browser.get("/en/refuse/409")
    (record,) = [record for record in caplog.records if record.name == "sala.requests"]
    line = json.loads(JsonLines().format(record))
    assert line["request_id"] == answer.headers["X-Request-Id"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "en/refuse/<str:status>", 409)


def test_an_address_that_only_begins_like_the_health_page_has_its_transaction(browser: Client) -> None:
    assert browser.get("/healthy-food").status_code == 404
