"""กำหนดเวลาตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 เฉพาะที่กฎหมายบอกเป็นตัวเลข

Time limits of the Personal Data Protection Act, only those that it gives in numbers. Hours run at once, a day counts from
the next one (Civil and Commercial Code s.193/3). The fines are the highest that an officer may set.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sala.rulekit import Baht, Rates, add_days, add_hours, add_years, clause

RATES = Rates.beside(__file__)


class Risk(Enum):
    """ความเสี่ยงต่อสิทธิและเสรีภาพของบุคคล · Risk to the rights and freedoms of people"""

    NONE = "none"
    "ไม่มีความเสี่ยง · No risk"
    SOME = "some"
    "มีความเสี่ยง · Some risk"
    HIGH = "high"
    "มีความเสี่ยงสูง · High risk"


class NextUse(Enum):
    """สิ่งที่จะทำกับข้อมูลที่ได้จากแหล่งอื่น · What is done with data from another source"""

    KEEP = "keep"
    "เก็บไว้ · To be kept"
    CONTACT = "contact"
    "ใช้ติดต่อเจ้าของข้อมูล · To contact the person"
    DISCLOSE = "disclose"
    "เปิดเผยต่อผู้อื่น · To be disclosed to others"


@dataclass(frozen=True, kw_only=True)
class Request:
    """คำขอเข้าถึงหรือขอสำเนาข้อมูลของตน · A request to see or copy one's own data."""

    received_on: date
    "วันที่ได้รับคำขอ · Day on which the request was received"
    may_be_refused: bool
    "ปฏิเสธได้ตามกฎหมายหรือคำสั่งศาล และกระทบผู้อื่นหรือไม่ · Whether a law or court order lets it be refused to spare others"
    is_fulfilled: bool
    "ดำเนินการตามคำขอแล้วหรือไม่ · Whether the request was fulfilled"
    fulfilled_on: date
    "วันที่ดำเนินการตามคำขอ · Day on which the request was fulfilled"


@dataclass(frozen=True, kw_only=True)
class Collection:
    """การเก็บข้อมูลจากแหล่งอื่นที่ไม่ใช่เจ้าของข้อมูล · A collection of data from a source other than the person."""

    collected_on: date
    "วันที่เก็บรวบรวม · Day of the collection"
    next_use: NextUse
    "สิ่งที่จะทำกับข้อมูล · What is done with the data"
    used_on: date
    "วันที่ติดต่อหรือเปิดเผยครั้งแรก · Day of the first contact or disclosure"
    told_on: date
    "วันที่แจ้งเจ้าของข้อมูล · Day on which the person was told"


@dataclass(frozen=True, kw_only=True)
class Breach:
    """เหตุการละเมิดข้อมูลส่วนบุคคล · A breach of personal data."""

    risk: Risk
    "ความเสี่ยงต่อสิทธิและเสรีภาพของบุคคล · Risk to the rights and freedoms of people"
    known_at: datetime
    "เวลาที่ทราบเหตุ · Time at which it became known"
    reported_at: datetime
    "เวลาที่แจ้งสำนักงาน · Time at which the Office was told"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """สิทธิเรียกร้องค่าเสียหายจากการละเมิดข้อมูลส่วนบุคคล · A claim for damage from a breach of personal data."""

    breached_on: date
    "วันที่มีการละเมิด · Day of the breach"
    known_on: date
    "วันที่รู้ถึงความเสียหายและผู้ต้องรับผิด · Day on which the damage and the one liable were known"


@clause("personal-data", "30")
def fulfil_by(request: Request, on: date) -> date:
    """
    ดำเนินการตามคำขอภายในวันที่ {value} · Fulfil the request by {value}
    ยังไม่ทราบวันที่ได้รับคำขอ · It is not known yet when the request was received
    """
    return add_days(request.received_on, RATES.number("access_days", on))


@clause("personal-data", "30")
def access_is_late(request: Request, on: date) -> bool:
    """
    คำขอเกินกำหนดแล้ว · The request is past its time
    คำขอยังไม่เกินกำหนด หรือปฏิเสธได้ตามกฎหมาย · The request is within its time, or may be refused
    ยังไม่ทราบว่าคำขอเกินกำหนดหรือไม่ · It is not known yet whether the request is late
    """
    ended = request.fulfilled_on if request.is_fulfilled else on
    return not request.may_be_refused and ended > fulfil_by(request, on)


@clause("personal-data", "82")
def highest_access_fine(request: Request, on: date) -> Baht:
    """
    ค่าปรับทางปกครองสูงสุดคือ {value} · The highest administrative fine is {value}
    ยังไม่ทราบว่ามีค่าปรับหรือไม่ · It is not known yet whether there is a fine
    """
    return RATES.baht("access_fine", on) if access_is_late(request, on) else Baht.of(0)


