"""A holiday: the day, whom it closes, where it holds, and since when it was known."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .bilingual import Text

Closes = Literal["offices", "banks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """
    A day on which offices, banks or both are closed, in the whole country or in some provinces.

    `announced_on` is set where the day was added or fixed late; without it the day was known all along.
    """

    on: date
    name: Text
    closes: frozenset[Closes]
    source: str
    provinces: frozenset[str] = frozenset()
    instead_of: date | None = None
    announced_on: date | None = None
    is_verified: bool = True

    def holds_in(self, area: str | None) -> bool:
        """Say whether it holds in an area, given by a code that begins with the province's two digits."""
        return not self.provinces or (area is not None and area[:2] in self.provinces)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedHoliday:
    """A holiday that comes every year and whose day nobody has announced yet."""

    year: int
    name: Text
    expected_on: date | None = None
    provinces: frozenset[str] = frozenset()
