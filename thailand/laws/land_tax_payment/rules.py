"""การชำระภาษีที่ดินและสิ่งปลูกสร้าง: กำหนดเวลา การผ่อนชำระ เบี้ยปรับ เงินเพิ่ม การคัดค้าน และการขอคืน

Paying the land and building tax: the last day, instalments, the fine and surcharge for paying late, objections, refunds.
The day asked lies in the tax year of the bill; the whole tax is taken to be paid on one day.
"""

from dataclasses import dataclass
from datetime import date

from laws.land_and_building_tax.rules import Parcel as TaxedParcel
from laws.land_and_building_tax.rules import tax

from sala.rulekit import (
    Baht,
    Rates,
    add_days,
    add_months,
    add_years,
    clause,
    floor_to,
    last_day_of_month_before,
    months_or_part,
    year_start,
)

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Parcel(TaxedParcel):
    """แปลงที่ได้รับการประเมินภาษี · A parcel that was assessed."""

    has_extension: bool
    "ท้องถิ่นอนุมัติให้ขยายเวลาชำระหรือไม่ · Whether the local executive granted more time"
    extended_to: date
    "วันสุดท้ายที่ขยายให้ · Last day of the extension"
    paid_on: date
    "วันที่ชำระ · Day of payment"
    was_reminded: bool
    "ได้รับหนังสือแจ้งเตือนแล้วหรือไม่ · Whether a written reminder was received"
    reminded_on: date
    "วันที่ได้รับหนังสือแจ้งเตือน · Day on which the reminder was received"
    reminder_due_on: date
    "วันสุดท้ายที่หนังสือแจ้งเตือนให้ชำระ · Last day to pay under the reminder"
    assessed_on: date
    "วันที่ได้รับแจ้งการประเมิน · Day on which the assessment was received"
    objected_on: date
    "วันที่ท้องถิ่นได้รับคำคัดค้าน · Day on which the objection was received"
    answered_on: date
    "วันที่ได้รับหนังสือไม่เห็นชอบคำคัดค้าน · Day on which the refusal of the objection was received"
    appeal_answered_on: date
    "วันที่ได้รับคำวินิจฉัยอุทธรณ์ · Day on which the decision on the appeal was received"
    use_changed_on: date
    "วันที่การใช้ประโยชน์เปลี่ยน หรือวันที่รู้ · Day on which the use changed, or became known"


@clause("land-tax", "46")
def due_on(parcel: Parcel, on: date) -> date:
    """
    ชำระภาษีภายในวันที่ {value} · Pay the tax by {value}
    ยังไม่ทราบวันสุดท้ายของการชำระ · The last day to pay is not known yet
    """
    months = RATES.number("months_to_pay", on) + RATES.number("months_added", on)
    return last_day_of_month_before(add_months(year_start(on, 0), months))


@clause("land-tax-instalments")
def may_pay_in_instalments(parcel: Parcel, on: date) -> bool:
    """
    คุณขอผ่อนชำระได้ {instalments} งวด · You may ask to pay in {instalments} instalments
    ภาษีไม่ถึง {least_for_instalments} จึงผ่อนชำระไม่ได้ · Under {least_for_instalments} there are no instalments
    ยังไม่ทราบว่าคุณผ่อนชำระได้หรือไม่ · It is not known yet whether you may pay in instalments
    """
    return tax(parcel, on) >= RATES.baht("least_for_instalments", on)


@clause("land-tax", "52")
def instalment(parcel: Parcel, on: date) -> Baht:
    """
    งวดละ {value} งวดสุดท้ายรวมเศษสตางค์ · Each instalment is {value}; the last one takes the odd satang
    ยังไม่ทราบจำนวนเงินต่องวด · The amount of an instalment is not known yet
    """
    return floor_to(tax(parcel, on) / RATES.number("instalments", on))


@clause("land-tax-instalments")
def second_instalment_due_on(parcel: Parcel, on: date) -> date:
    """
    งวดที่สองชำระภายในวันที่ {value} · The second instalment is due by {value}
    ยังไม่ทราบวันสุดท้ายของงวดที่สอง · The last day for the second instalment is not known yet
    """
    return last_day_of_month_before(add_months(add_days(due_on(parcel, on), 1), 1))


@clause("land-tax-instalments")
def third_instalment_due_on(parcel: Parcel, on: date) -> date:
    """
    งวดที่สามชำระภายในวันที่ {value} · The third instalment is due by {value}
    ยังไม่ทราบวันสุดท้ายของงวดที่สาม · The last day for the third instalment is not known yet
    """
    return last_day_of_month_before(add_months(add_days(due_on(parcel, on), 1), 2))


@clause("land-tax", "14")
def paid_within_extension(parcel: Parcel, on: date) -> bool:
    """
    คุณชำระภายในเวลาที่ท้องถิ่นขยายให้ · You paid within the time that the local executive added
    ไม่มีการขยายเวลา หรือคุณชำระหลังวันนั้น · There was no extension, or you paid after it
    ยังไม่ทราบว่ามีการขยายเวลาหรือไม่ · It is not known yet whether more time was granted
    """
    return parcel.has_extension and parcel.paid_on <= parcel.extended_to


@clause("land-tax", "58")
def is_late(parcel: Parcel, on: date) -> bool:
    """
    คุณชำระหลังวันสุดท้ายของการชำระ · You paid after the last day
    คุณชำระทันเวลา · You paid in time
    ยังไม่ทราบวันที่ชำระ · The day of payment is not known yet
    """
    return parcel.paid_on > due_on(parcel, on)


