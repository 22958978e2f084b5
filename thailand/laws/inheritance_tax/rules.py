"""ภาษีการรับมรดก: ผู้ได้รับมรดกหนึ่งคนจากเจ้ามรดกหนึ่งราย ตามพระราชบัญญัติภาษีการรับมรดก พ.ศ. 2558

Inheritance tax: one person who inherits from one deceased, under the Inheritance Tax Act B.E. 2558.
A later inheritance from the same deceased adds to the earlier ones; the tax asked here is for what is added.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import (
    Baht,
    Between,
    Rates,
    add_days,
    add_years,
    clause,
    floor_to,
    months_or_part,
    round_half_up,
)

RATES = Rates.beside(__file__)


class Heir(Enum):
    """ผู้ได้รับมรดก · Who inherits"""

    THAI = "thai"  # ผู้มีสัญชาติไทย รวมนิติบุคคลที่มาตรา 11 วรรคสองให้ถือว่ามีสัญชาติไทย
    "ผู้มีสัญชาติไทย หรือนิติบุคคลที่ถือว่ามีสัญชาติไทย · A Thai national, or a company held to be Thai"
    RESIDENT = "resident"  # บุคคลธรรมดาที่มีถิ่นที่อยู่ในราชอาณาจักรตามกฎหมายว่าด้วยคนเข้าเมือง
    "บุคคลธรรมดาต่างสัญชาติที่มีถิ่นที่อยู่ในไทย · A foreign natural person resident in Thailand"
    FOREIGN = "foreign"
    "ผู้อื่นที่ไม่มีสัญชาติไทย · Another who is not Thai"


class Kinship(Enum):
    """ความเกี่ยวพันกับเจ้ามรดก · Kinship with the deceased"""

    SPOUSE = "spouse"
    "คู่สมรส · Spouse"
    ASCENDANT = "ascendant"
    "บุพการี · Ascendant"
    DESCENDANT = "descendant"
    "ผู้สืบสันดาน · Descendant"
    OTHER = "other"
    "บุคคลอื่น · Another"


class TaxReturn(Enum):
    """การยื่นแบบแสดงรายการภาษี · The return"""

    COMPLETE = "complete"
    "ยื่นแบบครบถ้วน · Filed in full"
    INCOMPLETE = "incomplete"
    "ยื่นแบบแต่ไม่ครบถ้วน · Filed, but not in full"
    MISSING = "missing"
    "ไม่ได้ยื่นแบบ · Not filed"


@dataclass(frozen=True, kw_only=True)
class Inheritance:
    """มรดกที่ได้รับ · The inheritance."""

    died_on: date
    "วันที่เจ้ามรดกเสียชีวิต · Day the deceased died"
    received_on: date
    "วันที่ได้รับมรดกครั้งนี้ · Day this inheritance was received"
    heir: Heir
    "สัญชาติหรือถิ่นที่อยู่ของผู้รับมรดก · Nationality or residence of the heir"
    kinship: Kinship
    "ความเกี่ยวพันกับเจ้ามรดก · Kinship with the deceased"
    is_for_public_good: bool
    "เจ้ามรดกให้ใช้เพื่อศาสนา การศึกษา หรือสาธารณประโยชน์ตามที่กฎกระทรวงกำหนด · Meant for religion, education or public good, as the regulation lists"
    is_exempt_body: bool
    "ผู้รับเป็นหน่วยงานของรัฐ องค์กรสาธารณประโยชน์ หรือองค์การระหว่างประเทศที่กำหนด · A listed state, charitable or international body"
    land_and_buildings: Annotated[Baht, Between(0, 8_000_000_000)]
    "อสังหาริมทรัพย์ในไทย ตามราคาประเมิน หักภาระที่ถูกรอนสิทธิ · Immovable property in Thailand, as appraised, less what burdens it"
    securities: Annotated[Baht, Between(0, 20_000_000_000)]
    "หลักทรัพย์ในไทย ราคาปิดวันที่ได้รับ · Securities in Thailand, at the closing price of the day received"
    deposits: Annotated[Baht, Between(0, 5_000_000_000)]
    "เงินฝากในไทย · Deposits in Thailand"
    vehicles: Annotated[Baht, Between(0, 1_000_000_000)]
    "ยานพาหนะที่จดทะเบียนในไทย · Vehicles registered in Thailand"
    abroad: Annotated[Baht, Between(0, 5_000_000_000)]
    "ทรัพย์สินประเภทเดียวกันที่อยู่นอกประเทศไทย · Property of the same kinds outside Thailand"
    debts: Annotated[Baht, Between(0, 30_000_000_000)]
    "หนี้สินที่ตกทอดมากับมรดกนี้ · Debts that came with this inheritance"
    received_before: Annotated[Baht, Between(0, 6_000_000_000)]
    "มูลค่ามรดกสุทธิที่เคยได้รับจากเจ้ามรดกคนเดียวกัน · Net value received earlier from the same deceased"
    tax_return: TaxReturn
    "แบบแสดงรายการภาษีที่ยื่นภายในกำหนดเวลา · The return filed in time"
    tax_short: Annotated[Baht, Between(0, 2_500_000_000)]
    "ภาษีที่แสดงขาดไป · Tax that the return left out"
    was_extended: bool
    "อนุญาตให้เลื่อนกำหนดเวลาชำระภาษี · Time to pay put off by permission"
    extended_until: date
    "วันสุดท้ายของเวลาที่เลื่อนให้ · Last day of the time put off"
    has_paid: bool
    "ชำระภาษีครบแล้ว · Tax paid in full"
    paid_on: date
    "วันที่ชำระภาษีครบ · Day of full payment"
    notified_on: date
    "วันที่ได้รับแจ้งการประเมิน · Day the assessment was received"


@clause("inheritance-tax-act", "3(1)")
def deceased_after_start(case: Inheritance, on: date) -> bool:
    """
    เจ้ามรดกเสียชีวิตเมื่อกฎหมายใช้บังคับแล้ว · The deceased died when the Act was in force
    เจ้ามรดกเสียชีวิตก่อนกฎหมายใช้บังคับ จึงไม่มีภาษี · The deceased died before the Act was in force, so there is no tax
    ยังไม่ทราบวันที่เจ้ามรดกเสียชีวิต · The day of death is not known yet
    """
    return case.died_on >= RATES.day("act_in_force", on)


@clause("inheritance-tax-act", "3(2)")
def is_not_from_spouse(case: Inheritance, on: date) -> bool:
    """
    คุณไม่ใช่คู่สมรสของเจ้ามรดก · You are not the spouse of the deceased
    คุณเป็นคู่สมรสของเจ้ามรดก จึงไม่มีภาษี · You are the spouse of the deceased, so there is no tax
    ยังไม่ทราบความเกี่ยวพันกับเจ้ามรดก · The kinship with the deceased is not known yet
    """
    return case.kinship != Kinship.SPOUSE


@clause("inheritance-tax-act", "13")
def is_exempt_receiver(case: Inheritance, on: date) -> bool:
    """
    ผู้รับหรือการใช้มรดกอยู่ในรายการยกเว้น · The receiver, or the use, is on the list of exemptions
    ผู้รับและการใช้มรดกไม่อยู่ในรายการยกเว้น · Neither the receiver nor the use is on the list of exemptions
    ยังไม่ทราบว่าอยู่ในรายการยกเว้นหรือไม่ · It is not known yet whether an exemption applies
    """
    return case.is_for_public_good or case.is_exempt_body


@clause("inheritance-tax-act", "11")
def is_liable(case: Inheritance, on: date) -> bool:
    """
    กฎหมายภาษีการรับมรดกใช้กับคุณ · The inheritance tax law applies to you
    กฎหมายภาษีการรับมรดกไม่ใช้กับคุณ · The inheritance tax law does not apply to you
    ยังบอกไม่ได้ว่ากฎหมายนี้ใช้กับคุณหรือไม่ · It cannot be said yet whether the law applies to you
    """
    is_covered = deceased_after_start(case, on) and is_not_from_spouse(case, on)
    return is_covered and not is_exempt_receiver(case, on)


@clause("inheritance-tax-act", "14")
def property_in_thailand(case: Inheritance, on: date) -> Baht:
    """
    ทรัพย์สินที่ต้องเสียภาษีในประเทศไทยมูลค่า {value} · The taxable property in Thailand is worth {value}
    ยังไม่ทราบมูลค่าทรัพย์สินในประเทศไทย · The value of the property in Thailand is not known yet
    """
    return case.land_and_buildings + case.securities + case.deposits + case.vehicles


@clause("inheritance-tax-act", "14")
def property_abroad(case: Inheritance, on: date) -> Baht:
    """
    ทรัพย์สินนอกประเทศไทยที่นำมานับมูลค่า {value} · The property outside Thailand that counts is worth {value}
    ยังไม่ทราบมูลค่าทรัพย์สินนอกประเทศไทยที่นำมานับ · The value of the property abroad that counts is not known yet
    """
    if case.heir == Heir.FOREIGN:
        return Baht.of(0)
    return case.abroad


@clause("inheritance-tax-act", "12")
def net_value(case: Inheritance, on: date) -> Baht:
    """
    มูลค่ามรดกครั้งนี้หักหนี้สินแล้วคือ {value} · This inheritance, less its debts, is worth {value}
    ยังบอกมูลค่ามรดกครั้งนี้ไม่ได้ · The value of this inheritance cannot be said yet
    """
    return max(Baht.of(0), property_in_thailand(case, on) + property_abroad(case, on) - case.debts)


@clause("inheritance-tax-act", "12")
def taxed_value(case: Inheritance, on: date) -> Baht:
    """
    มูลค่าที่ต้องเสียภาษีครั้งนี้คือ {value} · The value taxed this time is {value}
    ยังบอกมูลค่าที่ต้องเสียภาษีไม่ได้ · The value to be taxed cannot be said yet
    """
    if not is_liable(case, on):
        return Baht.of(0)
    # What was received earlier has used the exempt sum first, and was taxed then.
    already_counted = max(case.received_before, RATES.baht("exempt_value", on))
    return max(Baht.of(0), case.received_before + net_value(case, on) - already_counted)


@clause("inheritance-tax-act", "16")
def is_close_kin(case: Inheritance, on: date) -> bool:
    """
    คุณเป็นบุพการีหรือผู้สืบสันดาน จึงเสียอัตราที่ต่ำกว่า · You are an ascendant or a descendant, so the lower rate applies
    คุณไม่ใช่บุพการีหรือผู้สืบสันดาน · You are neither an ascendant nor a descendant
    ยังไม่ทราบความเกี่ยวพันกับเจ้ามรดก · The kinship with the deceased is not known yet
    """
    return case.kinship == Kinship.ASCENDANT or case.kinship == Kinship.DESCENDANT


@clause("inheritance-tax-act", "16")
def tax(case: Inheritance, on: date) -> Baht:
    """
    ภาษีการรับมรดกครั้งนี้คือ {value} · The inheritance tax this time is {value}
    ยังบอกภาษีการรับมรดกไม่ได้ · The inheritance tax cannot be said yet
    """
    if is_close_kin(case, on):
        return round_half_up(taxed_value(case, on) * RATES.rate("close_kin_rate", on))
    return round_half_up(taxed_value(case, on) * RATES.rate("rate", on))


@clause("inheritance-tax-act", "17")
def must_file(case: Inheritance, on: date) -> bool:
    """
    คุณต้องยื่นแบบแสดงรายการภาษีการรับมรดก · You must file an inheritance tax return
    คุณไม่ต้องยื่นแบบแสดงรายการภาษีการรับมรดก · You need not file an inheritance tax return
    ยังบอกไม่ได้ว่าคุณต้องยื่นแบบหรือไม่ · It cannot be said yet whether you must file
    """
    return taxed_value(case, on) > Baht.of(0)


@clause("inheritance-tax-act", "17")
def file_by(case: Inheritance, on: date) -> date:
    """
    ยื่นแบบและชำระภาษีภายใน {value} · File and pay by {value}
    ยังไม่ทราบวันที่ได้รับมรดก · The day the inheritance was received is not known yet
    """
    return add_days(case.received_on, RATES.number("filing_days", on))


@clause("inheritance-tax-act", "23")
def instalments_until(case: Inheritance, on: date) -> date:
    """
    ผ่อนชำระได้ไม่เกิน {value} ตามที่พระราชกฤษฎีกากำหนด · Instalments may run until {value}, as the royal decree sets out
    ยังไม่ทราบวันที่เริ่มนับเวลาผ่อนชำระ · The day from which the instalments count is not known yet
    """
    return add_years(file_by(case, on), RATES.number("instalment_years", on), rounding="down")


@clause("inheritance-tax-act", "23")
def free_of_surcharge_until(case: Inheritance, on: date) -> date:
    """
    ผ่อนครบภายใน {value} ไม่มีเงินเพิ่ม · Instalments that end by {value} carry no surcharge
    ยังไม่ทราบวันที่เริ่มนับเวลาผ่อนชำระ · The day from which the instalments count is not known yet
    """
    return add_years(file_by(case, on), RATES.number("surcharge_free_years", on), rounding="down")


@clause("inheritance-tax-act", "29")
def penalty(case: Inheritance, on: date) -> Baht:
    """
    เบี้ยปรับก่อนงดหรือลดคือ {value} · The penalty, before any waiver or reduction, is {value}
    ยังบอกเบี้ยปรับไม่ได้ · The penalty cannot be said yet
    """
    if case.tax_return == TaxReturn.MISSING:
        return tax(case, on) * RATES.number("missing_return_times", on)
    if case.tax_return == TaxReturn.INCOMPLETE:
        return round_half_up(case.tax_short * RATES.rate("incomplete_return_share", on))
    return Baht.of(0)


@clause("inheritance-tax-act", "31")
def months_late(case: Inheritance, on: date) -> int:
    """
    เงินเพิ่มคิด {value} เดือน เศษของเดือนนับเป็นหนึ่งเดือน · Months of the surcharge, a part of one counted whole: {value}
    ยังบอกจำนวนเดือนของเงินเพิ่มไม่ได้ · The months of the surcharge cannot be said yet
    """
    until = case.paid_on if case.has_paid else on
    if until <= file_by(case, on):
        return 0
    # From the day after the time ended to the day of payment, that day too.
    return months_or_part(add_days(file_by(case, on), 1), add_days(until, 1))


@clause("inheritance-tax-act", "31")
def surcharge_parts(case: Inheritance, on: date) -> int:
    """
    เงินเพิ่มเมื่อไม่ได้ผ่อนชำระคิดเป็น {value} ส่วนในแสนส่วนของภาษี · The surcharge, without instalments, is {value} hundred-thousandths of the tax
    ยังบอกสัดส่วนของเงินเพิ่มไม่ได้ · The share of the surcharge cannot be said yet
    """
    # The third paragraph: never more than the tax, so the share stops at the whole.
    if case.was_extended and case.has_paid and case.paid_on <= case.extended_until:
        lower = RATES.rate("extended_monthly_rate", on) * months_late(case, on)
        return min(100_000, floor_to(lower * 100_000, 1))
    usual = RATES.rate("monthly_rate", on) * months_late(case, on)
    return min(100_000, floor_to(usual * 100_000, 1))


@clause("inheritance-tax-act", "31")
def surcharge(case: Inheritance, on: date) -> Baht:
    """
    เงินเพิ่มคือ {value} ไม่เกินภาษีที่ต้องเสีย · The surcharge is {value}, never more than the tax
    ยังบอกเงินเพิ่มไม่ได้ · The surcharge cannot be said yet
    """
    # The Act says no rounding: a part of a satang falls.
    return floor_to(tax(case, on) * surcharge_parts(case, on) / 100_000, Baht.of("0.01"))


@clause("inheritance-tax-act", "33")
def highest_fine(case: Inheritance, on: date) -> Baht:
    """
    ค่าปรับเพราะไม่ยื่นแบบโดยไม่มีเหตุอันสมควรไม่เกิน {value} · The fine for no return without good reason is {value} at most
    ยังบอกค่าปรับไม่ได้ · The fine cannot be said yet
    """
    if must_file(case, on) and case.tax_return == TaxReturn.MISSING:
        return RATES.baht("highest_fine", on)
    return Baht.of(0)


@clause("inheritance-tax-act", "22")
def pay_assessment_by(case: Inheritance, on: date) -> date:
    """
    ชำระภาษีที่ประเมินภายใน {value} · Pay the assessment by {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · The day you received the assessment is not known yet
    """
    return add_days(case.notified_on, RATES.number("payment_days", on))


@clause("inheritance-tax-act", "26")
def appeal_by(case: Inheritance, on: date) -> date:
    """
    อุทธรณ์การประเมินภายใน {value} แต่ไม่ทำให้เลื่อนการชำระภาษี · Appeal by {value}; the tax stays payable meanwhile
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · The day you received the assessment is not known yet
    """
    return add_days(case.notified_on, RATES.number("appeal_days", on))
