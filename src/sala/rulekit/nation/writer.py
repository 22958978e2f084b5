"""
Write one loop of a kernel as Python for numba.

`u` holds what is the same for all, `w` the same for each reform where it varies, `t...` are tables, `c_...` columns, `b_...`
columns in which several facts stand, `k_...` say whether a fact is known; `g...`, `h...` and `p...` lie between loops, `out...`
and `known...` are what was asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..kinds import RATE_PARTS
from .columns import Bits
from .graph import Graph, Place, Ref, Value
from .passes import Array, Loop, Step, is_truth
from .regions import Put, Region

_INFIX = {op: op for op in ("+", "-", "*", "==", "!=", "<", "<=", ">", ">=")} | {"and": "&", "or": "|"}
_LONGEST = 160


@dataclass(slots=True)
class Inputs:
    """What a kernel takes besides columns: the values that are the same for all, in the order of `u`, `w` and the tables."""

    same: dict[Ref, int] = field(default_factory=dict)
    varied: dict[Ref, int] = field(default_factory=dict)
    tables: dict[Ref, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """
    What stands around a loop: the graph, the kernel's inputs, the arrays between loops.

    `lacking` numbers the values that the law does not give on the day, `sizes` tells the steps or slices of each table, `bits`
    where a fact stands that shares its column with others. `changed` gives for an array that differs by version its row in
    `changed`, which says of each version whether it differs there.
    """

    graph: Graph
    inputs: Inputs
    arrays: Mapping[str, Array]
    lacking: Mapping[Ref, int]
    sizes: Mapping[Ref, int]
    bits: Mapping[str, Bits]
    changed: Mapping[str, int]


class LoopWriter:
    """Writes one loop as a function."""

    def __init__(self, loop: Loop, around: Around) -> None:
        self.loop = loop
        self.graph = around.graph
        self.around = around
        self.of_households = loop.step is Step.HOUSEHOLDS
        self.lines: list[str] = []
        self.depth = 2
        self.names: dict[Ref, str] = {}
        self.branched: set[Ref] = set()
        self.arguments: dict[str, None] = {}
        self.start: dict[str, None] = {}
        self.helpers: dict[tuple[str, int], None] = {}
        self.words: dict[str, None] = {}

    def write(self) -> str:
        """Give the function's text."""
        self._values(self.loop.layout.root)
        for put in self.loop.puts:
            self._put(put)
        arguments = ", ".join(["first", "last", *self.arguments])
        turn = "house" if self.of_households else "row"
        heading = [f"    {line}" for line in self.start] + [f"    for {turn} in range(first, last):"]
        heading += [f"        x_{column} = b_{column}[row]" for column in self.words]
        return "\n".join(["@fast", f"def {self.loop.name}({arguments}):", "    wide()", *heading, *self.lines, ""])

    def _line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def _argument(self, name: str) -> str:
        """Name an argument. A loop's first row or household is its `first`."""
        if name == ("first_house" if self.of_households else "first_row"):
            return "first"
        self.arguments[name] = None
        return name

    def _values(self, region: Region) -> None:
        for ref in region.values:
            if ref in region.branches:
                self._branch(ref, *region.branches[ref])
            elif self.graph.values[ref].op != "if":  # each output of a cheap choice says its own
                self._name(ref, self._text(ref))

    def _name(self, ref: Ref, text: str) -> None:
        """Give a value a name of its own, unless it is written once and short."""
        if self.loop.layout.counts[ref] == 1 and len(text) < _LONGEST:
            self.names[ref] = text
        else:
            self.names[ref] = f"v{ref}"
            self._line(f"v{ref} = {text}")

    def _branch(self, ref: Ref, yes: Region, no: Region) -> None:
        if not yes.values and not no.values:
            return  # both sides are at hand: each output says its own choice
        self.branched.add(ref)
        test, *sides = self.graph.values[ref].of
        half = len(sides) // 2
        for heading, region, given in ((f"if {self.name(test)}:", yes, sides[:half]), ("else:", no, sides[half:])):
            self._line(heading)
            self.depth += 1
            before = dict(self.names)
            self._values(region)
            for number, side in enumerate(given):
                self._line(f"v{ref}_{number} = {self.name(side)}")
            self.names = before
            self.depth -= 1

    def _put(self, put: Put) -> None:
        target, value = self._target(put), self.name(put.value)
        self._line(f"{target} {put.how if put.how != '=' else ''}= {value}")

    def _target(self, put: Put) -> str:
        reform = "r, " if self.loop.varies else ""
        if reform:
            self._argument("r")
        if put.array.startswith(("out", "known")):
            base = self._argument("out_house" if self.of_households else "out_row")
            return f"{self._argument(put.array)}[{reform}{'house' if self.of_households else 'row'} - {base}]"
        if self.around.arrays[put.array].place is Place.HOUSEHOLD:
            return f"{self._argument(put.array)}[{reform}{self._home()}]"
        index = "row" if put.index is None else self.name(put.index)
        return f"{self._argument(put.array)}[{reform}{index} - {self._argument('first_row')}]"

    def _home(self) -> str:
        """Write the place of the household in the arrays of a block."""
        if self.of_households:
            return f"house - {self._argument('first_house')}"
        return f"{self._argument('home')}[row - {self._argument('first_row')}]"

    def name(self, ref: Ref) -> str:
        """Write a value where it is used."""
        value = self.graph.values[ref]
        if value.op in ("row", "house"):
            return value.op
        if value.place is Place.NATION:
            return self._same(ref, value)
        return self.names[ref]

    def _same(self, ref: Ref, value: Value) -> str:
        """Write a value that is the same for all."""
        if value.op == "constant":
            return repr(_parts(value)[1])  # a constant is its type and itself
        if ref in self.around.lacking:
            lacks = f"lack({self._argument('lacks')}, {self.around.lacking[ref]})"
            return f"({lacks} != 0)" if is_truth(self.graph, ref) else lacks
        inputs = self.around.inputs
        held = inputs.varied if value.varies else inputs.same
        number = held.setdefault(ref, len(held))
        name, text = (f"w{number}", f"w[r, {number}]") if value.varies else (f"u{number}", f"u[{number}]")
        self._argument(name[0])
        self.start[f"{name} = {text}{' != 0' if is_truth(self.graph, ref) else ''}"] = None
        return name

    def _text(self, ref: Ref) -> str:
        value = self.graph.values[ref]
        if self.loop.layout.is_at_hand(ref):
            return self._at_hand(ref, value)
        if value.op in _INFIX:
            return f"({self.name(value.of[0])} {_INFIX[value.op]} {self.name(value.of[1])})"
        writer = getattr(self, f"_{value.op}", None)
        return str(writer(value)) if writer is not None else self._call(value)

    def _call(self, value: Value) -> str:
        """Write the call of a helper; how it rounds is part of its name."""
        name = value.op if value.what is None else f"{value.op}_{value.what}"
        return f"{name}({', '.join(self.name(part) for part in value.of)})"

    def _at_hand(self, ref: Ref, value: Value) -> str:
        inner = self.graph.values[value.of[0]] if value.op == "spread" else value
        if inner.op == "gathered":
            return self._gathered(inner)
        name = f"h{ref}" if value.op == "spread" else f"p{ref}"
        place = self._home() if value.op == "spread" else f"row - {self._argument('first_row')}"
        return self._from(name, place, is_truth(self.graph, ref))

    def _from(self, name: str, place: str, truth: bool) -> str:
        """Write an element of an array between loops."""
        version = f"{self._version_of(name)}, " if self.around.arrays[name].varies else ""
        text = f"{self._argument(name)}[{version}{place}]"
        return f"({text} != 0)" if truth else text

    def _version_of(self, name: str) -> str:
        """Name the version of an array that this one reads: the first, where this one does not differ from it."""
        row = self.around.changed[name]
        self.start[f"r{row} = {self._argument('r')} if {self._argument('changed')}[{row}, r] else 0"] = None
        return f"r{row}"

    def _gathered(self, value: Value) -> str:
        number, truth = _parts(value)  # an array, and whether it holds truths
        if self.graph.values[value.of[0]].op == "house":
            return self._from(f"g{number}", self._home(), truth)
        return self._from(f"g{number}", f"{self.name(value.of[0])} - {self._argument('first_row')}", truth)

    def _kept(self, value: Value) -> str:
        place = f"{self.name(value.of[0])} - {self._argument('first_row')}"
        assert isinstance(value.what, int)  # noqa: S101  the value that is kept
        return self._from(f"p{value.what}", place, is_truth(self.graph, value.what))

    def _load(self, value: Value) -> str:
        name, aspect = _parts(value)  # a column, and what of it
        index = self.name(value.of[0])
        if name in self.around.bits and aspect != "known":
            text = self._taken_out(self.around.bits[name], index)
        else:
            array = self._argument(f"{'k' if aspect == 'known' else 'c'}_{name}")
            text = f"{array}[{index}]"
        return text if aspect == "value" else f"({text} != 0)"

    def _taken_out(self, at: Bits, index: str) -> str:
        """Write a fact that shares its column. Of the row whose turn it is, the column is looked at once."""
        array = self._argument(f"b_{at.column}")
        if index != "row":
            return taken_out(at, f"{array}[{index}]")
        self.words[at.column] = None
        return taken_out(at, f"x_{at.column}")

    def _at(self, value: Value) -> str:
        index, number = (self.name(part) for part in value.of)
        at = self.around.bits.get("number")
        seat = f"{self._argument('place')}[{index}]" if at is None else self._taken_out(at, index)
        return f"linked({index}, {number}, {seat})"

    def _first(self, _: Value) -> str:
        return f"np.uintp({self._argument('starts')}[house])"

    def _size(self, _: Value) -> str:
        return f"({self._argument('starts')}[house + np.uintp(1)] - starts[house])"

    def _neg(self, value: Value) -> str:
        return f"(-{self.name(value.of[0])})"

    def _not(self, value: Value) -> str:
        return f"(not {self.name(value.of[0])})"

    def _pick(self, value: Value) -> str:
        branch, number = value.of[0], value.what
        assert isinstance(number, int)  # noqa: S101  the place of one output
        if branch in self.branched:
            return f"v{branch}_{number}"
        test, *sides = self.graph.values[branch].of
        yes, no = self.name(sides[number]), self.name(sides[len(sides) // 2 + number])
        return f"({yes} if {self.name(test)} else {no})"

    def _rounded(self, value: Value) -> str:
        mode, is_positive, fits = _parts(value)  # how, and what is known of the top
        top, bottom, step = (self.name(part) for part in value.of)
        by = bottom if step == "1" else f"({bottom} * {step})"
        if mode == "HALF_UP":
            found = self._half_up(top, by, is_positive=is_positive, fits=fits)
        else:
            sign = "-" if mode == "UP" else ""
            found = f"{sign}{self._divided(f'{sign}{top}', by, fits=fits)}"
        return f"({found}{'' if step == '1' else f' * {step}'})"

    def _half_up(self, top: str, by: str, *, is_positive: bool, fits: bool) -> str:
        """Write a rounding away from zero at the half: the double and once the bottom, divided by twice the bottom."""
        twice = str(2 * int(by)) if by.isdigit() else f"(2 * {by})"
        if is_positive:
            return self._divided(f"2 * {top} + {by}", twice, fits=fits)
        turned = self._divided(f"2 * abs({top}) + {by}", twice, fits=fits)
        return f"turned({turned}, {top})"

    def _divided(self, top: str, by: str, *, fits: bool) -> str:
        if fits and by.isdigit():
            return f"floored_by({top}, {by}, {1 / int(by)!r})"
        return f"floored({top}, {by})" if fits else f"(({top}) // {by})"

    def _ladder(self, value: Value) -> str:
        return self._looked_up("ladder", value)

    def _slices(self, value: Value) -> str:
        mode, fits = _parts(value)  # how it is rounded, and whether it fits
        parts = self._looked_up("slices", value)
        if mode == "HALF_UP":
            return self._half_up(parts, str(RATE_PARTS), is_positive=True, fits=fits)
        sign = "-" if mode == "UP" else ""
        return f"({sign}{self._divided(f'{sign}{parts}', str(RATE_PARTS), fits=fits)})"

    def _looked_up(self, shape: str, value: Value) -> str:
        """Write a look into a table. Where one row counts for all, its steps are written out one by one."""
        number, table, row = value.of
        name, reform = self._table(table)
        if table in self.around.lacking:
            return f"{shape}({self.name(number)}, {name}, {reform}, {self._lack(table)})"
        if table not in self.around.sizes:
            return f"{shape}({self.name(number)}, {name}, {reform}, {self.name(row)})"
        size = self.around.sizes[table]
        self.helpers[shape, size] = None
        return f"{shape}_{size}({self.name(number)}, {name}, {reform})"

    def _table(self, ref: Ref) -> tuple[str, str]:
        """Write a table, and which version of it."""
        tables = self.around.inputs.tables
        number = tables.setdefault(ref, len(tables))
        return self._argument(f"t{number}"), self._argument("r") if self.graph.values[ref].varies else "0"

    def _lack(self, ref: Ref) -> str:
        return f"lack({self._argument('lacks')}, {self.around.lacking[ref]})"

    def _era(self, value: Value) -> str:
        day, table = value.of
        name, reform = self._table(table)
        return f"era({self.name(day)}, {name}, {reform}, {self._argument('lacks')}, {self.around.lacking[table]})"

    def _dated(self, value: Value) -> str:
        table, reform = self._table(value.of[0])
        return f"{table}[{reform}, {self.name(value.of[1])}, 0]"


def taken_out(at: Bits, word: str) -> str:
    """Write a fact that shares its column with others."""
    shifted = f"({word} >> {at.shift})" if at.shift else word
    return f"({shifted} & {at.mask})" if not at.plus else f"(({shifted} & {at.mask}) + {at.plus})"


def _parts(value: Value) -> tuple[Any, ...]:
    """Take what a value is apart where it is several things."""
    assert isinstance(value.what, tuple)  # noqa: S101  so it was made
    return value.what
