from datetime import date
from pathlib import Path

import pytest

from sala.rulekit import errors

from .writing import RATES, RULES, rule, sample_law


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("for n in (1, 2):\n    return True\nreturn False", "a loop"),
        ("while True:\n    return True", "a loop"),
        ("return any(x for x in (1, 2))", "a comprehension"),
        ("import os\nreturn True", "import"),
        ("from os import path\nreturn True", "import inside a rule"),
        ("person.is_thai = True\nreturn True", "a change of a fact"),
        ("f = lambda: 1\nreturn True", "a lambda"),
        ("n = 1\nn = 2\nreturn n > 1", "a change of a name"),
        ("n = 1\nn += 1\nreturn n > 1", "a change of a name"),
        ("return 7 // 2 > 1", "//"),
        ("return 7 % 2 > 1", "%"),
        ("return 1.5 > 1", "1.5"),
        ("return person.born is None", "is None"),
        ("return round(1) > 1", "round"),
        ("return person.__class__ == Person", "__class__"),
        ("return open(__file__) == 1", "open"),
        ("return date.today() == on", "the clock"),
        ("if person.is_thai:\n    return True", "a path without a return"),
        ("return asked(person, on)", "asked → asked"),
        ("return full_years(born=person.born, on=on) > 1", "a keyword argument"),
    ],
)
def test_what_the_language_does_not_have_is_refused_by_line_with_a_cure(tmp_path: Path, body: str, named: str) -> None:
    with pytest.raises(errors.ForbiddenConstruct) as refused:
        sample_law(tmp_path, rules=rule(body))

    assert named in str(refused.value)
    assert int(str(refused.value.values["line"])) > RULES.count("\n")
    assert refused.value.text.th != refused.value.text.en


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from os import path",
        "print(1)",
        "if True:\n    x = 1",
        "x: int = 1",
        "class A:\n    y = open",
        "class A:\n    y: print(1)",
    ],
)
def test_a_file_holds_nothing_but_entities_and_rules(tmp_path: Path, line: str) -> None:
    with pytest.raises(errors.ForbiddenConstruct):
        sample_law(tmp_path, rules=RULES + line + "\n")


def test_rules_that_call_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    rules = rule("return may_vote(person, on)").replace(
        "return is_thai(person, on) and", "return asked(person, on) and"
    )

    with pytest.raises(errors.ForbiddenConstruct, match="may_vote → asked → may_vote"):
        sample_law(tmp_path, rules=rules)


def test_a_rule_cites_an_act_that_rates_yaml_declares(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match='no act "other"'):
        sample_law(tmp_path, rules=RULES.replace('clause("act", "2")', 'clause("other", "2")'))


def test_a_rule_speaks_in_both_languages_for_each_answer(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match="3 lines"):
        sample_law(tmp_path, rules=RULES.replace("ยังตอบไม่ได้ · It cannot be said yet", "ยังตอบไม่ได้"))


def test_a_rule_reads_only_declared_facts(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match='no fact called "age"'):
        sample_law(tmp_path, rules=rule("return person.age > 1"))


def test_a_comparison_may_have_two_sides(tmp_path: Path) -> None:
    law = sample_law(tmp_path, rules=rule('return 17 < RATES.number("grown_age", on) <= 18'), rates=RATES)

    assert law.decide("asked", {}, date(2020, 1, 1)).value is True
    assert law.decide("asked", {}, date(2005, 1, 1)).value is False
