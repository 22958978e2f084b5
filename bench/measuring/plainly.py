"""
The judge: thailand/laws as plain Python, imported and called. Run as a program: `plainly.py PEOPLE OUT`.

What nobody knows is an attribute that is not there. A rule that never reaches for it answers as if it were known; one that
does ends in AttributeError, and the judge says nothing (null).
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from laws.disability_allowance.rules import monthly as disability_allowance
from laws.household_net.rules import Household, Person, net
from laws.newborn_grant.rules import monthly as newborn_grant
from laws.old_age_allowance.rules import monthly as old_age_allowance
from laws.personal_income_tax.rules import tax as income_tax
from laws.social_security.rules import Section, child_benefit

from measuring.answers import SCHEMA
from measuring.costs import tell
from measuring.household import MONEY, ON
from measuring.people import Row, households
from sala.kernel.people import BirthDate
from sala.rulekit import Baht

OF_PERSON: Mapping[str, Callable[[Any, Any], Baht]] = {
    "income_tax": income_tax,
    "old_age_allowance": old_age_allowance,
    "disability_allowance": disability_allowance,
    "newborn_grant": newborn_grant,
    "child_benefit": child_benefit,
}
KIN = ("mother", "father", "spouse")
SECTIONS = (Section.NONE, Section.EMPLOYEE, Section.FORMER_EMPLOYEE, Section.SELF_EMPLOYED)


def answers(rows: list[Row]) -> list[Row]:
    """Answer everything about each member of a household, in satang; the household's net stands beside each."""
    home = _household(rows)
    whole = {"household_net": _answer(net, home)}
    return [{name: _answer(rule, member) for name, rule in OF_PERSON.items()} | whole for member in home.members]


def main(people: Path, out: Path) -> None:
    """Answer for everyone and write it down."""
    found = [row for rows in households(people) for row in answers(rows)]
    pq.write_table(pa.Table.from_pylist(found, SCHEMA), out)
    tell({})


def _household(rows: list[Row]) -> Any:
    home, members = object.__new__(Household), [object.__new__(Person) for _ in rows]
    for member, row in zip(members, rows, strict=True):
        vars(member).update(_plain(row), household=home)
        vars(member).update({kin: members[row[kin] - 1] for kin in KIN if row[kin]})
    for member in members:
        vars(member).update(children=tuple(one for one in members if _is_child(one, member)))
    vars(home).update(members=tuple(members))
    return home


def _is_child(one: Any, of: Any) -> bool:
    return any(vars(one).get(parent) is of for parent in ("mother", "father"))


def _plain(row: Row) -> Row:
    facts = {name: fact for name, fact in row.items() if name not in KIN}
    facts |= {name: Baht(row[name]) for name in MONEY if name in row}
    if "born" in row:
        facts["born"] = BirthDate.of(row["born"])
    if "insured_section" in row:
        facts["insured_section"] = SECTIONS[row["insured_section"]]
    return facts


def _answer(rule: Callable[[Any, Any], Baht], about: Any) -> int | None:
    try:
        return rule(about, ON).satang
    except AttributeError:
        return None


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
