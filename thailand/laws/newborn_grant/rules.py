"""เงินอุดหนุนเพื่อการเลี้ยงดูเด็กแรกเกิด จ่ายให้ผู้ปกครองของเด็กในครัวเรือนที่มีรายได้น้อย

Grant for raising a newborn child, paid month by month to the guardian of a child in a household of low income.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sala.rulekit import Baht, Between, BirthDate, Inverse, Members, Rates, clause, count, full_years

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person:
    """เด็กหรือสมาชิกในครัวเรือนของเด็ก · The child, or another member of the child's household."""

    born: BirthDate
    "วันเกิด · Date of birth"
    is_thai: bool
    "มีสัญชาติไทยหรือไม่ · Thai national"
    is_registered_for_newborn_grant: bool
    "ผู้ปกครองลงทะเบียนขอรับเงินอุดหนุนแล้วหรือไม่ · Registered for the grant by a guardian"
    lives_in_state_home: bool
    "อยู่ในความอุปการะของสถานสงเคราะห์หรือไม่ · Kept in a welfare home"
    salary: Annotated[Baht, Between(0, 10_000_000_000)]
    "เงินเดือนและค่าจ้างทั้งปี · Salary and wages of the year"
    fees: Annotated[Baht, Between(0, 10_000_000_000)]
    "รายได้อื่นทั้งปี · Other income of the year"
    household: Annotated["Household", Inverse("members")]
    "ครัวเรือน · Household"


@dataclass(frozen=True, kw_only=True)
class Household:
    """ครัวเรือนที่เด็กอาศัยอยู่ · The household where the child lives."""

    members: Members[Person]
    "สมาชิกในครัวเรือน รวมเด็กด้วย · Members of the household, the child included"


@clause("dcy-2565")
def has_thai_nationality(person: Person, on: date) -> bool:
    """
    เด็กมีสัญชาติไทย · The child is a Thai national
    เด็กไม่มีสัญชาติไทย · The child is not a Thai national
    ยังไม่ทราบว่าเด็กมีสัญชาติไทยหรือไม่ · It is not known yet whether the child is a Thai national
    """
    return person.is_thai


@clause("dcy-2565")
def is_young_enough(person: Person, on: date) -> bool:
    """
    เด็กอายุยังไม่ครบ {end_age} ปี · The child has not completed {end_age} years
    เด็กอายุครบ {end_age} ปีแล้ว · The child has completed {end_age} years
    ยังไม่ทราบวันเกิดของเด็ก · The child's date of birth is not known yet
    """
    return full_years(person.born, on) < RATES.number("end_age", on)


@clause("dcy-2565")
def lives_outside_home(person: Person, on: date) -> bool:
    """
    เด็กไม่ได้อยู่ในสถานสงเคราะห์ · The child is not kept in a welfare home
    สถานสงเคราะห์ดูแลเด็กอยู่ จึงไม่จ่ายเงินอุดหนุนซ้ำ · A welfare home keeps the child, so no grant is paid beside it
    ยังไม่ทราบว่าเด็กอยู่ในสถานสงเคราะห์หรือไม่ · It is not known yet whether a welfare home keeps the child
    """
    return not person.lives_in_state_home


@clause("dcy-2565")
def is_registered(person: Person, on: date) -> bool:
    """
    ผู้ปกครองลงทะเบียนให้เด็กแล้ว · A guardian has registered the child
    ยังไม่มีผู้ปกครองลงทะเบียนให้เด็ก · No guardian has registered the child yet
    ยังไม่ทราบว่าลงทะเบียนแล้วหรือไม่ · It is not known yet whether the child is registered
    """
    return person.is_registered_for_newborn_grant


@clause("dcy-2565")
def income(person: Person, on: date) -> Baht:
    """
    รายได้ทั้งปีของสมาชิกคนนี้คือ {value} · This member's income of the year is {value}
    ยังไม่ทราบรายได้ของสมาชิกคนนี้ · This member's income is not known yet
    """
    return person.salary + person.fees


@clause("dcy-2565")
def household_income(household: Household, on: date) -> Baht:
    """
    รายได้รวมทั้งปีของครัวเรือนคือ {value} · The household's income of the year is {value}
    ยังไม่ทราบรายได้ของสมาชิกครบทุกคน · The income of some member is not known yet
    """
    return sum((income(member, on) for member in household.members), Baht.of(0))


@clause("dcy-2565")
def household_size(household: Household, on: date) -> int:
    """
    ครัวเรือนมีสมาชิก {value} คน รวมเด็กด้วย · The household has {value} members, the child included
    ยังไม่ทราบจำนวนสมาชิกในครัวเรือน · The number of members is not known yet
    """
    return count(member for member in household.members)


@clause("dcy-2565")
def has_low_income(household: Household, on: date) -> bool:
    """
    รายได้เฉลี่ยไม่เกินคนละ {income_per_head} ต่อปี · The income per head is not over {income_per_head} a year
    รายได้เฉลี่ยเกินคนละ {income_per_head} ต่อปี · The income per head is over {income_per_head} a year
    ยังบอกรายได้เฉลี่ยของครัวเรือนไม่ได้ · The income per head cannot be said yet
    """
    per_head = household_income(household, on) / max(1, household_size(household, on))
    return per_head <= RATES.baht("income_per_head", on)


@clause("dcy-2565")
def eligible(person: Person, on: date) -> bool:
    """
    เด็กมีสิทธิรับเงินอุดหนุน · The child has the right to the grant
    เด็กไม่มีสิทธิรับเงินอุดหนุน · The child does not have the right to the grant
    ยังบอกไม่ได้ว่าเด็กมีสิทธิหรือไม่ · It cannot be said yet whether the child has the right
    """
    return (
        has_thai_nationality(person, on)
        and is_young_enough(person, on)
        and is_registered(person, on)
        and lives_outside_home(person, on)
        and has_low_income(person.household, on)
    )


@clause("dcy-2565")
def monthly(person: Person, on: date) -> Baht:
    """
    เงินอุดหนุนของเด็กคนนี้คือเดือนละ {value} · This child's grant is {value} a month
    ยังบอกจำนวนเงินอุดหนุนไม่ได้ · The grant cannot be said yet
    """
    if eligible(person, on):
        return RATES.baht("grant", on)
    return Baht.of(0)
