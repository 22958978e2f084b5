"""เบี้ยยังชีพผู้สูงอายุขององค์กรปกครองส่วนท้องถิ่น (เทศบาล อบต. เมืองพัทยา กรุงเทพมหานครมีระเบียบของตนเอง)

Old-age allowance of the local authorities (municipalities, subdistrict administrations, Pattaya); Bangkok has its own.
"""

from dataclasses import dataclass
from datetime import date

from sala.rulekit import (
    Baht,
    BirthDate,
    Rates,
    clause,
    day_of_month,
    fiscal_year_start,
    full_years,
    ladder,
    last_day_of_month_before,
    working_day_not_after,
)

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person:
    """ผู้ขอรับเบี้ย · The one who asks for the allowance. None is unknown."""

    born: BirthDate
    "วันเกิด · Date of birth"
    is_thai: bool
    "มีสัญชาติไทยหรือไม่ · Thai national"
    is_registered_in_area: bool
    "มีชื่อในทะเบียนบ้านในเขตท้องถิ่นนี้หรือไม่ · Name in a house register of this local authority"
    has_confirmed: bool
    "ยืนยันสิทธิกับท้องถิ่นแล้วหรือไม่ · Right confirmed with the local authority"
    receives_other_state_benefit: bool
    "ได้รับบำนาญ เงินเดือน หรือเงินประจำอื่นจากรัฐหรือไม่ · Pension, salary or other regular state money"
    income_is_insufficient: bool
    "รายได้ไม่พอแก่การยังชีพตามเกณฑ์หรือไม่ · Income not enough to live on, by the set criterion"
    received_before_2566: bool
    "รับเบี้ยอยู่ก่อนวันที่ 12 สิงหาคม 2566 หรือไม่ · Paid before 12 August 2023"


@clause("moi-2566", "6(1)")
def has_thai_nationality(person: Person, on: date) -> bool:
    """
    คุณมีสัญชาติไทย · You are a Thai national
    คุณไม่มีสัญชาติไทย · You are not a Thai national
    ยังไม่ทราบว่าคุณมีสัญชาติไทยหรือไม่ · It is not known yet whether you are a Thai national
    """
    return person.is_thai


@clause("moi-2566", "6(2)")
def is_registered_here(person: Person, on: date) -> bool:
    """
    ชื่อคุณอยู่ในทะเบียนบ้านในเขตท้องถิ่นนี้ · Your name is in a house register of this local authority
    ชื่อคุณไม่อยู่ในทะเบียนบ้านในเขตท้องถิ่นนี้ · Your name is not in a house register of this local authority
    ยังไม่ทราบว่าชื่อคุณอยู่ในทะเบียนบ้านที่ใด · It is not known yet where your name is registered
    """
    return person.is_registered_in_area


