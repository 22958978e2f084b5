"""Say a value of the law as a reader of either language expects it."""

from datetime import date, datetime
from fractions import Fraction

from sala.kernel.bilingual import Text
from sala.kernel.days import format_date, format_moment
from sala.kernel.money import Baht

_YES = Text(th="ใช่", en="yes")
_NO = Text(th="ไม่ใช่", en="no")


def shown(value: object) -> Text:
    """
    Say one value.

    >>> shown(60)["th"]
    '60'
    """
    match value:
        case bool():
            return _YES if value else _NO
        case Baht():
            return Text(th=value.format("th"), en=value.format("en"))
        case datetime():
            return Text(th=format_moment(value, "th"), en=format_moment(value, "en"))
        case date():
            return Text(th=format_date(value, "th"), en=format_date(value, "en"))
        case Fraction():
            percent = f"{float(value * 100):g}"  # said to people, never counted with
            return Text(th=percent, en=percent)
        case _:
            return Text(th=str(value), en=str(value))
