"""One question with what was typed for it, and what reading it needs besides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..areas import Areas
from ..schema.facts import AskedFact

Raw = Mapping[str, Sequence[str]]

# No keyboard types these, and PostgreSQL refuses NUL in text.
_CONTROLS = str.maketrans("", "", "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127))))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading needs besides the text: today, the banks' codes, the areas, how many files each question has."""

    today: date
    banks: Collection[str] = ()
    areas: Areas = field(default_factory=Areas)
    files: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its controls as typed: `part("day")`, or `part()` where there is one control."""

    fact: AskedFact
    raw: Raw

    def part(self, name: str = "") -> str:
        """Give what stands in a control, without spaces at its ends."""
        found = self.raw.get(control(self.fact.id, name), ())
        return found[0].translate(_CONTROLS).strip() if found else ""

    def parts(self) -> list[str]:
        """Give every value of the one control, as a many-of question has them."""
        return [value.strip() for value in self.raw.get(self.fact.id, ()) if value.strip()]


def control(fact: str, part: str = "") -> str:
    """
    Name a control of a question.

    >>> control("born", "day")
    'born-day'
    """
    return f"{fact}-{part}" if part else fact
