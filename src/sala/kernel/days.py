"""Days as Thailand counts them: Bangkok's midnight, half-open periods, fiscal years, dates written for people."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from .bilingual import Lang, Text
from .eras import MONTHS, SHORT_MONTHS, WEEKDAYS, buddhist_date, buddhist_year, common_date, find_month
from .errors import SalaError
from .thai import fold

BANGKOK = ZoneInfo("Asia/Bangkok")
ONE_DAY = timedelta(days=1)

# The fiscal year runs from 1 October to 30 September and is named after the year it ends in.
# Source: Budgetary Procedures Act B.E. 2561, s. 4 (unverified: the text was not at hand).
_FISCAL_FIRST_MONTH = 10

DateStyle = Literal["long", "short", "full"]

# A year written without its era: nobody alive means a C.E. year of 2400, nor a B.E. year before it.
_FIRST_PLAIN_BUDDHIST_YEAR = 2400
_FIRST_PLAIN_COMMON_YEAR = 1800

_BUDDHIST_WORDS = r"พ\.?\s?ศ\.?|พุทธศักราช|b\.?e\.?"
_COMMON_WORDS = r"ค\.?\s?ศ\.?|คริสต์ศักราช|คริสตศักราช|a\.?d\.?|c\.?e\.?"
_ERA = re.compile(rf"(?<![^\W\d])(?:(?P<buddhist>{_BUDDHIST_WORDS})|(?P<common>{_COMMON_WORDS}))(?![^\W\d])")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_NAMED = re.compile(r"(?P<day>\d{1,2})\s*(?:เดือน)?\s*(?P<name>[^\W\d][^\d,]*?)[\s,]*(?P<year>\d{4})")
_NAME_FIRST = re.compile(r"(?P<name>[a-z]+)\s+(?P<day>\d{1,2})[\s,]+(?P<year>\d{4})")
_BEFORE_DAY = re.compile(r"^(?:วัน\D*|ที่\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)")


class DateNotUnderstood(SalaError):
    """The text is not a date that can be read in only one way."""

    code = "date-not-understood"
    status = 422
    message = Text(
        th="วันที่ไม่ถูกต้อง กรอกวัน เดือน และปี พ.ศ. สี่หลัก เช่น 20 พฤศจิกายน 2569 หรือ 20/11/2569",
        en="This is not a date. Write the day, the month and a four-digit year, such as 20 November 2026 or 20/11/2026",
    )


class PeriodBackwards(SalaError):
    """A period ends before it begins."""

    code = "period-backwards"
    status = 422
    message = Text(
        th="วันสิ้นสุดอยู่ก่อนวันเริ่มต้น ตรวจวันที่ทั้งสองอีกครั้ง",
        en="The end comes before the beginning. Check both dates",
    )


@dataclass(frozen=True, slots=True)
class Period:
    """
    A half-open run of days: `from_` belongs to it, `until` does not; no `until` means it has no end yet.

    >>> date(2026, 10, 1) in Period(date(2026, 1, 1), date(2026, 10, 1))
    False
    """

    from_: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.from_:
            raise PeriodBackwards

    def __contains__(self, day: date) -> bool:
        return self.from_ <= day and (self.until is None or day < self.until)

    def overlaps(self, other: "Period") -> bool:
        """Say whether any day belongs to both."""
        later = max(self.from_, other.from_)
        return later in self and later in other

    @property
    def days(self) -> int | None:
        """How many days it holds; None when it has no end."""
        return None if self.until is None else (self.until - self.from_).days


def thai_day(at: datetime) -> date:
    """
    Tell the day in Bangkok at a moment: from midnight to 07:00 it is a day ahead of UTC's.

    >>> from datetime import UTC
    >>> thai_day(datetime(2026, 9, 30, 17, 0, tzinfo=UTC))
    datetime.date(2026, 10, 1)
    """
    return in_bangkok(at).date()


def in_bangkok(at: datetime) -> datetime:
    """Tell the same moment by the clock in Bangkok; a moment without a time zone is a mistake in the program."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return at.astimezone(BANGKOK)


