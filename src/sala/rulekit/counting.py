"""What a rule may count with: ages, tables, months, fiscal years, working days and hours."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction

from sala.kernel import age
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.days import fiscal_period, fiscal_year, thai_day
from sala.kernel.money import Baht, Rounding
from sala.kernel.people import BirthDate

from .plain import working_calendar
from .values import Brackets, Steps

_MONTHS = 12


def full_years(born: date | BirthDate, on: date) -> int:
    """
    Count the years of age complete on a day; none before the birth.

    Source: Civil and Commercial Code, s. 16 (age counts from the day of birth), s. 193/5.

    >>> full_years(date(1964, 2, 29), date(2024, 2, 28)), full_years(date(2026, 1, 1), date(2025, 1, 1))
    (60, 0)
    """
    return _full_years(born.counted_from if isinstance(born, BirthDate) else born, on)


def _full_years(born: date, on: date) -> int:
    years = age.years_between(born, on)
    return years if years > 0 else 0


def ladder(number: int, steps: Steps) -> Baht:
    """Take the money of the highest step that a number reaches; `below` where it reaches none."""
    reached = [amount for at_least, amount in steps.rows if number >= at_least]
    return reached[-1] if reached else steps.below


def brackets(amount: Baht, table: Brackets, rounding: Rounding) -> Baht:
    """
    Take each row's share of the part of an amount that lies in it, and round the sum once.

    >>> table = Brackets(((Baht.of(0), Fraction(0)), (Baht.of(150_000), Fraction(5, 100))))
    >>> brackets(Baht.of(150_000), table, Rounding.DOWN), brackets(Baht.of(150_100), table, Rounding.DOWN)
    (Baht.of("0.00"), Baht.of("5.00"))
    """
    ends = [start.satang for start, _ in table.rows[1:]] + [amount.satang]
    shares = (
        max(0, min(amount.satang, end) - start.satang) * share
        for (start, share), end in zip(table.rows, ends, strict=True)
    )
    return Baht(1).times(sum(shares, Fraction(0)), rounding=rounding)


def days_between(first: date, last: date) -> int:
    """
    Count the days from one to another; below zero where the other comes before.

    >>> days_between(date(2026, 1, 31), date(2026, 2, 1))
    1
    """
    return (last - first).days


def months_or_part(since: date, until: date) -> int:
    """
    Count the months begun from a day to another, as a surcharge for each month or part of a month does.

    A month ends on the day of the same number; a day that the month lacks is its last.

    >>> months_or_part(date(2026, 3, 31), date(2026, 4, 30)), months_or_part(date(2026, 3, 31), date(2026, 5, 1))
    (1, 2)
    """
    months = (until.year - since.year) * _MONTHS + until.month - since.month
    return max(0, months if until <= add_months(since, months) else months + 1)


def add_months(day: date, number: int, rounding: str = "down") -> date:
    """
    Go forward by months. Where the month lacks the day: `down` takes its last day, `up` the first of the next.

    >>> add_months(date(2026, 1, 31), 1), add_months(date(2026, 1, 31), 1, rounding="up")
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 1))
    """
    years, month = divmod(day.year * _MONTHS + day.month - 1 + number, _MONTHS)
    last = monthrange(years, month + 1)[1]
    if day.day <= last:
        return date(years, month + 1, day.day)
    found = date(years, month + 1, last)
    return found if rounding == "down" else found + timedelta(days=1)


def add_years(day: date, number: int, rounding: str) -> date:
    """
    Go forward by years; 29 February goes to 28 February (`down`) or 1 March (`up`) in a common year.

    >>> add_years(date(2024, 2, 29), 1, rounding="down"), add_years(date(2024, 2, 29), 1, rounding="up")
    (datetime.date(2025, 2, 28), datetime.date(2025, 3, 1))
    """
    return add_months(day, number * _MONTHS, rounding)


def year_start(day: date, ahead: int) -> date:
    """
    Take 1 January: of this year (0), of the next (1) and so on.

    >>> year_start(date(2026, 9, 30), 1)
    datetime.date(2027, 1, 1)
    """
    return date(day.year + ahead, 1, 1)


def day_of_month(day: date, number: int) -> date:
    """
    Take the day of this number in the same month.

    >>> day_of_month(date(2024, 8, 31), 10)
    datetime.date(2024, 8, 10)
    """
    return day.replace(day=number)


def last_day_of_month_before(day: date) -> date:
    """
    Take the last day of the month before.

    >>> last_day_of_month_before(date(2027, 9, 30))
    datetime.date(2027, 8, 31)
    """
    return day.replace(day=1) - timedelta(days=1)


def fiscal_year_start(day: date, ahead: int) -> date:
    """
    Take the 1 October on which a fiscal year begins: this one (0), the next (1) and so on.

    >>> fiscal_year_start(date(2026, 9, 30), 0), fiscal_year_start(date(2026, 9, 30), 1)
    (datetime.date(2025, 10, 1), datetime.date(2026, 10, 1))
    """
    return fiscal_period(fiscal_year(day) + ahead).from_


def day_of(at: datetime) -> date:
    """Take the day in Bangkok of a moment."""
    return thai_day(at)


def add_days(day: date, number: int) -> date:
    """
    Count days, the first not included.

    Source: Civil and Commercial Code, s. 193/3 para. 2.
    """
    return day + timedelta(days=number)


def add_hours(at: datetime, number: int) -> datetime:
    """
    Count hours from a moment, at once.

    Source: Civil and Commercial Code, s. 193/3 para. 1.
    """
    return at + timedelta(hours=number)


def add_working_days(day: date, number: int) -> date:
    """
    Count working days, the first day not included.

    :raises CalendarNeeded: the decision was asked without a calendar.
    """
    return _add_working_days(day, number, *working_calendar())


def working_day_not_after(day: date) -> date:
    """
    Keep a working day, or go back to the one before.

    :raises CalendarNeeded: the decision was asked without a calendar.
    """
    return _working_day_not_after(day, *working_calendar())


def _add_working_days(day: date, number: int, calendar: WorkingCalendar, area: str | None) -> date:
    return calendar.add_working_days(day, number, area)


def _working_day_not_after(day: date, calendar: WorkingCalendar, area: str | None) -> date:
    return day if calendar.is_working_day(day, area) else calendar.working_day_before(day, area)


NEED_CALENDAR = ("add_working_days", "working_day_not_after")

# As the back ends call them: on plain days and numbers, working days with their calendar.
ON_PLAIN_VALUES: Mapping[str, object] = {
    "full_years": _full_years,
    **{
        function.__name__: function
        for function in (
            *(days_between, months_or_part, add_days, add_months, add_years, day_of_month),
            *(last_day_of_month_before, fiscal_year_start, year_start, day_of, add_hours),
        )
    },
    "add_working_days": _add_working_days,
    "working_day_not_after": _working_day_not_after,
}
