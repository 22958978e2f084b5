"""
The legal clock, derived from the lines of a case's account. Nobody stores how much time is left.

Received is the system's time-stamp; outside office hours the clock counts from the next working day's opening
(Electronic Administration Act B.E. 2565, s. 10). The first day is not counted (Civil and Commercial Code s. 193/3).
A correction request stops the clock, and the answer lets it run on with what was left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sala.kernel.calendars import OfficeHours, WorkingCalendar
from sala.kernel.days import ONE_DAY, thai_day
from sala.servicekit.schema.offer import Clock

from ..contracts import ClockEffect, LineKind

PROVISIONS: Mapping[LineKind, str] = {
    "received": "electronic-administration-act-2565:10",
    "clock-started": "electronic-administration-act-2565:10",
    "correction-asked": "licensing-facilitation-act-2558:8",
    "correction-answered": "licensing-facilitation-act-2558:8",
}
"""The provision each line of the account rests on, for both sides to read."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One line's effect on the clock, and the Bangkok day it happened on."""

    effect: ClockEffect
    day: date


def counted_from(*, received_at: datetime, calendar: WorkingCalendar, hours: OfficeHours, area: str | None) -> date:
    """Give the day from which the law counts an application that the system received at this moment."""
    return thai_day(calendar.next_office_moment(received_at, hours, area))


def due_on(*, clock: Clock, ticks: Iterable[Tick], calendar: WorkingCalendar, area: str | None) -> date | None:
    """
    Give the last lawful day, or None while the clock stands, has ended, or was never found in the law.

    A stopped day counts as used: what was left on the evening of that day is what remains.
    """
    if clock.length is None or clock.unit not in ("days", "working-days"):
        return None
    left, running_from = clock.length, None
    for tick in ticks:
        if tick.effect in ("start", "resume", "restart"):
            left = clock.length if tick.effect == "restart" else left
            running_from = tick.day
        elif tick.effect in ("stop", "end"):
            left -= _between(clock.unit, running_from, tick.day, calendar, area) if running_from else 0
            running_from = None
    if running_from is None:
        return None
    if clock.unit == "days":
        return running_from + timedelta(days=max(left, 0))
    return calendar.add_working_days(running_from, max(left, 0), area)


def days_left(*, unit: str, due: date, today: date, calendar: WorkingCalendar, area: str | None) -> int:
    """Count the days until the deadline, in the law's unit; negative when it has passed."""
    if today > due:
        return -_between(unit, due, today, calendar, area)
    return _between(unit, today, due, calendar, area)


def _between(unit: str, start: date, end: date, calendar: WorkingCalendar, area: str | None) -> int:
    """Count the days after `start` up to and including `end`."""
    if end <= start:
        return 0
    if unit == "days":
        return (end - start).days
    return calendar.count_working_days(start + ONE_DAY, end + ONE_DAY, area)