def month_of(day: date) -> Period:
    """
    Tell the calendar month a day lies in.

    >>> month_of(date(2026, 12, 31)).until
    datetime.date(2027, 1, 1)
    """
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1))


def fiscal_year(day: date) -> int:
    """
    Tell the fiscal year of a day, in B.E.

    >>> fiscal_year(date(2026, 9, 30)), fiscal_year(date(2026, 10, 1))
    (2569, 2570)
    """
    return day.year + 543 + (day.month >= _FISCAL_FIRST_MONTH)


def fiscal_period(year: int) -> Period:
    """
    Tell the days of a fiscal year given in B.E.

    >>> fiscal_period(2570).from_
    datetime.date(2026, 10, 1)
    """
    return Period(date(year - 544, _FISCAL_FIRST_MONTH, 1), date(year - 543, _FISCAL_FIRST_MONTH, 1))


def format_date(day: date, lang: Lang, style: DateStyle = "long") -> str:
    """
    Write a day for a reader: B.E. in Thai, C.E. in English.

    >>> [format_date(date(2026, 11, 20), "th", style) for style in ("long", "short", "full")]
    ['20 พฤศจิกายน 2569', '20 พ.ย. 2569', 'วันศุกร์ที่ 20 พฤศจิกายน พ.ศ. 2569']
    >>> format_date(date(2026, 11, 20), "en", "full")
    'Friday 20 November 2026'
    """
    year = buddhist_year(day) if lang == "th" else day.year
    month = (SHORT_MONTHS if style == "short" else MONTHS)[day.month - 1][lang]
    if style != "full":
        return f"{day.day} {month} {year}"
    weekday = WEEKDAYS[day.weekday()][lang]
    return f"{weekday}ที่ {day.day} {month} พ.ศ. {year}" if lang == "th" else f"{weekday} {day.day} {month} {year}"


def format_moment(at: datetime, lang: Lang, style: DateStyle = "long") -> str:
    """
    Write a moment for a reader by the clock in Bangkok, to the minute.

    >>> format_moment(datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK), "th")
    '20 พฤศจิกายน 2569 เวลา 14.30 น.'
    >>> format_moment(datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK), "en")
    '20 November 2026, 14:30'
    """
    local = in_bangkok(at)
    day = format_date(local.date(), lang, style)
    return f"{day} เวลา {local:%H.%M} น." if lang == "th" else f"{day}, {local:%H:%M}"


def parse_date(text: str) -> date:
    """
    Read a day as people write it: Thai or Arabic digits, names or numbers of months, B.E. or C.E.

    Day before month, as Thailand writes it. A year without its era is B.E. from 2400 on. Two-digit
    years are refused, because 69 may be 2569 or 1969.

    :raises DateNotUnderstood: it cannot be read in only one way.
    :raises DayDoesNotExist: it reads as a day that no calendar has.

    >>> [parse_date(text).isoformat() for text in ("๒๐ พ.ย. ๒๕๖๙", "20/11/2569", "2026-11-20", "Nov 20, 2026")]
    ['2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20']
    """
    plain = fold(text)
    eras = [found.lastgroup for found in _ERA.finditer(plain)]
    plain = _BEFORE_DAY.sub("", " ".join(_ERA.sub(" ", plain).split()))
    patterns = (_YEAR_FIRST, _DAY_FIRST, _NAMED, _NAME_FIRST)
    found = next((match for match in (pattern.fullmatch(plain) for pattern in patterns) if match), None)
    if found is None or len(eras) > 1:
        raise DateNotUnderstood
    parts = found.groupdict()
    month = find_month(parts["name"]) if "name" in parts else int(parts["month"])
    if month is None:
        raise DateNotUnderstood
    return _date_of_era(int(parts["year"]), month, int(parts["day"]), eras[0] if eras else None)


def _date_of_era(year: int, month: int, day: int, era: str | None) -> date:
    is_plainly_buddhist = year >= _FIRST_PLAIN_BUDDHIST_YEAR
    if year < _FIRST_PLAIN_COMMON_YEAR or (era and is_plainly_buddhist != (era == "buddhist")):
        raise DateNotUnderstood
    return (buddhist_date if is_plainly_buddhist else common_date)(year, month, day)
