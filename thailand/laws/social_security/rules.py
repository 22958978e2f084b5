"""ประโยชน์ทดแทนของผู้ประกันตนตามพระราชบัญญัติประกันสังคม พ.ศ. 2533: เงินสมทบ บุตร เจ็บป่วย คลอดบุตร และตาย

Benefits of insured persons under the Social Security Act B.E. 2533: contributions, children, sickness, maternity and
death. Unemployment and old age stand in `unemployment_benefit` and `old_age_pension`.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import Baht, Between, BirthDate, Inverse, Members, Rates, clause, count, full_years, round_half_up

RATES = Rates.beside(__file__)


class Section(Enum):
    """มาตราที่เป็นผู้ประกันตน · Section of insurance"""

    NONE = "none"
    "ไม่ได้เป็นผู้ประกันตน · Not insured"
    EMPLOYEE = "33"
    "มาตรา 33 ลูกจ้าง · Section 33, an employee"
    FORMER_EMPLOYEE = "39"
    "มาตรา 39 อดีตลูกจ้างที่ประกันตนต่อ · Section 39, a former employee who goes on"
    SELF_EMPLOYED = "40"
    "มาตรา 40 ผู้ประกอบอาชีพอิสระ · Section 40, self-employed"


class Option(Enum):
    """ทางเลือกของผู้ประกันตนมาตรา 40 · Option of the self-employed under section 40"""

    ONE = "1"
    "ทางเลือกที่ 1 · Option 1"
    TWO = "2"
    "ทางเลือกที่ 2 · Option 2"
    THREE = "3"
    "ทางเลือกที่ 3 · Option 3"


@dataclass(frozen=True, kw_only=True)
class Person:
    """ผู้ประกันตน · The insured person."""

    born: BirthDate
    "วันเกิด · Date of birth"
    insured_section: Section
    "มาตราที่เป็นผู้ประกันตน · Section of insurance"
    insured_option: Option
    "ทางเลือกตามมาตรา 40 · Option under section 40"
    monthly_wage: Annotated[Baht, Between(0, 100_000_000)]
    "ค่าจ้างรายเดือน · Wage of a month"
    months_paid_of_6: Annotated[int, Between(0, 6)]
    "จำนวนเดือนที่จ่ายเงินสมทบใน 6 เดือนก่อนเดือนที่ตาย · Months paid of the 6 before the month of death"
    months_paid_of_15: Annotated[int, Between(0, 15)]
    "จำนวนเดือนที่จ่ายเงินสมทบใน 15 เดือนก่อนเดือนที่มีสิทธิ · Months paid of the 15 before the month of the right"
    months_paid_of_36: Annotated[int, Between(0, 36)]
    "จำนวนเดือนที่จ่ายเงินสมทบใน 36 เดือนก่อนเดือนที่มีสิทธิ · Months paid of the 36 before the month of the right"
    months_paid: Annotated[int, Between(0, 900)]
    "จำนวนเดือนที่จ่ายเงินสมทบทั้งหมด · Months paid in all"
    claims_for_children: bool
    "เป็นฝ่ายที่ใช้สิทธิสงเคราะห์บุตรหรือไม่ · The parent who claims for the children"
    children: Annotated[Members["Person"], Inverse("mother", "father")]
    "บุตรชอบด้วยกฎหมาย ไม่รวมบุตรบุญธรรม · Lawful children, adopted children not included"
    mother: "Person"
    "มารดา · Mother"
    father: "Person"
    "บิดา · Father"
    certified_sick_days: Annotated[int, Between(0, 366)]
    "จำนวนวันที่แพทย์สั่งให้หยุดพักครั้งนี้ · Days off ordered by the doctor this time"
    sick_days_paid_by_employer: Annotated[int, Between(0, 366)]
    "จำนวนวันลาป่วยครั้งนี้ที่นายจ้างจ่ายค่าจ้าง · Days of this sick leave that the employer pays"
    sick_days_used: Annotated[int, Between(0, 366)]
    "จำนวนวันที่รับเงินทดแทนไปแล้วในปีปฏิทินนี้ · Days already paid for in this calendar year"
    is_chronic: bool
    "ป่วยด้วยโรคเรื้อรังหรือไม่ · Chronic illness"
    claims_for_birth: bool
    "เป็นฝ่ายที่ใช้สิทธิค่าคลอดบุตรครั้งนี้หรือไม่ · The parent who claims for this birth"
    gave_birth: bool
    "เป็นผู้คลอดเองหรือไม่ · The one who gave birth"
    leaves_paid_before: Annotated[int, Between(0, 20)]
    "จำนวนครั้งที่เคยรับเงินสงเคราะห์การหยุดงานเพื่อคลอดบุตร · Maternity leaves already paid for"


@clause("social-security", "54")
def is_insured(person: Person, on: date) -> bool:
    """
    คุณเป็นผู้ประกันตนตามมาตรา 33 หรือ 39 · You are insured under section 33 or 39
    คุณไม่ได้เป็นผู้ประกันตนตามมาตรา 33 หรือ 39 · You are not insured under section 33 or 39
    ยังไม่ทราบว่าคุณเป็นผู้ประกันตนตามมาตราใด · It is not known yet under which section you are insured
    """
    return person.insured_section == Section.EMPLOYEE or person.insured_section == Section.FORMER_EMPLOYEE


@clause("wage-base")
def wage_base(person: Person, on: date) -> Baht:
    """
    ค่าจ้างที่ใช้คำนวณคือเดือนละ {value} · The wage that counts is {value} a month
    ยังไม่ทราบค่าจ้างหรือมาตราของผู้ประกันตน · The wage or the section of insurance is not known yet
    """
    if person.insured_section == Section.FORMER_EMPLOYEE:
        return RATES.baht("former_employee_base", on)
    return min(max(person.monthly_wage, RATES.baht("lowest_base", on)), RATES.baht("highest_base", on))


@clause("social-security")
def contribution(person: Person, on: date) -> Baht:
    """
    เงินสมทบส่วนของคุณคือเดือนละ {value} · Your own contribution is {value} a month
    ยังบอกจำนวนเงินสมทบไม่ได้ · Your contribution cannot be said yet
    """
    if person.insured_section == Section.EMPLOYEE:
        return round_half_up(wage_base(person, on) * RATES.rate("employee_rate", on))
    if person.insured_section == Section.FORMER_EMPLOYEE:
        return round_half_up(wage_base(person, on) * RATES.rate("former_employee_rate", on))
    if person.insured_section == Section.SELF_EMPLOYED:
        return contribution_of_self_employed(person, on)
    return Baht.of(0)


@clause("social-security", "40")
def contribution_of_self_employed(person: Person, on: date) -> Baht:
    """
    เงินสมทบตามทางเลือกของคุณคือเดือนละ {value} · The contribution of your option is {value} a month
    ยังไม่ทราบทางเลือกตามมาตรา 40 · The option under section 40 is not known yet
    """
    if person.insured_option == Option.ONE:
        return RATES.baht("option_one", on)
    if person.insured_option == Option.TWO:
        return RATES.baht("option_two", on)
    return RATES.baht("option_three", on)


@clause("social-security", "74")
def has_paid_for_children(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {child_months} เดือนใน 36 เดือน · You have paid {child_months} months of the last 36
    คุณจ่ายเงินสมทบไม่ครบ {child_months} เดือนใน 36 เดือน · You have paid under {child_months} months of the last 36
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_of_36 >= RATES.number("child_months", on)


@clause("social-security", "74")
def may_claim_for_children(person: Person, on: date) -> bool:
    """
    คุณมีสิทธิรับเงินสงเคราะห์บุตร · You have the right to the child benefit
    คุณยังไม่มีสิทธิรับเงินสงเคราะห์บุตร · You do not have the right to the child benefit yet
    ยังบอกไม่ได้ว่าคุณมีสิทธิรับเงินสงเคราะห์บุตรหรือไม่ · It cannot be said yet whether you have the right to the child benefit
    """
    return is_insured(person, on) and has_paid_for_children(person, on)


@clause("social-security")
def is_claiming_parent(person: Person, on: date) -> bool:
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
    เงินสงเคราะห์บุตรของผู้ประกันตนมาตรา 33 หรือ 39 คือเดือนละ {value} · The child benefit under s. 33 or 39: {value} a month
    ยังบอกจำนวนเงินสงเคราะห์บุตรไม่ได้ · Your child benefit cannot be said yet
    """
    if may_claim_for_children(person, on) and is_claiming_parent(person, on):
        return RATES.baht("child_monthly", on) * children_paid_for(person, on)
    return Baht.of(0)


