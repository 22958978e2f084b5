from datetime import date
from pathlib import Path

import pytest

from sala.rulekit import errors, load_law

from .writing import RATES, RULES, rule, sample_law, write_law

SOMCHAI = {"born": date(2008, 11, 20), "is_thai": True}
GROWN_ON = date(2026, 11, 19)


def test_every_clause_gives_a_reason_with_its_citation_in_both_languages(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", SOMCHAI, GROWN_ON)

    assert outcome.value is True
    assert [(reason.rule, reason.holds) for reason in outcome.reasons] == [("is_thai", True), ("is_grown", True)]
    grown = outcome.reasons[1]
    assert (grown.text.th, grown.text.en) == ("คุณอายุครบ 18 ปี", "You are 18")
    assert grown.clause.text.th == "พ.ร.บ. ตัวอย่าง มาตรา 1"
    assert grown.clause.text.en == "Sample Act, s. 1"


def test_a_refusal_tells_every_clause_and_not_only_the_first(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", {"born": date(2020, 1, 1), "is_thai": False}, GROWN_ON)

    assert outcome.value is False
    assert [reason.text.en for reason in outcome.reasons] == ["You are not Thai", "You are not 18"]
    assert outcome.conclusion.text.en == "You may not vote"


def test_an_unknown_fact_leaves_the_answer_unknown_and_is_named(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", {"is_thai": True}, GROWN_ON)

    assert outcome.value is None
    assert outcome.missing == ("born",)
    assert outcome.reasons[1].text.en == "Your birth date is not known"


def test_an_unknown_fact_that_cannot_matter_is_not_asked_for(tmp_path: Path) -> None:
    outcome = sample_law(tmp_path).decide("may_vote", {"is_thai": False}, GROWN_ON)

    assert outcome.value is False
    assert outcome.missing == ()


def test_an_if_on_an_unknown_is_unknown(tmp_path: Path) -> None:
    law = sample_law(tmp_path, rules=rule("if person.is_student:\n    return True\nreturn False"))

    assert law.decide("asked", {}, GROWN_ON).value is None
    assert law.decide("asked", {"is_student": False}, GROWN_ON).value is False


def test_an_unknown_inside_one_rule_does_not_undo_another(tmp_path: Path) -> None:
    rules = rule("return 1 if person.is_student else 2", name="fee", returns="int")
    law = sample_law(
        tmp_path, rules=rules.replace("is_grown(person, on)\n\n", "is_grown(person, on) and fee(person, on) > 1\n\n")
    )

    assert law.decide("may_vote", {"is_thai": False, "born": date(2000, 1, 1)}, GROWN_ON).value is False


def test_the_law_of_the_day_decides(tmp_path: Path) -> None:
    law = sample_law(tmp_path)
    nineteen = {"born": date(1990, 6, 1), "is_thai": True}

    assert law.decide("may_vote", nineteen, date(2009, 12, 31)).value is False
    assert law.decide("may_vote", nineteen, date(2010, 1, 1)).value is True


def test_a_number_nobody_reviewed_for_the_day_is_named_as_stale(tmp_path: Path) -> None:
    law = sample_law(tmp_path)

    assert law.decide("is_grown", SOMCHAI, GROWN_ON).stale == ()
    assert [dated.name for dated in law.decide("is_grown", SOMCHAI, date(2031, 1, 1)).stale] == ["grown_age"]


def test_a_number_of_a_branch_that_was_not_taken_took_no_part(tmp_path: Path) -> None:
    body = 'if person.is_thai:\n    return True\nreturn RATES.number("grown_age", on) > 1'
    law = sample_law(tmp_path, rules=rule(body))

    assert law.decide("asked", {"is_thai": True}, GROWN_ON).used == ()
    assert [dated.name for dated in law.decide("asked", {"is_thai": False}, GROWN_ON).used] == ["grown_age"]


def test_a_rule_names_the_facts_that_it_and_its_rules_need(tmp_path: Path) -> None:
    law = sample_law(tmp_path)

    assert list(law.rules["may_vote"].facts) == ["born", "is_thai"]
    assert list(law.rules["is_thai"].facts) == ["is_thai"]


def test_a_day_before_the_law_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.LawNotInForce):
        sample_law(tmp_path).decide("may_vote", SOMCHAI, date(1999, 12, 31))


def test_a_misspelt_fact_is_not_taken_for_an_unknown(tmp_path: Path) -> None:
    with pytest.raises(errors.FactNotInLaw, match="is_thay"):
        sample_law(tmp_path).decide("may_vote", {"is_thay": True}, GROWN_ON)


@pytest.mark.parametrize("facts", [{"is_thai": 1}, {"is_thai": "true"}, {"born": "yesterday"}, {"born": 1990}])
def test_a_fact_of_another_type_is_refused_without_repeating_it(tmp_path: Path, facts: dict[str, object]) -> None:
    with pytest.raises(errors.FactHasWrongType) as refused:
        sample_law(tmp_path).decide("may_vote", facts, GROWN_ON)
    assert "yesterday" not in str(refused.value)


def test_the_type_that_a_fact_must_have_is_named_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(errors.FactHasWrongType) as refused:
        sample_law(tmp_path).decide("is_thai", {"born": 1}, GROWN_ON)
    assert "ต้องเป็น วันที่ แต่" in refused.value.text.th
    assert "must be day, not int" in refused.value.text.en


def test_rules_that_share_what_they_ask_are_looked_at_once(tmp_path: Path) -> None:
    rules = rule("return is_thai(person, on) and is_grown(person, on)", name="rule_0")
    for number in range(1, 60):
        body = f"return rule_{number - 1}(person, on) or rule_{max(0, number - 2)}(person, on)"
        rules += rule(body, name=f"rule_{number}").removeprefix(RULES)

    assert list(sample_law(tmp_path, rules=rules).rules["rule_59"].facts) == ["born", "is_thai"]


def test_the_digest_changes_with_either_file(tmp_path: Path) -> None:
    digests = {
        sample_law(tmp_path).digest,
        sample_law(tmp_path, rules=RULES + "\n").digest,
        sample_law(tmp_path, rates=RATES + "\n").digest,
    }
    assert len(digests) == 3


def test_the_same_file_also_runs_as_plain_python(tmp_path: Path) -> None:
    folder = write_law(tmp_path)
    names: dict[str, object] = {"__file__": str(folder / "rules.py"), "__name__": "plain"}
    exec((folder / "rules.py").read_text(encoding="utf-8"), names)
    person, may_vote = names["Person"], names["may_vote"]
    assert callable(person)
    assert callable(may_vote)

    assert may_vote(person(born=date(2008, 11, 20), is_thai=True, is_student=False), GROWN_ON) is True


def test_a_folder_without_rules_says_so(tmp_path: Path) -> None:
    folder = write_law(tmp_path)
    (folder / "rules.py").unlink()

    with pytest.raises(errors.MalformedLaw, match=r"sample/rules\.py line 1"):
        load_law(folder)
