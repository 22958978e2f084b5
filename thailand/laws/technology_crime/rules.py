"""มาตรการป้องกันและปราบปรามอาชญากรรมทางเทคโนโลยี: เวลาของผู้เสียหาย

Technology crime: the times that count for someone who was deceived. The bank holds the money, the victim complains.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sala.rulekit import Rates, add_days, add_hours, clause, day_of

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Report:
    """เรื่องที่แจ้ง · What was reported. None is unknown."""

    money_was_sent: bool
    "โอนเงินไปแล้วหรือไม่ · Money sent"
    from_own_account: bool
    "โอนจากบัญชีของตนเองหรือไม่ · Sent from the own account"
    told_bank_at: datetime
    "เวลาที่แจ้งธนาคาร · Time the bank was told"
    told_police: bool
    "ร้องทุกข์ต่อตำรวจแล้วหรือไม่ · Complaint made to the police"
    told_centre: bool
    "แจ้งศูนย์ ศปอท. แล้วหรือไม่ · National centre told"
    complained_at: datetime
    "เวลาที่ร้องทุกข์ · Time of the complaint"


@clause("technology-crime", "7")
def should_tell_bank_now(report: Report, on: date) -> bool:
    """
    คุณโอนเงินไปแล้ว แจ้งธนาคารของคุณทันที · You have sent money: tell your bank at once
    คุณยังไม่ได้โอนเงิน · You have not sent money
    ยังไม่ทราบว่าคุณโอนเงินแล้วหรือไม่ · It is not known yet whether you have sent money
    """
    return report.money_was_sent


@clause("technology-crime", "7")
def bank_must_hold(report: Report, on: date) -> bool:
    """
    ธนาคารต้องระงับธุรกรรมไว้ชั่วคราวทันทีเมื่อคุณแจ้ง · Once you tell it, the bank must hold the transaction at once
    หน้าที่ระงับธุรกรรมนี้เกิดเมื่อเจ้าของบัญชีที่ใช้โอนเป็นผู้แจ้ง · The duty to hold begins when the account's owner tells the bank
    ยังไม่ทราบว่าโอนจากบัญชีของคุณหรือไม่ · It is not known yet whether your own account was used
    """
    return report.money_was_sent and report.from_own_account


@clause("technology-crime", "7")
def complain_by(report: Report, on: date) -> datetime:
    """
    ร้องทุกข์ต่อพนักงานสอบสวนภายใน {value} · Complain to an inquiry officer by {value}
    เวลา {complaint_hours} ชั่วโมงเริ่มเมื่อคุณแจ้งธนาคาร · The {complaint_hours} hours begin when you tell the bank
    """
    return add_hours(report.told_bank_at, RATES.number("complaint_hours", on))


@clause("technology-crime", "8")
def told_an_inquiry_officer(report: Report, on: date) -> bool:
    """
    คุณร้องทุกข์ต่อตำรวจแล้ว ที่สถานีใดหรือทางออนไลน์ก็ได้ · You have complained to the police; any station, or online, will do
    คุณยังไม่ได้ร้องทุกข์ต่อตำรวจ · You have not complained to the police yet
    ยังไม่ทราบว่าคุณร้องทุกข์ต่อตำรวจแล้วหรือไม่ · It is not known yet whether you have complained to the police
    """
    return report.told_police


@clause("technology-crime", "8/5(1)")
def told_the_centre(report: Report, on: date) -> bool:
    """
    คุณแจ้งศูนย์ ศปอท. แล้ว กฎหมายถือว่าร้องทุกข์ออนไลน์ · You told the national centre, which the law takes as a complaint
    คุณยังไม่ได้แจ้งศูนย์ ศปอท. · You have not told the national centre
    ยังไม่ทราบว่าคุณแจ้งศูนย์ ศปอท. แล้วหรือไม่ · It is not known yet whether you told the national centre
    """
    return report.told_centre


@clause("technology-crime", "8")
def has_complained(report: Report, on: date) -> bool:
    """
    คุณร้องทุกข์แล้วตามกฎหมาย · You have complained as the law asks
    คุณยังไม่ได้ร้องทุกข์ · You have not complained yet
    ยังไม่ทราบว่าคุณร้องทุกข์แล้วหรือไม่ · It is not known yet whether you have complained
    """
    if RATES.is_so("centre_counts_as_complaint", on):
        return told_an_inquiry_officer(report, on) or told_the_centre(report, on)
    return told_an_inquiry_officer(report, on)


@clause("technology-crime", "7")
def complained_in_time(report: Report, on: date) -> bool:
    """
    คุณร้องทุกข์ภายใน {complaint_hours} ชั่วโมง · You complained within {complaint_hours} hours
    คุณร้องทุกข์ช้ากว่า {complaint_hours} ชั่วโมง การระงับอาจสิ้นแล้ว · Later than {complaint_hours} hours: the hold may be over
    ยังไม่ทราบเวลาที่ร้องทุกข์ · The time of the complaint is not known yet
    """
    return report.complained_at <= complain_by(report, on)


@clause("technology-crime", "7")
def officer_orders_by(report: Report, on: date) -> date:
    """
    ถ้าไม่มีคำสั่งต่อภายใน {value} ธนาคารจะยกเลิกการระงับ · Without a further order by {value}, the bank lifts the hold
    ยังไม่มีคำร้องทุกข์ · There is no complaint yet
    """
    return add_days(day_of(report.complained_at), RATES.number("officer_days", on))
