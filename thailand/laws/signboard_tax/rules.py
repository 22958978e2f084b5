"""ภาษีป้าย พระราชบัญญัติ พ.ศ. 2510 อัตราอยู่ในกฎกระทรวง วิธีคิดพื้นที่อยู่ในบัญชีท้ายพระราชบัญญัติ

Signboard tax, for the calendar year that holds the day asked. The rates stand in a ministerial regulation, and the way
to count the area in the schedule after the Act; neither text was at hand, so both are marked unverified.
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
    add_months,
    add_years,
    ceil_to,
    clause,
    floor_to,
    last_day_of_month_before,
    months_or_part,
    quotient,
    year_start,
)

RATES = Rates.beside(__file__)


class Lettering(Enum):
    """ตัวอักษรบนป้าย · Lettering of the sign"""

    THAI = "thai"
    "อักษรไทยล้วน · Thai letters only"
    MIXED = "mixed"
    "อักษรไทยปนอักษรต่างประเทศ ภาพ หรือเครื่องหมาย · Thai with foreign letters, pictures or marks"
    FOREIGN = "foreign"
    "ไม่มีอักษรไทย หรืออักษรไทยอยู่ต่ำกว่าอักษรต่างประเทศ · No Thai letters, or Thai below foreign ones"


class Exemption(Enum):
    """เหตุที่ไม่ต้องเสียภาษีป้าย · Ground on which no signboard tax is paid"""

    NONE = "none"
    "ไม่มีเหตุยกเว้น · No ground"
    THEATRE = "theatre"
    "ป้ายโฆษณามหรสพที่โรงมหรสพและบริเวณ · At a theatre and its grounds, for the show"
    GOODS = "goods"
    "ป้ายที่สินค้าหรือสิ่งหุ้มห่อหรือบรรจุสินค้า · On goods, their wrapping or container"
    OCCASIONAL_EVENT = "occasional-event"
    "ป้ายในบริเวณงานที่จัดเป็นครั้งคราว · On the grounds of an occasional event"
    ON_PERSON_OR_ANIMAL = "on-person-or-animal"
    "ป้ายที่คนหรือสัตว์ · On a person or an animal"
    SMALL_INDOORS = "small-indoors"
    "ป้ายภายในอาคารที่มีพื้นที่ไม่เกินกำหนด · Inside a building, within the set area"
    GOVERNMENT = "government"
    "ป้ายของราชการส่วนกลาง ส่วนภูมิภาค หรือส่วนท้องถิ่น · Of central, provincial or local government"
    STATE_ORGANIZATION = "state-organization"
    "ป้ายขององค์การของรัฐบาล หรือหน่วยงานที่นำรายได้ส่งรัฐ · Of a state organisation, or an office that hands its income to the state"
    STATE_BANK = "state-bank"
    "ป้ายของธนาคารของรัฐที่กฎหมายระบุ · Of a state bank that the Act names"
    PRIVATE_SCHOOL = "private-school"
    "ป้ายของโรงเรียนหรือสถาบันอุดมศึกษาเอกชนในบริเวณของตน · Of a private school or university, on its grounds"
    OWN_FARM_PRODUCE = "own-farm-produce"
    "ป้ายของเกษตรกรที่ค้าผลผลิตของตน · Of a farmer who sells their own produce"
    RELIGION_OR_CHARITY = "religion-or-charity"
    "ป้ายของวัด หรือกิจการศาสนาหรือการกุศลสาธารณะโดยเฉพาะ · Of a temple, or of religion or public charity alone"
    ASSOCIATION = "association"
    "ป้ายของสมาคมหรือมูลนิธิ · Of an association or a foundation"
    BY_REGULATION = "by-regulation"
    "ป้ายตามที่กำหนดในกฎกระทรวง · As a ministerial regulation sets out"


@dataclass(frozen=True, kw_only=True)
class Sign:
    """ป้ายหนึ่งป้าย · One sign."""

    lettering: Lettering
    "ตัวอักษรบนป้าย · Lettering of the sign"
    moves: bool
    "ข้อความ ภาพ หรือเครื่องหมายเคลื่อนที่หรือเปลี่ยนได้หรือไม่ · Whether its text or picture moves or changes"
    area: Annotated[int, Between(0, 20_000_000)]
    "พื้นที่ป้ายเป็นตารางเซนติเมตร · Area of the sign in square centimetres"
    exemption: Exemption
    "เหตุที่ไม่ต้องเสียภาษี · Ground for exemption"
    shown_on: date
    "วันที่เริ่มติดตั้งหรือแสดง · Day on which it was first put up or shown"
    replaces_taxed_sign: bool
    "แทนป้ายเดิมที่เหมือนกันและเสียภาษีแล้วหรือไม่ · Whether it replaces the same sign, already taxed"
    is_on_property_of_others: bool
    "ติดตั้งบนอสังหาริมทรัพย์ของผู้อื่นหรือไม่ · Whether it stands on another's property"
    filed_on: date
    "วันที่ยื่นแบบแสดงรายการ · Day on which the return was filed"
    was_told_before_filing: bool
    "เจ้าหน้าที่แจ้งการละเว้นก่อนยื่นแบบหรือไม่ · Whether an officer pointed out the omission before it was filed"
    tax_added: Annotated[Baht, Between(0, 100_000_000)]
    "ภาษีที่ประเมินเพิ่มเพราะยื่นแบบไม่ถูกต้อง · Tax added because the return was wrong"
    corrected_before_assessment: bool
    "ขอแก้แบบก่อนได้รับแจ้งการประเมินหรือไม่ · Whether the return was corrected before the assessment"
    assessed_on: date
    "วันที่ได้รับแจ้งการประเมิน · Day on which the assessment was received"
    paid_on: date
    "วันที่ชำระ · Day of payment"
    appealed_on: date
    "วันที่ท้องถิ่นได้รับอุทธรณ์ · Day on which the appeal was received"
    appeal_answered_on: date
    "วันที่ได้รับคำวินิจฉัยอุทธรณ์ · Day on which the decision on the appeal was received"
    transferred_on: date
    "วันที่รับโอนป้าย · Day on which the sign was transferred to you"


@clause("signboard-tax", "8")
def is_exempt(sign: Sign, on: date) -> bool:
    """
    ป้ายนี้ไม่ต้องเสียภาษีป้าย · No tax is paid on this sign
    ป้ายนี้ไม่มีเหตุยกเว้นภาษี · There is no ground to exempt this sign
    ยังไม่ทราบว่าป้ายนี้ได้รับยกเว้นหรือไม่ · It is not known yet whether this sign is exempt
    """
    return sign.exemption != Exemption.NONE


@clause("signboard-tax", "7")
def units(sign: Sign, on: date) -> int:
    """
    คิดภาษี {value} หน่วย หน่วยละ {area_unit} ตารางเซนติเมตร · Units of {area_unit} square centimetres that are taxed: {value}
    ยังไม่ทราบพื้นที่ป้าย · The area of the sign is not known yet
    """
    unit = RATES.number("area_unit", on)
    whole = floor_to(quotient(sign.area, unit))
    rest = sign.area - whole * unit
    return whole + 1 if rest > RATES.number("rest_dropped", on) else whole


@clause("signboard-rates")
def unit_rate(sign: Sign, on: date) -> Baht:
    """
    อัตราภาษีคือหน่วยละ {value} · The rate is {value} a unit
    ยังไม่ทราบตัวอักษรหรือลักษณะของป้าย · The lettering or the kind of the sign is not known yet
    """
    if sign.lettering == Lettering.THAI:
        return RATES.baht("thai_moving", on) if sign.moves else RATES.baht("thai_still", on)
    if sign.lettering == Lettering.MIXED:
        return RATES.baht("mixed_moving", on) if sign.moves else RATES.baht("mixed_still", on)
    return RATES.baht("foreign_moving", on) if sign.moves else RATES.baht("foreign_still", on)


@clause("signboard-tax", "7")
def yearly_tax(sign: Sign, on: date) -> Baht:
    """
    ภาษีป้ายเต็มปีคือ {value} · The tax for a whole year is {value}
    ยังคิดภาษีป้ายเต็มปีไม่ได้ · The tax for a whole year cannot be told yet
    """
    if is_exempt(sign, on):
        return Baht.of(0)
    full = max(RATES.baht("least_tax", on), unit_rate(sign, on) * units(sign, on))
    return min(full, Baht.of(40_000_000_000))  # far above any sign; it keeps the surcharges within 63 bits


@clause("signboard-tax", "7")
def periods(sign: Sign, on: date) -> int:
    """
    ปีนี้เสียภาษี {value} งวด งวดละ {period_months} เดือน · Periods of {period_months} months that are taxed this year: {value}
    ยังไม่ทราบวันที่เริ่มแสดงป้าย · It is not known yet when the sign was first shown
    """
    first = max(sign.shown_on, year_start(on, 0))
    if first >= year_start(on, 1):
        return 0
    return ceil_to(quotient(months_or_part(first, year_start(on, 1)), RATES.number("period_months", on)))


@clause("signboard-tax", "14 ทวิ")
def is_free_replacement(sign: Sign, on: date) -> bool:
    """
    ป้ายแทนป้ายเดิม ไม่เสียภาษีในปีที่ติดตั้ง · It replaces a taxed sign, so the year in which it was put up is free
    ป้ายนี้ไม่ใช่ป้ายแทนป้ายเดิมในปีนี้ · It does not replace a taxed sign this year
    ยังไม่ทราบว่าเป็นป้ายแทนป้ายเดิมหรือไม่ · It is not known yet whether it replaces a taxed sign
    """
    return sign.replaces_taxed_sign and sign.shown_on >= year_start(on, 0)


@clause("signboard-tax", "7")
def tax(sign: Sign, on: date) -> Baht:
    """
    ภาษีป้ายของปีนี้คือ {value} · This year's signboard tax is {value}
    ยังคิดภาษีป้ายของปีนี้ไม่ได้ · This year's signboard tax cannot be told yet
    """
    if is_free_replacement(sign, on):
        return Baht.of(0)
    full = yearly_tax(sign, on)
    return min(full, floor_to(full * periods(sign, on) / RATES.number("periods_a_year", on)))


@clause("signboard-tax", "7")
def must_name_owner(sign: Sign, on: date) -> bool:
    """
    ป้ายต้องมีชื่อและที่อยู่เจ้าของที่มุมขวาล่าง · The owner's name and address must stand in its lower right corner
    ป้ายนี้ไม่ต้องมีชื่อและที่อยู่เจ้าของ · The sign need not carry its owner's name and address
    ยังไม่ทราบที่ตั้งหรือพื้นที่ป้าย · The place or the area of the sign is not known yet
    """
    return sign.is_on_property_of_others and sign.area > RATES.number("largest_unnamed_area", on)


@clause("signboard-tax", "12")
def file_by(sign: Sign, on: date) -> date:
    """
    ยื่นแบบแสดงรายการภายในวันที่ {value} · File the return by {value}
    ยังไม่ทราบวันที่เริ่มแสดงป้าย · It is not known yet when the sign was first shown
    """
    march = last_day_of_month_before(add_months(year_start(on, 0), RATES.number("months_to_file", on)))
    if sign.shown_on > march or is_free_replacement(sign, on):
        return add_days(sign.shown_on, RATES.number("new_sign_days", on))  # s.14(1) and (2)
    return march


@clause("signboard-tax", "12")
def is_filed_late(sign: Sign, on: date) -> bool:
    """
    คุณยื่นแบบหลังวันสุดท้าย · You filed after the last day
    คุณยื่นแบบทันเวลา · You filed in time
    ยังไม่ทราบวันที่ยื่นแบบ · The day of filing is not known yet
    """
    return sign.filed_on > file_by(sign, on)


@clause("signboard-tax", "25(1)")
def late_filing_surcharge(sign: Sign, on: date) -> Baht:
    """
    เงินเพิ่มเพราะยื่นแบบช้าคือ {value} · The surcharge for filing late is {value}
    ยังไม่ทราบเงินเพิ่มเพราะยื่นแบบช้า · The surcharge for filing late is not known yet
    """
    if not is_filed_late(sign, on):
        return Baht.of(0)
    if sign.was_told_before_filing:
        return floor_to(tax(sign, on) * RATES.rate("late_filing", on))
    return floor_to(tax(sign, on) * RATES.rate("late_filing_unprompted", on))


@clause("signboard-tax", "25(2)")
def wrong_return_surcharge(sign: Sign, on: date) -> Baht:
    """
    เงินเพิ่มเพราะยื่นแบบไม่ถูกต้องคือ {value} · The surcharge for a wrong return is {value}
    ยังไม่ทราบเงินเพิ่มเพราะยื่นแบบไม่ถูกต้อง · The surcharge for a wrong return is not known yet
    """
    if sign.corrected_before_assessment:
        return Baht.of(0)
    return floor_to(sign.tax_added * RATES.rate("wrong_return", on))


@clause("signboard-tax", "19")
def pay_by(sign: Sign, on: date) -> date:
    """
    ชำระภาษีภายในวันที่ {value} · Pay the tax by {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · It is not known yet when the assessment reached you
    """
    return add_days(sign.assessed_on, RATES.number("payment_days", on))


@clause("signboard-tax", "20")
def is_paid_late(sign: Sign, on: date) -> bool:
    """
    คุณชำระหลังวันสุดท้าย · You paid after the last day
    คุณชำระทันเวลา · You paid in time
    ยังไม่ทราบวันที่ชำระ · The day of payment is not known yet
    """
    return sign.paid_on > pay_by(sign, on)


@clause("signboard-tax", "25(3)")
def late_payment_surcharge(sign: Sign, on: date) -> Baht:
    """
    เงินเพิ่มเพราะชำระช้าคือ {value} · The surcharge for paying late is {value}
    ยังไม่ทราบเงินเพิ่มเพราะชำระช้า · The surcharge for paying late is not known yet
    """
    if not is_paid_late(sign, on):
        return Baht.of(0)
    months = months_or_part(add_days(pay_by(sign, on), 1), add_days(sign.paid_on, 1))
    return floor_to(tax(sign, on) * RATES.rate("late_payment", on)) * months


@clause("signboard-tax", "26")
def total_to_pay(sign: Sign, on: date) -> Baht:
    """
    รวมภาษีและเงินเพิ่มเป็น {value} · Tax and surcharges together are {value}
    ยังไม่ทราบยอดรวมที่ต้องชำระ · The total to pay is not known yet
    """
    return (
        tax(sign, on)
        + late_filing_surcharge(sign, on)
        + wrong_return_surcharge(sign, on)
        + late_payment_surcharge(sign, on)
    )


@clause("signboard-tax", "19 ทวิ")
def may_pay_in_instalments(sign: Sign, on: date) -> bool:
    """
    คุณขอผ่อนชำระได้ {instalments} งวด · You may ask to pay in {instalments} instalments
    ภาษีไม่ถึง {least_for_instalments} จึงผ่อนชำระไม่ได้ · Under {least_for_instalments} there are no instalments
    ยังไม่ทราบว่าคุณผ่อนชำระได้หรือไม่ · It is not known yet whether you may pay in instalments
    """
    return tax(sign, on) >= RATES.baht("least_for_instalments", on)


@clause("signboard-tax", "19 ทวิ")
def instalment(sign: Sign, on: date) -> Baht:
    """
    งวดละ {value} งวดสุดท้ายรวมเศษสตางค์ · Each instalment is {value}; the last one takes the odd satang
    ยังไม่ทราบจำนวนเงินต่องวด · The amount of an instalment is not known yet
    """
    return floor_to(tax(sign, on) / RATES.number("instalments", on))


@clause("signboard-tax", "19 ทวิ")
def second_instalment_due_on(sign: Sign, on: date) -> date:
    """
    งวดที่สองชำระภายในวันที่ {value} · The second instalment is due by {value}
    ยังไม่ทราบวันสุดท้ายของงวดที่สอง · The last day for the second instalment is not known yet
    """
    return add_months(pay_by(sign, on), RATES.number("months_between_instalments", on))


@clause("signboard-tax", "19 ทวิ")
def third_instalment_due_on(sign: Sign, on: date) -> date:
    """
    งวดที่สามชำระภายในวันที่ {value} · The third instalment is due by {value}
    ยังไม่ทราบวันสุดท้ายของงวดที่สาม · The last day for the third instalment is not known yet
    """
    return add_months(second_instalment_due_on(sign, on), RATES.number("months_between_instalments", on))


@clause("signboard-tax", "16")
def report_transfer_by(sign: Sign, on: date) -> date:
    """
    แจ้งการรับโอนป้ายเป็นหนังสือภายในวันที่ {value} · Report the transfer in writing by {value}
    ยังไม่ทราบวันที่รับโอนป้าย · The day of the transfer is not known yet
    """
    return add_days(sign.transferred_on, RATES.number("transfer_days", on))


@clause("signboard-tax", "30")
def appeal_by(sign: Sign, on: date) -> date:
    """
    อุทธรณ์การประเมินได้ถึงวันที่ {value} · You may appeal against the assessment until {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · It is not known yet when the assessment reached you
    """
    return add_days(sign.assessed_on, RATES.number("appeal_days", on))


@clause("signboard-tax", "32")
def decide_appeal_by(sign: Sign, on: date) -> date:
    """
    ท้องถิ่นต้องวินิจฉัยอุทธรณ์ภายในวันที่ {value} · The appeal must be decided by {value}
    ยังไม่ทราบวันที่ท้องถิ่นได้รับอุทธรณ์ · It is not known yet when the appeal was received
    """
    return add_days(sign.appealed_on, RATES.number("decision_days", on))


@clause("signboard-tax", "33")
def sue_by(sign: Sign, on: date) -> date:
    """
    ฟ้องคดีต่อศาลได้ถึงวันที่ {value} · You may go to court until {value}
    ยังไม่ทราบวันที่คุณได้รับคำวินิจฉัยอุทธรณ์ · It is not known yet when the decision on the appeal reached you
    """
    return add_days(sign.appeal_answered_on, RATES.number("court_days", on))


@clause("signboard-tax", "24")
def claim_refund_by(sign: Sign, on: date) -> date:
    """
    ขอคืนภาษีที่เสียเกินได้ถึงวันที่ {value} · You may claim back what you overpaid until {value}
    ยังไม่ทราบวันที่ชำระ · The day of payment is not known yet
    """
    return add_years(sign.paid_on, RATES.number("refund_years", on), rounding="down")
