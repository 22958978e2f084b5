"""Case, interview and plain Python on the same random people: to the satang, unknowns included."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sala.rulekit import Baht, Period, load_law
from sala.rulekit.given import given_back

from .plainly import load_plain, plain_entity

FOLDER = Path(__file__).parent / "everything"
LAW = load_law(FOLDER)
PLAIN = load_plain(FOLDER)
EDGE_DAYS = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 12, 31), date(2026, 1, 1)]
EDGE_DAYS += [date(2026, 9, 30), date(2026, 10, 1), date(2009, 12, 31), date(2010, 1, 1), date(2017, 12, 31)]
EDGE_INCOMES = ["-0.01", "0", "0.01", "10000", "150000", "150000.01", "299999.99", "300000", "500000", "10000000000"]
CASES = 300


def a_day(draw: Random) -> date:
    if draw.random() < 0.4:
        return draw.choice(
            [date(1964, 2, 29), date(1966, 10, 1), date(1966, 1, 1), date(2008, 2, 29), date(2000, 12, 31)]
        )
    return date(1940, 1, 1) + timedelta(days=draw.randrange(25_000))


def a_person(draw: Random, number: int, unknown: float) -> dict[str, Any]:
    moved = date(2001, 1, 1) + timedelta(days=draw.randrange(9_000))
    facts: dict[str, Any] = {
        "number": number,
        "born": a_day(draw),
        "income": draw.choice(EDGE_INCOMES) if draw.random() < 0.5 else f"{draw.randrange(10**9) / 100:.2f}",
        "months": draw.randrange(401),
        "is_thai": draw.random() < 0.7,
        "works": draw.choice(["none", "farm", "shop"]),
        "moved_on": moved,
        "belongs": Period(moved, draw.choice([None, moved + timedelta(days=draw.randrange(3_000))])),
    }
    for link in ("mother", "father"):
        if number > 1 and draw.random() < 0.7:
            facts[link] = draw.randrange(1, number)
    kept = ("number", "mother", "father")
    return {name: None if name not in kept and draw.random() < unknown else fact for name, fact in facts.items()}


def a_household(draw: Random, unknown: float) -> dict[str, Any]:
    return {"province": 50, "members": [a_person(draw, n, unknown) for n in range(1, draw.randrange(2, 6))]}


def questions(draw: Random, unknown: float) -> Iterator[tuple[str, dict[str, Any], date]]:
    for _ in range(CASES):
        facts, on = a_household(draw, unknown), draw.choice(EDGE_DAYS)
        for rule in LAW.rules.values():
            if rule.form.entity == "everything.Household":
                yield rule.name, facts, on


def ask_person(rule: str) -> bool:
    return LAW.rules[rule].form.entity == "everything.Person"


def said_plainly(rule: str, facts: dict[str, Any], on: date) -> Any:
    return getattr(PLAIN, rule)(plain_entity(LAW, PLAIN, LAW.rules[rule].form.entity, facts), on)


def walked(rule: str, facts: dict[str, Any], on: date) -> Any:
    outcome = LAW.decide(rule, facts, on)
    found = outcome.walk.found
    assert (found.value is None) == bool(found.open)
    return given_back(outcome.asked.form.returns, found.value)


def test_known_households_come_out_as_plain_python_says() -> None:
    for rule, facts, on in questions(Random(1), unknown=0):
        if any(member["born"] > on for member in facts["members"]):
            continue
        assert LAW.decide(rule, facts, on).value == said_plainly(rule, facts, on), (rule, facts, on)


@pytest.mark.parametrize("rule", [name for name in LAW.rules if ask_person(name)])
def test_known_people_come_out_as_plain_python_says(rule: str) -> None:
    draw = Random(rule)
    for _ in range(CASES):
        facts, on = a_person(draw, 1, unknown=0), draw.choice(EDGE_DAYS)
        if facts["born"] > on:
            continue
        facts["mother"], facts["children"] = a_person(draw, 2, 0), [a_person(draw, 3, 0), a_person(draw, 4, 0)]
        facts["household"] = {"province": 10, "members": [a_person(draw, 1, 0)]}
        if any(one["born"] > on for one in (facts["mother"], *facts["children"], *facts["household"]["members"])):
            continue
        assert LAW.decide(rule, facts, on).value == said_plainly(rule, facts, on), (facts, on)


@pytest.mark.parametrize("unknown", [0.0, 0.02, 0.2])
def test_the_interview_walks_to_the_same_answer(unknown: float) -> None:
    for rule, facts, on in questions(Random(2), unknown):
        if any(member["born"] and member["born"] > on for member in facts["members"]):
            continue
        assert walked(rule, facts, on) == LAW.decide(rule, facts, on).value


def test_an_answer_that_is_known_in_spite_of_unknowns_is_what_every_completion_says() -> None:
    draw = Random(3)
    known = 0
    for rule, facts, on in questions(draw, unknown=0.1):
        if any(member["born"] and member["born"] > on for member in facts["members"]):
            continue
        value = LAW.decide(rule, facts, on).value
        whole = {**facts, "members": [_completed(draw, member, on) for member in facts["members"]]}
        if value is not None:
            known += whole != facts
            assert said_plainly(rule, whole, on) == value
    assert known > CASES / 10  # the law says enough in spite of unknowns for this to be a test


def _completed(draw: Random, member: dict[str, Any], on: date) -> dict[str, Any]:
    other = a_person(draw, member["number"], unknown=0)
    while other["born"] > on:
        other = a_person(draw, member["number"], unknown=0)
    kept = {"mother": member.get("mother"), "father": member.get("father")}
    return {**{name: other[name] if fact is None else fact for name, fact in member.items()}, **kept}


def test_money_is_exact_where_a_float_is_not() -> None:
    facts = {"income": "68212208", "number": 1}

    assert LAW.decide("share_of_income", facts, date(2026, 1, 1)).value == Baht.of("1218100.00")
