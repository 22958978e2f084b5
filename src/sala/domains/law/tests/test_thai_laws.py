"""Every example of every law in the pack, and what must hold of each law."""

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest
from django.conf import settings

from sala.domains.law import public as law
from sala.kernel.calendars import WorkingCalendar
from sala.rulekit import Example, Explanation, find_main_rules, load_examples, load_law
from sala.rulekit.form import RuleId
from sala.rulekit.tests.answering import answer_all

PACK = Path(settings.SALA_PACK)
EXAMPLES = [(found.name, example) for found in law.list_laws() for example in load_examples(PACK / "laws" / found.name)]
LEAST_EXAMPLES = 10
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{n}:{e.line} {e.title.en}" for n, e in EXAMPLES])
def test_an_example_comes_out_as_written(name: str, example: Example) -> None:
    outcome = example.decide(law.get_law(name=name), calendar=WorkingCalendar.load(PACK / "calendar"))

    assert example.agrees(outcome), f"{outcome.value!r}, expected {example.expect!r} ({example.source})"


@pytest.mark.parametrize("name", [found.name for found in law.list_laws()])
def test_a_law_has_enough_examples_to_check_by_hand(name: str) -> None:
    assert sum(1 for of, _ in EXAMPLES if of == name) >= LEAST_EXAMPLES


@pytest.mark.parametrize("found", law.list_laws(), ids=lambda found: found.name)
def test_every_rule_has_an_example_or_stands_under_one(found: law.Law) -> None:
    calendar = WorkingCalendar.load(PACK / "calendar")
    reached: set[str] = set()
    for name, example in EXAMPLES:
        if name == found.name:
            reached |= {example.rule} | {reason.rule for reason in example.decide(found, calendar=calendar).reasons}
    # The income test begins when the committee sets it: until then no day reaches its clause.
    assert found.rules.keys() - reached <= {"has_insufficient_income"}


@pytest.mark.parametrize("found", law.list_laws(), ids=lambda found: found.name)
def test_every_choice_has_its_words(found: law.Law) -> None:
    facts = [fact for entity in found.entities.values() for fact in entity.facts]

    assert [
        fact.name
        for fact in facts
        for value, words in zip(fact.type.values, fact.choices, strict=True)
        if value in words
    ] == []


def test_one_dated_line_brings_in_the_income_test_once_it_is_set(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PACK / "laws" / "old_age_allowance", tmp_path / "old_age_allowance"))
    rates = folder / "rates.yaml"
    line = "      - {from: 2028-10-01, value: income-test, source: a committee to come, reviewed_until: 2030-09-30}\n"
    mark = "\n  payment_day:"
    rates.write_text(rates.read_text(encoding="utf-8").replace(mark, f"{line}{mark}"), encoding="utf-8")
    pensioner = {
        "born": date(1960, 1, 1),
        "is_thai": True,
        "is_registered_in_area": True,
        "has_confirmed": True,
        "receives_other_state_benefit": True,
        "income_is_insufficient": True,
    }
    changed = load_law(folder)

    assert changed.decide("eligible", pensioner, date(2028, 9, 30)).value is False
    assert changed.decide("eligible", pensioner, date(2028, 10, 1)).value is True


@pytest.mark.filterwarnings("ignore::sala.kernel.calendars.CalendarYearMissing")
@pytest.mark.parametrize("rule", find_main_rules(law.list_laws()), ids=str)
def test_an_interview_ends_with_the_answer_of_the_law(rule: RuleId) -> None:
    found, calendar = law.get_law(name=rule.law), WorkingCalendar.load(PACK / "calendar")

    for seed in range(3):
        interview = answer_all(found, rule.name, Random(seed), on=TODAY, calendar=calendar)
        assert interview.outcome.value is not None
        assert Explanation(interview.outcome).tree.value == interview.outcome.value
