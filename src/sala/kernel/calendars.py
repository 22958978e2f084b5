"""
Working days and office hours, from the dated holidays in a country pack.

The legal clock of every case runs on this calendar. Offices and banks close on different days, some
holidays belong to some provinces only, and the Cabinet adds days late: `as_known_on` tells what the
calendar said on an earlier day.
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, partial
from pathlib import Path

from .bilingual import Text
from .calendar_files import read_calendar
from .days import ONE_DAY, Period, in_bangkok
from .errors import SalaError
from .holidays import AwaitedHoliday, Closes, Holiday

__all__ = [
    "GOVERNMENT_HOURS",
    "AwaitedHoliday",
    "CalendarYearMissing",
    "Closes",
    "Holiday",
    "OfficeHours",
    "OfficeHoursBackwards",
    "WorkingCalendar",
]

_SATURDAY = 5


class CalendarYearMissing(UserWarning):
    """A year has no holiday data, so that only weekends were left out of the count."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"No holidays are known for {year} (B.E. {year + 543}): only weekends are left out, and every deadline "
            f"counted there may be too early. Add {year}.yaml to the calendar · "
            f"ไม่มีข้อมูลวันหยุดของปี พ.ศ. {year + 543} จึงเว้นเฉพาะเสาร์อาทิตย์ กำหนดเวลาที่นับได้อาจเร็วเกินไป"
        )


class OfficeHoursBackwards(SalaError):
    """An office closes before it opens."""

    code = "office-hours-backwards"
    status = 422
    message = Text(
        th="เวลาปิดทำการอยู่ก่อนเวลาเปิดทำการ ตรวจเวลาทั้งสองอีกครั้ง",
        en="The closing time comes before the opening time. Check both times",
    )


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When an office receives, by the clock in Bangkok: it has closed at `closes` itself."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise OfficeHoursBackwards


# Source: Office of the Prime Minister, announcement on working hours and public holidays (unverified: the
# text was not at hand). The break at noon is left out, because a system receives through it.
GOVERNMENT_HOURS = OfficeHours(opens=time(8, 30), closes=time(16, 30))


@dataclass(frozen=True)
class WorkingCalendar:
    """
    The working days of offices and of banks.

    An `area` is a code that begins with the province's two digits; without it only national holidays count.
    Every question about a year without data is answered by weekends alone, with a `CalendarYearMissing` warning.
    """

    holidays: tuple[Holiday, ...]
    years: frozenset[int]
    awaited: tuple[AwaitedHoliday, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> "WorkingCalendar":
        """
        Read the calendar of a country pack: `common.yaml` and one file for each year.

        :raises CalendarInvalid: a file says something the calendar cannot mean.
        """
        declared = read_calendar(folder)
        return cls(declared.holidays, declared.years, declared.awaited)

    def as_known_on(self, day: date) -> "WorkingCalendar":
        """Tell the calendar as it stood at the end of a day, without what was announced later."""
        known = tuple(h for h in self.holidays if h.announced_on is None or h.announced_on <= day)
        return WorkingCalendar(known, self.years, self.awaited)

    def list_holidays(self, period: Period, area: str | None = None, closes: Closes = "offices") -> tuple[Holiday, ...]:
        """List the holidays of offices, or of banks, in a period, in order of day."""
        return tuple(h for h in self.holidays if h.on in period and h.holds_in(area) and closes in h.closes)

    def find_holiday(self, day: date, area: str | None = None, closes: Closes = "offices") -> Holiday | None:
        """Find the holiday that closes offices, or banks, on a day."""
        self._warn_if_missing(day)
        return next((h for h in self._by_day.get(day, ()) if h.holds_in(area) and closes in h.closes), None)

    def is_working_day(self, day: date, area: str | None = None) -> bool:
        """Say whether government offices work on a day."""
        return day.weekday() < _SATURDAY and self.find_holiday(day, area) is None

    def is_bank_day(self, day: date) -> bool:
        """Say whether banks are open on a day, as the Bank of Thailand has announced."""
        return day.weekday() < _SATURDAY and self.find_holiday(day, closes="banks") is None

    def add_working_days(self, day: date, n: int, area: str | None = None) -> date:
        """
        Tell the day that is `n` working days after a day, which itself does not count; backwards if `n` is negative.

        With `n` 0 it is the day itself, or the first working day after it.

        Source: Civil and Commercial Code, s. 193/3 (the first day does not count), s. 193/8 (a last day that is
        a holiday gives way to the next working day).
        """
        if n == 0:
            return self.working_day_after(day, area)
        step = ONE_DAY if n > 0 else -ONE_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_working_day(day, area)
        return day

    def count_working_days(self, from_: date, until: date, area: str | None = None) -> int:
        """Count the working days from a day up to another, which itself does not count."""
        return sum(self.is_working_day(from_ + ONE_DAY * i, area) for i in range((until - from_).days))

    def working_day_before(self, day: date, area: str | None = None) -> date:
        """Tell the day itself if it is a working day, else the last working day before it."""
        return _nearest(day, -1, partial(self.is_working_day, area=area))

    def working_day_after(self, day: date, area: str | None = None) -> date:
        """Tell the day itself if it is a working day, else the first working day after it."""
        return _nearest(day, 1, partial(self.is_working_day, area=area))

    def bank_day_before(self, day: date) -> date:
        """Tell the day itself if banks are open, else the last day before it on which they are."""
        return _nearest(day, -1, self.is_bank_day)

    def bank_day_after(self, day: date) -> date:
        """Tell the day itself if banks are open, else the first day after it on which they are."""
        return _nearest(day, 1, self.is_bank_day)

    def next_office_moment(
        self, at: datetime, hours: OfficeHours = GOVERNMENT_HOURS, area: str | None = None
    ) -> datetime:
        """
        Tell when something that arrived counts as received: at once in office hours, else when they next begin.

        Source: Electronic Administration Act B.E. 2565, s. 10 (received when it enters the system; outside
        office hours, on the next working date and time).
        """
        local = in_bangkok(at)
        today = local.date()
        if self.is_working_day(today, area) and hours.opens <= local.time() < hours.closes:
            return at
        first = today if local.time() < hours.opens else today + ONE_DAY
        return datetime.combine(self.working_day_after(first, area), hours.opens, tzinfo=local.tzinfo)

    def _warn_if_missing(self, day: date) -> None:
        if day.year not in self.years:
            warnings.warn(CalendarYearMissing(day.year), stacklevel=3)

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[Holiday, ...]]:
        by_day: dict[date, tuple[Holiday, ...]] = {}
        for holiday in self.holidays:
            by_day[holiday.on] = (*by_day.get(holiday.on, ()), holiday)
        return by_day


def _nearest(day: date, step: int, is_open: Callable[[date], bool]) -> date:
    while not is_open(day):
        day += ONE_DAY * step
    return day
