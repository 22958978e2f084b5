"""Which columns of a population a plan reads, who needs them, and what may stand in them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ..form import FactForm, RuleId
from ..kinds import Kind, Type
from ..population.layout import EPOCH

_FIRST_DAY, _LAST_DAY = ((day - EPOCH).days for day in (date.min, date.max))
OPEN_END = 2**31 - 1  # the day on which a period ends that has no end


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column: the kind of its fact, the first rule that needs it, and its declared range.

    `fill` stands where the fact is not known; it lies in the range, so that nothing worked out from it goes astray.
    """

    name: str
    kind: Kind
    needed_by: RuleId
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()
    fill: int = 0

    @property
    def is_number(self) -> bool:
        """Say whether the fact is a number, with a range that its law declares."""
        return self.kind in (Kind.WHOLE, Kind.MONEY, Kind.EXACT)


@dataclass(frozen=True, slots=True)
class Bits:
    """A small fact that a kernel takes out of a column of several: `plus` leads a population's code to the kernel's own."""

    column: str
    shift: int
    mask: int
    plus: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        """Give the least and the greatest that can stand there."""
        return self.plus, self.mask + self.plus


@dataclass(slots=True)
class Columns:
    """
    The columns that lowering comes across.

    `nullable` are those of the population that may hold a null; `unknown` those that a plan says nobody knows. `words` are
    the words of every choice: a choice is held as the place of its word here.
    """

    nullable: Collection[str] = ()
    unknown: Collection[str] = ()
    needed: dict[str, Column] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    def need(self, name: str, kind: Type, rule: RuleId) -> bool:
        """Note that a rule reads a column; False where the plan says that nobody knows it."""
        if name in self.unknown:
            return False
        for word in kind.values:
            self.code(word)
        low, high = (_FIRST_DAY, _LAST_DAY) if kind.kind is Kind.DAY else (kind.low, kind.high)
        found = Column(name, kind.kind, rule, low, high, kind.values, max(low, min(high, 0)))
        before = self.needed.get(name)
        if before is not None and found.is_number:
            low, high = max(before.low, found.low), min(before.high, found.high)
            found = replace(before, low=low, high=high, fill=max(low, min(high, 0)))
        self.needed[name] = found if before is None or found.is_number else before
        return True

    def need_link(self, fact: FactForm, rule: RuleId) -> None:
        """Note that a rule follows a link."""
        self.need(fact.name, fact.type, rule)

    def need_period(self, name: str, day: Type, rule: RuleId) -> tuple[str, str] | None:
        """Note that a rule tests a day in a period, and name its two columns; None where nobody knows it."""
        begins, ends = f"{name}_from", f"{name}_until"
        if name in self.unknown or not self.need(begins, day, rule) or not self.need(ends, day, rule):
            return None
        self.needed[ends] = replace(self.needed[ends], fill=OPEN_END, high=OPEN_END)
        return begins, ends

    def may_lack(self, name: str) -> bool:
        """Say whether a fact may be unknown in this population. An open end is known, and so is a link to nobody."""
        column = self.needed[name]
        return name in self.nullable and column.fill != OPEN_END and column.kind is not Kind.LINK

    def code(self, word: str) -> int:
        """Give the place of a word."""
        return self.words.setdefault(word, len(self.words))

    def ranges(self) -> Mapping[str, tuple[int, int]]:
        """Name the columns in which a row may lie outside what its fact can be, with both ends."""
        most = len(self.words) - 1
        return {
            name: (0, most) if column.kind is Kind.CHOICE else (column.low, column.high)
            for name, column in self.needed.items()
            if column.kind not in (Kind.TRUTH, Kind.LINK)
        }

    def needed_by(self) -> Mapping[str, str]:
        """Name the columns, each with the rule that needs it."""
        return {name: str(column.needed_by) for name, column in self.needed.items()}
