"""
A pack of laws as large as a country's, written by a machine: 1,022 rules in the variety that real ones have.

One small law is used by 22 others. Each of these has five chapters of nine rules (ages, branches, choices, exact shares,
brackets, ladders, days, children, and an amount that builds on the chapter before) and a total. No text here is law.
"""

from collections.abc import Sequence
from pathlib import Path
from string import Template

LAWS, CHAPTERS = 22, 5
BASE_CHAPTER = 6

_HEAD = '''"""กฎหมายที่สร้างขึ้นเพื่อวัดเวลา · Law made for a measurement."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import (
    Baht,
    Between,
    BirthDate,
    Inverse,
    Members,
    Rates,
    Rounding,
    add_months,
    brackets,
    clause,
    count,
    full_years,
    ladder,
    round_half_up,
)
$imports
RATES = Rates.beside(__file__)


class Section(Enum):
    """มาตรา · Section"""

    NONE = "none"
    EMPLOYEE = "33"
    OTHER = "39"


$person

@dataclass(frozen=True, kw_only=True)
class Household:
    """ครัวเรือน · A household."""

    members: Members[Person]
    "สมาชิกในครัวเรือน · Members of the household"
'''

_PERSON_OF_BASE = '''@dataclass(frozen=True, kw_only=True)
class Person:
    """บุคคล · A person."""

    born: BirthDate
    "วันเกิด · Date of birth"
    joined_on: date
    "วันที่เข้าร่วม · Day of joining"
    salary: Annotated[Baht, Between(0, 10_000_000_000)]
    "เงินเดือนทั้งปี · Salary of the year"
    fees: Annotated[Baht, Between(0, 10_000_000_000)]
    "ค่าธรรมเนียมทั้งปี · Fees of the year"
    insured_section: Section
    "มาตราที่เป็นผู้ประกันตน · Section of insurance"
    is_resident: bool
    "อยู่ในประเทศไทย · Resident"
    is_disabled: bool
    "มีบัตรประจำตัวคนพิการ · Holder of a disability card"
    mother: "Person"
    "มารดา · Mother"
    father: "Person"
    "บิดา · Father"
    children: Annotated[Members["Person"], Inverse("mother", "father")]
    "บุตร · Children"'''
_PERSON_OF_LAW = '''@dataclass(frozen=True, kw_only=True)
class Person(Payer):
    """บุคคล · A person."""

    months_paid: Annotated[int, Between(0, 600)]
    "จำนวนเดือนที่จ่ายเงินสมทบ · Months of contributions paid"
'''

_RULE = '''

@clause("made-act", "$section")
def $name($subject, on: date) -> $type:
    """
$words
    """
$body
'''

_PERSON = "person: Person"
_WORDS_OF_TRUTH = """    เป็นไปตามข้อ $section · Clause $section holds
    ไม่เป็นไปตามข้อ $section · Clause $section does not hold
    ยังไม่ทราบตามข้อ $section · Clause $section is not known yet"""
_WORDS = """    ตามข้อ $section คือ {value} · By clause $section it is {value}
    ยังไม่ทราบตามข้อ $section · Clause $section is not known yet"""

# Name, subject, type and body of each rule of a chapter; $n is the chapter, $before the amount of the one before.
_CHAPTER = (
    ("is_of_age_$n", _PERSON, "bool", '    return full_years(person.born, on) >= RATES.number("age_$n", on)'),
    (
        "is_covered_$n",
        _PERSON,
        "bool",
        "    is_insured = person.insured_section == Section.EMPLOYEE or person.insured_section == Section.OTHER\n"
        "    return person.is_resident and (is_of_age_$n(person, on) or person.is_disabled or not is_insured)",
    ),
    (
        "share_$n",
        _PERSON,
        "Baht",
        '    share = round_half_up(income(person, on) * RATES.rate("share_$n", on))\n'
        '    return min(share, RATES.baht("most_$n", on))',
    ),
    (
        "by_table_$n",
        _PERSON,
        "Baht",
        "    left = max(Baht.of(0), income(person, on) - share_$n(person, on))\n"
        '    return brackets(left, RATES.brackets("table_$n", on), Rounding.DOWN)',
    ),
    ("step_$n", _PERSON, "Baht", '    return ladder(full_years(person.born, on), RATES.steps("ladder_$n", on))'),
    (
        "is_needy_$n",
        _PERSON,
        "bool",
        "    if person.is_disabled:\n"
        "        return True\n"
        '    if income(person, on) <= RATES.baht("limit_$n", on):\n'
        "        return not is_covered_$n(person, on)\n"
        "    return False",
    ),
    (
        "children_$n",
        _PERSON,
        "int",
        "    young = count(c for c in person.children if not is_of_age_$n(c, on) and is_needy_$n(c, on))\n"
        '    return min(young, RATES.number("children_$n", on))',
    ),
    ("until_$n", _PERSON, "date", '    return add_months(person.joined_on, RATES.number("age_$n", on))'),
    (
        "amount_$n",
        _PERSON,
        "Baht",
        "    if not is_covered_$n(person, on) or until_$n(person, on) < on:\n"
        "        return $before\n"
        "    given = step_$n(person, on) + share_$n(person, on) * children_$n(person, on)\n"
        "    return max(Baht.of(0), given - by_table_$n(person, on))",
    ),
)
_TOTAL = (
    "total",
    "household: Household",
    "Baht",
    "    return sum((amount_5(m, on) for m in household.members if is_of_age_5(m, on)), Baht.of(0))",
)
_BASE = ("income", _PERSON, "Baht", "    return person.salary + person.fees")

