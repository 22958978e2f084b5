"""
The legal clock, derived from the lines of a case's account. Nobody stores how much time is left.

Received is the system's time-stamp; outside office hours the clock counts from the next working day's opening
(Electronic Administration Act B.E. 2565, s. 10). The first day is not counted (Civil and Commercial Code s. 193/3).
A correction request stops the clock, and the answer lets it run on with what was left.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sala.kernel.calendars import OfficeHours, WorkingCalendar
from sala.kernel.days import thai_day
from sala.servicekit.schema.offer import Clock

from ..contracts import ClockEffect


@dataclass(frozen=True, slots=True)
class Tick:
    """One line's effect on the clock, and the Bangkok day it happened on."""

    effect: ClockEffect
    day: date


def counted_from(*, received_at: datetime, calendar: WorkingCalendar, hours: OfficeHours) -> date:
    """Give the day from which the law counts an application that the system received at this moment."""
    return thai_day(calendar.next_office_moment(received_at, hours))


def due_on(*, clock: Clock, ticks: Iterable[Tick], calendar: WorkingCalendar) -> date | None:
    """
    Give the last lawful day, or None while the clock stands, has ended, or was never found in the law.

    A stopped day counts as used: what was left on the evening of that day is what remains.
    """
    if clock.length is None or clock.unit not in ("days", "working-days"):
        return None
    left, running_from = clock.length, None
    for tick in ticks:
        if tick.effect in ("start", "resume"):
            running_from = tick.day
        elif tick.effect in ("stop", "end"):
            left -= _used(clock, running_from, tick.day, calendar)
            running_from = None
    return None if running_from is None else _add(clock, running_from, max(left, 0), calendar)


def days_left(*, clock_unit: str, due: date, today: date, calendar: WorkingCalendar) -> int:
    """Count the days until the deadline, in the law's unit; negative when it has passed."""
    if today > due:
        return -_between(clock_unit, due, today, calendar)
    return _between(clock_unit, today, due, calendar)


def _used(clock: Clock, start: date | None, stop: date, calendar: WorkingCalendar) -> int:
    return 0 if start is None else _between(clock.unit, start, stop, calendar)


def _between(unit: str, start: date, end: date, calendar: WorkingCalendar) -> int:
    """Count the days after `start` up to and including `end`."""
    if end <= start:
        return 0
    if unit == "days":
        return (end - start).days
    return calendar.count_working_days(start + timedelta(days=1), end + timedelta(days=1))


def _add(clock: Clock, start: date, days: int, calendar: WorkingCalendar) -> date:
    if clock.unit == "days":
        return start + timedelta(days=days)
    return calendar.add_working_days(start, days)
