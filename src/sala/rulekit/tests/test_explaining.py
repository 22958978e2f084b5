import json
from datetime import date
from pathlib import Path

from sala.kernel.people import BirthDate
from sala.rulekit import Explanation, find_main_rules, load_law, plain_explanation

from .writing import RATES, rule, sample_law

ON = date(2026, 11, 18)
SOMCHAI = {"born": date(2008, 11, 20), "is_thai": True}
EVERYTHING = load_law(Path(__file__).parent / "everything")


def test_each_clause_stands_under_the_one_that_asked_it(tmp_path: Path) -> None:
    tree = Explanation(sample_law(tmp_path).decide("may_vote", SOMCHAI, ON)).tree

    assert tree.reason.rule == "may_vote"
    assert [(part.reason.rule, part.reason.holds) for part in tree.parts] == [("is_thai", True), ("is_grown", False)]


def test_a_clause_tells_the_facts_it_read_and_what_it_compared(tmp_path: Path) -> None:
    grown = Explanation(sample_law(tmp_path).decide("may_vote", SOMCHAI, ON)).tree.parts[1]

    assert [told.text.en for told in grown.told] == ["Date of birth: 20 November 2008"]
    assert [(test.text.en, test.holds) for test in grown.compared] == [("Complete years of age 17 ≥ Age 18", False)]
    assert grown.compared[0].text.th == "อายุเต็มปี 17 ≥ อายุ 18"


def test_a_birth_date_of_which_only_the_month_is_known_is_told_so(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("is_grown", {"born": BirthDate(2551, 11)}, ON)

    assert Explanation(outcome).tree.told[0].text.th == "วันเกิด: พฤศจิกายน 2551"


def test_members_are_told_by_their_number() -> None:
    members = [{"number": n, "income": "5", "belongs": {"from": date(2000, 1, 1)}} for n in (1, 2)]

    tree = Explanation(EVERYTHING.decide("gross", {"members": members}, ON)).tree

    assert [part.whose and part.whose.th for part in tree.parts] == ["สมาชิก คนที่ 1", "สมาชิก คนที่ 2"]


def test_a_clause_that_several_asked_is_told_in_full_once(tmp_path: Path) -> None:
    law = sample_law(tmp_path, rules=rule("return is_thai(person, on) and may_vote(person, on)"))

    first, vote = Explanation(law.decide("asked", SOMCHAI, ON)).tree.parts

    assert not first.is_repeated
    assert vote.parts[0].is_repeated
    assert vote.parts[0].told == ()


def test_a_choice_is_told_by_its_words() -> None:
    tree = Explanation(EVERYTHING.decide("due", {"moved_on": date(2020, 1, 1), "works": "farm"}, ON)).tree

    assert tree.told[0].text.en == "Work: Farming"
    assert tree.compared[0].text.en == "Work Farming ≠ No work"


def test_a_way_that_the_law_chose_is_told_by_its_words() -> None:
    tree = Explanation(EVERYTHING.decide("pension", {"born": date(1950, 1, 1), "is_thai": True}, date(2010, 1, 1))).tree

    assert [test.text.th for test in tree.compared] == ["วิธี วิธีเดิม = วิธีใหม่"]


def test_the_scaled_sides_of_an_exact_quotient_are_not_shown() -> None:
    member = {"income": "10000", "belongs": {"from": date(2000, 1, 1)}}
    outcome = EVERYTHING.decide("is_poor", {"income": "10000", "household": {"members": [member]}}, ON)

    assert [test.text.en for test in Explanation(outcome).tree.compared] == ["10,000 baht ≤ Income 10,000 baht"]


def test_numbers_that_are_stale_or_unverified_are_warned_of(tmp_path: Path) -> None:
    rates = RATES.replace("source: s. 1 as amended,", "source: a newspaper, unverified: true,")
    outcome = sample_law(tmp_path, rates=rates).decide("is_grown", SOMCHAI, date(2031, 1, 1))

    assert [text.en for text in Explanation(outcome).warnings] == [
        "Nobody has reviewed “Age” for 1 January 2031 (reviewed until 31 December 2030)",
        "“Age” has not been checked against the text of the law; its source: a newspaper",
    ]


def test_a_decision_is_told_as_plain_data(tmp_path: Path) -> None:
    told = plain_explanation(Explanation(sample_law(tmp_path).decide("may_vote", {"is_thai": True}, ON)))

    assert json.loads(json.dumps(told)) == told
    assert (told["value"], told["missing"][0]["path"], told["missing"][0]["type"]) == (
        None,
        "born",
        {"kind": "birth-date"},
    )
    assert told["clause"]["asked"][0]["citation"]["en"] == "Sample Act, s. 2"
    assert told["numbers"][0]["value"] == 18


def test_money_and_members_are_told_exactly() -> None:
    household = {"members": [{"number": 1, "income": "0.25", "belongs": {"from": date(2000, 1, 1)}}]}
    told = plain_explanation(Explanation(EVERYTHING.decide("gross", household, ON)))

    assert told["value"] == "0.25"
    assert [fact["path"] for fact in told["clause"]["asked"][0]["facts"]] == ["members[0].belongs"]


def test_a_law_is_asked_for_its_money_where_nobody_names_a_rule(tmp_path: Path) -> None:
    assert [rule.name for rule in find_main_rules([EVERYTHING])] == ["share_of_income", "net"]
    assert [rule.name for rule in find_main_rules([sample_law(tmp_path)])] == ["may_vote"]