_RATES_HEAD = """schema: 1
name: {th: กฎหมายเพื่อการวัด, en: Law for a measurement}
in_force_from: 2017-01-01

acts:
  made-act:
    title: {th: กฎหมายเพื่อการวัด, en: Act made for a measurement}
    divided_into: section
    read: false
    source: bench/measuring/made_laws.py

parameters:
"""
_PARAMETER = """  ${name}_$n:
    label: {th: ตัวเลขที่ $n, en: Number $n}
    unit: $unit$says
    values:
      - from: 2017-01-01
        $first
        source: bench/measuring/made_laws.py
        reviewed_until: 2020-12-31
      - from: 2021-01-01
        $second
        source: bench/measuring/made_laws.py
        reviewed_until: 2099-12-31
"""
# Name, unit, the value until 2020 and since 2021; $n makes each chapter's own.
_PARAMETERS = (
    ("age", "years", "value: 2$n", "value: 3$n"),
    ("share", "percent", "value: $n", 'value: "$n.5"'),
    ("most", "baht-per-year", "value: ${n}0000", "value: ${n}5000"),
    ("limit", "baht-per-year", "value: ${n}00000", "value: ${n}50000"),
    ("children", "persons", "value: 2", "value: 3"),
    (
        "ladder",
        "baht-per-month",
        "below: 0\n        steps: {60: ${n}00, 70: ${n}50}",
        "below: 0\n        steps: {60: ${n}10}",
    ),
    ("table", "percent", "brackets: {0: 0, 150000: $n, 300000: 1$n}", "brackets: {0: $n, 300000: 1$n, 5000000: 35}"),
)
_SAYS = """
    says: {th: "อายุ {at_least}-{up_to} ปี เดือนละ {value}", en: "aged {at_least} to {up_to}: {value} a month"}
    says_last: {th: "อายุ {at_least} ปีขึ้นไป เดือนละ {value}", en: "aged {at_least} or more: {value} a month"}"""


def write_laws(folder: Path) -> None:
    """Write the whole pack into a folder; the import root is the folder above it, as in a country's pack."""
    _write(folder / "made_base", "", [_rule(_BASE, "0"), *_chapter(BASE_CHAPTER)], [BASE_CHAPTER])
    chapters = range(1, CHAPTERS + 1)
    for law in range(1, LAWS + 1):
        rules = [rule for chapter in chapters for rule in _chapter(chapter)]
        rules.append(_rule(_TOTAL, str(BASE_CHAPTER)))
        _write(
            folder / f"made_law_{law}", "from laws.made_base.rules import Person as Payer, income\n", rules, chapters
        )


def _chapter(chapter: int) -> list[str]:
    return [_rule(part, f"{chapter}.{number}", chapter) for number, part in enumerate(_CHAPTER, 1)]


def _rule(part: tuple[str, str, str, str], section: str, chapter: int = 0) -> str:
    before = f"amount_{chapter - 1}(person, on)" if 1 < chapter <= CHAPTERS else "Baht.of(0)"
    name, subject, kind, body = (Template(text).safe_substitute(n=chapter, before=before) for text in part)
    words = Template(_WORDS_OF_TRUTH if kind == "bool" else _WORDS).substitute(section=section)
    return Template(_RULE).substitute(section=section, name=name, subject=subject, type=kind, words=words, body=body)


def _write(folder: Path, imports: str, rules: Sequence[str], chapters: Sequence[int]) -> None:
    folder.mkdir(parents=True)
    (folder / "rules.py").write_text(
        Template(_HEAD).substitute(imports=imports, person=_PERSON_OF_LAW if imports else _PERSON_OF_BASE)
        + "".join(rules),
        "utf-8",
    )
    parameters = (
        Template(
            Template(_PARAMETER).safe_substitute(
                name=name, unit=unit, says=_SAYS if name == "ladder" else "", first=first, second=second
            )
        ).substitute(n=chapter)
        for chapter in chapters
        for name, unit, first, second in _PARAMETERS
    )
    (folder / "rates.yaml").write_text(_RATES_HEAD + "".join(parameters), "utf-8")
