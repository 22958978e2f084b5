"""What the other templates receive: links, cards, rows, clocks and lines of a history, in the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

ClockState = Literal["running", "soon", "late", "paused", "met"]
Icon = Literal[
    "birth", "family", "home", "work", "business", "food", "study", "health", "elderly", "disability", "money", "tax",
    "car", "travel", "land", "safety", "phone", "death", "document", "search", "inbox", "environment",
    "person", "clock", "place", "receive", "steps", "warning",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: its words and its address. `is_current` marks the place the reader is at."""

    label: str
    address: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A service or a life event to choose; `facts` are short label and value pairs, such as time and fee."""

    title: str
    address: str
    summary: str = ""
    icon: Icon | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a summary: the question, the answer (its lines), and where to change it; `is_wrong` asks to mend it."""

    label: str
    lines: tuple[str, ...]
    change_address: str = ""
    source: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class TaskView:
    """One line of a task list: without an address it cannot be begun yet."""

    label: str
    address: str = ""
    hint: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a history: what happened, when, and by whom. `at` is None for what is still to come."""

    what: str
    at: datetime | None = None
    who: str = ""
    note: str = ""
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class ClockView:
    """
    A legal time limit, in working days: how many are left (or over, when `late`) of how many, and the last day.

    `law` cites where the limit comes from.
    """

    state: ClockState
    days: int
    of_days: int
    due_on: date | None = None
    law: str = ""

    @property
    def share_left(self) -> int:
        """The share of the time that is left, in hundredths, for the ring."""
        if self.state in ("late", "met") or not self.of_days:
            return 100
        return max(0, min(100, round(100 * self.days / self.of_days)))


@dataclass(frozen=True, slots=True)
class PagesView:
    """Where a keyset list can go on to; an empty address is an end."""

    previous: str = ""
    next: str = ""
