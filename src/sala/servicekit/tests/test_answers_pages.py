"""Which pages a person sees follows from what counts, and an answer counts only while its question is asked."""

from datetime import date

from sala.servicekit.answers import (
    Surroundings,
    find_exit,
    list_asked,
    live_facts,
    next_page,
    read_page,
    visible_pages,
)
from sala.servicekit.schema.service import Service

AROUND = Surroundings(today=date(2026, 11, 20))


def test_a_page_waits_until_its_condition_is_known(dogs: Service) -> None:
    assert [page.id for page in visible_pages(dogs, {})] == ["dog", "health"]
    assert [page.id for page in visible_pages(dogs, {"kind_of_dog": "large"})] == ["dog", "care", "health"]


def test_the_next_page_is_the_next_one_that_is_shown(dogs: Service) -> None:
    assert next_page(dogs, "dog", {"kind_of_dog": "small"}) == "health"
    assert next_page(dogs, "dog", {"kind_of_dog": "large"}) == "care"
    assert next_page(dogs, "health", {"kind_of_dog": "large"}) is None


def test_an_answer_stops_counting_when_its_page_is_no_longer_asked(dogs: Service) -> None:
    facts = {"name": "registered", "kind_of_dog": "small", "is_dangerous": True}

    assert live_facts(dogs, facts) == {"name": "registered", "kind_of_dog": "small"}


def test_a_way_out_opens_only_for_an_answer_that_counts(dogs: Service) -> None:
    large = find_exit(dogs, {"kind_of_dog": "large", "is_dangerous": True})

    assert large is not None
    assert large.id == "too-many"
    assert find_exit(dogs, {"kind_of_dog": "small", "is_dangerous": True}) is None


def test_a_question_on_the_same_page_shows_until_its_condition_is_known_to_fail(dogs: Service) -> None:
    page = dogs.pages[2]

    assert [asked.id for asked in list_asked(dogs, page, {})] == ["vaccine"]
    assert [asked.id for asked in list_asked(dogs, page, {"age_months": 1})] == []


def test_a_question_that_is_not_asked_needs_no_answer(dogs: Service) -> None:
    young = read_page(dogs, dogs.pages[2], {}, {"age_months": 1}, AROUND)
    grown = read_page(dogs, dogs.pages[2], {}, {"age_months": 3}, AROUND)

    assert young.errors == {}
    assert "vaccine" in grown.errors


def test_a_known_fact_is_never_hidden_by_a_page(dogs: Service) -> None:
    assert live_facts(dogs, {"home": "500101"}) == {"home": "500101"}
