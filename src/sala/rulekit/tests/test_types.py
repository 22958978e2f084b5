from datetime import date
from pathlib import Path

import pytest

from sala.rulekit import Baht, errors

from .writing import RULES, rule, sample_law

IMPORTS = "clause, full_years, ladder"
RICHER = RULES.replace(
    IMPORTS, f"{IMPORTS}, Between, Members, Rounding, brackets, ceil_to, count, floor_to, quotient, round_half_up"
).replace(
    """    is_student: bool
    "เป็นนักเรียน · Student"
""",
    """    is_student: bool
    "เป็นนักเรียน · Student"
    income: Annotated[Baht, Between(0, 1_000_000)]
    "รายได้ · Income"
    wealth: Annotated[Baht, Between(0, 90_000_000_000)]
    "ทรัพย์สิน · Wealth"
    months: Annotated[int, Between(0, 400)]
    "เดือน · Months"
    friends: Members["Person"]
    "เพื่อน · Friends"
""",
)


def write(body: str, returns: str = "bool") -> str:
    return rule(body, returns=returns).replace(RULES, f"from typing import Annotated\n{RICHER}")


@pytest.mark.parametrize(
    ("body", "returns", "named"),
    [
        ("return person.income + person.months", "Baht", "does not go between money and whole number"),
        ("return person.income * person.income", "Baht", "does not go between money and money"),
        ("return person.income", "int", "returns int, and this line a money"),
        ("return person.income / 2", "Baht", "is an exact quotient"),
        ("return person.income / person.months > Baht.of(1)", "bool", "may be zero or less"),
        ("return person.months / 2 > 1", "bool", "quotient"),
        ("return person.born == on", "bool", "does not go between"),
        ("return person.is_thai > person.is_student", "bool", "does not go between"),
        ("return person.income > 100", "bool", "does not go between"),
        ("return person.months and person.is_thai", "bool", "must be a truth"),
        ("return person.friends == person.friends", "bool", "is a members"),
        ("return sum((friend.income for friend in person.friends))", "Baht", "starts with Baht.of"),
        ("return is_thai(person.born, on)", "bool", "not an entity"),
        ("return is_thai(person)", "bool", "must name a day"),
        ('return full_years(person.born, RATES.number("grown_age", on)) > 1', "bool", "must be a day"),
        ("if person.is_thai:\n    x = 1\n    return x > 1\nreturn x > 1", "bool", "has no value on this path"),
        ("return brackets(person.income, 1, Rounding.DOWN)", "Baht", "must be RATES.brackets"),
        ("return unheard_of(person, on)", "bool", "unheard_of"),
    ],
)
def test_what_does_not_go_together_is_refused_with_its_line(
    tmp_path: Path, body: str, returns: str, named: str
) -> None:
    with pytest.raises((errors.TypesDiffer, errors.MalformedLaw, errors.ForbiddenConstruct)) as refused:
        sample_law(tmp_path, rules=write(body, returns))

    assert named in str(refused.value)
    assert int(str(refused.value.values["line"])) > RICHER.count("\n")
    assert refused.value.text.th != refused.value.text.en


def test_a_number_that_rates_yaml_does_not_declare_is_refused_when_the_law_is_read(tmp_path: Path) -> None:
    with pytest.raises(errors.ParameterNotFound, match="grown_aeg"):
        sample_law(tmp_path, rules=write('return RATES.number("grown_aeg", on) > 1'))


def test_a_number_taken_as_another_kind_is_refused_by_its_line_in_rates_yaml(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match=r"rates\.yaml line \d+: .*as the wrong kind; its unit is years"):
        sample_law(tmp_path, rules=write('return RATES.baht("grown_age", on)', "Baht"))


def test_a_product_that_may_pass_63_bits_is_refused_by_the_declared_ranges(tmp_path: Path) -> None:
    body = "return person.{} * person.months * person.months * person.months"
    assert sample_law(tmp_path, rules=write(body.format("income"), "Baht")).rules["asked"]

    with pytest.raises(errors.MayOverflow, match="may reach 576,000,000,000,000,000,000, beyond 63 bits"):
        sample_law(tmp_path, rules=write(body.format("wealth"), "Baht"))


def test_a_fact_outside_its_declared_range_is_refused_without_repeating_it(tmp_path: Path) -> None:
    law = sample_law(tmp_path, rules=write("return person.income", "Baht"))

    assert law.decide("asked", {"income": "1000000"}, date(2020, 1, 1)).value == Baht.of(1_000_000)
    with pytest.raises(errors.FactOutOfRange, match="between 0 and 1,000,000") as refused:
        law.decide("asked", {"income": "1000000.01"}, date(2020, 1, 1))
    assert "1000000.01" not in str(refused.value)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return round_half_up(person.income / 3)", "33.33"),
        ("return floor_to(person.income / 3, Baht.of(5))", "30.00"),
        ("return ceil_to(person.income / 3, Baht.of(5))", "35.00"),
        ("return round_half_up(person.income * 2 / 8, to=Baht.of(10))", "30.00"),
        ("share = person.income / 3\nreturn round_half_up(share * 3)", "100.00"),
        ("share = person.income / 3\nshare_top = person.income * 9\nreturn round_half_up(share)", "33.33"),
        ('return Baht.of(5) if person.income / 3 < Baht.of("33.34") else Baht.of(6)', "5.00"),
        ("return Baht.of(1) * floor_to(quotient(7, 2))", "3.00"),
    ],
)
def test_a_quotient_is_exact_until_it_is_rounded(tmp_path: Path, body: str, expected: str) -> None:
    law = sample_law(tmp_path, rules=write(body, "Baht"))

    assert law.decide("asked", {"income": "100"}, date(2020, 1, 1)).value == Baht.of(expected)


def test_a_fact_must_say_what_it_is_called(tmp_path: Path) -> None:
    with pytest.raises(errors.MalformedLaw, match=r"line \d+: under is_student its words are missing"):
        sample_law(tmp_path, rules=RULES.replace('    "เป็นนักเรียน · Student"\n', ""))
