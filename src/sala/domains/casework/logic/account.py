"""What both sides read of a case's clock: how long is left on a day, and the provision each line rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar
from sala.servicekit.schema.offer import Clock
from sala.servicekit.schema.service import Service

from ..contracts import State
from .clock import Tick, days_left, due_on

_SOON_DAYS = 2
_SOON_SHARE = 5  # a long limit is near its end in its last fifth

_ACTS = {
    "electronic-administration-act-2565": Text(
        th="พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 มาตรา {section}",
        en="Electronic Administration Act B.E. 2565, s. {section}",
    ),
    "licensing-facilitation-act-2558": Text(
        th="พระราชบัญญัติการอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558 มาตรา {section}",
        en="Licensing Facilitation Act B.E. 2558, s. {section}",
    ),
}


@dataclass(frozen=True, slots=True)
class ClockReading:
    """
    What the legal clock says on one day, in the law's own unit.

    `days` are left, or over when `late`. A clock that stands keeps the days it will have when it runs on.
    """

    state: Literal["running", "soon", "late", "paused", "met"]
    days: int
    of_days: int
    due_on: date | None
    source: Text | None


def cite(provision: str) -> Text | None:
    """
    Write out the provision a line of the account rests on; None where it rests on none.

    >>> cite("electronic-administration-act-2565:10")["en"]
    'Electronic Administration Act B.E. 2565, s. 10'
    """
    act, _, section = provision.partition(":")
    return _ACTS[act].fill(section=section) if act in _ACTS else None


def read_running(
    clock: Clock, *, due: date | None, today: date, calendar: WorkingCalendar, area: str | None
) -> ClockReading | None:
    """Read a clock that runs towards a deadline; None where no limit was found in the law, or none holds now."""
    if clock.length is None or due is None:
        return None
    left = days_left(unit=clock.unit, due=due, today=today, calendar=calendar, area=area)
    if today > due:
        return ClockReading("late", -left, clock.length, due, clock.source)
    is_soon = left <= max(_SOON_DAYS, clock.length // _SOON_SHARE)
    # Received on a Saturday, a case is counted from Monday: until then the whole time is left, and no more.
    return ClockReading("soon" if is_soon else "running", min(left, clock.length), clock.length, due, clock.source)


def read_whole(
    service: Service,
    *,
    state: State,
    step: str,
    ticks: Iterable[Tick],
    today: date,
    calendar: WorkingCalendar,
    area: str | None,
) -> ClockReading | None:
    """Read the clock of a case from its account: also one that stands, or that has ended in time or late."""
    clock, ticks = service.within, list(ticks)
    if clock.length is None or not ticks:
        return None
    running = ticks[:-1] if ticks[-1].effect in ("stop", "end") else ticks
    due = due_on(clock=clock, ticks=running, calendar=calendar, area=area)
    reading = read_running(
        clock,
        due=due,
        today=today if running is ticks else ticks[-1].day,
        calendar=calendar,
        area=area,
    )
    if state == "waiting":
        held = reading.days if reading and reading.state != "late" else 0
        left = clock.length if _starts_anew(service, step) else held
        return ClockReading("paused", left, clock.length, None, clock.source)
    if state == "closed" and (reading is None or reading.state != "late"):
        return ClockReading("met", 0, clock.length, None, clock.source)
    return reading


def _starts_anew(service: Service, step: str) -> bool:
    """Say whether the applicant's answer gives the officer the whole time again."""
    waiting = service.find_step(step)
    return waiting is not None and any(outcome.restarts_clock for outcome in waiting.outcomes)
