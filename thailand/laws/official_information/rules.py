"""กำหนดเวลาตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 เฉพาะที่กฎหมายบอกเป็นตัวเลข

Time limits of the Official Information Act, only those that it gives in numbers. "Within reasonable time" (s.11) has none.
A day counts from the next one (Civil and Commercial Code s.193/3).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sala.rulekit import Rates, add_days, add_years, clause

RATES = Rates.beside(__file__)


class Secret(Enum):
    """ประเภทข้อมูลที่ไม่เปิดเผย · Kind of undisclosed information"""

    MONARCHY = "monarchy"
    "ข้อมูลที่อาจก่อความเสียหายต่อสถาบันพระมหากษัตริย์ · What may harm the monarchy"
    OTHER = "other"
    "ข้อมูลอื่นที่ไม่เปิดเผย · Other undisclosed information"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """เรื่องร้องเรียนต่อคณะกรรมการข้อมูลข่าวสารของราชการ · A complaint to the Official Information Board."""

    received_on: date
    "วันที่คณะกรรมการได้รับคำร้องเรียน · Day on which the Board received the complaint"
    is_extended: bool
    "ขยายเวลาโดยแสดงเหตุผลแล้วหรือไม่ · Whether time was added with a reason"
    is_finished: bool
    "พิจารณาเสร็จแล้วหรือไม่ · Whether the Board has finished"
    finished_on: date
    "วันที่พิจารณาเสร็จ · Day on which the Board finished"


@dataclass(frozen=True, kw_only=True)
class Objection:
    """การคัดค้านการเปิดเผยของผู้มีประโยชน์ได้เสีย · An objection of someone whose interests a disclosure may touch."""

    told_on: date
    "วันที่ผู้มีประโยชน์ได้เสียได้รับแจ้ง · Day on which that person was told"
    object_until: date
    "วันสุดท้ายที่ให้คัดค้าน · Last day given for the objection"
    refused_on: date
    "วันที่ได้รับแจ้งคำสั่งไม่รับฟังคำคัดค้าน · Day on which the refusal of the objection was received"
    is_appealed: bool
    "อุทธรณ์คำสั่งแล้วหรือไม่ · Whether the refusal was appealed against"
    tribunal_allowed: bool
    "คณะกรรมการวินิจฉัยให้เปิดเผยแล้วหรือไม่ · Whether the tribunal allowed the disclosure"


@dataclass(frozen=True, kw_only=True)
class Appeal:
    """อุทธรณ์ต่อคณะกรรมการวินิจฉัยการเปิดเผยข้อมูลข่าวสาร · An appeal to the Information Disclosure Tribunal."""

    told_on: date
    "วันที่ได้รับแจ้งคำสั่ง · Day on which the order was received"
    is_about_own_data: bool
    "อุทธรณ์คำสั่งไม่แก้ไขหรือลบข้อมูลส่วนบุคคลของตนหรือไม่ · Whether it is about mending or erasing one's own data"
    filed_on: date
    "วันที่คณะกรรมการได้รับคำอุทธรณ์ · Day on which the Board received the appeal"
    sent_on: date
    "วันที่ส่งคำอุทธรณ์ให้คณะกรรมการวินิจฉัย · Day on which the appeal was sent to the tribunal"
    is_extended: bool
    "ขยายเวลาโดยแสดงเหตุผลแล้วหรือไม่ · Whether time was added with a reason"
    is_decided: bool
    "มีคำวินิจฉัยแล้วหรือไม่ · Whether the tribunal has decided"
    decided_on: date
    "วันที่มีคำวินิจฉัย · Day of the decision"


@dataclass(frozen=True, kw_only=True)
class Record:
    """ข้อมูลข่าวสารที่ไม่เปิดเผย · Information that is not disclosed."""

    secret: Secret
    "ประเภทข้อมูลที่ไม่เปิดเผย · Kind of undisclosed information"
    completed_on: date
    "วันที่เสร็จสิ้นการจัดให้มีข้อมูล · Day on which the information was completed"
    extended_from: date
    "วันที่เริ่มขยายเวลา · First day of an extension"


@clause("official-information", "13")
def finish_complaint_by(complaint: Complaint, on: date) -> date:
    """
    คณะกรรมการต้องพิจารณาคำร้องเรียนให้เสร็จภายใน {value} · The Board must finish the complaint by {value}
    ยังไม่ทราบวันที่คณะกรรมการได้รับคำร้องเรียน · It is not known yet when the Board received the complaint
    """
    if complaint.is_extended:
        return add_days(complaint.received_on, RATES.number("complaint_days_extended", on))
    return add_days(complaint.received_on, RATES.number("complaint_days", on))


@clause("official-information", "13")
def complaint_is_late(complaint: Complaint, on: date) -> bool:
    """
    การพิจารณาคำร้องเรียนเกินกำหนดแล้ว · The complaint is past its time
    การพิจารณาคำร้องเรียนยังไม่เกินกำหนด · The complaint is within its time
    ยังไม่ทราบว่าการพิจารณาคำร้องเรียนเกินกำหนดหรือไม่ · It is not known yet whether the complaint is late
    """
    ended = complaint.finished_on if complaint.is_finished else on
    return ended > finish_complaint_by(complaint, on)


@clause("official-information", "17")
def objection_may_not_end_before(objection: Objection, on: date) -> date:
    """
    ต้องให้เวลาคัดค้านถึงวันที่ {value} เป็นอย่างน้อย · The time to object may not end before {value}
    ยังไม่ทราบวันที่ผู้มีประโยชน์ได้เสียได้รับแจ้ง · It is not known yet when that person was told
    """
    return add_days(objection.told_on, RATES.number("objection_days", on))


@clause("official-information", "17")
def objection_time_is_enough(objection: Objection, on: date) -> bool:
    """
    เวลาที่ให้คัดค้านไม่น้อยกว่า {objection_days} วัน · The time to object is not under {objection_days} days
    เวลาที่ให้คัดค้านน้อยกว่า {objection_days} วัน · The time to object is under {objection_days} days
    ยังไม่ทราบเวลาที่ให้คัดค้าน · The time to object is not known yet
    """
    return objection.object_until >= objection_may_not_end_before(objection, on)


@clause("official-information", "17")
def may_disclose(objection: Objection, on: date) -> bool:
    """
    เปิดเผยข้อมูลได้แล้ว · The information may be disclosed now
    ยังเปิดเผยข้อมูลไม่ได้ · The information may not be disclosed yet
    ยังไม่ทราบว่าเปิดเผยข้อมูลได้หรือไม่ · It is not known yet whether the information may be disclosed
    """
    if objection.is_appealed:
        return objection.tribunal_allowed
    return on > add_days(objection.refused_on, RATES.number("appeal_days", on))


@clause("official-information", "18")
def appeal_by(appeal: Appeal, on: date) -> date:
    """
    อุทธรณ์ได้ถึงวันที่ {value} · You may appeal until {value}
    ยังไม่ทราบวันที่คุณได้รับแจ้งคำสั่ง · It is not known yet when the order reached you
    """
    if appeal.is_about_own_data:
        return add_days(appeal.told_on, RATES.number("own_data_appeal_days", on))  # s.25 para. 4
    return add_days(appeal.told_on, RATES.number("appeal_days", on))


@clause("official-information", "18")
def appeal_is_late(appeal: Appeal, on: date) -> bool:
    """
    คำอุทธรณ์เกินกำหนด · The appeal is late
    คำอุทธรณ์ยื่นทันเวลา · The appeal is in time
    ยังไม่ทราบว่าคำอุทธรณ์ทันเวลาหรือไม่ · It is not known yet whether the appeal is in time
    """
    return appeal.filed_on > appeal_by(appeal, on)


@clause("official-information", "37")
def send_appeal_by(appeal: Appeal, on: date) -> date:
    """
    คณะกรรมการต้องส่งคำอุทธรณ์ภายในวันที่ {value} · The Board must send the appeal on by {value}
    ยังไม่ทราบวันที่คณะกรรมการได้รับคำอุทธรณ์ · It is not known yet when the Board received the appeal
    """
    return add_days(appeal.filed_on, RATES.number("sending_days", on))


@clause("official-information", "37")
def decide_appeal_by(appeal: Appeal, on: date) -> date:
    """
    ต้องวินิจฉัยอุทธรณ์ให้เสร็จภายในวันที่ {value} · The appeal must be decided by {value}
    ยังไม่ทราบวันที่คณะกรรมการวินิจฉัยได้รับคำอุทธรณ์ · It is not known yet when the tribunal received the appeal
    """
    if appeal.is_extended:
        return add_days(appeal.sent_on, RATES.number("complaint_days_extended", on))
    return add_days(appeal.sent_on, RATES.number("complaint_days", on))


@clause("official-information", "37")
def decision_is_late(appeal: Appeal, on: date) -> bool:
    """
    การวินิจฉัยอุทธรณ์เกินกำหนดแล้ว · The decision on the appeal is past its time
    การวินิจฉัยอุทธรณ์ยังไม่เกินกำหนด · The decision on the appeal is within its time
    ยังไม่ทราบว่าการวินิจฉัยอุทธรณ์เกินกำหนดหรือไม่ · It is not known yet whether the decision is late
    """
    ended = appeal.decided_on if appeal.is_decided else on
    return ended > decide_appeal_by(appeal, on)


@clause("official-information", "26")
def to_archives_on(record: Record, on: date) -> date:
    """
    ส่งให้หอจดหมายเหตุแห่งชาติเมื่อครบกำหนดวันที่ {value} · It goes to the National Archives when its time ends on {value}
    ยังไม่ทราบวันที่เสร็จสิ้นการจัดให้มีข้อมูล · It is not known yet when the information was completed
    """
    if record.secret == Secret.MONARCHY:
        return add_years(record.completed_on, RATES.number("monarchy_years", on), rounding="down")
    return add_years(record.completed_on, RATES.number("other_secret_years", on), rounding="down")


@clause("official-information", "26")
def extension_ends_by(record: Record, on: date) -> date:
    """
    การขยายเวลาครั้งนี้ต้องไม่เกินวันที่ {value} · This extension may not pass {value}
    ยังไม่ทราบวันที่เริ่มขยายเวลา · It is not known yet when the extension began
    """
    return add_years(record.extended_from, RATES.number("extension_years", on), rounding="down")