@clause("personal-data", "25")
def told_in_time(collection: Collection, on: date) -> bool:
    """
    แจ้งเจ้าของข้อมูลทันเวลา · The person was told in time
    แจ้งเจ้าของข้อมูลช้ากว่ากำหนด · The person was told too late
    ยังไม่ทราบว่าแจ้งเจ้าของข้อมูลทันเวลาหรือไม่ · It is not known yet whether the person was told in time
    """
    if collection.next_use == NextUse.CONTACT:
        return collection.told_on <= collection.used_on
    if collection.next_use == NextUse.DISCLOSE:
        return collection.told_on < collection.used_on
    return collection.told_on <= tell_by(collection, on)


@clause("personal-data", "25")
def tell_by(collection: Collection, on: date) -> date:
    """
    แจ้งเจ้าของข้อมูลภายในวันที่ {value} · Tell the person by {value}
    ยังไม่ทราบวันที่เก็บรวบรวม · The day of the collection is not known yet
    """
    return add_days(collection.collected_on, RATES.number("telling_days", on))


@clause("personal-data", "37(4)")
def must_report(breach: Breach, on: date) -> bool:
    """
    ต้องแจ้งเหตุแก่สำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล · The Personal Data Protection Office must be told
    ไม่มีความเสี่ยงต่อบุคคล จึงไม่ต้องแจ้งสำนักงาน · There is no risk to people, so the Office need not be told
    ยังไม่ทราบความเสี่ยงของเหตุนี้ · The risk of this breach is not known yet
    """
    return breach.risk != Risk.NONE


@clause("personal-data", "37(4)")
def must_tell_people(breach: Breach, on: date) -> bool:
    """
    ต้องแจ้งเจ้าของข้อมูลพร้อมแนวทางเยียวยาโดยไม่ชักช้า · The people concerned must be told without delay, with remedies
    ความเสี่ยงไม่สูง จึงไม่ต้องแจ้งเจ้าของข้อมูล · The risk is not high, so the people concerned need not be told
    ยังไม่ทราบความเสี่ยงของเหตุนี้ · The risk of this breach is not known yet
    """
    return breach.risk == Risk.HIGH


@clause("personal-data", "37(4)")
def report_by(breach: Breach, on: date) -> datetime:
    """
    แจ้งสำนักงานภายใน {value} · Tell the Office by {value}
    เวลา {report_hours} ชั่วโมงเริ่มเมื่อทราบเหตุ · The {report_hours} hours begin when the breach is known
    """
    return add_hours(breach.known_at, RATES.number("report_hours", on))


@clause("personal-data", "37(4)")
def reported_in_time(breach: Breach, on: date) -> bool:
    """
    แจ้งสำนักงานทันเวลา หรือไม่ต้องแจ้ง · The Office was told in time, or need not be told
    แจ้งสำนักงานช้ากว่า {report_hours} ชั่วโมง · The Office was told later than {report_hours} hours
    ยังไม่ทราบเวลาที่แจ้งสำนักงาน · The time at which the Office was told is not known yet
    """
    return not must_report(breach, on) or breach.reported_at <= report_by(breach, on)


@clause("personal-data", "83")
def highest_breach_fine(breach: Breach, on: date) -> Baht:
    """
    ค่าปรับทางปกครองสูงสุดคือ {value} · The highest administrative fine is {value}
    ยังไม่ทราบว่ามีค่าปรับหรือไม่ · It is not known yet whether there is a fine
    """
    return Baht.of(0) if reported_in_time(breach, on) else RATES.baht("breach_fine", on)


@clause("personal-data", "78")
def sue_by(claim: Claim, on: date) -> date:
    """
    สิทธิเรียกร้องค่าเสียหายขาดอายุความเมื่อพ้นวันที่ {value} · The claim is barred after {value}
    ยังไม่ทราบวันที่มีการละเมิดหรือวันที่รู้ · The day of the breach, or of knowing, is not known yet
    """
    return min(
        add_years(claim.known_on, RATES.number("claim_years_known", on), rounding="down"),
        add_years(claim.breached_on, RATES.number("claim_years", on), rounding="down"),
    )


@clause("personal-data", "78")
def claim_is_barred(claim: Claim, on: date) -> bool:
    """
    สิทธิเรียกร้องค่าเสียหายขาดอายุความแล้ว · The claim is barred
    สิทธิเรียกร้องค่าเสียหายยังไม่ขาดอายุความ · The claim is not barred yet
    ยังไม่ทราบว่าสิทธิเรียกร้องขาดอายุความหรือไม่ · It is not known yet whether the claim is barred
    """
    return on > sue_by(claim, on)