@clause("moi-2566", "6(3)")
def has_completed_sixty(person: Person, on: date) -> bool:
    """
    คุณอายุครบ {completed_age} ปีบริบูรณ์แล้ว · You have completed {completed_age} years
    คุณอายุยังไม่ครบ {completed_age} ปีบริบูรณ์ · You have not completed {completed_age} years yet
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    return full_years(person.born, on) >= RATES.number("completed_age", on)


@clause("moi-2566", "6(3)")
def has_confirmed_right(person: Person, on: date) -> bool:
    """
    คุณยืนยันสิทธิกับท้องถิ่นแล้ว · You have confirmed your right with the local authority
    คุณยังไม่ได้ยืนยันสิทธิกับท้องถิ่น · You have not confirmed your right with the local authority yet
    ยังไม่ทราบว่าคุณยืนยันสิทธิแล้วหรือไม่ · It is not known yet whether you have confirmed your right
    """
    return person.has_confirmed


@clause("moi-2566", "6(4)")
def has_insufficient_income(person: Person, on: date) -> bool:
    """
    รายได้ของคุณไม่พอแก่การยังชีพตามเกณฑ์ · Your income is not enough to live on, by the set criterion
    รายได้ของคุณพอแก่การยังชีพตามเกณฑ์ · Your income is enough to live on, by the set criterion
    ยังไม่ทราบรายได้ของคุณ · Your income is not known yet
    """
    return person.income_is_insufficient


@clause("moi-2552", "6(4)")
def receives_no_other_state_benefit(person: Person, on: date) -> bool:
    """
    คุณไม่ได้รับบำนาญ เงินเดือน หรือเงินประจำอื่นจากรัฐ · You receive no pension, salary or other regular state money
    คุณได้รับบำนาญ เงินเดือน หรือเงินประจำอื่นจากรัฐอยู่ · You receive a pension, salary or other regular state money
    ยังไม่ทราบว่าคุณได้รับเงินประจำอื่นจากรัฐหรือไม่ · It is not known yet whether you receive other regular state money
    """
    return not person.receives_other_state_benefit


@clause("moi-2566", "transitional")
def meets_means_condition(person: Person, on: date) -> bool:
    """
    คุณผ่านเงื่อนไขเรื่องรายได้ที่ใช้อยู่ในวันนี้ · You meet the condition on means that applies on this day
    คุณไม่ผ่านเงื่อนไขเรื่องรายได้ที่ใช้อยู่ในวันนี้ · You do not meet the condition on means that applies on this day
    ยังไม่ทราบว่าคุณผ่านเงื่อนไขเรื่องรายได้หรือไม่ · It is not known yet whether you meet the condition on means
    """
    if RATES.choice("means_condition", on) == "income-test":
        return has_insufficient_income(person, on)
    return receives_no_other_state_benefit(person, on)


@clause("moi-2552", "6")
def qualifies_under_2552(person: Person, on: date) -> bool:
    """
    คุณมีคุณสมบัติตามระเบียบ พ.ศ. 2552 · You qualify under the regulation of B.E. 2552
    คุณยังไม่มีคุณสมบัติตามระเบียบ พ.ศ. 2552 · You do not qualify under the regulation of B.E. 2552
    ยังบอกไม่ได้ว่าคุณมีคุณสมบัติตามระเบียบ พ.ศ. 2552 หรือไม่ · It cannot be said yet whether you qualify under the regulation of B.E. 2552
    """
    return (
        has_thai_nationality(person, on)
        and is_registered_here(person, on)
        and has_completed_sixty(person, on)
        and receives_no_other_state_benefit(person, on)
    )


@clause("moi-2566", "6")
def qualifies_under_2566(person: Person, on: date) -> bool:
    """
    คุณมีคุณสมบัติตามระเบียบ พ.ศ. 2566 · You qualify under the regulation of B.E. 2566
    คุณยังไม่มีคุณสมบัติตามระเบียบ พ.ศ. 2566 · You do not qualify under the regulation of B.E. 2566
    ยังบอกไม่ได้ว่าคุณมีคุณสมบัติตามระเบียบ พ.ศ. 2566 หรือไม่ · It cannot be said yet whether you qualify under the regulation of B.E. 2566
    """
    return (
        has_thai_nationality(person, on)
        and is_registered_here(person, on)
        and has_completed_sixty(person, on)
        and meets_means_condition(person, on)
    )


@clause("moi-2566", "6")
def qualifies(person: Person, on: date) -> bool:
    """
    คุณมีคุณสมบัติรับเบี้ยยังชีพผู้สูงอายุ · You qualify for the old-age allowance
    คุณยังไม่มีคุณสมบัติรับเบี้ยยังชีพผู้สูงอายุ · You do not qualify for the old-age allowance
    ยังบอกไม่ได้ว่าคุณมีคุณสมบัติครบหรือไม่ · It cannot be said yet whether you qualify
    """
    if RATES.choice("regulation", on) == "moi-2552":
        return qualifies_under_2552(person, on)
    return qualifies_under_2566(person, on)


@clause("moi-2566", "6")
def eligible(person: Person, on: date) -> bool:
    """
    คุณมีสิทธิรับเบี้ยยังชีพผู้สูงอายุ · You have the right to the old-age allowance
    คุณไม่มีสิทธิรับเบี้ยยังชีพผู้สูงอายุ · You do not have the right to the old-age allowance
    ยังบอกไม่ได้ว่าคุณมีสิทธิหรือไม่ · It cannot be said yet whether you have the right
    """
    return qualifies(person, on) and has_confirmed_right(person, on)


@clause("moi-2566", "17")
def keeps_right(person: Person, on: date) -> bool:
    """
    คุณรับเบี้ยอยู่ก่อนระเบียบใหม่ จึงมีสิทธิรับต่อ · You were paid before the new regulation, so you keep your right
    คุณไม่ได้รับเบี้ยอยู่ก่อนระเบียบใหม่ · You were not paid before the new regulation
    ยังไม่ทราบว่าคุณรับเบี้ยอยู่ก่อนระเบียบใหม่หรือไม่ · It is not known yet whether you were paid before the new regulation
    """
    return person.received_before_2566


@clause("moi-2566")
def may_confirm(person: Person, on: date) -> bool:
    """
    คุณยืนยันสิทธิได้แล้ว รวมถึงล่วงหน้าก่อนอายุครบ · You may confirm your right now, even ahead of the birthday
    คุณยังเด็กเกินไปสำหรับรอบลงทะเบียนนี้ · You are too young for this round of registration
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    last_month = last_day_of_month_before(fiscal_year_start(on, 2))
    return full_years(person.born, last_day_of_month_before(last_month)) >= RATES.number("completed_age", on)


@clause("cabinet-2554")
def age_of_ladder(person: Person, on: date) -> int:
    """
    อายุที่ใช้กำหนดขั้นเบี้ยคือ {value} ปี · The age that sets the step is {value} years
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    if RATES.choice("step_changes", on) == "month-after":
        return full_years(person.born, last_day_of_month_before(on))
    return full_years(person.born, fiscal_year_start(on, 0))


@clause("cabinet-2554")
def amount_for_age(person: Person, on: date) -> Baht:
    """
    เบี้ยตามขั้นอายุของเดือนนี้คือเดือนละ {value} · The step for this month's age is {value} a month
    ยังบอกจำนวนเบี้ยไม่ได้ เพราะยังไม่ทราบวันเกิด · The amount cannot be said before the date of birth is known
    """
    return ladder(age_of_ladder(person, on), RATES.steps("monthly_ladder", on))


@clause("moi-2566")
def monthly(person: Person, on: date) -> Baht:
    """
    เบี้ยของเดือนนี้คือ {value} · This month's allowance is {value}
    ยังบอกจำนวนเบี้ยของเดือนนี้ไม่ได้ · This month's allowance cannot be said yet
    """
    if eligible(person, on) or keeps_right(person, on):
        return amount_for_age(person, on)
    return Baht.of(0)


@clause("moi-2566")
def paid_on(person: Person, on: date) -> date:
    """
    เบี้ยของเดือนนี้จ่ายวันที่ {value} · This month's allowance is paid on {value}
    ยังไม่ทราบวันจ่าย · The day of payment is not known yet
    """
    return working_day_not_after(day_of_month(on, RATES.number("payment_day", on)))
