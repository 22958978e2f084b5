"""
The graph of values that a plan asks for: what a kernel computes, each value once.

A value is an operation on other values; equal values are one. Its place says for whom it is worked out: once for the nation
(it depends on the day and the numbers of the law alone), once for each household, or once for each person. Truth that may be
unknown is two values, one that it holds and one that it does not; any other value has a second one beside it: whether it is known.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

Ref = int  # a value by its number; what a value is made of has lower numbers

# What is the dearest that is worked out even where it may not be needed: a branch that cannot be foretold costs more. And what
# is worth a test of its own.
CHEAP, DEAR = 6, 20
_COSTS = {
    **dict.fromkeys(("constant", "asked", "pick", "row", "house", "first"), 0),
    **dict.fromkeys(("ladder", "slices", "full_years", "months_or_part", "add_months", "add_years"), 20),
    **dict.fromkeys(("rounded", "day_of_month", "year_start", "fiscal_year_start", "last_day_of_month_before"), 10),
    "at": 4,
}
_COST_LIMIT = 10_000
_TURNED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_IN_ANY_ORDER = ("+", "*", "and", "or", "==", "!=", "min", "max")


class Place(IntEnum):
    """For whom a value is worked out."""

    NATION = 0
    HOUSEHOLD = 1
    PERSON = 2


@dataclass(frozen=True, slots=True)
class Value:
    """
    One operation. `what` is all that it is besides its operands.

    `varies`: it depends on a number that a reform changes. `positive`: it is never below nought.
    """

    op: str
    of: tuple[Ref, ...]
    what: Hashable
    place: Place
    varies: bool
    cost: int
    positive: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What a member adds to an array where every guard holds. `index` is the row it is for; None: the member's household."""

    guards: tuple[Ref, ...]
    index: Ref | None
    value: Ref


@dataclass(frozen=True, slots=True)
class Gathering:
    """An array that one pass over the members fills: it begins with `start`, and takes each share by `how`."""

    start: int
    how: str
    shares: tuple[Share, ...]
    varies: bool

    @property
    def place(self) -> Place:
        """Say whether it has an element for each household or for each person."""
        return Place.HOUSEHOLD if self.shares[0].index is None else Place.PERSON


