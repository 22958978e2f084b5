"""เงินช่วยค่าจัดการศพ: ผู้สูงอายุที่มีรายได้น้อย ลูกจ้างที่ตายเพราะงาน และผู้ประกันตน

Funeral grants: for elderly persons in need, for employees who died of their work, and for insured persons.
"""

from dataclasses import dataclass
from datetime import date

from laws.social_security.rules import Person as Insured
from laws.social_security.rules import funeral_grant

from sala.rulekit import Baht, Rates, add_months, clause, full_years

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person(Insured):
    """ผู้ตาย · The person who died."""

    is_thai: bool
    "ผู้ตายมีสัญชาติไทยหรือไม่ · Thai national"
    died_on: date
    "วันที่ตาย · Day of death"
    was_in_need: bool
    "ผู้ตายถือบัตรสวัสดิการแห่งรัฐ หรือมีหนังสือรับรองว่ามีคุณสมบัติตามเกณฑ์บัตรหรือไม่ · Welfare card, or a certificate that its criteria were met"
    certified_on: date
    "วันที่ออกใบมรณบัตร · Day of the death certificate"
    applied_on: date
    "วันที่ยื่นคำขอ · Day of the application"
    died_of_work: bool
    "ตายเพราะประสบอันตรายหรือเจ็บป่วยจากการทำงานหรือไม่ · Death caused by work"


@clause("elderly-persons", "3")
def was_elderly(person: Person, on: date) -> bool:
    """
    ผู้ตายเป็นผู้สูงอายุ อายุครบ {elderly_age} ปีและมีสัญชาติไทย · The person was elderly: {elderly_age} years complete, a Thai national
    ผู้ตายไม่ใช่ผู้สูงอายุตามกฎหมาย · The person was not elderly by law
    ยังไม่ทราบวันเกิด วันตาย หรือสัญชาติของผู้ตาย · The birth, the death or the nationality is not known yet
    """
    return person.is_thai and full_years(person.born, person.died_on) >= RATES.number("elderly_age", on)


@clause("funeral-2563")
def had_card_or_certificate(person: Person, on: date) -> bool:
    """
    ผู้ตายถือบัตรสวัสดิการแห่งรัฐ หรือมีหนังสือรับรอง · The person held a welfare card, or a certificate stands in its place
    ผู้ตายไม่มีบัตรสวัสดิการแห่งรัฐและไม่มีหนังสือรับรอง · The person held no welfare card, and no certificate stands in its place
    ยังไม่ทราบว่าผู้ตายถือบัตรสวัสดิการแห่งรัฐหรือไม่ · It is not known yet whether the person held a welfare card
    """
    return person.was_in_need


@clause("funeral-2563")
def apply_by(person: Person, on: date) -> date:
    """
    ยื่นคำขอได้ถึง {value} · Apply by {value}
    ยังไม่ทราบวันที่ออกใบมรณบัตร · The day of the death certificate is not known yet
    """
    return add_months(person.certified_on, RATES.number("months_to_apply", on))


@clause("funeral-2563")
def applied_in_time(person: Person, on: date) -> bool:
    """
    ยื่นคำขอภายใน {months_to_apply} เดือน · The application came within {months_to_apply} months
    ยื่นคำขอเกิน {months_to_apply} เดือน · The application came after {months_to_apply} months
    ยังไม่ทราบวันที่ยื่นคำขอหรือวันที่ออกใบมรณบัตร · The day of the application, or of the certificate, is not known yet
    """
    return person.applied_on <= apply_by(person, on)


@clause("elderly-persons", "11(12)")
def grant_for_elderly(person: Person, on: date) -> Baht:
    """
    เงินสงเคราะห์ในการจัดการศพผู้สูงอายุคือ {value} · The aid for an elderly person's funeral is {value}
    ยังบอกเงินสงเคราะห์ในการจัดการศพไม่ได้ · The aid for the funeral cannot be said yet
    """
    if was_elderly(person, on) and had_card_or_certificate(person, on) and applied_in_time(person, on):
        return RATES.baht("elderly_grant", on)
    return Baht.of(0)


@clause("employer-funeral-2564", "2")
def grant_of_employer(person: Person, on: date) -> Baht:
    """
    ค่าทำศพที่นายจ้างต้องจ่ายคือ {value} · The employer pays {value} for the funeral
    ยังไม่ทราบว่าตายเพราะงานหรือไม่ · It is not known yet whether work caused the death
    """
    if person.died_of_work:
        return RATES.baht("employer_grant", on)
    return Baht.of(0)


@clause("social-security", "73(1)")
def grant_of_insurance(person: Person, on: date) -> Baht:
    """
    ค่าทำศพจากกองทุนประกันสังคมคือ {value} · The Social Security Fund pays {value} for the funeral
    ยังบอกค่าทำศพจากกองทุนประกันสังคมไม่ได้ · What the Social Security Fund pays cannot be said yet
    """
    if person.died_of_work:
        return Baht.of(0)
    return funeral_grant(person, on)


@clause("elderly-persons", "12")
def total(person: Person, on: date) -> Baht:
    """
    เงินช่วยค่าจัดการศพรวม {value} · The funeral grants come to {value}
    ยังบอกเงินช่วยค่าจัดการศพรวมไม่ได้ · What the funeral grants come to cannot be said yet
    """
    return grant_for_elderly(person, on) + grant_of_employer(person, on) + grant_of_insurance(person, on)
