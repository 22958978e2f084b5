"""Follow one decision: which clauses were asked, what they said, which dated numbers they used."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

from sala.kernel.calendars import WorkingCalendar

from .errors import CalendarNeeded
from .values import DatedValue

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class Trace:
    """What happened in one decision. Lives as long as the decision and no longer."""

    calendar: WorkingCalendar | None
    area: str | None
    said: dict[str, tuple[date, object]] = field(default_factory=dict)
    used: dict[tuple[str, int], DatedValue] = field(default_factory=dict)


_current: ContextVar[Trace | None] = ContextVar("rulekit_trace", default=None)


@contextmanager
def following(calendar: WorkingCalendar | None, area: str | None) -> Iterator[Trace]:
    """Open the trace of one decision."""
    trace = Trace(calendar, area)
    token = _current.set(trace)
    try:
        yield trace
    finally:
        _current.reset(token)


def note_use(dated: DatedValue) -> None:
    """Write a dated number into the trace, where there is one."""
    if (trace := _current.get()) is not None:
        trace.used.setdefault((dated.name, dated.line), dated)


def working_calendar() -> tuple[WorkingCalendar, str | None]:
    """
    Give the calendar that the decision was asked with, and the area whose holidays count.

    :raises CalendarNeeded: it was asked without one.
    """
    trace = _current.get()
    if trace is None or trace.calendar is None:
        raise CalendarNeeded
    return trace.calendar, trace.area


class Clause(Generic[P, T]):
    """A function of the law that knows its section. Calling it inside a decision writes what it said into the trace."""

    def __init__(self, function: Callable[P, T], act: str, section: str) -> None:
        self.function = function
        self.name = function.__name__
        self.act = act
        self.section = section
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the clause."""
        value = self.function(*args, **kwargs)
        if (trace := _current.get()) is not None:
            day = args[1]
            assert isinstance(day, date)  # noqa: S101  the loader has checked that every rule takes a day
            trace.said.setdefault(self.name, (day, value))
        return value


def clause(act: str, section: str = "") -> Callable[[Callable[P, T]], Clause[P, T]]:
    """
    Mark a function as one section of an Act declared in rates.yaml.

    Leave the section empty where its number is not verified; the citation then names the Act alone.
    """

    def mark(function: Callable[P, T]) -> Clause[P, T]:
        return Clause(function, act, section)

    return mark
