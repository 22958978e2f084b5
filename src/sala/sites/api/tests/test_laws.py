"""The API of laws: what a program gets, and how it is told what is wrong."""

import json
import logging
from typing import Any

import pytest
from django.test import Client

from sala.infra.models import KeptAnswer
from sala.sites.api import laws
from sala.sites.api.shapes import MOST_CASES, LawDetailOut, LawsOut, ResultsOut, TracesOut

pytestmark = pytest.mark.django_db
ON = "2026-11-20"
BOONMEE = {
    "born": "1956-05-20",
    "is_thai": True,
    "is_registered_in_area": True,
    "has_confirmed": True,
    "receives_other_state_benefit": False,
}


def post(path: str, body: Any, **headers: str) -> Any:
    return Client().post(f"/api/v1/laws/{path}", body, content_type="application/json", headers=headers)


def ask(rule: str, *cases: dict[str, Any], do: str = "calculate", law: str = "old_age_allowance", **more: Any) -> Any:
    return post(f"{law}/{do}", {"rule": rule, "on": ON, "cases": [{"facts": case} for case in cases], **more})


def test_a_batch_is_answered_in_its_order_with_money_as_text() -> None:
    answered = ask("monthly", BOONMEE, {**BOONMEE, "born": "1970-01-01", "received_before_2566": False}).json()

    assert [item["value"] for item in answered["items"]] == ["700.00", "0.00"]
    assert answered["items"][0]["conclusion"]["th"].startswith("เบี้ยของเดือนนี้คือ 700 บาท")


def test_an_unknown_fact_makes_the_answer_null_and_is_named() -> None:
    (item,) = ask("eligible", {**BOONMEE, "born": None}).json()["items"]

    assert (item["value"], item["missing"]) == (None, ["born"])


def test_a_case_may_name_its_own_day() -> None:
    cases = [{"facts": BOONMEE, "on": "2015-01-15"}, {"facts": BOONMEE}]

    items = post("old_age_allowance/calculate", {"rule": "has_completed_sixty", "on": ON, "cases": cases}).json()[
        "items"
    ]

    assert [(item["on"], item["value"]) for item in items] == [("2015-01-15", False), (ON, True)]


def test_a_trace_tells_the_clauses_with_their_citations_and_the_numbers() -> None:
    (item,) = ask("eligible", {**BOONMEE, "has_confirmed": False}, do="trace", changes=True).json()["items"]

    confirmed = item["clause"]["asked"][1]
    assert (confirmed["rule"], confirmed["value"]) == ("has_confirmed_right", False)
    assert confirmed["citation"]["section"] == "6(3)"
    assert item["changes"][0]["parts"] == [{"path": "has_confirmed", "from": False, "to": True}]
    assert {"source", "verified", "reviewed_until", "is_stale"} <= item["numbers"][0].keys()


def test_what_would_change_an_answer_is_looked_for_only_when_it_is_wanted() -> None:
    (item,) = ask("eligible", {**BOONMEE, "has_confirmed": False}, do="trace").json()["items"]

    assert item["changes"] == []


MORE = {
    "schema": 1,
    "name": {"th": "เพิ่มเบี้ย", "en": "A higher allowance"},
    "changes": [{"parameter": "old_age_allowance.monthly_ladder", "from": "2026-10-01", "steps": {"60": 1000}}],
}


def test_each_case_is_decided_under_each_reform_beside_the_law_as_it_stands() -> None:
    (item,) = ask("monthly", BOONMEE, reforms=[MORE]).json()["items"]
    (again,) = ask("monthly", BOONMEE).json()["items"]

    assert (item["value"], again["value"]) == ("700.00", "700.00")
    assert [(reform["name"]["en"], reform["value"]) for reform in item["reforms"]] == [
        ("A higher allowance", "1000.00")
    ]


