"""What generated rules run on: a run, a frame for each day it touches, and the few functions they call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sala.kernel.calendars import WorkingCalendar
from sala.kernel.money import Rounding

from .. import counting
from ..errors import CalendarNeeded
from ..form import ParameterId
from ..kinds import RATE_PARTS
from ..reading.parameters import Held
from . import kleene

OnDay = Mapping[int, Held] | Sequence[Held]  # the dated numbers as they stand on a day, by their place
Entry = tuple[Any, ...]  # (site, record, day, value, what the site watches ...)


@dataclass(slots=True)
class Run:
    """One decision. `entries` is its trace, in the order the rules answered."""

    numbers_on: Callable[[date], OnDay]
    places: Mapping[ParameterId, int]
    working: WorkingCalendar | None
    area: str | None
    entries: list[Entry]
    frames: dict[date, "Frame"]

    def at(self, day: date) -> "Frame":
        """Give the frame of a day."""
        frame = self.frames.get(day)
        if frame is None:
            frame = self.frames[day] = Frame(self, day, self.numbers_on(day), self.entries.append, {})
        return frame

    def number(self, parameter: ParameterId, day: date) -> Any:
        """
        Give a number or a table of the law on a day, as forms hold it.

        :raises NoValueOnDate: it has none.
        """
        return self.at(day).numbers[self.places[parameter]]


@dataclass(slots=True)
class Frame:
    """A day of a run, with the numbers of the law as they stand on it. `memory` holds answers by rule and record."""

    run: Run
    on: date
    numbers: OnDay
    note: Callable[[Entry], None]
    memory: dict[tuple[int, object], Any]

    def at(self, day: date) -> "Frame":
        """Give the frame of another day."""
        return self.run.at(day)

    def calendar(self) -> tuple[WorkingCalendar, str | None]:
        """
        Give the calendar that the decision was asked with, and the area whose holidays count.

        :raises CalendarNeeded: it was asked without one.
        """
        if self.run.working is None:
            raise CalendarNeeded
        return self.run.working, self.run.area


def half_up(top: int, bottom: int) -> int:
    """
    Round a quotient to the nearest whole number, away from zero at the half.

    >>> half_up(5, 2), half_up(-5, 2), half_up(7, 3)
    (3, -3, 2)
    """
    return (2 * top + bottom) // (2 * bottom) if top >= 0 else -((bottom - 2 * top) // (2 * bottom))


def on_ladder(number: int, table: tuple[int, tuple[tuple[int, int], ...]]) -> int:
    """
    Take the money of the highest step that a number reaches.

    >>> on_ladder(65, (0, ((60, 600), (70, 700)))), on_ladder(59, (0, ((60, 600),)))
    (600, 0)
    """
    found, rows = table
    for at_least, satang in rows:
        if number < at_least:
            break
        found = satang
    return found


def in_slices(amount: int, table: tuple[tuple[int, int], ...], mode: Rounding) -> int:
    """
    Take each row's share of the part of an amount that lies in it; exact until the one rounding.

    >>> in_slices(20_000_000, ((0, 0), (15_000_000, 5_000)), Rounding.DOWN)
    250000
    """
    parts = 0
    for place, (start, share) in enumerate(table):
        if amount <= start:
            break
        end = table[place + 1][0] if place + 1 < len(table) else amount
        parts += (min(amount, end) - start) * share
    if mode is Rounding.HALF_UP:
        return half_up(parts, RATE_PARTS)
    return parts // RATE_PARTS if mode is Rounding.DOWN else -(-parts // RATE_PARTS)


FUNCTIONS: Mapping[str, object] = {
    "half_up": half_up,
    "on_ladder": on_ladder,
    "in_slices": in_slices,
    **{mode.name: mode for mode in Rounding},
    **{name: getattr(kleene, name) for name in ("both", "either", "opposite")},
    **counting.ON_PLAIN_VALUES,
}
