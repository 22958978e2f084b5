"""Say a value of the law as a reader of either language expects it."""

from datetime import date, datetime
from fractions import Fraction

from sala.kernel.bilingual import Text
from sala.kernel.days import Period, format_date, format_moment
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

_YES = Text(th="ใช่", en="yes")
_NO = Text(th="ไม่ใช่", en="no")
_SINCE = Text(th="ตั้งแต่ {first}", en="since {first}")
_UNTIL = Text(th="ตั้งแต่ {first} ถึงก่อน {end}", en="from {first} until before {end}")


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
        case BirthDate():
            return Text(th=value.format("th"), en=value.format("en"))
        case Period(from_=first, until=None):
            return _SINCE.fill(first=shown(first))
        case Period(from_=first, until=end):
            return _UNTIL.fill(first=shown(first), end=shown(end))
        case Fraction():
            percent = f"{float(value * 100):g}"  # said to people, never counted with
            return Text(th=percent, en=percent)
        case _:
            return Text(th=str(value), en=str(value))