@dataclass(slots=True)
class Graph:
    """Makes values. Whatever can be said without working anything out is said at once."""

    values: list[Value] = field(default_factory=list)
    gatherings: list[Gathering] = field(default_factory=list)
    _numbers: dict[tuple[str, tuple[Ref, ...], Hashable], Ref] = field(default_factory=dict)

    @property
    def true(self) -> Ref:
        """Give what always holds."""
        return self.constant(True)

    @property
    def false(self) -> Ref:
        """Give what never holds."""
        return self.constant(False)

    def constant(self, value: int | bool) -> Ref:
        """Give a constant."""
        return self.make("constant", what=(type(value), value))

    def make(
        self,
        op: str,
        *of: Ref,
        what: Hashable = None,
        place: Place = Place.NATION,
        varies: bool = False,
        positive: bool = False,
    ) -> Ref:
        """Give the value of an operation. Its place and variation are at least those of what it is made of."""
        operands = [self.values[ref] for ref in of]
        place = max((place, *(operand.place for operand in operands)))
        if place is Place.PERSON and op != "spread":
            of = tuple(self._seen_by_person(ref) for ref in of)
        if op in _IN_ANY_ORDER:
            of = tuple(sorted(of, key=lambda ref: (-self.values[ref].place, ref)))
        key = (op, of, what)
        if key not in self._numbers:
            varies = varies or any(operand.varies for operand in operands)
            self._numbers[key] = len(self.values)
            positive = positive or self._is_positive(op, of, what)
            self.values.append(Value(op, of, what, place, varies, self._cost(op, of, place), positive))
        return self._numbers[key]

    def both(self, *parts: Ref) -> Ref:
        """Give what holds where all parts hold."""
        return self._joined("and", self.true, self.false, parts)

    def either(self, *parts: Ref) -> Ref:
        """Give what holds where any part holds."""
        return self._joined("or", self.false, self.true, parts)

    def opposite(self, part: Ref) -> Ref:
        """Give what holds where a part does not."""
        value = self.values[part]
        if value.op == "constant":
            return self.false if part == self.true else self.true
        if value.op == "not":
            return value.of[0]
        if value.op in _OPPOSITES:
            return self.make(_OPPOSITES[value.op], *value.of)
        return self.make("not", part)

    def compare(self, op: str, left: Ref, right: Ref) -> Ref:
        """
        Give a comparison.

        An age on a day that is the same for all is not worked out: it reaches a number where the birth does not lie after a day.
        """
        one, other = self.values[left], self.values[right]
        if other.op == "full_years" and one.op != "full_years":
            return self.compare(_TURNED[op], right, left)
        if not self._is_age_on_one_day(one) or other.place is not Place.NATION:
            return self.make(op, left, right)
        born, day = one.of
        if op in ("==", "!="):
            equal = self.both(self.compare(">=", left, right), self.compare("<=", left, right))
            return equal if op == "==" else self.opposite(equal)
        number = right if op in (">=", "<") else self.make("+", right, self.constant(1))
        reaches = self.make("<=", born, self.make("latest_birth", number, day))
        return reaches if op in (">=", ">") else self.opposite(reaches)

    def greater(self, one: Ref, other: Ref) -> Ref:
        """
        Give the greater of two.

        Where one is nought, what can only lessen the other is worked out only if what is at hand leaves something to lessen.
        """
        zero = self.constant(0)
        if zero not in (one, other):
            return self.make("max", one, other)
        amount = other if one == zero else one
        terms = list(self._terms(amount, 1))
        dear = [ref for sign, ref in terms if sign < 0 and self.values[ref].positive and self.values[ref].cost > DEAR]
        if not dear or self.values[amount].place is Place.NATION:
            return self.make("max", zero, amount)
        at_hand = zero
        for sign, ref in terms:
            if sign > 0 or ref not in dear:
                at_hand = self.make("+" if sign > 0 else "-", at_hand, ref) if at_hand != zero or sign < 0 else ref
        left = at_hand
        for ref in dear:
            left = self.make("-", left, ref)
        return self.choose(self.make("<=", at_hand, zero), [zero], [self.make("max", zero, left)])[0]

    def ladder(self, number: Ref, table: Ref, row: Ref) -> Ref:
        """Give the money of the highest step that a number reaches; by births where the number is an age, as in `compare`."""
        value = self.values[number]
        if self._is_age_on_one_day(value) and value.place is not Place.NATION and row == self.constant(0):
            born, day = value.of
            return self.make("ladder", self.make("neg", born), self.make("table_of_births", table, day), row)
        return self.make("ladder", number, table, row)

    def choose(self, test: Ref, yes: Sequence[Ref], no: Sequence[Ref]) -> list[Ref]:
        """Give each of several values by one test; those of the other side are not worked out where that saves something."""
        if self.values[test].op == "constant":
            return list(yes if test == self.true else no)
        if self.values[test].place is Place.NATION:
            pairs = [self._drawn_in(test, one, other) for one, other in zip(yes, no, strict=True)]
            yes, no = [one for one, _ in pairs], [other for _, other in pairs]
        open_ones = [(one, other) for one, other in zip(yes, no, strict=True) if self._known(test, one, other) is None]
        branch = -1
        if open_ones:
            sides = [one for one, _ in open_ones] + [other for _, other in open_ones]
            branch = self.make("if", test, *sides)
        found = []
        for one, other in zip(yes, no, strict=True):
            simple = self._known(test, one, other)
            found.append(self.make("pick", branch, what=open_ones.index((one, other))) if simple is None else simple)
        return found

    def gather(self, start: int, how: str, shares: Sequence[Share]) -> int:
        """Give the number of an array that one pass over the members fills."""
        refs = [ref for share in shares for ref in (*share.guards, share.value, share.index) if ref is not None]
        found = Gathering(start, how, tuple(shares), any(self.values[ref].varies for ref in refs))
        if found not in self.gatherings:
            self.gatherings.append(found)
        return self.gatherings.index(found)

    def gathered(self, number: int, index: Ref, *, is_truth: bool) -> Ref:
        """Give what stands in a filled array: `index` is a person's row, or the household."""
        return self.make("gathered", index, what=(number, is_truth), varies=self.gatherings[number].varies)

    def kept(self, ref: Ref, index: Ref) -> Ref:
        """Give what was worked out of another member: their own value, read in their row."""
        value = self.values[ref]
        if value.place is not Place.PERSON:
            return ref
        return self.make("kept", index, what=ref, varies=value.varies, positive=value.positive)

    def _joined(self, op: str, neutral: Ref, settles: Ref, parts: Sequence[Ref]) -> Ref:
        kept = dict.fromkeys(part for part in parts if part != neutral)
        if settles in kept or any(self.opposite(part) in kept for part in kept):
            return settles
        found = list(kept) or [neutral]
        joined = found[0]
        for part in found[1:]:
            joined = self.make(op, joined, part)
        return joined

    def _known(self, test: Ref, one: Ref, other: Ref) -> Ref | None:
        """Give a choice between two values without a branch, where that is no dearer."""
        if one == other:
            return one
        if (one, other) == (self.true, self.false):
            return test
        if (one, other) == (self.false, self.true):
            return self.opposite(test)
        if one in (self.true, self.false) and self.values[other].cost <= CHEAP:
            return self.either(test, other) if one == self.true else self.both(self.opposite(test), other)
        if other in (self.true, self.false) and self.values[one].cost <= CHEAP:
            return self.both(test, one) if other == self.false else self.either(self.opposite(test), one)
        return None

    def _drawn_in(self, test: Ref, one: Ref, other: Ref) -> tuple[Ref, Ref]:
        """Draw a choice that is the same for all into what it chooses between: the age on one of two days is one age."""
        first, second = self.values[one], self.values[other]
        parts = list(zip(first.of, second.of, strict=False))
        differ = [pair for pair in parts if pair[0] != pair[1]]
        alike = (first.op, first.what, len(first.of)) == (second.op, second.what, len(second.of))
        if not alike or first.op != "full_years" or any(self.values[ref].place for pair in differ for ref in pair):
            return one, other
        of = [self.choose(test, [a], [b])[0] if a != b else a for a, b in parts]
        joined = self.make(first.op, *of, what=first.what)
        return joined, joined

    def _terms(self, ref: Ref, sign: int) -> Iterator[tuple[int, Ref]]:
        """Take a sum apart: its terms with their signs."""
        value = self.values[ref]
        match value.op:
            case "+" | "-":
                yield from self._terms(value.of[0], sign)
                yield from self._terms(value.of[1], sign if value.op == "+" else -sign)
            case "neg":
                yield from self._terms(value.of[0], -sign)
            case _:
                yield sign, ref

    def _is_positive(self, op: str, of: Sequence[Ref], what: Hashable) -> bool:
        parts = [self.values[ref].positive for ref in of]
        match op, what:
            case "constant", (_, int() as number):
                return number >= 0
            case "pick", int() as output:
                sides = self.values[of[0]].of[1:]
                return all(self.values[sides[place]].positive for place in (output, len(sides) // 2 + output))
            case "gathered", (int() as number, _):
                return all(self.values[share.value].positive for share in self.gatherings[number].shares)
            case "rounded", (_, is_positive, _):
                return bool(is_positive)
        if op in ("slices", "ladder", "size", "full_years", "months_or_part"):
            return True
        return any(parts) if op == "max" else op in ("+", "*", "min", "spread") and all(parts)

    def _is_age_on_one_day(self, value: Value) -> bool:
        return value.op == "full_years" and self.values[value.of[1]].place is Place.NATION

    def _seen_by_person(self, ref: Ref) -> Ref:
        value = self.values[ref]
        return self.make("spread", ref, place=Place.PERSON) if value.place is Place.HOUSEHOLD else ref

    def _cost(self, op: str, of: Sequence[Ref], place: Place) -> int:
        if place is Place.NATION:
            return 0
        if op in ("load", "gathered", "spread", "kept"):
            return 4 if self.values[of[0]].op == "at" else 1
        return min(_COST_LIMIT, _COSTS.get(op, 1) + sum(self.values[ref].cost for ref in of))
