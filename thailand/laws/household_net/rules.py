"""รายได้สุทธิของครัวเรือนทั้งปี: เงินได้ หักภาษี บวกเงินที่รัฐจ่าย เป็นผลรวมของกฎหมายอื่น ไม่ใช่กฎหมาย

What a household keeps in a year: income, less tax, plus what the state pays. It is a sum of other laws, not a law.
The day asked is the last of the tax year; a benefit counts twelve times at its rate of that day.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from laws.disability_allowance.rules import Person as Disabled
from laws.disability_allowance.rules import monthly as disability_monthly
from laws.newborn_grant.rules import Household as NewbornHousehold
from laws.newborn_grant.rules import Person as Newborn
from laws.newborn_grant.rules import monthly as newborn_monthly
from laws.old_age_allowance.rules import Person as Elder
from laws.old_age_allowance.rules import monthly as old_age_monthly
from laws.personal_income_tax.rules import Person as Taxpayer
from laws.personal_income_tax.rules import assessable_income
from laws.personal_income_tax.rules import tax as income_tax
from laws.social_security.rules import Person as Insured
from laws.social_security.rules import child_benefit

from sala.rulekit import Baht, Between, Inverse, Members, Rates, clause

RATES = Rates.beside(__file__)


class Role(Enum):
    """ฐานะในครัวเรือน · Role in the household"""

    HEAD = "head"
    "หัวหน้าครัวเรือน · Head"
    SPOUSE = "spouse"
    "คู่สมรส · Spouse"
    CHILD = "child"
    "บุตร · Child"
    PARENT = "parent"
    "บิดาหรือมารดา · Parent"
    OTHER = "other"
    "สมาชิกอื่น · Another member"


@dataclass(frozen=True, kw_only=True)
class Person(Taxpayer, Elder, Disabled, Newborn, Insured):
    """สมาชิกในครัวเรือน พร้อมข้อเท็จจริงที่กฎหมายทุกฉบับถาม · A member, with the facts that each of the laws asks."""

    number: Annotated[int, Between(1, 127)]
    "ลำดับในครัวเรือน · Number within the household"
    role: Role
    "ฐานะในครัวเรือน · Role in the household"
    household: Annotated["Household", Inverse("members")]
    "ครัวเรือน · Household"


@dataclass(frozen=True, kw_only=True)
class Household(NewbornHousehold):
    """ครัวเรือน · The household."""

    members: Members[Person]
    "สมาชิกในครัวเรือน · Members of the household"
    province: Annotated[int, Between(10, 96)]
    "รหัสจังหวัดของกระทรวงมหาดไทย · Province, code of the Ministry of Interior"


@clause("sum-of-laws")
def monthly_benefits(person: Person, on: date) -> Baht:
    """
    เงินที่รัฐจ่ายให้สมาชิกคนนี้เดือนละ {value} · The state pays this member {value} a month
    ยังบอกเงินที่รัฐจ่ายให้สมาชิกคนนี้ไม่ได้ · What the state pays this member cannot be said yet
    """
    of_age_or_disability = old_age_monthly(person, on) + disability_monthly(person, on)
    return of_age_or_disability + newborn_monthly(person, on) + child_benefit(person, on)


@clause("sum-of-laws")
def gross(household: Household, on: date) -> Baht:
    """
    เงินได้ของครัวเรือนทั้งปีคือ {value} · The household's income of the year is {value}
    ยังไม่ทราบเงินได้ของสมาชิกครบทุกคน · The income of some member is not known yet
    """
    return sum((assessable_income(member, on) for member in household.members), Baht.of(0))


@clause("sum-of-laws")
def tax(household: Household, on: date) -> Baht:
    """
    ภาษีเงินได้ของครัวเรือนทั้งปีคือ {value} · The household's income tax of the year is {value}
    ยังบอกภาษีของสมาชิกครบทุกคนไม่ได้ · The tax of some member cannot be said yet
    """
    return sum((income_tax(member, on) for member in household.members), Baht.of(0))


@clause("sum-of-laws")
def benefits(household: Household, on: date) -> Baht:
    """
    เงินที่รัฐจ่ายให้ครัวเรือนทั้งปีคือ {value} · The state pays the household {value} in the year
    ยังบอกเงินที่รัฐจ่ายให้สมาชิกครบทุกคนไม่ได้ · What the state pays some member cannot be said yet
    """
    return sum((monthly_benefits(member, on) * 12 for member in household.members), Baht.of(0))


@clause("sum-of-laws")
def net(household: Household, on: date) -> Baht:
    """
    รายได้สุทธิของครัวเรือนทั้งปีคือ {value} · The household keeps {value} in the year
    ยังบอกรายได้สุทธิของครัวเรือนไม่ได้ · What the household keeps cannot be said yet
    """
    return gross(household, on) - tax(household, on) + benefits(household, on)
