"""The kinds of value that a parameter of the law may have, each bound to its days."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from .shown import shown


@dataclass(frozen=True, slots=True)
class Steps:
    """
    A table that rises by steps: each row is the least number that reaches it, and the money it gives.

    `below` is for a number under the first row. `says` is the sentence of a row, `says_last` of the open one.
    """

    rows: tuple[tuple[int, Baht], ...]
    below: Baht
    says: Text
    says_last: Text

    def sentences(self) -> tuple[Text, ...]:
        """Say each row as a sentence, for a page or a letter."""
        closed = [
            self.says.fill(at_least=at_least, up_to=following - 1, value=shown(amount))
            for (at_least, amount), (following, _) in pairwise(self.rows)
        ]
        at_least, amount = self.rows[-1]
        return (*closed, self.says_last.fill(at_least=at_least, value=shown(amount)))


@dataclass(frozen=True, slots=True)
class Brackets:
    """A table of shares: each row is where it begins, and the share taken of the part above it."""

    rows: tuple[tuple[Baht, Fraction], ...]

    def sentences(self) -> tuple[Text, ...]:
        """Say each row as a sentence, for a page or a letter."""
        said = Text(th="ส่วนที่เกิน {start} ร้อยละ {share}", en="the part over {start}: {share}%")
        return tuple(said.fill(start=shown(start), share=shown(share)) for start, share in self.rows)


Value = int | bool | str | date | Baht | Fraction | Steps | Brackets


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of one parameter, from its first day until the day before `until` (None: until further notice)."""

    name: str
    label: Text
    unit: str
    value: Value
    from_: date
    until: date | None
    source: str
    verified: bool
    reviewed_until: date
    line: int
    choices: tuple[tuple[str, Text], ...] = ()  # of a choice: what it may be, each with its words

    def holds_on(self, day: date) -> bool:
        """Say whether this value is the law of the day."""
        return self.from_ <= day and (self.until is None or day < self.until)

    def is_stale(self, day: date) -> bool:
        """Say whether nobody has reviewed this value for the day."""
        return day > self.reviewed_until

    @property
    def text(self) -> Text:
        """Say the value: money with its unit, other numbers bare (the sentence holds the unit), a choice by its words, a table as a list."""
        if self.choices:
            return dict(self.choices)[str(self.value)]
        if not isinstance(self.value, Steps | Brackets):
            return shown(self.value)
        rows = self.value.sentences()
        return Text(th="\n".join(f"- {row.th}" for row in rows), en="\n".join(f"- {row.en}" for row in rows))
