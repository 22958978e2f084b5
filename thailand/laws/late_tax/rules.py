"""ภาษีที่เสียเกินกำหนด: เงินเพิ่ม เบี้ยปรับ ค่าปรับ และเวลาของผู้เสียภาษี ตามประมวลรัษฎากร

Late tax under the Revenue Code: the surcharge, the penalty of an assessment, the fine, and the days that count.
How far a penalty is reduced stands in an order of the Director-General (s. 27 bis), which is not here.
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
)

RATES = Rates.beside(__file__)


class Assessment(Enum):
    """การประเมินของเจ้าพนักงาน · What the officer assessed"""

    NONE = "none"
    "ยื่นและเสียเอง ยังไม่มีการประเมิน · Filed and paid by oneself, not assessed"
    WRONG_RETURN = "wrong-return"  # มาตรา 20 หรือ 21
    "ยื่นแล้วแต่ไม่ถูกต้อง · A return that was wrong"
    NO_RETURN = "no-return"  # มาตรา 24 หรือ 25
    "ไม่ยื่นรายการ · No return"


@dataclass(frozen=True, kw_only=True)
class LateTax:
    """ภาษีที่ค้าง · The tax that is owed, without any addition."""

    tax: Annotated[Baht, Between(0, 100_000_000_000)]
    "ภาษีที่ต้องเสียหรือต้องเสียอีก ไม่รวมเบี้ยปรับและเงินเพิ่ม · Tax to pay or still to pay, without penalty and surcharge"
    due_on: date
    "วันสุดท้ายของกำหนดเวลายื่นรายการ · Last day for the return"
    has_filed: bool
    "ยื่นรายการแล้ว · Return filed"
    filed_on: date
    "วันที่ยื่นรายการ · Day of the return"
    has_paid: bool
    "ชำระภาษีครบแล้ว · Tax paid in full"
    paid_on: date
    "วันที่ชำระภาษีครบ · Day of full payment"
    was_extended: bool
    "อธิบดีอนุมัติให้ขยายกำหนดเวลาชำระ · Time to pay extended by the Director-General"
    extended_until: date
    "วันสุดท้ายของเวลาที่ขยายให้ · Last day of the extended time"
    had_force_majeure: bool
    "ไม่ยื่นเพราะเหตุสุดวิสัย · No return because of force majeure"
    assessment: Assessment
    "การประเมินของเจ้าพนักงาน · Assessment by the officer"
    ignored_summons: bool
    "ไม่ปฏิบัติตามหมายเรียกหรือไม่ยอมตอบคำถามโดยไม่มีเหตุอันสมควร · Summons or questions ignored without good reason"
    notified_on: date
    "วันที่ได้รับแจ้งการประเมิน · Day the assessment was received"


@clause("revenue-code", "27")
def is_late(case: LateTax, on: date) -> bool:
    """
    ภาษีไม่ได้ชำระภายในกำหนดเวลา · The tax was not paid in time
    ภาษีชำระภายในกำหนดเวลา หรือยังไม่ถึงกำหนด · The tax was paid in time, or is not due yet
    ยังไม่ทราบว่าชำระภาษีเมื่อใด · It is not known yet when the tax was paid
    """
    if case.has_paid:
        return case.paid_on > case.due_on
    return on > case.due_on


@clause("revenue-code", "27")
def counted_until(case: LateTax, on: date) -> date:
    """
    เงินเพิ่มคิดถึงวันที่ {value} · The surcharge counts until {value}
    ยังไม่ทราบว่าเงินเพิ่มคิดถึงวันใด · The day until which the surcharge counts is not known yet
    """
    return case.paid_on if case.has_paid else on


@clause("revenue-code", "27")
def months_late(case: LateTax, on: date) -> int:
    """
    เงินเพิ่มคิด {value} เดือน เศษของเดือนนับเป็นหนึ่งเดือน · Months of the surcharge, a part of one counted whole: {value}
    ยังบอกจำนวนเดือนของเงินเพิ่มไม่ได้ · The months of the surcharge cannot be said yet
    """
    if not is_late(case, on):
        return 0
    # From the day after the time ended to the day of payment, that day too.
    return months_or_part(add_days(case.due_on, 1), add_days(counted_until(case, on), 1))


@clause("revenue-code", "27")
def is_within_extension(case: LateTax, on: date) -> bool:
    """
    คุณชำระภายในเวลาที่อธิบดีขยายให้ เงินเพิ่มจึงลดลง · You paid in the extended time, so the surcharge is less
    คุณไม่ได้ชำระภายในเวลาที่ขยายให้ · You did not pay in an extended time
    ยังไม่ทราบว่าคุณชำระภายในเวลาที่ขยายให้หรือไม่ · It is not known yet whether you paid in an extended time
    """
    return case.was_extended and case.has_paid and case.paid_on <= case.extended_until


@clause("revenue-code", "27")
def surcharge_parts(case: LateTax, on: date) -> int:
    """
    เงินเพิ่มคิดเป็น {value} ส่วนในแสนส่วนของภาษี · The surcharge is {value} hundred-thousandths of the tax
    ยังบอกสัดส่วนของเงินเพิ่มไม่ได้ · The share of the surcharge cannot be said yet
    """
    # The third paragraph: never more than the tax, so the share stops at the whole.
    if is_within_extension(case, on):
        lower = RATES.rate("extended_monthly_rate", on) * months_late(case, on)
        return min(100_000, floor_to(lower * 100_000, 1))
    usual = RATES.rate("monthly_rate", on) * months_late(case, on)
    return min(100_000, floor_to(usual * 100_000, 1))


@clause("revenue-code", "27")
def surcharge(case: LateTax, on: date) -> Baht:
    """
    เงินเพิ่มคือ {value} ไม่เกินภาษีที่ต้องเสีย · The surcharge is {value}, never more than the tax
    ยังบอกเงินเพิ่มไม่ได้ · The surcharge cannot be said yet
    """
    # The Code says no rounding: a part of a satang falls.
    return floor_to(case.tax * surcharge_parts(case, on) / 100_000, Baht.of("0.01"))


@clause("revenue-code", "22")
def penalty_for_wrong_return(case: LateTax, on: date) -> Baht:
    """
    เบี้ยปรับเพราะยื่นไม่ถูกต้องคือ {value} · The penalty for a wrong return is {value}
    ยังไม่ทราบเบี้ยปรับกรณียื่นไม่ถูกต้อง · The penalty for a wrong return cannot be said yet
    """
    if case.assessment == Assessment.WRONG_RETURN:
        return case.tax * RATES.number("wrong_return_times", on)
    return Baht.of(0)


@clause("revenue-code", "26")
def penalty_for_no_return(case: LateTax, on: date) -> Baht:
    """
    เบี้ยปรับเพราะไม่ยื่นรายการคือ {value} · The penalty for filing no return is {value}
    ยังไม่ทราบเบี้ยปรับกรณีไม่ยื่นรายการ · The penalty for filing no return cannot be said yet
    """
    if case.assessment == Assessment.NO_RETURN:
        return case.tax * RATES.number("no_return_times", on)
    return Baht.of(0)


@clause("revenue-code", "27 ทวิ")
def penalty(case: LateTax, on: date) -> Baht:
    """
    เบี้ยปรับก่อนงดหรือลดคือ {value} · The penalty, before any waiver or reduction, is {value}
    ยังบอกเบี้ยปรับไม่ได้ · The penalty cannot be said yet
    """
    return penalty_for_wrong_return(case, on) + penalty_for_no_return(case, on)


@clause("revenue-code", "27 ทวิ")
def penalty_may_be_reduced(case: LateTax, on: date) -> bool:
    """
    คุณขอให้งดหรือลดเบี้ยปรับได้ตามระเบียบของอธิบดี · You may ask for the penalty to be waived or reduced
    ไม่มีเบี้ยปรับให้งดหรือลด เงินเพิ่มงดหรือลดตามมาตรานี้ไม่ได้ · There is no penalty to reduce; a surcharge is not reduced here
    ยังบอกไม่ได้ว่ามีเบี้ยปรับหรือไม่ · It cannot be said yet whether there is a penalty
    """
    return penalty(case, on) > Baht.of(0)


@clause("revenue-code", "18 ตรี")
def total(case: LateTax, on: date) -> Baht:
    """
    ภาษี เบี้ยปรับ และเงินเพิ่ม รวม {value} · Tax, penalty and surcharge come to {value}
    ยังบอกยอดรวมไม่ได้ · The total cannot be said yet
    """
    return case.tax + penalty(case, on) + surcharge(case, on)


@clause("revenue-code", "17")
def filed_in_time(case: LateTax, on: date) -> bool:
    """
    คุณยื่นรายการภายในกำหนดเวลา · You filed the return in time
    คุณไม่ได้ยื่นรายการภายในกำหนดเวลา · You did not file the return in time
    ยังไม่ทราบว่าคุณยื่นรายการเมื่อใด · It is not known yet when you filed the return
    """
    if case.has_filed:
        return case.filed_on <= case.due_on
    return on <= case.due_on


@clause("revenue-code", "35")
def highest_fine(case: LateTax, on: date) -> Baht:
    """
    ค่าปรับเพราะไม่ยื่นรายการตามเวลาไม่เกิน {value} · The fine for not filing in time is {value} at most
    ยังบอกค่าปรับไม่ได้ · The fine cannot be said yet
    """
    if filed_in_time(case, on) or case.had_force_majeure:
        return Baht.of(0)
    return RATES.baht("highest_fine", on)


@clause("revenue-code", "3 ทวิ")
def fine_may_be_settled(case: LateTax, on: date) -> bool:
    """
    ความผิดนี้มีโทษปรับอย่างเดียว ชำระค่าปรับตามที่เปรียบเทียบแล้วไม่ถูกฟ้อง · A fine only: once it is settled and paid there is no prosecution
    ไม่มีค่าปรับที่ต้องเปรียบเทียบ · There is no fine to settle
    ยังบอกไม่ได้ว่ามีค่าปรับหรือไม่ · It cannot be said yet whether there is a fine
    """
    return highest_fine(case, on) > Baht.of(0)


@clause("revenue-code", "18 ตรี")
def pay_assessment_by(case: LateTax, on: date) -> date:
    """
    ชำระภาษีที่ประเมิน พร้อมเบี้ยปรับและเงินเพิ่ม ภายใน {value} · Pay the assessed tax with its additions by {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · The day you received the assessment is not known yet
    """
    return add_days(case.notified_on, RATES.number("payment_days", on))


@clause("revenue-code", "30")
def may_appeal(case: LateTax, on: date) -> bool:
    """
    คุณอุทธรณ์การประเมินได้ · You may appeal against the assessment
    คุณอุทธรณ์ไม่ได้ เพราะยังไม่มีการประเมิน หรือไม่ปฏิบัติตามหมายเรียก · There is no appeal: no assessment, or the summons was ignored
    ยังบอกไม่ได้ว่าคุณอุทธรณ์ได้หรือไม่ · It cannot be said yet whether you may appeal
    """
    # S. 21 and s. 25 end the right of someone who ignored a summons or would not answer.
    return case.assessment != Assessment.NONE and not case.ignored_summons


@clause("revenue-code", "30")
def appeal_by(case: LateTax, on: date) -> date:
    """
    อุทธรณ์การประเมินภายใน {value} แต่ไม่ทำให้เลื่อนการชำระภาษี · Appeal by {value}; the tax stays payable meanwhile
    ยังไม่ทราบวันที่คุณได้รับแจ้งการประเมิน · The day you received the assessment is not known yet
    """
    return add_days(case.notified_on, RATES.number("appeal_days", on))


@clause("revenue-code", "27 ตรี")
def claim_refund_by(case: LateTax, on: date) -> date:
    """
    ถ้าเสียภาษีไว้เกิน ขอคืนได้ภายใน {value} · If too much was paid, claim it back by {value}
    ยังไม่ทราบกำหนดเวลาขอคืนภาษี · The time to claim a refund is not known yet
    """
    if case.has_filed and case.filed_on > case.due_on:
        return add_years(case.filed_on, RATES.number("refund_years", on), rounding="down")
    return add_years(case.due_on, RATES.number("refund_years", on), rounding="down")
