"""The account in words: applicant and officer read the very same lines."""

from dataclasses import dataclass
from datetime import date

from sala.kernel.bilingual import Text
from sala.kernel.days import format_date

from ..contracts import ClockEffect, Line, LineKind
from .account import cite

_KINDS: dict[LineKind, Text] = {
    "received": Text(th="ระบบได้รับเรื่อง", en="Received by the system"),
    "clock-started": Text(th="เริ่มนับเวลาตามกฎหมาย", en="The legal clock started"),
    "correction-asked": Text(th="เจ้าหน้าที่ขอให้แก้ไข", en="An officer asked for a correction"),
    "correction-answered": Text(th="ผู้ยื่นส่งฉบับแก้ไข", en="The applicant sent the correction"),
    "decided": Text(th="เจ้าหน้าที่พิจารณาแล้ว", en="An officer decided"),
}
_SIDES = {"system": Text(th="ระบบ", en="System"), "applicant": Text(th="ผู้ยื่น", en="Applicant")}
_OFFICER = Text(th="เจ้าหน้าที่", en="Officer")

_DUE: dict[ClockEffect, Text] = {
    "start": Text(th="นับจากวันที่ {day} ครบกำหนดวันที่ {due}", en="Counted from {day}, due by {due}"),
    "resume": Text(th="นับต่อจากวันที่ {day} ครบกำหนดวันที่ {due}", en="The clock runs on from {day}, due by {due}"),
    "restart": Text(
        th="นับใหม่เต็มเวลาจากวันที่ {day} ครบกำหนดวันที่ {due}", en="The whole time is counted again from {day}, due by {due}"
    ),
}
_OPEN: dict[ClockEffect, Text] = {
    "start": Text(th="นับจากวันที่ {day}", en="Counted from {day}"),
    "stop": Text(th="หยุดนับเวลาวันที่ {day}", en="The clock stopped on {day}"),
    "resume": Text(th="นับต่อจากวันที่ {day}", en="The clock runs on from {day}"),
    "restart": Text(th="นับใหม่เต็มเวลาจากวันที่ {day}", en="The whole time is counted again from {day}"),
    "end": Text(th="สิ้นสุดการนับเวลาวันที่ {day}", en="The clock ended on {day}"),
}
_BY_LAW = Text(th="{said} ตาม{law}", en="{said}. {law}")
_LAW_ALONE = Text(th="ตาม{law}", en="{law}")


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One line in words: what happened, which side did it, what it did to the clock and by which provision."""

    what: Text
    who: Text
    note: Text | None


def say_line(line: Line) -> SaidLine:
    """Put one line of the account into words. An officer is named by neither name nor number."""
    return SaidLine(what=_KINDS[line.kind], who=say_side(line.role), note=_note(line))


def say_side(role: str) -> Text:
    """Say which side a role stands on."""
    return _SIDES.get(role, _OFFICER)


def _note(line: Line) -> Text | None:
    law, said = cite(line.provision), _clock(line)
    if said is None or law is None:
        return said or (_LAW_ALONE.fill(law=law) if law else None)
    return _BY_LAW.fill(said=said, law=law)


def _clock(line: Line) -> Text | None:
    if not line.clock or line.day is None:
        return None
    if line.due_on is not None and line.clock in _DUE:
        return _DUE[line.clock].fill(day=_day(line.day), due=_day(line.due_on))
    return _OPEN[line.clock].fill(day=_day(line.day))


def _day(day: date) -> Text:
    return Text(th=format_date(day, "th"), en=format_date(day, "en"))
