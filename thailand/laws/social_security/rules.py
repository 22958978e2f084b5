"""ประโยชน์ทดแทนของผู้ประกันตนตามพระราชบัญญัติประกันสังคม พ.ศ. 2533

Benefits of insured persons under the Social Security Act B.E. 2533.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import Baht, Between, BirthDate, Inverse, Members, Rates, clause, count, full_years

RATES = Rates.beside(__file__)


class Section(Enum):
    """มาตราที่เป็นผู้ประกันตน · Section of insurance"""

    NONE = "none"
    EMPLOYEE = "33"
    FORMER_EMPLOYEE = "39"
    SELF_EMPLOYED = "40"


@dataclass(frozen=True, kw_only=True)
class Person:
    """ผู้ประกันตน · The insured person."""

    born: BirthDate
    "วันเกิด · Date of birth"
    insured_section: Section
    "มาตราที่เป็นผู้ประกันตน · Section of insurance"
    months_paid_of_36: Annotated[int, Between(0, 36)]
    "จำนวนเดือนที่จ่ายเงินสมทบใน 36 เดือนก่อนเดือนที่มีสิทธิ · Months paid of the 36 before the month of the right"
    claims_for_children: bool
    "เป็นฝ่ายที่ใช้สิทธิสงเคราะห์บุตรหรือไม่ · The parent who claims for the children"
    children: Annotated[Members["Person"], Inverse("mother", "father")]
    "บุตรชอบด้วยกฎหมาย ไม่รวมบุตรบุญธรรม · Lawful children, adopted children not included"
    mother: "Person"
    "มารดา · Mother"
    father: "Person"
    "บิดา · Father"


@clause("social-security", "54")
def is_insured_for_children(person: Person, on: date) -> bool:
    """
    คุณเป็นผู้ประกันตนตามมาตรา 33 หรือ 39 · You are insured under section 33 or 39
    คุณไม่ได้เป็นผู้ประกันตนตามมาตรา 33 หรือ 39 · You are not insured under section 33 or 39
    ยังไม่ทราบว่าคุณเป็นผู้ประกันตนตามมาตราใด · It is not known yet under which section you are insured
    """
    return person.insured_section == Section.EMPLOYEE or person.insured_section == Section.FORMER_EMPLOYEE


@clause("social-security", "74")
def has_paid_for_children(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {child_months} เดือนใน 36 เดือน · You have paid {child_months} months of the last 36
    คุณจ่ายเงินสมทบไม่ครบ {child_months} เดือนใน 36 เดือน · You have paid under {child_months} months of the last 36
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_of_36 >= RATES.number("child_months", on)


@clause("social-security")
def claims_for_children(person: Person, on: date) -> bool:
    """
    คุณเป็นฝ่ายที่ใช้สิทธิสงเคราะห์บุตร · You are the parent who claims for the children
    บิดาหรือมารดาใช้สิทธิได้ฝ่ายเดียว และคุณไม่ได้ใช้ · One parent may claim, and you are not the one
    ยังไม่ทราบว่าฝ่ายใดใช้สิทธิสงเคราะห์บุตร · It is not known yet which parent claims
    """
    return person.claims_for_children


@clause("social-security")
def is_young_enough(person: Person, on: date) -> bool:
    """
    เด็กอายุยังไม่ครบ {child_end_age} ปี · The child has not completed {child_end_age} years
    เด็กอายุครบ {child_end_age} ปีแล้ว · The child has completed {child_end_age} years
    ยังไม่ทราบวันเกิดของเด็ก · The child's date of birth is not known yet
    """
    return full_years(person.born, on) < RATES.number("child_end_age", on)


@clause("child-benefit-2561")
def children_paid_for(person: Person, on: date) -> int:
    """
    นับบุตรที่ได้เงินสงเคราะห์ {value} คน · The benefit counts {value} children
    ยังไม่ทราบวันเกิดของบุตรครบทุกคน · The date of birth of some child is not known yet
    """
    young = count(child for child in person.children if is_young_enough(child, on))
    return min(young, RATES.number("most_children", on))


@clause("child-benefit-2561", "4")
def child_benefit(person: Person, on: date) -> Baht:
    """
    เงินสงเคราะห์บุตรของคุณคือเดือนละ {value} · Your child benefit is {value} a month
    ยังบอกจำนวนเงินสงเคราะห์บุตรไม่ได้ · Your child benefit cannot be said yet
    """
    if is_insured_for_children(person, on) and has_paid_for_children(person, on) and claims_for_children(person, on):
        return RATES.baht("child_monthly", on) * children_paid_for(person, on)
    return Baht.of(0)
