"""ประโยชน์ทดแทนในกรณีชราภาพของผู้ประกันตนมาตรา 33 และ 39: บำนาญรายเดือน หรือบำเหน็จครั้งเดียว

Old-age benefit of those insured under sections 33 and 39: a pension month by month, or a lump sum once.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sala.rulekit import Baht, Between, BirthDate, Rates, clause, floor_to, full_years, quotient, round_half_up

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person:
    """ผู้ประกันตน · The insured person."""

    born: BirthDate
    "วันเกิด · Date of birth"
    has_left_insurance: bool
    "สิ้นสุดความเป็นผู้ประกันตนแล้วหรือไม่ · No longer insured"
    months_paid_for_old_age: Annotated[int, Between(0, 900)]
    "จำนวนเดือนที่จ่ายเงินสมทบกรณีชราภาพ · Months paid for old age"
    average_wage: Annotated[Baht, Between(0, 100_000)]
    "ค่าจ้างเฉลี่ย 60 เดือนสุดท้ายที่ใช้คำนวณเงินสมทบ · Average wage that counted in the last 60 months"
    paid_by_person: Annotated[Baht, Between(0, 100_000_000)]
    "เงินสมทบกรณีชราภาพส่วนของผู้ประกันตน · Old-age contributions paid by the person"
    paid_by_employer: Annotated[Baht, Between(0, 100_000_000)]
    "เงินสมทบกรณีชราภาพส่วนของนายจ้าง · Old-age contributions paid by the employer"
    returns: Annotated[Baht, Between(0, 100_000_000)]
    "ผลประโยชน์ตอบแทนที่สำนักงานประกันสังคมประกาศ · Returns announced by the Social Security Office"


@clause("social-security")
def has_completed_age(person: Person, on: date) -> bool:
    """
    คุณอายุครบ {pension_age} ปีแล้ว · You have completed {pension_age} years
    คุณอายุยังไม่ครบ {pension_age} ปี · You have not completed {pension_age} years yet
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    return full_years(person.born, on) >= RATES.number("pension_age", on)


@clause("social-security")
def is_no_longer_insured(person: Person, on: date) -> bool:
    """
    ความเป็นผู้ประกันตนของคุณสิ้นสุดแล้ว · You are no longer insured
    คุณยังเป็นผู้ประกันตนอยู่ · You are still insured
    ยังไม่ทราบว่าคุณยังเป็นผู้ประกันตนหรือไม่ · It is not known yet whether you are still insured
    """
    return person.has_left_insurance


@clause("social-security")
def is_due(person: Person, on: date) -> bool:
    """
    คุณมีสิทธิรับประโยชน์ทดแทนกรณีชราภาพแล้ว · Your old-age benefit is due
    คุณยังไม่มีสิทธิรับประโยชน์ทดแทนกรณีชราภาพ · Your old-age benefit is not due yet
    ยังบอกไม่ได้ว่าคุณมีสิทธิแล้วหรือไม่ · It cannot be said yet whether your old-age benefit is due
    """
    return has_completed_age(person, on) and is_no_longer_insured(person, on)


@clause("social-security")
def has_months_for_pension(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {pension_months} เดือน จึงได้เป็นบำนาญ · You have paid {pension_months} months, so it is a pension
    คุณจ่ายเงินสมทบไม่ครบ {pension_months} เดือน จึงได้เป็นบำเหน็จ · You have paid under {pension_months} months, so it is a lump sum
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_for_old_age >= RATES.number("pension_months", on)


@clause("old-age-2550")
def steps_of_pension(person: Person, on: date) -> int:
    """
    จ่ายเงินสมทบเกินมาครบ {months_of_step} เดือนรวม {value} ครั้ง · {value} full times {months_of_step} months were paid beyond
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    beyond = max(0, person.months_paid_for_old_age - RATES.number("pension_months", on))
    return floor_to(quotient(beyond, max(1, RATES.number("months_of_step", on))), 1)


@clause("old-age-2550")
def first_part_of_pension(person: Person, on: date) -> Baht:
    """
    บำนาญส่วนแรกจากค่าจ้างเฉลี่ยคือเดือนละ {value} · The first part, from the average wage, is {value} a month
    ยังไม่ทราบค่าจ้างเฉลี่ย · The average wage is not known yet
    """
    return round_half_up(person.average_wage * RATES.rate("pension_rate", on))


@clause("old-age-2550")
def addition_to_pension(person: Person, on: date) -> Baht:
    """
    บำนาญส่วนเพิ่มคือเดือนละ {value} · The addition is {value} a month
    ยังไม่ทราบค่าจ้างเฉลี่ยหรือจำนวนเดือนที่จ่าย · The average wage, or the months paid, are not known yet
    """
    return round_half_up(person.average_wage * steps_of_pension(person, on) * RATES.rate("step_rate", on))


@clause("old-age-2550")
def pension(person: Person, on: date) -> Baht:
    """
    บำนาญชราภาพของคุณคือเดือนละ {value} · Your pension is {value} a month
    ยังบอกจำนวนบำนาญชราภาพไม่ได้ · Your pension cannot be said yet
    """
    if is_due(person, on) and has_months_for_pension(person, on):
        return first_part_of_pension(person, on) + addition_to_pension(person, on)
    return Baht.of(0)


@clause("social-security")
def lump_sum(person: Person, on: date) -> Baht:
    """
    บำเหน็จชราภาพของคุณคือ {value} · Your lump sum is {value}
    ยังบอกจำนวนบำเหน็จชราภาพไม่ได้ · Your lump sum cannot be said yet
    """
    if not is_due(person, on) or has_months_for_pension(person, on):
        return Baht.of(0)
    if person.months_paid_for_old_age < RATES.number("employer_share_months", on):
        return person.paid_by_person
    return person.paid_by_person + person.paid_by_employer + person.returns
