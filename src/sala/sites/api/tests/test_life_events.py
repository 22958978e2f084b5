"""The moments of life for programs: stages in order, edges that name their papers, totals that say what they lack."""

from typing import Any

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.sites.api.life_events import JourneyOut, LifeEventsOut

pytestmark = pytest.mark.django_db


def ask(path: str = "") -> Any:
    answer = Client().get(f"/api/v1/life-events{path}")
    assert answer.status_code == 200
    return answer.json()


def test_every_moment_of_life_is_listed_and_leads_to_its_journey() -> None:
    listed = ask()

    LifeEventsOut.model_validate(listed)
    assert [one["life_event"] for one in listed["items"]] == [one.id for one in catalogue.list_life_events()]
    for one in listed["items"]:
        JourneyOut.model_validate(ask(f"/{one['life_event']}"))


def test_every_edge_leads_from_an_earlier_stage() -> None:
    found = ask("/death-in-the-family")
    stage = {step["service"]: i for i, one in enumerate(found["stages"]) for step in one["steps"]}

    assert found["stages"][0]["steps"][0]["service"] == "death-registration"
    assert {"from": "death-registration", "paper": "death-certificate", "to": "funeral-grant-elderly", "if_needed": False} in found["edges"]  # fmt: skip
    assert all(stage[edge["from"]] < stage[edge["to"]] for edge in found["edges"])


def test_totals_count_what_nobody_knows() -> None:
    found = ask("/moving-house")
    assert (found["time"]["days"], found["time"]["without_limit"]) == (45, 6)
    assert found["cost"] == {"known": "0.00", "steps": 8, "unknown": 6, "by_ordinance": 2}


def test_a_discreet_service_bears_only_its_neutral_name() -> None:
    discreet = [one for one in catalogue.list_public_services() if one.discreet]
    answer = str(ask("/falling-ill"))
    for service in discreet:
        assert service.slug not in answer
        assert service.name.th not in answer


def test_a_moment_that_does_not_exist_is_a_problem() -> None:
    answer = Client().get("/api/v1/life-events/nothing")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json()["type"].endswith("life-event-not-found")
