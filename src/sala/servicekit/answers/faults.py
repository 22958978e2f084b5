"""What is wrong with an answer, in the words the person reads. Each sentence says what to do."""

from sala.kernel.bilingual import Text

from ..schema.facts import AskedFact


class Fault(Exception):
    """One thing to mend; `parts` are the controls to mark, all of them when empty. `{label}` is the question's name."""

    def __init__(self, text: Text, *parts: str) -> None:
        self.text = text
        self.parts = frozenset(parts)
        super().__init__(text.en)


_MISSING = {
    "yes-no": Text(th="เลือก ใช่ หรือ ไม่ใช่: {label}", en="Choose yes or no: {label}"),
    "confirm": Text(th="ทำเครื่องหมายเพื่อยืนยัน: {label}", en="Tick the box to confirm: {label}"),
    "one-of": Text(th="เลือกหนึ่งข้อ: {label}", en="Choose one: {label}"),
    "many-of": Text(th="เลือกอย่างน้อยหนึ่งข้อ: {label}", en="Choose at least one: {label}"),
    "file": Text(th="แนบไฟล์: {label}", en="Attach a file: {label}"),
    "sub-district": Text(th="เลือกตำบลหรือแขวง: {label}", en="Choose the sub-district: {label}"),
}
_MISSING_TYPED = Text(th="กรอกคำตอบ: {label}", en="Enter an answer: {label}")


def missing(fact: AskedFact) -> Fault:
    """Say that a question needs an answer."""
    return Fault(_MISSING.get(fact.type, _MISSING_TYPED))


def too_long(limit: int) -> Fault:
    """Say how long an answer may be."""
    return Fault(
        Text(
            th=f"ย่อให้เหลือไม่เกิน {limit:,} ตัวอักษร: {{label}}",
            en=f"Make this {limit:,} characters or fewer: {{label}}",
        )
    )
