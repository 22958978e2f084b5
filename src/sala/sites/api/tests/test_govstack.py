"""GovStack's Registration building block: its reads of services and forms, held to its own specification."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from tests.architecture.sources import ROOT

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.offer import Neutral
from sala.servicekit.schema.service import Service

from .. import govstack
from ..eforms import schema_of

SPECIFICATION = ROOT.parent / "shared" / "standards" / "govstack" / "registration.json"
NOBODY = UUID(int=0)

pytestmark = pytest.mark.django_db


def ask(path: str, **query: str) -> Any:
    answer = Client().get(f"/govstack/registration/{path}", query)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    return answer.json()


def hold(path: str, answer: Any) -> None:
    """Hold an answer to the form that the specification gives for a path."""
    if not SPECIFICATION.is_file():
        pytest.skip("GovStack's specification does not stand beside this checkout")
    specification = json.loads(SPECIFICATION.read_text("utf-8"))
    described = specification["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {**described, "components": specification["components"]}
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer)


def find(slug: str) -> Any:
    return next(one for one in ask("services") if {"code": "service", "value": slug} in one["serviceBody"])


def test_the_services_are_of_the_form_that_govstack_documents() -> None:
    listed = ask("services")

    hold("/services", listed)
    assert len({one["id"] for one in listed}) == len(catalogue.list_public_services())


def test_one_service_is_told_as_in_the_list() -> None:
    service = find("old-age-allowance")
    shown = ask(f"services/{service['id']}")

    hold("/services/{serviceId}", shown)
    assert shown == service
    assert (shown["name"], shown["type"], shown["isExecutable"]) == ("เบี้ยยังชีพผู้สูงอายุ", "Public", True)


def test_an_id_is_the_same_on_every_site() -> None:
    assert find("old-age-allowance")["id"] == "4f4ae317-8463-577c-8c5c-d30871d4e56c"


@pytest.mark.parametrize("words", ["เบี้ยยังชีพผู้สูงอายุ", "old-AGE allow"])
def test_services_are_found_by_words_of_their_name_in_either_language(words: str) -> None:
    assert [one["name"] for one in ask("services", name=words)] == ["เบี้ยยังชีพผู้สูงอายุ"]


def test_a_service_that_is_applied_for_here_has_a_form_of_its_questions() -> None:
    (listed,) = ask(f"services/{find('old-age-allowance')['id']}/eForms")
    form = ask(f"eForms/{listed['eFormId']}")

    hold("/services/{serviceId}/eForms", [listed])
    hold("/eForms/{eFormId}", form)
    Draft202012Validator.check_schema(form["schema"])
    service = catalogue.get_service(slug="old-age-allowance")
    assert list(form["schema"]["properties"]) == [name for one in service.pages for name in one.ask]


def test_a_guide_has_no_form() -> None:
    guide = find("passport-appointment")

    assert guide["isExecutable"] is False
    assert ask(f"services/{guide['id']}/eForms") == []


@pytest.mark.parametrize("path", [f"services/{NOBODY}", f"eForms/{NOBODY}", "services/not-a-uuid"])
def test_what_does_not_exist_is_not_found_and_told_as_problem_json(path: str) -> None:
    answer = Client().get(f"/govstack/registration/{path}")

    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_a_discreet_service_bears_its_neutral_name_and_shows_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    neutral = Neutral.model_validate({"name": {"th": "บริการหนึ่ง", "en": "A service"}, "path": "a-service"})
    hidden = _service().model_copy(update={"discreet": True, "neutral": neutral})
    monkeypatch.setattr(catalogue, "list_public_services", lambda: (hidden,))
    monkeypatch.setattr(catalogue, "list_services", lambda: (hidden,))

    (told,) = ask("services")
    assert (told["name"], told["description"]) == ("บริการหนึ่ง", "บริการหนึ่ง")
    assert "allowance" not in json.dumps(told)
    assert ask(f"services/{told['id']}/eForms") == []
    assert Client().get(f"/govstack/registration/eForms/{govstack._form_id('a-service')}").status_code == 404


def test_what_a_person_would_be_asked_is_required_and_nothing_else() -> None:
    form = Draft202012Validator(schema_of(_service()))
    answers = {
        "receives_other_state_benefit": False,
        "payment_way": "own-account",
        "account": {"bank": "006", "number": "1234567890"},
        "phone": "0812345678",
        "lives_at_registered_address": True,
        "has_confirmed": True,
    }

    assert form.is_valid(answers)
    assert not form.is_valid({**answers, "account": {"bank": "006", "number": "12"}})
    assert not form.is_valid({**answers, "lives_at_registered_address": False})
    assert not form.is_valid({**answers, "payment_way": "authorised-account"})
    assert not form.is_valid({**answers, "salary": 1})


@pytest.mark.parametrize("service", catalogue.list_services(), ids=lambda one: one.slug)
def test_every_form_is_sound_json_schema(service: Service) -> None:
    Draft202012Validator.check_schema(schema_of(service))


def test_the_interface_describes_itself_and_keeps_to_what_it_says() -> None:
    described = Client().get("/govstack/registration/openapi.json").json()

    assert set(described["paths"]) == {
        "/govstack/registration/services",
        "/govstack/registration/services/{service_id}",
        "/govstack/registration/services/{service_id}/eForms",
        "/govstack/registration/eForms/{form_id}",
    }
    assert "schema" in described["components"]["schemas"]["EFormOut"]["properties"]
    govstack.GovStackServiceOut.model_validate(find("old-age-allowance"))


def _service() -> Service:
    return catalogue.get_service(slug="old-age-allowance")
