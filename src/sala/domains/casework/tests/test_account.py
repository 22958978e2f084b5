"""What both sides read of the clock on one day, by dated examples. 20 November 2026 is a Friday."""

from collections.abc import Sequence
from datetime import date

import pytest

from sala.domains.catalogue import public as catalogue
from sala.kernel.calendars import WorkingCalendar

from ..contracts import ClockEffect, State
from ..logic.account import ClockReading, read_whole
from ..logic.clock import Tick

READINGS = [
    ("just received", [("start", 20)], "open", "check", 20, ("running", 7)),
    ("counted from Monday, read on Saturday", [("start", 23)], "open", "check", 21, ("running", 7)),
    ("two working days left", [("start", 20)], "open", "check", 27, ("soon", 2)),
    ("the last day", [("start", 16)], "open", "check", 25, ("soon", 0)),
    ("a day over", [("start", 16)], "open", "check", 26, ("late", 1)),
    ("asked to mend: the answer gives the whole time again", [("start", 20), ("stop", 24)], "waiting", "correct", 27, ("paused", 7)),
    ("mended", [("start", 16), ("stop", 18), ("restart", 20)], "open", "check", 20, ("running", 7)),
    ("decided in time", [("start", 16), ("end", 25)], "closed", "check", 30, ("met", 0)),
    ("decided a day late", [("start", 16), ("end", 26)], "closed", "check", 30, ("late", 1)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "ticks", "state", "step", "today", "expected"), READINGS)
def test_the_clock_reads(
    calendar: WorkingCalendar,
    why: str,
    ticks: Sequence[tuple[ClockEffect, int]],
    state: State,
    step: str,
    today: int,
    expected: tuple[str, int],
) -> None:
    reading = _read("food-shop-notification", ticks, state, step, today, calendar)
    assert reading is not None and (reading.state, reading.days) == expected, why


def test_a_limit_that_nobody_found_has_no_clock(calendar: WorkingCalendar) -> None:
    assert _read("old-age-allowance", [("start", 20)], "open", "check", 20, calendar) is None


def _read(
    service: str,
    ticks: Sequence[tuple[ClockEffect, int]],
    state: State,
    step: str,
    today: int,
    calendar: WorkingCalendar,
) -> ClockReading | None:
    return read_whole(
        catalogue.get_service(slug=service),
        state=state,
        step=step,
        ticks=[Tick(effect, date(2026, 11, day)) for effect, day in ticks],
        today=date(2026, 11, today),
        calendar=calendar,
        area="50",
    )
