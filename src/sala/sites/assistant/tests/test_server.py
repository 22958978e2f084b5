"""An assistant finds a service, has it explained and asks the law, over the protocol and without a database."""

from datetime import date
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp_types import CallToolResult, Tool

from sala.domains.catalogue import public as catalogue

from ..server import make_server

TODAY = date(2026, 11, 20)
ALLOWANCE = "old-age-allowance"
ELIGIBLE: dict[str, Any] = {
    "born": "1962-04-15",
    "is_thai": True,
    "is_registered_in_area": True,
    "receives_other_state_benefit": False,
}


def call(tool: str, **arguments: Any) -> CallToolResult:
    """Call a tool as an assistant does: handshake, request and answer as JSON-RPC."""

    async def talk() -> CallToolResult:
        async with Client(make_server(today=lambda: TODAY), mode="legacy") as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(talk)


def ask(tool: str, **arguments: Any) -> dict[str, Any]:
    answer = call(tool, **arguments)
    assert not answer.is_error, answer.content
    told: dict[str, Any] = answer.structured_content or {}
    return told


def refusal(tool: str, **arguments: Any) -> str:
    answer = call(tool, **arguments)
    assert answer.is_error
    return "".join(getattr(part, "text", "") for part in answer.content)


def test_the_three_tools_say_that_they_only_read() -> None:
    async def talk() -> list[Tool]:
        async with Client(make_server(today=lambda: TODAY), mode="legacy") as client:
            return (await client.list_tools()).tools

    tools = anyio.run(talk)
    assert [tool.name for tool in tools] == ["find_service", "explain_service", "check_eligibility"]
    assert all(tool.annotations and tool.annotations.read_only_hint and tool.description for tool in tools)


def test_a_question_as_people_speak_finds_its_service() -> None:
    found = ask("find_service", query="ใบขับขี่จะหมดอายุเดือนหน้า")

    assert found["services"][0]["service"] == "driving-licence-renewal"
    assert found["services"][0]["name"] == "ต่ออายุใบขับขี่"
    assert found["services"][0]["page"].endswith("/services/driving-licence-renewal")


def test_a_question_about_a_moment_of_life_leads_to_its_journey() -> None:
    found = ask("find_service", query="my father just died", lang="en")

    assert found["life_event"]["name"] == "A death in the family"
    assert "/en/life-events/death-in-the-family" in found["life_event"]["page"]


def test_a_guide_is_explained_with_each_fact_marked_as_on_its_page() -> None:
    told = ask("explain_service", service="driving-licence-renewal", lang="en")

    assert told["done"] == "elsewhere"
    assert {"name": "Your old licence", "unverified": True}.items() <= told["documents"][0].items()
    assert told["steps"][0]["do"] == "Look at the expiry date on your licence"
    assert told["to_confirm"] > 0
    assert not told["can_check"]


def test_every_service_can_be_explained_in_both_languages() -> None:
    for service in catalogue.list_public_services():
        for lang in ("th", "en"):
            assert ask("explain_service", service=service.shown_path, lang=lang)["service"] == service.shown_path


def test_without_facts_the_law_says_what_it_needs_to_know() -> None:
    checked = ask("check_eligibility", service=ALLOWANCE, lang="en")

    assert checked["answer"] == "not known yet"
    assert {one["fact"]: one["type"] for one in checked["needed"]} == {
        "born": "date",
        "is_thai": "yes-no",
        "is_registered_in_area": "yes-no",
        "receives_other_state_benefit": "yes-no",
    }
    assert "Are you a Thai national?" in {one["question"] for one in checked["needed"]}


def test_the_facts_given_are_not_asked_again_and_each_reason_cites_its_law() -> None:
    checked = ask("check_eligibility", service=ALLOWANCE, facts={"is_thai": True}, lang="en")

    assert "is_thai" not in {one["fact"] for one in checked["needed"]}
    assert checked["met"] and all(one["law"] for one in checked["met"])


def test_whoever_meets_every_condition_hears_yes_and_how_much() -> None:
    checked = ask("check_eligibility", service=ALLOWANCE, facts=ELIGIBLE, lang="en")

    assert (checked["answer"], checked["amount"], checked["needed"]) == ("yes", "600 baht a month", [])
    assert len(checked["met"]) == 4


@pytest.mark.parametrize(("born", "answer"), [("1962", "yes"), ("1962-04", "yes"), ("1990-01-31", "no")])
def test_a_date_of_birth_may_lack_its_day_or_month(born: str, answer: str) -> None:
    assert ask("check_eligibility", service=ALLOWANCE, facts={**ELIGIBLE, "born": born})["answer"] == answer


def test_a_number_and_a_choice_are_read_as_the_form_reads_them() -> None:
    facts = {"area_square_metres": 201, "shop_place": "building"}
    checked = ask("check_eligibility", service="food-shop-notification", facts=facts, lang="en")

    assert checked["answer"] == "no"
    assert checked["instead"]


def test_what_cannot_be_read_is_named_and_decides_nothing() -> None:
    facts = {"born": "2999-01-01", "is_thai": "perhaps", "shoe_size": 42}
    checked = ask("check_eligibility", service=ALLOWANCE, facts=facts, lang="en")

    assert set(checked["not_understood"]) == {"born", "is_thai", "shoe_size"}
    assert "born" in checked["not_understood"]["shoe_size"]
    assert checked["answer"] == "not known yet"


def test_a_service_without_a_rule_and_one_that_does_not_exist_are_refused_in_words() -> None:
    assert "explain_service" in refusal("check_eligibility", service="driving-licence-renewal", lang="en")
    assert "ไม่พบบริการนี้" in refusal("explain_service", service="nothing-like-it")


def test_a_discreet_service_bears_its_neutral_name_alone() -> None:
    discreet = next(one for one in catalogue.list_public_services() if one.discreet)

    assert ask("explain_service", service=discreet.slug)["service"] == discreet.shown_path


@pytest.mark.parametrize("query", ["", "ก" * 10_000, "😀", "'; DROP TABLE people; --", "1101700230708", "ທ່ານ", "ที่ไหน"])
def test_no_query_breaks_the_search(query: str) -> None:
    assert "services" in ask("find_service", query=query)
