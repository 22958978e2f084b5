"""What a rules.py needs beyond days and tables when it runs as plain Python: marks, exact quotients, rounding, members."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar, overload

from sala.kernel.calendars import WorkingCalendar
from sala.kernel.money import Baht, BahtShare

from .errors import CalendarNeeded

T = TypeVar("T")
Members = tuple[T, ...]

_calendar: ContextVar[tuple[WorkingCalendar, str | None] | None] = ContextVar("rulekit_calendar", default=None)


@dataclass(frozen=True, slots=True)
class Between:
    """The ends of what a number may be, both in; in baht for money. Products are checked against 63 bits with them."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, init=False)
class Inverse:
    """The links that lead here: they make the members of `children`, say, without being told."""

    links: tuple[str, ...]

    def __init__(self, *links: str) -> None:
        object.__setattr__(self, "links", links)


def clause(act: str, section: str = "") -> Callable[[T], T]:
    """
    Mark a function as one section of an Act declared in rates.yaml.

    Leave the section empty where its number is not verified; the citation then names the Act alone.
    """

    def mark(function: T) -> T:
        return function

    return mark


@contextmanager
def working_days(calendar: WorkingCalendar, area: str | None = None) -> Iterator[None]:
    """Let plain rules count working days by a calendar, in an area with holidays of its own."""
    token = _calendar.set((calendar, area))
    try:
        yield
    finally:
        _calendar.reset(token)


def working_calendar() -> tuple[WorkingCalendar, str | None]:
    """
    Give the calendar that plain rules count by.

    :raises CalendarNeeded: nobody said which.
    """
    found = _calendar.get()
    if found is None:
        raise CalendarNeeded
    return found


def count(members: Iterable[object]) -> int:
    """
    Count members.

    >>> count(n for n in (1, 2, 3) if n > 1)
    2
    """
    return sum(1 for _ in members)


def quotient(top: int, bottom: int) -> Fraction:
    """
    Divide whole numbers exactly.

    >>> quotient(1, 3) * 3 == 1
    True
    """
    return Fraction(top, bottom)


@overload
def round_half_up(value: Baht | BahtShare, *, to: Baht = ...) -> Baht: ...
@overload
def round_half_up(value: int | Fraction, *, to: int = ...) -> int: ...
def round_half_up(value: Baht | BahtShare | int | Fraction, *, to: Baht | int | None = None) -> Baht | int:
    """
    Round to the nearest satang or whole number, or multiple of `to`; away from zero at the half.

    >>> round_half_up(Baht.of("10.01") / 2), round_half_up(quotient(-5, 2))
    (Baht.of("5.01"), -3)
    """
    exact, step = _satang_or_number(value), _step(to)
    steps = exact / step
    whole = int(abs(steps) + Fraction(1, 2)) * (-1 if steps < 0 else 1) * step
    return _as_given(value, whole)


@overload
def floor_to(value: Baht | BahtShare, step: Baht = ...) -> Baht: ...
@overload
def floor_to(value: int | Fraction, step: int = ...) -> int: ...
def floor_to(value: Baht | BahtShare | int | Fraction, step: Baht | int | None = None) -> Baht | int:
    """
    Round to the multiple of a step that lies below; to whole satang or whole numbers where no step is named.

    >>> floor_to(Baht.of("1234.56"), Baht.of(100)), floor_to(7, 2)
    (Baht.of("1200.00"), 6)
    """
    each = _step(step)
    return _as_given(value, _satang_or_number(value) // each * each)


@overload
def ceil_to(value: Baht | BahtShare, step: Baht = ...) -> Baht: ...
@overload
def ceil_to(value: int | Fraction, step: int = ...) -> int: ...
def ceil_to(value: Baht | BahtShare | int | Fraction, step: Baht | int | None = None) -> Baht | int:
    """
    Round to the multiple of a step that lies above; to whole satang or whole numbers where no step is named.

    >>> ceil_to(Baht.of("1234.56"), Baht.of(100)), ceil_to(8, 2)
    (Baht.of("1300.00"), 8)
    """
    each = _step(step)
    return _as_given(value, -(-_satang_or_number(value) // each) * each)


def _satang_or_number(value: Baht | BahtShare | int | Fraction) -> Fraction:
    return Fraction(value.satang) if isinstance(value, Baht | BahtShare) else Fraction(value)


def _step(step: Baht | int | None) -> int:
    return step.satang if isinstance(step, Baht) else step or 1


def _as_given(value: Baht | BahtShare | int | Fraction, whole: int) -> Baht | int:
    return Baht(whole) if isinstance(value, Baht | BahtShare) else whole
