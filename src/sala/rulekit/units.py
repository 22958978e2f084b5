"""Say a dated number with its unit, as a sentence or a list would."""

from collections.abc import Mapping

from sala.kernel.bilingual import Text

from .shown import shown
from .values import Brackets, DatedValue, Steps

_WITH_UNIT: Mapping[str, Text] = {
    "baht-per-month": Text(th="{value} ต่อเดือน", en="{value} a month"),
    "baht-per-year": Text(th="{value} ต่อปี", en="{value} a year"),
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
    "percent": Text(th="ร้อยละ {value}", en="{value}%"),
}


def with_unit(dated: DatedValue) -> Text:
    """Say a value with its unit; a table is a list, whose rows hold theirs."""
    if isinstance(dated.value, Steps | Brackets) or dated.unit not in _WITH_UNIT:
        return dated.text
    number = dated.value
    if type(number) is int:
        return _WITH_UNIT[dated.unit].fill(value=f"{number:,}")
    return _WITH_UNIT[dated.unit].fill(value=shown(number))
