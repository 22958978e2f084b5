"""The units of dated numbers, and how a number is said with its own, as a sentence or a list would."""

from collections.abc import Mapping

from sala.kernel.bilingual import Text

from .shown import shown
from .values import Brackets, DatedValue, Steps

_BARE = Text(th="{value}", en="{value}")
MONEY_UNITS: Mapping[str, Text] = {
    "baht": _BARE,
    "baht-per-month": Text(th="{value} ต่อเดือน", en="{value} a month"),
    "baht-per-year": Text(th="{value} ต่อปี", en="{value} a year"),
}
WHOLE_UNITS: Mapping[str, Text] = {
    "years": Text(th="{value} ปี", en="{value} years"),
    "months": Text(th="{value} เดือน", en="{value} months"),
    "days": Text(th="{value} วัน", en="{value} days"),
    "working-days": Text(th="{value} วันทำการ", en="{value} working days"),
    "hours": Text(th="{value} ชั่วโมง", en="{value} hours"),
    "day-of-month": Text(th="วันที่ {value} ของเดือน", en="day {value} of the month"),
    "square-metres": Text(th="{value} ตารางเมตร", en="{value} square metres"),
    "square-centimetres": Text(th="{value} ตารางเซนติเมตร", en="{value} square centimetres"),
    "persons": Text(th="{value} คน", en="{value} persons"),
    "times": Text(th="{value} ครั้ง", en="{value} times"),
    "instalments": Text(th="{value} งวด", en="{value} instalments"),
}
UNITS: Mapping[str, Text] = {
    **MONEY_UNITS,
    **WHOLE_UNITS,
    "percent": Text(th="ร้อยละ {value}", en="{value}%"),
    **dict.fromkeys(("date", "yes-no", "choice"), _BARE),
}


def with_unit(dated: DatedValue) -> Text:
    """Say a value with its unit; a table is a list, whose rows hold theirs."""
    number = dated.value
    if isinstance(number, Steps | Brackets):
        return dated.text
    return UNITS[dated.unit].fill(value=f"{number:,}" if type(number) is int else shown(number))
