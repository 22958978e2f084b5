"""กฎหมายตัวอย่าง · A law that says everything the language can say, for the tests that hold the back ends together."""

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
    Period,
    Rates,
    Rounding,
    add_days,
    add_months,
    add_years,
    brackets,
    ceil_to,
    clause,
    count,
    days_between,
    fiscal_year_start,
    floor_to,
    full_years,
    ladder,
    last_day_of_month_before,
    months_or_part,
    quotient,
    round_half_up,
    year_start,
)

RATES = Rates.beside(__file__)


class Work(Enum):
    """งาน · Work"""

    NONE = "none"
    "ไม่ทำงาน · No work"
    FARM = "farm"
    "ทำนา · Farming"
    SHOP = "shop"
    "ค้าขาย · A shop"


@dataclass(frozen=True, kw_only=True)
class Person:
    """คน · A person."""

    number: Annotated[int, Between(1, 100)]
    "ลำดับ · Number in the household"
    born: BirthDate
    "วันเกิด · Date of birth"
    income: Annotated[Baht, Between(-1_000_000, 10_000_000_000)]
    "รายได้ · Income"
    months: Annotated[int, Between(0, 400)]
    "เดือนที่ทำงาน · Months worked"
    is_thai: bool
    "สัญชาติไทย · Thai national"
    works: Work
    "งาน · Work"
    moved_on: date
    "วันที่ย้าย · Day of moving"
    belongs: Period
    "ช่วงที่อยู่ในครัวเรือน · Days in the household"
    mother: "Person"
    "มารดา · Mother"
    father: "Person"
    "บิดา · Father"
    children: Annotated[Members["Person"], Inverse("mother", "father")]
    "บุตร · Children"
    household: Annotated["Household", Inverse("members")]
    "ครัวเรือน · Household"


@dataclass(frozen=True, kw_only=True)
class Household:
    """ครัวเรือน · A household."""

    members: Members[Person]
    "สมาชิก · Members"
    province: Annotated[int, Between(10, 96)]
    "จังหวัด · Province"


@clause("act", "1")
def is_grown(person: Person, on: date) -> bool:
    """
    โตแล้ว · is grown
    ยังไม่โต · is not grown
    ไม่ทราบ · not known
    """
    return full_years(person.born, on) >= RATES.number("grown_age", on)


@clause("act", "1")
def is_here(person: Person, on: date) -> bool:
    """
    อยู่ · is here
    ไม่อยู่ · is not here
    ไม่ทราบ · not known
    """
    return on in person.belongs


@clause("act", "2")
def share_of_income(person: Person, on: date) -> Baht:
    """
    ส่วนแบ่ง {value} · the share is {value}
    ไม่ทราบ · not known
    """
    share = person.income * RATES.rate("share", on)
    if share < Baht.of(0):
        return -round_half_up(-share)
    if share / 3 > RATES.baht("allowance", on):
        return ceil_to(share / 7, Baht.of(100))
    return round_half_up(share, to=Baht.of("0.25"))


@clause("act", "3")
def allowance(person: Person, on: date) -> Baht:
    """
    ค่าลดหย่อน {value} · the allowance is {value}
    ไม่ทราบ · not known
    """
    second = count(child for child in person.children if child.born >= RATES.day("second_child_from", on))
    others = count(child for child in person.children if not is_grown(child, on)) - second
    return RATES.baht("allowance", on) * 2 + Baht.of(30_000) * max(0, others) + Baht.of(60_000) * second


@clause("act", "5")
def tax(person: Person, on: date) -> Baht:
    """
    ภาษี {value} · the tax is {value}
    ไม่ทราบ · not known
    """
    taxable = max(Baht.of(0), person.income - allowance(person, on))
    exempt = (person.works == Work.FARM and person.months < 6) or not RATES.is_so("is_open", on)
    return Baht.of(0) if exempt else brackets(taxable, RATES.brackets("tax_rates", on), Rounding.HALF_UP)


@clause("act", "6")
def pension(person: Person, on: date) -> Baht:
    """
    เบี้ย {value} · the pension is {value}
    ไม่ทราบ · not known
    """
    if not person.is_thai:
        return Baht.of(0)
    if RATES.choice("way", on) == "new":
        return ladder(full_years(person.born, last_day_of_month_before(on)), RATES.steps("ladder", on))
    return ladder(full_years(person.born, fiscal_year_start(on, 0)), RATES.steps("ladder", on))


@clause("act", "7")
def months_since_move(person: Person, on: date) -> int:
    """
    เดือน {value} · months: {value}
    ไม่ทราบ · not known
    """
    full = floor_to(quotient(days_between(person.moved_on, on), 30))
    begun = months_or_part(person.moved_on, on)
    return min(full, begun, person.months) if person.moved_on <= on else -1


@clause("act", "8")
def due(person: Person, on: date) -> date:
    """
    ครบกำหนด {value} · due on {value}
    ไม่ทราบ · not known
    """
    if person.works != Work.NONE:
        return min(add_years(person.moved_on, 1, rounding="up"), year_start(on, 1))
    return max(add_months(person.moved_on, 13), add_days(on, 30))


@clause("act", "9")
def mother_is_grown(person: Person, on: date) -> bool:
    """
    มารดาโตแล้ว · the mother is grown
    มารดายังไม่โต · the mother is not grown
    ไม่ทราบ · not known
    """
    return is_grown(person.mother, on) and person.mother.is_thai


@clause("act", "9")
def is_poor(person: Person, on: date) -> bool:
    """
    ยากจน · is poor
    ไม่ยากจน · is not poor
    ไม่ทราบ · not known
    """
    return gross(person.household, on) / max(1, size(person.household, on)) < Baht.of(10_000) <= person.income


@clause("act", "10")
def gross(household: Household, on: date) -> Baht:
    """
    รายได้รวม {value} · the income is {value}
    ไม่ทราบ · not known
    """
    return sum((member.income for member in household.members if is_here(member, on)), Baht.of(0))


@clause("act", "10")
def size(household: Household, on: date) -> int:
    """
    จำนวนคน {value} · people: {value}
    ไม่ทราบ · not known
    """
    return count(member for member in household.members)


@clause("act", "11")
def net(household: Household, on: date) -> Baht:
    """
    สุทธิ {value} · the net is {value}
    ไม่ทราบ · not known
    """
    taxes = sum((tax(member, on) for member in household.members), Baht.of(0))
    pensions = sum((pension(member, on) * 12 for member in household.members if is_grown(member, on)), Baht.of(0))
    relief = Baht.of(1_000) if any(is_poor(member, on) for member in household.members) else Baht.of(0)
    return gross(household, on) - taxes + pensions + relief


@clause("act", "12")
def is_sound(household: Household, on: date) -> bool:
    """
    ครบถ้วน · is sound
    ไม่ครบ · is not sound
    ไม่ทราบ · not known
    """
    grown = any(member.is_thai for member in household.members if is_grown(member, on))
    return grown and all(member.income >= Baht.of(0) for member in household.members if member.months > 0)


@clause("act", "12")
def months_worked(household: Household, on: date) -> int:
    """
    เดือนรวม {value} · months in all: {value}
    ไม่ทราบ · not known
    """
    return sum(member.months for member in household.members if member.works != Work.NONE)
