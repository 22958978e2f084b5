from datetime import date
from pathlib import Path

import pytest

from sala.rulekit import Baht, Rates, Rounding, brackets, errors, ladder

from .writing import RATES, write_law

LADDER = """
  allowance:
    label: {th: เบี้ย, en: Allowance}
    unit: baht-per-month
    says: {th: "อายุ {at_least}-{up_to} ปี ได้ {value}", en: "{at_least} to {up_to}: {value}"}
    says_last: {th: "อายุ {at_least} ปีขึ้นไป ได้ {value}", en: "{at_least} or more: {value}"}
    values:
      - {from: 2000-01-01, below: 0, steps: {60: 600, 70: "700.50"}, source: s. 2, reviewed_until: 2030-12-31}
"""


def rates(folder: Path, text: str) -> Rates:
    return Rates.load(write_law(folder, rates=text) / "rates.yaml")


def test_a_value_ends_where_the_next_begins(tmp_path: Path) -> None:
    found = rates(tmp_path, RATES)

    assert found.number("grown_age", date(2009, 12, 31)) == 20
    assert found.number("grown_age", date(2010, 1, 1)) == 18
    assert found.on("grown_age", date(2009, 12, 31)).until == date(2010, 1, 1)


def test_a_day_without_a_value_is_an_error_that_names_the_file_the_line_and_the_day(tmp_path: Path) -> None:
    with pytest.raises(errors.NoValueOnDate, match=r"sample/rates\.yaml line 17: .*1999-12-31"):
        rates(tmp_path, RATES).number("grown_age", date(1999, 12, 31))


def test_a_gap_between_two_values_is_not_filled(tmp_path: Path) -> None:
    found = rates(tmp_path, RATES.replace("from: 2000-01-01, value", "from: 2000-01-01, until: 2005-01-01, value"))

    with pytest.raises(errors.NoValueOnDate):
        found.number("grown_age", date(2007, 1, 1))


@pytest.mark.parametrize("written", ["from: 2000-01-01, until: 2011-01-01, value: 20", "from: 2010-01-01, value: 20"])
def test_overlapping_dates_are_refused_with_both_lines(tmp_path: Path, written: str) -> None:
    with pytest.raises(errors.OverlappingDates) as refused:
        rates(tmp_path, RATES.replace("from: 2000-01-01, value: 20", written))
    assert {refused.value.values["line"], refused.value.values["other"]} == {17, 18}


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("unit: years", "unit: furlongs", "the unit is one of"),
        ("value: 20", "value: 20.5", "whole number"),
        ("value: 20", "valeu: 20", '"valeu" is not known'),
        ("source: s. 1,", "", '"source" is missing'),
        ("2000-01-01, value", "1 มกราคม 2543, value", "a date is written like"),
        ("divided_into: section", "divided_into: chapter", "divided_into is one of"),
        ("schema: 1", "schema: 2", "only schema: 1"),
        ("read: true", "read: perhaps", "true or false"),
        ("schema: 1", "schema: [", "not valid YAML"),
    ],
)
def test_a_slip_in_rates_yaml_is_named_with_its_line(tmp_path: Path, before: str, after: str, named: str) -> None:
    with pytest.raises(errors.MalformedLaw, match=r"sample/rates\.yaml line \d+") as refused:
        rates(tmp_path, RATES.replace(before, after, 1))
    assert named in str(refused.value)


def test_a_rule_that_takes_a_number_for_money_is_told_the_unit(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match="its unit is years"):
        rates(tmp_path, RATES).baht("grown_age", date(2020, 1, 1))


def test_an_undeclared_parameter_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(errors.ParameterNotFound, match="grown_age"):
        rates(tmp_path, RATES).number("groan_age", date(2020, 1, 1))


def test_a_ladder_gives_the_highest_step_reached(tmp_path: Path) -> None:
    steps = rates(tmp_path, RATES + LADDER).steps("allowance", date(2020, 1, 1))

    assert [ladder(age, steps) for age in (59, 60, 69, 70, 101)] == [
        Baht.of(amount) for amount in ("0", "600", "600", "700.50", "700.50")
    ]


def test_a_ladder_is_told_to_people_as_sentences(tmp_path: Path) -> None:
    dated = rates(tmp_path, RATES + LADDER).on("allowance", date(2020, 1, 1))

    assert dated.text.th == "- อายุ 60-69 ปี ได้ 600 บาท\n- อายุ 70 ปีขึ้นไป ได้ 700.50 บาท"
    assert dated.text.en == "- 60 to 69: 600 baht\n- 70 or more: 700.50 baht"


def test_steps_out_of_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match="lowest up"):
        rates(tmp_path, RATES + LADDER.replace('{60: 600, 70: "700.50"}', "{70: 700, 60: 600}"))


def test_an_act_says_where_the_royal_gazette_printed_it(tmp_path: Path) -> None:
    gazette = rates(tmp_path, RATES).acts["act"].gazette

    assert gazette is not None
    assert gazette.text.th == "ราชกิจจานุเบกษา เล่ม 1 ตอนที่ 2 ก หน้า 3 วันที่ 31 ธันวาคม 2542"
    assert gazette.text.en == "Royal Gazette vol. 1, part 2 ก, page 3, 31 December 1999"


WAY = """
  way:
    label: {th: วิธี, en: Way}
    unit: choice
    choices: {old: {th: วิธีเดิม, en: The old way}, new: {th: วิธีใหม่, en: The new way}}
    values:
      - {from: 2000-01-01, value: old, source: s. 4, reviewed_until: 2030-12-31}
"""


def test_a_choice_is_told_to_people_by_its_words(tmp_path: Path) -> None:
    assert rates(tmp_path, RATES + WAY).on("way", date(2020, 1, 1)).text.th == "วิธีเดิม"


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("value: old", "value: odl", "it is one of old, new"),
        ("    choices: {old", "    # {old", "give choices"),
        ("unit: choice", "unit: yes-no", "give choices"),
        ("en: The new way", "ne: The new way", "en"),
    ],
)
def test_a_choice_without_words_is_refused_with_its_line(tmp_path: Path, before: str, after: str, named: str) -> None:
    with pytest.raises(errors.MalformedLaw, match=rf"line \d+.*{named}"):
        rates(tmp_path, RATES + WAY.replace(before, after))


TAX = """
  tax:
    label: {th: ภาษี, en: Tax}
    unit: percent
    values:
      - {from: 2000-01-01, brackets: {0: 0, 150000: 5, 300000: "10.5"}, source: s. 3, reviewed_until: 2030-12-31}
"""


@pytest.mark.parametrize(
    ("income", "tax"),
    [
        ("0", "0"),
        ("150000", "0"),
        ("150000.20", "0.01"),
        ("300000", "7500"),
        ("400000", "18000"),
        ("400000.05", "18000"),
    ],
)
def test_brackets_take_each_share_of_its_own_part_and_round_once(tmp_path: Path, income: str, tax: str) -> None:
    table = rates(tmp_path, RATES + TAX).brackets("tax", date(2020, 1, 1))

    assert brackets(Baht.of(income), table, Rounding.DOWN) == Baht.of(tax)


def test_brackets_begin_at_nought(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match="begin at 0"):
        rates(tmp_path, RATES + TAX.replace("0: 0, ", ""))