@clause("social-security", "62")
def has_paid_for_sickness(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {sickness_months} เดือนใน 15 เดือน · You have paid {sickness_months} months of the last 15
    คุณจ่ายเงินสมทบไม่ครบ {sickness_months} เดือนใน 15 เดือน · You have paid under {sickness_months} months of the last 15
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_of_15 >= RATES.number("sickness_months", on)


@clause("social-security", "64")
def most_sick_days(person: Person, on: date) -> int:
    """
    รับเงินทดแทนครั้งนี้ได้อีกไม่เกิน {value} วัน · At most {value} more days can be paid for this time
    ยังไม่ทราบวันที่ใช้ไปแล้ว หรือว่าเป็นโรคเรื้อรังหรือไม่ · The days used, or whether the illness is chronic, is not known yet
    """
    if person.is_chronic:
        return max(0, RATES.number("chronic_days", on) - person.sick_days_used)
    left_this_year = RATES.number("sick_days_a_year", on) - person.sick_days_used
    return max(0, min(RATES.number("sick_days_at_a_time", on), left_this_year))


@clause("social-security", "64")
def sick_days_paid(person: Person, on: date) -> int:
    """
    ได้รับเงินทดแทน {value} วัน · {value} days are paid for
    ยังไม่ทราบจำนวนวันที่หยุดพักหรือที่นายจ้างจ่ายค่าจ้าง · The days off, or those the employer pays, are not known yet
    """
    unpaid = max(0, person.certified_sick_days - person.sick_days_paid_by_employer)
    return min(unpaid, most_sick_days(person, on))


@clause("social-security", "64")
def sickness_benefit(person: Person, on: date) -> Baht:
    """
    เงินทดแทนการขาดรายได้ครั้งนี้รวม {value} · The pay in place of wages this time is {value} in all
    ยังบอกจำนวนเงินทดแทนการขาดรายได้ไม่ได้ · The pay in place of wages cannot be said yet
    """
    if is_insured(person, on) and has_paid_for_sickness(person, on):
        of_month = wage_base(person, on) * RATES.rate("sickness_rate", on)
        return round_half_up(of_month * sick_days_paid(person, on) / max(1, RATES.number("days_of_month", on)))
    return Baht.of(0)


@clause("social-security", "65")
def has_paid_for_maternity(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {maternity_months} เดือนใน 15 เดือน · You have paid {maternity_months} months of the last 15
    คุณจ่ายเงินสมทบไม่ครบ {maternity_months} เดือนใน 15 เดือน · You have paid under {maternity_months} months of the last 15
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_of_15 >= RATES.number("maternity_months", on)


@clause("social-security", "65")
def maternity_grant(person: Person, on: date) -> Baht:
    """
    ค่าคลอดบุตรเหมาจ่ายครั้งนี้คือ {value} · The lump sum for this birth is {value}
    ยังบอกจำนวนค่าคลอดบุตรไม่ได้ · The lump sum for this birth cannot be said yet
    """
    if is_insured(person, on) and has_paid_for_maternity(person, on) and person.claims_for_birth:
        return RATES.baht("birth_grant", on)
    return Baht.of(0)


@clause("social-security")
def maternity_leave_pay(person: Person, on: date) -> Baht:
    """
    เงินสงเคราะห์การหยุดงานเพื่อการคลอดบุตรรวม {value} · The pay for maternity leave is {value} in all
    ยังบอกจำนวนเงินสงเคราะห์การหยุดงานไม่ได้ · The pay for maternity leave cannot be said yet
    """
    may_be_paid = person.gave_birth and person.leaves_paid_before < RATES.number("most_leaves", on)
    if is_insured(person, on) and has_paid_for_maternity(person, on) and may_be_paid:
        of_month = wage_base(person, on) * RATES.rate("leave_rate", on)
        return round_half_up(of_month * RATES.number("leave_days", on) / max(1, RATES.number("days_of_month", on)))
    return Baht.of(0)


@clause("social-security", "73")
def has_paid_for_death(person: Person, on: date) -> bool:
    """
    จ่ายเงินสมทบครบ {death_months} เดือนใน 6 เดือนก่อนเดือนที่ตาย · {death_months} month of the 6 before the death was paid
    จ่ายเงินสมทบไม่ครบ {death_months} เดือนใน 6 เดือนก่อนเดือนที่ตาย · Under {death_months} month of the 6 before the death was paid
    ยังไม่ทราบว่าจ่ายเงินสมทบกี่เดือน · It is not known yet how many months were paid
    """
    return person.months_paid_of_6 >= RATES.number("death_months", on)


@clause("social-security", "73(1)")
def funeral_grant(person: Person, on: date) -> Baht:
    """
    ค่าทำศพจากกองทุนประกันสังคมคือ {value} · The funeral grant of the Social Security Fund is {value}
    ยังบอกจำนวนค่าทำศพไม่ได้ · The funeral grant cannot be said yet
    """
    if is_insured(person, on) and has_paid_for_death(person, on):
        return RATES.baht("funeral", on)
    return Baht.of(0)


@clause("social-security", "73")
def months_of_survivors_grant(person: Person, on: date) -> int:
    """
    เงินสงเคราะห์กรณีตายคิดจากค่าจ้าง {value} เดือน · The survivors' grant counts {value} months of wages
    ยังไม่ทราบจำนวนเดือนที่จ่ายเงินสมทบทั้งหมด · The months paid in all are not known yet
    """
    if person.months_paid >= RATES.number("long_months", on):
        return RATES.number("long_survivors_months", on)
    if person.months_paid >= RATES.number("short_months", on):
        return RATES.number("short_survivors_months", on)
    return 0


@clause("social-security", "73")
def survivors_grant(person: Person, on: date) -> Baht:
    """
    เงินสงเคราะห์กรณีตายที่จ่ายให้ทายาทรวม {value} · The grant to the survivors is {value} in all
    ยังบอกจำนวนเงินสงเคราะห์กรณีตายไม่ได้ · The grant to the survivors cannot be said yet
    """
    if is_insured(person, on) and has_paid_for_death(person, on):
        wages = wage_base(person, on) * months_of_survivors_grant(person, on)
        return round_half_up(wages * RATES.rate("survivors_rate", on))
    return Baht.of(0)
