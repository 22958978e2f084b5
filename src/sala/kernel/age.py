"""Age as the Civil and Commercial Code counts it: the day of birth is the first day of life."""

from datetime import date, timedelta
from functools import lru_cache

from .bilingual import Text
from .errors import SalaError
from .people import BirthDate


class NotYetBorn(SalaError):
    """The day asked about lies before the day of birth."""

    code = "not-yet-born"
    status = 422
    message = Text(
        th="วันเกิดอยู่หลังวันที่ใช้นับอายุ ตรวจวันเกิดอีกครั้ง",
        en="The date of birth lies after the day on which age is counted. Check the date of birth",
    )


def day_of_age(born: date | BirthDate, years: int) -> date:
    """
    Tell the day on which a number of years is complete: the day before the birthday.

    Someone born on 29 February completes each year on 28 February.

    Source: Civil and Commercial Code, s. 16 (age counts from the day of birth), s. 193/5 (a period in
    years ends on the day before the corresponding day).

    >>> day_of_age(date(1966, 10, 1), 60)
    datetime.date(2026, 9, 30)
    """
    first = _first_day(born)
    if (first.month, first.day) == (2, 29):
        return date(first.year + years, 2, 28)
    return first.replace(year=first.year + years) - timedelta(days=1)


def full_years(born: date | BirthDate, on: date) -> int:
    """
    Count the years of age complete on a day.

    Source: as `day_of_age`; an unknown day is the 1st, an unknown month the start of that year.

    :raises NotYetBorn: `on` lies before the birth.

    >>> full_years(date(1966, 10, 1), date(2026, 9, 29)), full_years(date(1966, 10, 1), date(2026, 9, 30))
    (59, 60)
    """
    first = _first_day(born)
    if on < first:
        raise NotYetBorn
    return years_between(first, on)


def years_between(first: date, on: date) -> int:
    """
    Count the years complete from a first day, itself counted, to another day; below zero before it.

    >>> years_between(date(2026, 1, 1), date(2026, 12, 31)), years_between(date(2026, 1, 1), date(2025, 6, 1))
    (1, -1)
    """
    # A year is complete on the day before the birthday: so count the birthdays up to the next day.
    year, month, day = _following(on)
    return year - first.year - (month < first.month or (month == first.month and day < first.day))


@lru_cache(maxsize=64)
def _following(on: date) -> tuple[int, int, int]:
    """Take apart the day after one: many ages are counted on few days."""
    following = on + timedelta(days=1)
    return following.year, following.month, following.day


def _first_day(born: date | BirthDate) -> date:
    return born.counted_from if isinstance(born, BirthDate) else born
