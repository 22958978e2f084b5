from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from sala.domains.law import public as law
from sala.kernel.bilingual import Lang
from sala.kernel.people import BirthDate
from sala.rulekit.errors import FactNotInLaw, RuleNotFound

TODAY = date(2026, 11, 20)
BOONMEE = {
    "born": BirthDate(2499, 5, 20),
    "is_thai": True,
    "is_registered_in_area": True,
    "has_confirmed": True,
    "receives_other_state_benefit": False,
}


def test_a_case_may_hold_facts_that_the_law_does_not_ask_for() -> None:
    outcome = law.decide(name="old_age_allowance.eligible", facts={**BOONMEE, "account": "x"}, on=TODAY)

    assert outcome.value is True
    assert all(reason.holds for reason in outcome.reasons)


def test_what_the_case_does_not_know_is_named() -> None:
    outcome = law.decide(name="old_age_allowance.qualifies", facts={**BOONMEE, "born": None}, on=TODAY)

    assert outcome.value is None
    assert outcome.missing == ("born",)  # the income test is not set yet, so nobody need ask about income


def test_a_deadline_in_working_days_runs_on_the_calendar_of_the_pack() -> None:
    outcome = law.decide(
        name="food_shop_notification.checked_by", facts={"notified_on": date(2026, 12, 3)}, on=date(2026, 12, 3)
    )

    assert outcome.value == date(2026, 12, 16)  # 5 December falls on a Saturday, so the 7th is off; so is the 10th


def test_a_page_names_a_number_of_the_law_by_placeholder() -> None:
    words = "- {{ law:food_shop_notification.largest_area }} ตารางเมตร"

    assert law.fill_words(words=words, on=TODAY, lang="th") == "- 200 ตารางเมตร"


def test_a_table_becomes_a_list() -> None:
    words = law.fill_words(words="{{ law:old_age_allowance.monthly_ladder }}", on=TODAY, lang="en")

    assert words.splitlines()[0] == "- aged 60 to 69: 600 baht a month"
    assert words.splitlines()[-1] == "- aged 90 or more: 1,000 baht a month"


def test_a_name_that_no_law_has_is_answered_with_those_there_are() -> None:
    with pytest.raises(law.LawNotFound, match="technology_crime"):
        law.get_law(name="tax")
    with pytest.raises(RuleNotFound, match="eligible"):
        law.decide(name="old_age_allowance.elegible", facts={}, on=TODAY)


PAGES = sorted(Path(settings.SALA_PACK).glob("services/*/*/content/*/*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "/".join(page.parts[-4:]))
def test_every_number_a_page_names_stands_in_a_law_and_the_page_has_its_twin(page: Path) -> None:
    lang: Lang = "th" if page.parent.name == "th" else "en"
    other: Lang = "en" if lang == "th" else "th"
    words = law.fill_words(words=page.read_text(encoding="utf-8"), on=TODAY, lang=lang)

    assert "{{" not in words
    assert (page.parents[1] / other / page.name).exists()


def test_a_case_can_be_interviewed_and_explained_with_facts_that_the_law_does_not_ask_for() -> None:
    facts = {**BOONMEE, "account": "x", "born": None}

    interview = law.interview(name="old_age_allowance.eligible", facts=facts, on=TODAY)
    explained = law.explain(name="old_age_allowance.eligible", facts=facts, on=TODAY)

    assert [question.path for question in interview.open] == ["born"]
    assert [text.en for text in interview.if_] == ["You have completed 60 years"]
    assert [place.path for place in explained.missing] == ["born"]


def test_a_case_made_for_a_rule_may_hold_no_other_fact() -> None:
    with pytest.raises(FactNotInLaw, match="account"):
        law.calculate(name="old_age_allowance.eligible", facts={**BOONMEE, "account": "x"}, on=TODAY)


def test_numbers_that_nobody_reviewed_are_warned_of() -> None:
    assert law.warn_of_stale(names=["old_age_allowance"], on=TODAY) == ()
    assert law.warn_of_stale(names=["old_age_allowance"], on=date(2099, 1, 1))
