"""ประโยชน์ทดแทนในกรณีว่างงานของลูกจ้างซึ่งเป็นผู้ประกันตน ตามพระราชบัญญัติประกันสังคม พ.ศ. 2533

Unemployment benefit of insured employees under the Social Security Act B.E. 2533.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from laws.social_security.rules import Person as Insured
from laws.social_security.rules import Section, wage_base

from sala.rulekit import Baht, Between, Rates, clause, round_half_up

RATES = Rates.beside(__file__)


class Reason(Enum):
    """เหตุที่ออกจากงาน · Reason for leaving work"""

    DISMISSED = "dismissed"
    "ถูกเลิกจ้าง · Dismissed"
    RESIGNED = "resigned"
    "ลาออก · Resigned"
    CONTRACT_ENDED = "contract-ended"
    "สัญญาจ้างสิ้นสุด · The contract ended"


@dataclass(frozen=True, kw_only=True)
class Person(Insured):
    """ผู้ประกันตนที่ว่างงาน · The insured person out of work."""

    reason: Reason
    "เหตุที่ออกจากงาน · Reason for leaving work"
    was_at_grave_fault: bool
    "ถูกเลิกจ้างเพราะทุจริตหรือทำผิดร้ายแรงหรือไม่ · Dismissed for dishonesty or grave fault"
    is_registered_as_jobseeker: bool
    "ขึ้นทะเบียนและรายงานตัวที่สำนักจัดหางานของรัฐหรือไม่ · Registered and reporting at the state employment office"
    is_entitled_to_pension: bool
    "มีสิทธิรับประโยชน์ทดแทนกรณีชราภาพหรือไม่ · Entitled to the old-age benefit"
    days_out_of_work: Annotated[int, Between(0, 366)]
    "จำนวนวันที่ว่างงานครั้งนี้ · Days out of work this time"
    unemployed_days_used: Annotated[int, Between(0, 366)]
    "จำนวนวันที่รับเงินกรณีว่างงานไปแล้วในปีปฏิทินนี้ · Days of unemployment already paid for in this calendar year"


@clause("social-security", "78")
def is_insured_employee(person: Person, on: date) -> bool:
    """
    คุณเป็นลูกจ้างซึ่งเป็นผู้ประกันตนตามมาตรา 33 · You are insured as an employee under section 33
    กรณีว่างงานคุ้มครองเฉพาะผู้ประกันตนตามมาตรา 33 · Only those insured under section 33 are covered for unemployment
    ยังไม่ทราบว่าคุณเป็นผู้ประกันตนตามมาตราใด · It is not known yet under which section you are insured
    """
    return person.insured_section == Section.EMPLOYEE


@clause("social-security", "78")
def has_paid_enough(person: Person, on: date) -> bool:
    """
    คุณจ่ายเงินสมทบครบ {months_needed} เดือนใน 15 เดือน · You have paid {months_needed} months of the last 15
    คุณจ่ายเงินสมทบไม่ครบ {months_needed} เดือนใน 15 เดือน · You have paid under {months_needed} months of the last 15
    ยังไม่ทราบว่าคุณจ่ายเงินสมทบกี่เดือน · It is not known yet how many months you have paid
    """
    return person.months_paid_of_15 >= RATES.number("months_needed", on)


@clause("social-security", "78(1)")
def is_looking_for_work(person: Person, on: date) -> bool:
    """
    คุณขึ้นทะเบียนและรายงานตัวที่สำนักจัดหางานของรัฐ · You are registered with the state employment office and report to it
    คุณยังไม่ได้ขึ้นทะเบียนหรือรายงานตัวที่สำนักจัดหางานของรัฐ · You have not registered with the state employment office, or do not report
    ยังไม่ทราบว่าคุณขึ้นทะเบียนหางานแล้วหรือไม่ · It is not known yet whether you have registered as a jobseeker
    """
    return person.is_registered_as_jobseeker


@clause("social-security", "78(2)")
def left_without_grave_fault(person: Person, on: date) -> bool:
    """
    คุณไม่ได้ถูกเลิกจ้างเพราะทำผิดร้ายแรง · You were not dismissed for grave fault
    คุณถูกเลิกจ้างเพราะทุจริตหรือทำผิดร้ายแรง · You were dismissed for dishonesty or grave fault
    ยังไม่ทราบเหตุที่คุณออกจากงาน · It is not known yet why you left work
    """
    return not person.was_at_grave_fault


@clause("social-security", "78")
def has_no_pension_right(person: Person, on: date) -> bool:
    """
    คุณยังไม่มีสิทธิรับประโยชน์ทดแทนกรณีชราภาพ · You are not entitled to the old-age benefit
    คุณมีสิทธิรับประโยชน์ทดแทนกรณีชราภาพ จึงใช้สิทธินั้นแทน · You are entitled to the old-age benefit, which comes instead
    ยังไม่ทราบว่าคุณมีสิทธิกรณีชราภาพหรือไม่ · It is not known yet whether you are entitled to the old-age benefit
    """
    return not person.is_entitled_to_pension


@clause("social-security", "78")
def eligible(person: Person, on: date) -> bool:
    """
    คุณมีสิทธิรับประโยชน์ทดแทนกรณีว่างงาน · You have the right to the unemployment benefit
    คุณไม่มีสิทธิรับประโยชน์ทดแทนกรณีว่างงาน · You do not have the right to the unemployment benefit
    ยังบอกไม่ได้ว่าคุณมีสิทธิหรือไม่ · It cannot be said yet whether you have the right
    """
    return (
        is_insured_employee(person, on)
        and has_paid_enough(person, on)
        and is_looking_for_work(person, on)
        and left_without_grave_fault(person, on)
        and has_no_pension_right(person, on)
    )


@clause("unemployment-benefit")
def most_days(person: Person, on: date) -> int:
    """
    ปีนี้รับเงินกรณีว่างงานได้อีกไม่เกิน {value} วัน · At most {value} more days can be paid for this year
    ยังไม่ทราบเหตุที่ออกจากงานหรือวันที่ใช้ไปแล้ว · The reason for leaving, or the days used, is not known yet
    """
    if person.reason == Reason.DISMISSED:
        return max(0, RATES.number("days_if_dismissed", on) - person.unemployed_days_used)
    return max(0, RATES.number("days_if_left", on) - person.unemployed_days_used)


@clause("social-security", "79")
def days_paid(person: Person, on: date) -> int:
    """
    ได้รับเงินกรณีว่างงาน {value} วัน · {value} days are paid for
    ยังไม่ทราบจำนวนวันที่ว่างงาน · The days out of work are not known yet
    """
    return min(max(0, person.days_out_of_work - RATES.number("waiting_days", on)), most_days(person, on))


@clause("unemployment-benefit")
def benefit(person: Person, on: date) -> Baht:
    """
    เงินทดแทนกรณีว่างงานครั้งนี้รวม {value} · The unemployment benefit this time is {value} in all
    ยังบอกจำนวนเงินทดแทนกรณีว่างงานไม่ได้ · The unemployment benefit cannot be said yet
    """
    if not eligible(person, on):
        return Baht.of(0)
    wages = wage_base(person, on) * days_paid(person, on) / max(1, RATES.number("days_of_month", on))
    if person.reason == Reason.DISMISSED:
        return round_half_up(wages * RATES.rate("rate_if_dismissed", on))
    return round_half_up(wages * RATES.rate("rate_if_left", on))