def test_a_trace_under_a_reform_shows_the_number_of_the_reform() -> None:
    (item,) = ask("monthly", BOONMEE, do="trace", reforms=[MORE]).json()["items"]

    (ladder,) = (each for each in item["reforms"][0]["numbers"] if each["name"] == "monthly_ladder")
    assert ladder["value"]["steps"] == [{"at_least": 60, "value": "1000.00"}]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"parameter": "old_age_allowance.monthly_lader", "from": ON, "value": 1}, "parameter-not-in-laws"),
        ({"parameter": "old_age_allowance.completed_age", "from": ON, "value": "sixty"}, "malformed-law"),
        ({"parameter": "old_age_allowance.monthly_ladder", "from": ON, "steps": {"x": 1}}, "malformed-law"),
        (
            {"parameter": "old_age_allowance.monthly_ladder", "from": ON, "steps": {"60": "10**9"}},
            "amount-not-understood",
        ),
        ({"parameter": "personal_income_tax.expense_share", "from": ON, "value": "1e999999999"}, "malformed-law"),
        ({"parameter": "old_age_allowance.completed_age", "from": "soon", "value": 65}, "malformed-law"),
        ({"x": {"x": {"x": {"x": {}}}}}, "reform-too-long"),
    ],
)
def test_a_reform_that_cannot_be_laid_over_the_law_is_named_by_its_index(change: dict[str, Any], code: str) -> None:
    refused = ask("monthly", BOONMEE, reforms=[MORE, {**MORE, "changes": [change]}])

    assert refused.status_code == 422
    assert [(error["index"], error["type"]) for error in refused.json()["errors"]] == [(1, f"urn:sala:problem:{code}")]


def test_cases_that_cannot_be_decided_are_named_by_their_index() -> None:
    refused = ask("eligible", BOONMEE, {"is_thay": True}, {**BOONMEE, "is_thai": "secret"})

    assert (refused.status_code, refused.headers["Content-Type"]) == (422, "application/problem+json")
    assert [(error["index"], error["type"].rpartition(":")[2]) for error in refused.json()["errors"]] == [
        (1, "fact-not-in-law"),
        (2, "fact-has-wrong-type"),
    ]
    assert "secret" not in refused.content.decode()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"salary": 600.5, "fees": 0}, "fact-has-wrong-type"),
        ({"salary": "-1", "fees": 0}, "fact-out-of-range"),
        ({"born": "2030-01-01"}, "not-yet-born"),
        ({"mother": {"mother": {"mother": {"mother": {"children": [{"mother": {"mother": {"mother": {"mother": {
            "mother": {"mother": {"mother": {"mother": {}}}}}}}}}]}}}}}, "facts-too-deep"),
    ],
)  # fmt: skip
def test_facts_that_no_law_can_take_are_refused(facts: dict[str, Any], code: str) -> None:
    refused = ask("tax", facts, law="personal_income_tax").json()

    assert refused["errors"][0]["type"] == f"urn:sala:problem:{code}"


def test_a_day_before_the_law_is_the_callers_mistake_and_no_fault_of_ours() -> None:
    refused = ask("eligible", BOONMEE, on="1999-01-01")

    assert refused.json()["errors"][0]["type"] == "urn:sala:problem:law-not-in-force"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("no_law/calculate", {"rule": "x", "cases": [{"facts": {}}]}, 404),
        ("old_age_allowance/calculate", {"rule": "elegible", "cases": [{"facts": {}}]}, 404),
        ("old_age_allowance/calculate", {"rule": "eligible", "cases": []}, 422),
        ("old_age_allowance/calculate", {"rule": "eligible", "cases": [{"facts": {}}] * (MOST_CASES + 1)}, 422),
        ("old_age_allowance/calculate", {"rule": "eligible", "cases": [{"facts": {}, "on": "soon"}]}, 422),
        ("old_age_allowance/trace", {"rule": "eligible", "changes": True, "cases": [{"facts": {}}] * 11}, 422),
        ("old_age_allowance/calculate", "[" * 100_000, 400),
        ("old_age_allowance/trace", "not json", 400),
    ],
)
def test_every_refusal_is_problem_json(path: str, body: Any, status: int) -> None:
    refused = post(path, body)

    assert (refused.status_code, refused.headers["Content-Type"]) == (status, "application/problem+json")
    assert {"type", "title", "title_th", "title_en", "status", "instance"} <= refused.json().keys()