@clause("land-tax", "68")
def paid_before_reminder(parcel: Parcel, on: date) -> bool:
    """
    คุณชำระก่อนได้รับหนังสือแจ้งเตือน · You paid before a reminder reached you
    คุณได้รับหนังสือแจ้งเตือนก่อนชำระ · A reminder reached you before you paid
    ยังไม่ทราบว่าหนังสือแจ้งเตือนถึงคุณเมื่อใด · It is not known yet when a reminder reached you
    """
    return not parcel.was_reminded or parcel.paid_on < parcel.reminded_on


@clause("land-tax", "68")
def late_fine(parcel: Parcel, on: date) -> Baht:
    """
    เบี้ยปรับคือ {value} · The fine for paying late is {value}
    ยังไม่ทราบเบี้ยปรับ · The fine for paying late is not known yet
    """
    if not is_late(parcel, on) or paid_within_extension(parcel, on):
        return Baht.of(0)
    if paid_before_reminder(parcel, on):
        return floor_to(tax(parcel, on) * RATES.rate("fine_before_reminder", on))
    if parcel.paid_on <= parcel.reminder_due_on:
        return floor_to(tax(parcel, on) * RATES.rate("fine_within_reminder", on))  # s.69
    return floor_to(tax(parcel, on) * RATES.rate("fine_after_reminder", on))


@clause("land-tax", "70")
def months_late(parcel: Parcel, on: date) -> int:
    """
    ชำระช้า {value} เดือน เศษของเดือนนับเป็นหนึ่งเดือน · Months late, a part counting as one: {value}
    ยังไม่ทราบว่าชำระช้ากี่เดือน · How many months late the payment is, is not known yet
    """
    if not is_late(parcel, on):
        return 0
    return months_or_part(add_days(due_on(parcel, on), 1), add_days(parcel.paid_on, 1))


@clause("land-tax", "70")
def surcharge(parcel: Parcel, on: date) -> Baht:
    """
    เงินเพิ่มคือ {value} · The surcharge is {value}
    ยังไม่ทราบเงินเพิ่ม · The surcharge is not known yet
    """
    owed = tax(parcel, on)
    if paid_within_extension(parcel, on):
        return min(owed, floor_to(owed * RATES.rate("surcharge_in_extension", on)) * months_late(parcel, on))
    return min(owed, floor_to(owed * RATES.rate("surcharge", on)) * months_late(parcel, on))


@clause("land-tax", "61")
def total_to_pay(parcel: Parcel, on: date) -> Baht:
    """
    รวมภาษี เบี้ยปรับ และเงินเพิ่ม เป็น {value} · Tax, fine and surcharge together are {value}
    ยังไม่ทราบยอดรวมที่ต้องชำระ · The total to pay is not known yet
    """
    return tax(parcel, on) + late_fine(parcel, on) + surcharge(parcel, on)


@clause("land-tax", "33")
def report_change_by(parcel: Parcel, on: date) -> date:
    """
    แจ้งการเปลี่ยนการใช้ประโยชน์ภายในวันที่ {value} · Report the change of use by {value}
    ยังไม่ทราบว่าการใช้ประโยชน์เปลี่ยนเมื่อใด · It is not known yet when the use changed
    """
    return add_days(parcel.use_changed_on, RATES.number("change_days", on))


@clause("land-tax", "73")
def object_by(parcel: Parcel, on: date) -> date:
    """
    คัดค้านการประเมินได้ถึงวันที่ {value} · You may object to the assessment until {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · It is not known yet when the assessment reached you
    """
    return add_days(parcel.assessed_on, RATES.number("objection_days", on))


@clause("land-tax", "73")
def answer_by(parcel: Parcel, on: date) -> date:
    """
    ถ้าไม่มีคำตอบภายในวันที่ {value} ถือว่าเห็นชอบกับคุณ · Without an answer by {value}, you are taken to be right
    ยังไม่ทราบวันที่ท้องถิ่นได้รับคำคัดค้าน · It is not known yet when the objection was received
    """
    return add_days(parcel.objected_on, RATES.number("answer_days", on))


@clause("land-tax", "73")
def appeal_by(parcel: Parcel, on: date) -> date:
    """
    อุทธรณ์ต่อคณะกรรมการได้ถึงวันที่ {value} · You may appeal to the committee until {value}
    ยังไม่ทราบวันที่คุณได้รับคำตอบ · It is not known yet when the answer reached you
    """
    return add_days(parcel.answered_on, RATES.number("appeal_days", on))


@clause("land-tax", "82")
def sue_by(parcel: Parcel, on: date) -> date:
    """
    ฟ้องคดีต่อศาลได้ถึงวันที่ {value} · You may go to court until {value}
    ยังไม่ทราบวันที่คุณได้รับคำวินิจฉัยอุทธรณ์ · It is not known yet when the decision on the appeal reached you
    """
    return add_days(parcel.appeal_answered_on, RATES.number("court_days", on))


@clause("land-tax", "54")
def claim_refund_by(parcel: Parcel, on: date) -> date:
    """
    ขอคืนภาษีที่ชำระเกินได้ถึงวันที่ {value} · You may claim back what you overpaid until {value}
    ยังไม่ทราบวันที่ชำระ · The day of payment is not known yet
    """
    return add_years(parcel.paid_on, RATES.number("refund_years", on), rounding="down")
