"""How long a whole journey takes and what it costs, in words that promise no more than is known."""

from dataclasses import dataclass

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Text
from sala.servicekit.wording import amount_text, length_text

_AT_LEAST = Text(th="อย่างน้อย {value}", en="At least {value}")
_AT_MOST = Text(th="ไม่เกิน {value}", en="At most {value}")
_SAME_DAY = Text(th="เสร็จในวันเดียว", en="Done in one day")
_UNKNOWN = Text(th="ยังบอกไม่ได้", en="Not known yet")
_FULL_LIMIT = Text(
    th="ถ้าเริ่มวันนี้ ทำทุกขั้น และแต่ละขั้นใช้เวลาเต็มกำหนด",
    en="If you begin today, take every step, and each takes its whole time limit",
)
_WITHOUT_LIMIT = Text(th="ยังไม่พบกำหนดเวลา {count} ขั้น", en="Steps with no known time limit: {count}")
_NO_LIMIT_AT_ALL = Text(th="ยังไม่พบกำหนดเวลาของขั้นใดเลย", en="No step has a time limit that we could find")
_FREE = Text(th="ไม่มีค่าธรรมเนียม", en="Free")
_EVERY_STEP = Text(th="ถ้าทำทุกขั้น", en="If you take every step")
_STEPS_FREE = Text(th="ไม่มีค่าธรรมเนียม {count} ขั้น", en="Steps that are free: {count}")
_STEPS_UNKNOWN = Text(th="ยังไม่ทราบค่าธรรมเนียม {count} ขั้น", en="Steps with no known fee: {count}")
_BY_ORDINANCE = Text(th="ท้องถิ่นกำหนดค่าธรรมเนียม {count} ขั้น", en="Steps with a fee set by local ordinance: {count}")


@dataclass(frozen=True, slots=True)
class Total:
    """A total, and what it leaves out."""

    value: Text
    notes: tuple[Text, ...]


def time_total(time: catalogue.TimeTaken) -> Total:
    """Say how long the whole way takes; what has no known limit can only make it longer."""
    if time.without_limit == time.steps:
        return Total(_UNKNOWN, (_NO_LIMIT_AT_ALL,))
    open_ = (_WITHOUT_LIMIT.fill(count=time.without_limit),) if time.without_limit else ()
    if time.days == 0:
        return Total(_UNKNOWN, open_) if open_ else Total(_SAME_DAY, ())
    bound = _AT_LEAST if open_ else _AT_MOST
    return Total(bound.fill(value=length_text(time.days, "days")), (_FULL_LIMIT, *open_))


def cost_total(cost: catalogue.Cost) -> Total:
    """Say what the whole way costs; a fee that nobody knows yet can only make it dearer."""
    left_out = [(cost.unknown, _STEPS_UNKNOWN), (cost.by_ordinance, _BY_ORDINANCE)]
    notes = tuple(words.fill(count=count) for count, words in left_out if count)
    if cost.known.satang == 0:
        free = cost.steps - cost.unknown - cost.by_ordinance
        return Total(_UNKNOWN, ((_STEPS_FREE.fill(count=free),) if free else ()) + notes) if notes else Total(_FREE, ())
    amount = amount_text(cost.known)
    return Total(_AT_LEAST.fill(value=amount) if notes else amount, (_EVERY_STEP, *notes))