def test_a_place_in_the_body_is_named() -> None:
    refused = post("old_age_allowance/calculate", {"rule": "eligible", "cases": [{"facts": {}, "on": "soon"}]})

    assert [error["where"] for error in refused.json()["errors"]] == ["/cases/0/on"]


def test_another_method_is_refused_as_problem_json() -> None:
    refused = Client().get("/api/v1/laws/old_age_allowance/calculate")

    assert (refused.status_code, refused.headers["Content-Type"]) == (405, "application/problem+json")


def test_the_same_key_is_answered_again_and_nothing_of_a_person_is_kept() -> None:
    body = {"rule": "monthly", "on": ON, "cases": [{"facts": BOONMEE}]}
    first, second = (post("old_age_allowance/calculate", body, **{"Idempotency-Key": "k"}) for _ in range(2))

    assert first.content == second.content
    assert [(bytes(kept.body), kept.status) for kept in KeptAnswer.objects.all()] == [(b"", 0)]


def test_the_same_key_with_other_cases_is_refused() -> None:
    body = {"rule": "monthly", "on": ON, "cases": [{"facts": BOONMEE}]}
    post("old_age_allowance/calculate", body, **{"Idempotency-Key": "k"})

    refused = post("old_age_allowance/calculate", {**body, "on": "2026-11-21"}, **{"Idempotency-Key": "k"})

    assert refused.json()["type"] == "urn:sala:problem:idempotency-key-reused"


def test_one_who_asks_too_often_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laws, "MOST_BATCHES_PER_HOUR", 1)

    assert [ask("eligible", BOONMEE).status_code for _ in range(2)] == [200, 429]


def test_the_log_holds_no_fact(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ask("monthly", BOONMEE, {"born": "1956-05-21"})

    assert "1956" not in caplog.text


def test_a_law_tells_what_can_be_asked_and_told_and_where_its_numbers_come_from() -> None:
    listed = Client().get("/api/v1/laws").json()
    shown = Client().get("/api/v1/laws/personal_income_tax").json()

    assert "personal_income_tax" in [item["name"] for item in listed["items"]]
    salary = next(fact for fact in shown["entities"][0]["facts"] if fact["path"] == "salary")
    assert (salary["type"]["kind"], salary["type"]["high"]) == ("money", "10000000000")
    assert all(number["source"] for number in shown["numbers"])


def test_the_answers_are_of_the_form_that_the_description_promises() -> None:
    LawsOut.model_validate(Client().get("/api/v1/laws").json())
    LawDetailOut.model_validate(Client().get("/api/v1/laws/old_age_allowance").json())
    ResultsOut.model_validate(ask("monthly", BOONMEE).json())
    TracesOut.model_validate(ask("monthly", BOONMEE, do="trace", changes=True).json())


def test_the_api_describes_itself_as_openapi_3_1() -> None:
    described = json.loads(Client().get("/api/v1/openapi.json").content)

    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        "/api/v1/agencies",
        "/api/v1/agencies/{code}",
        "/api/v1/agencies/{code}.jsonld",
        "/api/v1/catalogue.jsonld",
        "/api/v1/laws",
        "/api/v1/laws/{name}",
        "/api/v1/laws/{name}/calculate",
        "/api/v1/laws/{name}/trace",
        "/api/v1/ledger/inclusion",
        "/api/v1/ledger/consistency",
        "/api/v1/life-events",
        "/api/v1/life-events/{life_event}",
        "/api/v1/offices",
        "/api/v1/services",
        "/api/v1/services/{slug}.jsonld",
    }
