"""What a rule may count with: ages, tables, months, fiscal years, working days and hours."""

from datetime import date, datetime, timedelta
from fractions import Fraction

from sala.kernel.age import full_years
from sala.kernel.days import fiscal_period, fiscal_year, thai_day
from sala.kernel.money import Baht, Rounding

from .trace import working_calendar
from .values import Brackets, Steps

__all__ = [
    "add_days",
    "add_hours",
    "add_working_days",
    "brackets",
    "day_of",
    "day_of_month",
    "fiscal_year_start",
    "full_years",
    "ladder",
    "last_day_of_month_before",
    "working_day_not_after",
]


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
    calendar, area = working_calendar()
    return calendar.add_working_days(day, number, area)


def working_day_not_after(day: date) -> date:
    """
    Keep a working day, or go back to the one before.

    :raises CalendarNeeded: the decision was asked without a calendar.
    """
    calendar, area = working_calendar()
    return day if calendar.is_working_day(day, area) else calendar.working_day_before(day, area)
