"""A person's name and date of birth, as the civil register holds them."""

import re
from dataclasses import dataclass
from datetime import date

from .bilingual import Lang, Text
from .days import format_date, parse_date
from .eras import MONTHS, MONTHS_PER_YEAR, DayDoesNotExist, buddhist_date, buddhist_year, first_month
from .errors import SalaError
from .thai import fold, sort_key

# Ranks of the armed forces and the police are set apart from the name; every other title touches it.
# Source: Royal Society, rules of spacing, 1.2.8.
_RANKS = ("พล", "พัน", "นาวา", "เรือ", "ร้อย", "จ่า", "สิบ", "ดาบ", "นายดาบ", "ว่าที่")
_FIRST_BUDDHIST_YEAR = 2400
_LAST_BUDDHIST_YEAR = 2800
_REGISTER_FORM = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


class BirthDateNotUnderstood(SalaError):
    """The text is neither a full date nor a B.E. year with or without its month."""

    code = "birth-date-not-understood"
    status = 422
    message = Text(
        th="วันเกิดไม่ถูกต้อง กรอกวัน เดือน ปี พ.ศ. ถ้าไม่ทราบวันหรือเดือน กรอกเท่าที่ทราบ",
        en="This is not a date of birth. Write the day, month and Buddhist Era year, or what is known of them",
    )


@dataclass(frozen=True, slots=True)
class PersonName:
    """
    A name as registered. The title comes from the register and is never asked; the surname may be empty.

    `latin` is the same name in Latin letters where the register has it.

    Source: Personal Names Act B.E. 2505, s. 4-5 (first name, middle name, surname).

    >>> PersonName(title="นาง", first="มาลี", middle="ชื่น", last="ใจดี").full()
    'นางมาลี ชื่น ใจดี'
    >>> PersonName(title="พันเอก", first="สมชาย").full()
    'พันเอก สมชาย'
    """

    title: str
    first: str
    middle: str = ""
    last: str = ""
    latin: "PersonName | None" = None

    def full(self, lang: Lang = "th") -> str:
        """Write the whole name, title first; in English the Latin one where the register has it."""
        if lang == "en" and self.latin is not None:
            return self.latin.full()
        is_thai = "ก" <= self.first[:1] <= "ไ"
        gap = "" if is_thai and not self.title.startswith(_RANKS) else " "
        called = f"{self.title}{gap}{self.first}" if self.title else self.first
        return " ".join(part for part in (called, self.middle, self.last) if part)

    @property
    def order(self) -> tuple[str, str, str]:
        """The key that sorts people by first name, then middle name, then surname, as Thai lists do."""
        return sort_key(self.first), sort_key(self.middle), sort_key(self.last)


@dataclass(frozen=True, slots=True)
class BirthDate:
    """
    A date of birth whose day, or month and day, may be unknown. The year is of the Buddhist Era.

    The era matters: B.E. 2480 ran from April 1937 to March 1938.

    :raises DayDoesNotExist: the calendar had no such day.

    >>> BirthDate(2480).counted_from, BirthDate(2509, 10).counted_from
    (datetime.date(1937, 4, 1), datetime.date(1966, 10, 1))
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not _FIRST_BUDDHIST_YEAR <= self.year <= _LAST_BUDDHIST_YEAR:
            raise ValueError(f"a year of birth is of the Buddhist Era, not {self.year}")
        if self.month is None and self.day is not None:
            raise ValueError("a day of birth needs its month")
        if self.month is not None and not 1 <= self.month <= MONTHS_PER_YEAR:
            raise DayDoesNotExist
        _ = self.counted_from  # so that a day that never was is refused here

    @classmethod
    def of(cls, day: date) -> "BirthDate":
        """Make the date of birth of someone whose day is known."""
        return cls(buddhist_year(day), day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> "BirthDate":
        """
        Read what is known: a full date, `2509-10`, `2509`, or the register's eight digits with zeros.

        :raises BirthDateNotUnderstood: it is none of these.

        >>> BirthDate.parse("25091000") == BirthDate.parse("2509-10") == BirthDate(2509, 10)
        True
        """
        plain = fold(text)
        found = _REGISTER_FORM.fullmatch(plain) or _YEAR_AND_MONTH.fullmatch(plain)
        if found is None or int(found[1]) < _FIRST_BUDDHIST_YEAR:
            return cls.of(parse_date(plain))
        year, month, day = (int(part or 0) for part in (*found.groups(), None)[:3])
        if year > _LAST_BUDDHIST_YEAR or (day and not month):
            raise BirthDateNotUnderstood
        return cls(year, month or None, day or None)

    def __lt__(self, other: "date | BirthDate") -> bool:
        return self.counted_from < _day(other)

    def __le__(self, other: "date | BirthDate") -> bool:
        return self.counted_from <= _day(other)

    def __gt__(self, other: "date | BirthDate") -> bool:
        return self.counted_from > _day(other)

    def __ge__(self, other: "date | BirthDate") -> bool:
        return self.counted_from >= _day(other)

    @property
    def is_complete(self) -> bool:
        """The day and the month are both known."""
        return self.day is not None

    @property
    def counted_from(self) -> date:
        """
        The day age counts from: an unknown day is the 1st, an unknown month the start of that year.

        Source: Civil and Commercial Code, s. 16.
        """
        return buddhist_date(self.year, self.month or first_month(self.year), self.day or 1)

    def format(self, lang: Lang) -> str:
        """
        Write what is known of it for a reader.

        >>> BirthDate(2509, 10).format("th"), BirthDate(2509).format("en")
        ('ตุลาคม 2509', '1966')
        """
        if self.is_complete:
            return format_date(self.counted_from, lang)
        year = str(self.year if lang == "th" else self.counted_from.year)
        return year if self.month is None else f"{MONTHS[self.month - 1][lang]} {year}"


def _day(of: date | BirthDate) -> date:
    return of.counted_from if isinstance(of, BirthDate) else of
