"""What a check asks of someone who has not signed in, and how the law hears the answers."""

from datetime import date
from typing import Any

import pytest

from sala.kernel.people import BirthDate
from sala.servicekit.answers import PageResult, Surroundings
from sala.servicekit.eligibility import list_questions, name_for_law, read_answers
from sala.servicekit.schema.facts import KnownFact
from sala.servicekit.schema.offer import Check
from sala.servicekit.schema.service import Service

AROUND = Surroundings(today=date(2026, 11, 20))
BORN = {
    "id": "born",
    "from": "civil-registry",
    "type": "birth-date",
    "purpose": "register",
    "th": "วันเกิด",
    "en": "Born",
}


def with_check(service: Service, **keys: Any) -> Service:
    check = Check.model_validate({"by": "dog_act.must_register", **keys})
    return service.model_copy(update={"check": check, "know": (*service.know, KnownFact.model_validate(BORN))})


def read_born(service: Service, **parts: str) -> PageResult:
    raw = {f"born-{part}": [typed] for part, typed in parts.items()}
    return read_answers(with_check(service), needs=["born"], raw=raw, around=AROUND)


def test_only_what_the_rule_needs_is_asked_and_nothing_must_be_answered(dogs: Service) -> None:
    questions = list_questions(with_check(dogs), needs=["age_months"])
    assert [(question.id, question.required) for question in questions] == [("age_months", False)]


def test_a_fact_of_the_law_that_a_condition_answers_asks_for_the_facts_of_the_condition(dogs: Service) -> None:
    service = with_check(dogs, facts={"bites": {"fact": "is_dangerous", "is": True}})
    assert [question.id for question in list_questions(service, needs=["bites"])] == ["is_dangerous"]
    assert name_for_law(service, {"is_dangerous": False})["bites"] is False
    assert name_for_law(service, {})["bites"] is None


def test_a_fact_of_a_register_may_be_put_in_plain_words(dogs: Service) -> None:
    service = with_check(dogs, ask={"bites": {"th": "ดุไหม", "en": "Does it bite?"}})
    (question,) = list_questions(service, needs=["bites"])
    assert (question.id, question.type, question.en) == ("bites", "yes-no", "Does it bite?")
    assert name_for_law(service, {"bites": True})["bites"] is True


def test_a_fact_that_nobody_here_can_answer_is_not_asked(dogs: Service) -> None:
    assert list_questions(with_check(dogs), needs=["bites", "vaccine", "home"])[0].id == "vaccine"


@pytest.mark.parametrize(
    ("parts", "born"),
    [
        ({"year": "2505"}, BirthDate(2505)),
        ({"year": "๒๕๐๕", "month": "๔"}, BirthDate(2505, 4)),
        ({"year": "2505", "month": "4", "day": "15"}, date(1962, 4, 15)),
    ],
)
def test_a_birth_may_be_known_by_its_year_alone(dogs: Service, parts: dict[str, str], born: object) -> None:
    result = read_born(dogs, **parts)
    assert (result.values["born"], result.errors) == (born, {})


@pytest.mark.parametrize("parts", [{"year": "2600"}, {"year": "x"}, {"day": "1"}, {"month": "13", "year": "2505"}])
def test_a_birth_that_never_was_says_what_to_mend(dogs: Service, parts: dict[str, str]) -> None:
    result = read_born(dogs, **parts)
    assert "born" in result.errors and "born" not in result.values
