"""เบี้ยความพิการที่องค์กรปกครองส่วนท้องถิ่นจ่ายให้คนพิการที่มีบัตรประจำตัวคนพิการ

Disability allowance, paid by the local authorities to those who hold the identity card of persons with disabilities.
"""

from dataclasses import dataclass
from datetime import date

from sala.rulekit import Baht, BirthDate, Rates, add_months, clause, day_of_month, full_years

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person:
    """คนพิการ · The person with a disability."""

    born: BirthDate
    "วันเกิด · Date of birth"
    is_thai: bool
    "มีสัญชาติไทยหรือไม่ · Thai national"
    is_registered_in_area: bool
    "มีชื่อในทะเบียนบ้านในเขตท้องถิ่นนี้หรือไม่ · Name in a house register of this local authority"
    is_disabled: bool
    "มีบัตรประจำตัวคนพิการหรือไม่ · Holder of a disability card"
    lives_in_state_home: bool
    "อยู่ในความอุปการะของสถานสงเคราะห์หรือไม่ · Kept in a state welfare home"
    applied_on: date
    "วันที่ยื่นคำขอรับเบี้ย · Day of the application"


@clause("moi-2553")
def has_thai_nationality(person: Person, on: date) -> bool:
    """
    คุณมีสัญชาติไทย · You are a Thai national
    คุณไม่มีสัญชาติไทย · You are not a Thai national
    ยังไม่ทราบว่าคุณมีสัญชาติไทยหรือไม่ · It is not known yet whether you are a Thai national
    """
    return person.is_thai


@clause("moi-2553")
def is_registered_here(person: Person, on: date) -> bool:
    """
    ชื่อคุณอยู่ในทะเบียนบ้านในเขตท้องถิ่นนี้ · Your name is in a house register of this local authority
    ชื่อคุณไม่อยู่ในทะเบียนบ้านในเขตท้องถิ่นนี้ · Your name is not in a house register of this local authority
    ยังไม่ทราบว่าชื่อคุณอยู่ในทะเบียนบ้านที่ใด · It is not known yet where your name is registered
    """
    return person.is_registered_in_area


@clause("moi-2553")
def holds_disability_card(person: Person, on: date) -> bool:
    """
    คุณมีบัตรประจำตัวคนพิการ · You hold a disability card
    คุณยังไม่มีบัตรประจำตัวคนพิการ · You do not hold a disability card
    ยังไม่ทราบว่าคุณมีบัตรประจำตัวคนพิการหรือไม่ · It is not known yet whether you hold a disability card
    """
    return person.is_disabled


@clause("moi-2553")
def lives_outside_state_home(person: Person, on: date) -> bool:
    """
    คุณไม่ได้อยู่ในความอุปการะของสถานสงเคราะห์ของรัฐ · You are not kept in a state welfare home
    สถานสงเคราะห์ของรัฐดูแลคุณอยู่ จึงไม่จ่ายเบี้ยซ้ำ · A state welfare home keeps you, so no allowance is paid beside it
    ยังไม่ทราบว่าคุณอยู่ในสถานสงเคราะห์หรือไม่ · It is not known yet whether a state welfare home keeps you
    """
    return not person.lives_in_state_home


@clause("moi-2553")
def eligible(person: Person, on: date) -> bool:
    """
    คุณมีสิทธิรับเบี้ยความพิการ · You have the right to the disability allowance
    คุณไม่มีสิทธิรับเบี้ยความพิการ · You do not have the right to the disability allowance
    ยังบอกไม่ได้ว่าคุณมีสิทธิหรือไม่ · It cannot be said yet whether you have the right
    """
    return (
        has_thai_nationality(person, on)
        and is_registered_here(person, on)
        and holds_disability_card(person, on)
        and lives_outside_state_home(person, on)
    )


@clause("cabinet-2563")
def is_under_adult_age(person: Person, on: date) -> bool:
    """
    คุณอายุยังไม่ครบ {adult_age} ปี จึงได้อัตราของเด็ก · You are under {adult_age}, so the rate for children applies
    คุณอายุครบ {adult_age} ปีแล้ว · You have completed {adult_age} years
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    return full_years(person.born, on) < RATES.number("adult_age", on)


@clause("cabinet-2563")
def amount_for_age(person: Person, on: date) -> Baht:
    """
    เบี้ยความพิการตามอายุคือเดือนละ {value} · The allowance for this age is {value} a month
    ยังบอกจำนวนเบี้ยไม่ได้ เพราะยังไม่ทราบวันเกิด · The amount cannot be said before the date of birth is known
    """
    if is_under_adult_age(person, on):
        return RATES.baht("child_monthly", on)
    return RATES.baht("adult_monthly", on)


@clause("moi-2553")
def monthly(person: Person, on: date) -> Baht:
    """
    เบี้ยความพิการของคุณคือเดือนละ {value} · Your disability allowance is {value} a month
    ยังบอกจำนวนเบี้ยความพิการไม่ได้ · Your disability allowance cannot be said yet
    """
    if eligible(person, on):
        return amount_for_age(person, on)
    return Baht.of(0)


@clause("moi-2553")
def paid_from(person: Person, on: date) -> date:
    """
    เริ่มรับเบี้ยตั้งแต่เดือนถัดจากเดือนที่ยื่นคำขอ คือ {value} · Payment begins the month after the application: {value}
    ยังไม่ได้ยื่นคำขอ · There is no application yet
    """
    return add_months(day_of_month(person.applied_on, 1), 1)
