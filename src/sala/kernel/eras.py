"""Years of the Buddhist and the Common Era, and the names of months and weekdays."""

from datetime import date
from itertools import chain

from .bilingual import Text
from .errors import SalaError
from .thai import fold

# Until B.E. 2483 the year began on 1 April; B.E. 2484 and every year since began on 1 January.
# Source: Calendar Year Act B.E. 2483 (Royal Gazette vol. 57, 17 September 2483, pp. 419-422).
FIRST_MODERN_YEAR = 2484
OLD_FIRST_MONTH = 4
MONTHS_PER_YEAR = 12
_OFFSET = 543

MONTHS: tuple[Text, ...] = (
    Text(th="มกราคม", en="January"),
    Text(th="กุมภาพันธ์", en="February"),
    Text(th="มีนาคม", en="March"),
    Text(th="เมษายน", en="April"),
    Text(th="พฤษภาคม", en="May"),
    Text(th="มิถุนายน", en="June"),
    Text(th="กรกฎาคม", en="July"),
    Text(th="สิงหาคม", en="August"),
    Text(th="กันยายน", en="September"),
    Text(th="ตุลาคม", en="October"),
    Text(th="พฤศจิกายน", en="November"),
    Text(th="ธันวาคม", en="December"),
)
SHORT_MONTHS: tuple[Text, ...] = (
    Text(th="ม.ค.", en="Jan"),
    Text(th="ก.พ.", en="Feb"),
    Text(th="มี.ค.", en="Mar"),
    Text(th="เม.ย.", en="Apr"),
    Text(th="พ.ค.", en="May"),
    Text(th="มิ.ย.", en="Jun"),
    Text(th="ก.ค.", en="Jul"),
    Text(th="ส.ค.", en="Aug"),
    Text(th="ก.ย.", en="Sep"),
    Text(th="ต.ค.", en="Oct"),
    Text(th="พ.ย.", en="Nov"),
    Text(th="ธ.ค.", en="Dec"),
)
WEEKDAYS: tuple[Text, ...] = (
    Text(th="วันจันทร์", en="Monday"),
    Text(th="วันอังคาร", en="Tuesday"),
    Text(th="วันพุธ", en="Wednesday"),
    Text(th="วันพฤหัสบดี", en="Thursday"),
    Text(th="วันศุกร์", en="Friday"),
    Text(th="วันเสาร์", en="Saturday"),
    Text(th="วันอาทิตย์", en="Sunday"),
)


class DayDoesNotExist(SalaError):
    """No calendar has this day, such as 31 February or any day of January to March B.E. 2483."""

    code = "day-does-not-exist"
    status = 422
    message = Text(
        th="ไม่มีวันที่นี้ในปฏิทิน ตรวจวัน เดือน และปีอีกครั้ง",
        en="There is no such day in the calendar. Check the day, the month and the year",
    )


def buddhist_year(day: date) -> int:
    """
    Tell the B.E. year a day was written in at the time.

    >>> buddhist_year(date(2026, 11, 20)), buddhist_year(date(1940, 3, 31)), buddhist_year(date(1940, 4, 1))
    (2569, 2482, 2483)
    """
    if day.month < OLD_FIRST_MONTH and day.year + _OFFSET < FIRST_MODERN_YEAR:
        return day.year + _OFFSET - 1
    return day.year + _OFFSET


def buddhist_date(year: int, month: int, day: int) -> date:
    """
    Turn a day written in B.E. into the day it was.

    :raises DayDoesNotExist: the calendar had no such day.

    >>> buddhist_date(2569, 11, 20), buddhist_date(2480, 2, 15)
    (datetime.date(2026, 11, 20), datetime.date(1938, 2, 15))
    """
    in_old_tail = year < FIRST_MODERN_YEAR and month < OLD_FIRST_MONTH
    if in_old_tail and year == FIRST_MODERN_YEAR - 1:
        raise DayDoesNotExist
    return common_date(year - _OFFSET + in_old_tail, month, day)


def common_date(year: int, month: int, day: int) -> date:
    """
    Make a date of the Common Era.

    :raises DayDoesNotExist: the calendar has no such day.
    """
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise DayDoesNotExist from problem


def first_month(year: int) -> int:
    """
    Tell the month a B.E. year began with.

    >>> first_month(2480), first_month(2484)
    (4, 1)
    """
    return OLD_FIRST_MONTH if year < FIRST_MODERN_YEAR else 1


def find_month(name: str) -> int | None:
    """
    Find the number of a month by its full or short name in either language; dots do not count.

    >>> find_month("พ.ย."), find_month("November"), find_month("พฤศจิกา")
    (11, 11, None)
    """
    return _NUMBER_OF.get(_plain(name))


def _plain(name: str) -> str:
    return fold(name).replace(".", "").replace(" ", "")


_NUMBER_OF: dict[str, int] = {
    _plain(name): number
    for number, texts in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1)
    for name in chain.from_iterable((text.th, text.en) for text in texts)
}
