"""Write a small law into a folder, so that a test shows only the line it is about."""

from pathlib import Path

from sala.rulekit import Law, load_law

RULES = '''
from dataclasses import dataclass
from datetime import date

from sala.rulekit import Baht, BirthDate, Rates, clause, full_years, ladder

RATES = Rates.beside(__file__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    born: BirthDate
    "วันเกิด · Date of birth"
    is_thai: bool
    "สัญชาติไทย · Thai national"
    is_student: bool
    "เป็นนักเรียน · Student"


@clause("act", "1")
def is_grown(person: Person, on: date) -> bool:
    """
    คุณอายุครบ {grown_age} ปี · You are {grown_age}
    คุณอายุไม่ครบ {grown_age} ปี · You are not {grown_age}
    ยังไม่ทราบวันเกิด · Your birth date is not known
    """
    return full_years(person.born, on) >= RATES.number("grown_age", on)


@clause("act", "2")
def is_thai(person: Person, on: date) -> bool:
    """
    คุณมีสัญชาติไทย · You are Thai
    คุณไม่มีสัญชาติไทย · You are not Thai
    ยังไม่ทราบสัญชาติ · Your nationality is not known
    """
    return person.is_thai


@clause("act")
def may_vote(person: Person, on: date) -> bool:
    """
    คุณเลือกตั้งได้ · You may vote
    คุณเลือกตั้งไม่ได้ · You may not vote
    ยังตอบไม่ได้ · It cannot be said yet
    """
    return is_thai(person, on) and is_grown(person, on)
'''

RATES = """
schema: 1
name: {th: กฎหมายตัวอย่าง, en: A sample law}
in_force_from: 2000-01-01
acts:
  act:
    title: {th: พ.ร.บ. ตัวอย่าง, en: Sample Act}
    divided_into: section
    read: true
    source: a test
    gazette: {volume: 1, part: 2 ก, page: 3, on: 1999-12-31}
parameters:
  grown_age:
    label: {th: อายุ, en: Age}
    unit: years
    values:
      - {from: 2000-01-01, value: 20, source: s. 1, reviewed_until: 2009-12-31}
      - {from: 2010-01-01, value: 18, source: s. 1 as amended, reviewed_until: 2030-12-31}
"""


def write_law(folder: Path, *, rules: str = RULES, rates: str = RATES) -> Path:
    """Write both files and give the folder back."""
    law = folder / "sample"
    law.mkdir(exist_ok=True)
    (law / "rules.py").write_text(rules, encoding="utf-8")
    (law / "rates.yaml").write_text(rates, encoding="utf-8")
    return law


def rule(body: str, name: str = "asked", returns: str = "bool") -> str:
    """Write one more rule, whose body is the line under test."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    words = "\n".join("    จริง · yes" for _ in range(3))
    return f'''{RULES}

@clause("act")
def {name}(person: Person, on: date) -> {returns}:
    """
{words}
    """
{lines}
'''


def sample_law(folder: Path, **files: str) -> Law:
    """Write and load."""
    return load_law(write_law(folder, **files))
