"""Time limits and fees of a declaration in short values, as people read them."""

from collections.abc import Mapping

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from .schema.offer import Clock, Fee

_LENGTHS: Mapping[str, tuple[Text, Text]] = {
    "minutes": (Text(th="{n} นาที", en="{n} minute"), Text(th="{n} นาที", en="{n} minutes")),
    "hours": (Text(th="{n} ชั่วโมง", en="{n} hour"), Text(th="{n} ชั่วโมง", en="{n} hours")),
    "days": (Text(th="{n} วัน", en="{n} day"), Text(th="{n} วัน", en="{n} days")),
    "working-days": (Text(th="{n} วันทำการ", en="{n} working day"), Text(th="{n} วันทำการ", en="{n} working days")),
    "years": (Text(th="{n} ปี", en="{n} year"), Text(th="{n} ปี", en="{n} years")),
}
_NO_LIMIT_FOUND = Text(th="ยังไม่พบกำหนดเวลาในกฎหมาย หน่วยงานต้องยืนยัน", en="No time limit found; the agency must confirm")
_FREE = Text(th="ไม่มีค่าธรรมเนียม", en="Free")
_BY_ORDINANCE = Text(th="ตามข้อบัญญัติท้องถิ่น", en="Set by local ordinance")
FEE_UNKNOWN = Text(th="ยังไม่ทราบ สอบถามหน่วยงาน", en="Not known yet; ask the agency")


def length_text(count: int, unit: str) -> Text:
    """
    Write a length of time.

    >>> length_text(1, "working-days").en, length_text(7, "working-days").th
    ('1 working day', '7 วันทำการ')
    """
    one, many = _LENGTHS[unit]
    return (one if count == 1 else many).fill(n=count)


def limit_text(clock: Clock) -> Text:
    """Write a time limit; one that nobody has found says so."""
    return _NO_LIMIT_FOUND if clock.length is None else length_text(clock.length, clock.unit)


def fee_text(fee: Fee) -> Text:
    """Write what is paid: an amount, free, by ordinance, or not known yet."""
    if fee.amount is None:
        return _BY_ORDINANCE if fee.set_by else FEE_UNKNOWN
    return amount_text(fee.amount) if fee.amount.satang else _FREE


def amount_text(amount: Baht) -> Text:
    """Write money in both languages."""
    return Text(th=amount.format("th"), en=amount.format("en"))
