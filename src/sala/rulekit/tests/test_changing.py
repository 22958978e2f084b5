from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sala.rulekit import Baht, Law, Outcome, find_changes, load_law
from sala.rulekit.changing import MOST_CHANGES

from .writing import RATES, sample_law

ON = date(2026, 11, 18)
SOMCHAI = {"born": date(2008, 11, 20), "is_thai": True}
EVERYTHING = load_law(Path(__file__).parent / "everything")


def sentences(outcome: Outcome) -> list[str]:
    return [change.text.en for change in find_changes(outcome)]


def test_a_yes_or_no_that_decides_is_named(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("is_thai", {"is_thai": False}, ON)

    assert sentences(outcome) == ["If “Thai national” were yes (now no): You are Thai"]


def test_an_age_is_reached_on_a_later_day_and_no_birth_date_is_ever_changed(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", SOMCHAI, ON)

    assert sentences(outcome) == ["On 19 November 2026, all else as it is: You may vote"]


def test_two_are_named_together_where_neither_is_enough(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", {**SOMCHAI, "is_thai": False}, ON)

    assert sentences(outcome) == ["On 19 November 2026, if “Thai national” were yes (now no): You may vote"]


def test_the_border_of_an_amount_is_exact_to_the_satang() -> None:
    member = {"income": "10000", "belongs": {"from": date(2000, 1, 1)}}
    outcome = EVERYTHING.decide("is_poor", {"income": "10000", "household": {"members": [member]}}, ON)

    assert [(part.to, change.outcome.value) for change in find_changes(outcome) for part in change.parts] == [
        (Baht.of("9999.99"), True)
    ]


def test_every_change_was_decided_again(tmp_path: Path) -> None:
    facts = {"works": "farm", "months": 5, "income": "400000", "children": []}

    outcome = EVERYTHING.decide("tax", facts, ON)

    assert outcome.value == Baht.of(0)
    assert {(change.parts[0].path, change.parts[0].to) for change in find_changes(outcome)} == {
        ("works", "none"),
        ("works", "shop"),
        ("months", 6),
    }
    assert all(change.outcome.value > Baht.of(0) for change in find_changes(outcome))


def test_a_yes_and_an_open_answer_need_no_change(tmp_path: Path) -> None:
    law = sample_law(tmp_path)

    assert find_changes(law.decide("is_thai", {"is_thai": True}, ON)) == ()
    assert find_changes(law.decide("is_thai", {}, ON)) == ()


def test_a_later_day_for_which_the_law_has_no_number_is_no_change(tmp_path: Path) -> None:
    ends = RATES.replace("value: 18,", "value: 18, until: 2026-11-19,")

    assert find_changes(sample_law(tmp_path, rates=ends).decide("may_vote", SOMCHAI, ON)) == ()


def test_the_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [{"number": n, "born": date(1990, 1, n), "income": n, "months": n, "is_thai": False} for n in range(1, 30)]
    outcome = EVERYTHING.decide("is_sound", {"members": people}, ON)
    decided: list[str] = []
    decide = Law.decide

    def counted(law: Law, rule: str, *rest: Any, **more: Any) -> Outcome:
        decided.append(rule)
        return decide(law, rule, *rest, **more)

    monkeypatch.setattr(Law, "decide", counted)

    assert len(find_changes(outcome)) == MOST_CHANGES
    assert len(decided) < 150
