"""The numbers that a simulation may move, and what people type for them."""

from datetime import date
from fractions import Fraction

import pytest

from sala.domains.law import public as law
from sala.kernel.bilingual import Lang
from sala.kernel.errors import SalaError
from sala.kernel.money import AmountNotUnderstood, Baht

TODAY = date(2026, 11, 20)
RULES = ("old_age_allowance.monthly", "personal_income_tax.tax", "disability_allowance.monthly")
NUMBERS = {number.name: number for number in law.list_numbers(rules=RULES, on=TODAY)}
LADDER = NUMBERS["old_age_allowance.monthly_ladder"]
RATES = NUMBERS["personal_income_tax.rates"]
ALLOWANCE = NUMBERS["personal_income_tax.self_allowance"]
AGE = NUMBERS["old_age_allowance.completed_age"]
SHARE = NUMBERS["personal_income_tax.expense_share"]
BORN_FROM = NUMBERS["personal_income_tax.later_child_born_from"]


@pytest.mark.parametrize("measure", law.list_measures(), ids=lambda measure: measure.rule)
def test_a_measure_is_a_rule_that_says_one_value_in_both_languages(measure: law.Measure) -> None:
    said = measure.sentence.fill(value="…")

    assert "…" in said.th and "…" in said.en
    assert law.list_numbers(rules=[measure.rule], on=TODAY)


def test_only_numbers_that_the_rule_reads_may_move() -> None:
    read = {number.name for number in law.list_numbers(rules=["old_age_allowance.monthly"], on=TODAY)}

    assert read == {"old_age_allowance.completed_age", "old_age_allowance.monthly_ladder"}


def test_a_way_that_only_has_a_name_is_no_number() -> None:
    assert not any(isinstance(number.now.value, str) for number in NUMBERS.values())


def test_a_number_knows_what_it_was_before() -> None:
    child = NUMBERS["disability_allowance.child_monthly"]

    assert child.before is not None
    assert (child.before.value, child.now.value) == (Baht.of(800), Baht.of(1000))


@pytest.mark.parametrize("number", NUMBERS.values(), ids=lambda number: number.name)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_stands_in_the_law_is_read_back_as_it_is(number: law.Number, lang: Lang) -> None:
    assert law.read_typed(law.as_typed(number.now.value, lang), number) == number.now.value


@pytest.mark.parametrize(
    ("number", "typed", "value"),
    [
        (ALLOWANCE, "๘๐,๐๐๐", Baht.of(80000)),
        (AGE, "๖๕", 65),
        (SHARE, "7.5%", Fraction(3, 40)),
        (BORN_FROM, "1 มกราคม 2560", date(2017, 1, 1)),
    ],
)
def test_people_type_as_they_are_used_to(number: law.Number, typed: str, value: law.Value) -> None:
    assert law.read_typed(law.Typed(plain=typed), number) == value


@pytest.mark.parametrize(
    ("number", "typed", "refused"),
    [
        (ALLOWANCE, "", AmountNotUnderstood),
        (ALLOWANCE, "แปดหมื่น", AmountNotUnderstood),
        (ALLOWANCE, "60000000000", law.ValueOutOfBounds),
        (AGE, "60.5", law.ValueNotUnderstood),
        (AGE, "0", law.ValueOutOfBounds),
        (SHARE, "1e3", law.ValueNotUnderstood),
        (SHARE, "1000.5", law.ValueOutOfBounds),
        (BORN_FROM, "soon", SalaError),
    ],
)
def test_what_is_no_value_of_the_number_is_refused(number: law.Number, typed: str, refused: type[SalaError]) -> None:
    with pytest.raises(refused):
        law.read_typed(law.Typed(plain=typed), number)


def test_a_table_leaves_out_the_rows_that_are_left_empty() -> None:
    typed = law.Typed(rows=(("0", "5"), ("", ""), ("200,000", "12.5")))

    read = law.read_typed(typed, RATES)

    assert read == law.Brackets(((Baht(0), Fraction(1, 20)), (Baht.of(200000), Fraction(1, 8))))


@pytest.mark.parametrize(
    ("number", "rows", "refused", "says"),
    [
        (RATES, (("100", "5"),), law.RowRefused, "Row 1: The first row starts at 0"),
        (RATES, (("0", "5"), ("300000", "ten")), law.RowRefused, "Row 2: This value cannot be read"),
        (RATES, (("0", "5"), ("0", "10")), law.TableOutOfOrder, "lowest up"),
        (LADDER, (("70", "700"), ("60", "600")), law.TableOutOfOrder, "lowest up"),
        (RATES, (("0", "5"), ("9" * 20, "10")), law.RowRefused, "Row 2: The value must be from 0 baht"),
        (LADDER, (), law.ValueNotUnderstood, "at least one row"),
    ],
)
def test_a_table_that_cannot_be_read_says_which_row(
    number: law.Number, rows: tuple[tuple[str, str], ...], refused: type[SalaError], says: str
) -> None:
    with pytest.raises(refused, match=says):
        law.read_typed(law.Typed(rows=rows, below="0"), number)


def test_what_stands_under_the_first_step_has_the_bounds_of_the_steps() -> None:
    with pytest.raises(law.ValueOutOfBounds):
        law.read_typed(law.Typed(rows=(("60", "600"),), below="-1"), LADDER)
