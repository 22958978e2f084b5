"""
Write one loop of a kernel as Python for numba.

`u` holds what is the same for all, `w` the same for each reform where it varies, `t...` are tables, `c_...` columns, `k_...`
say whether a fact is known, `g...` and `h...` lie between passes, `out...` and `known...` are what was asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .graph import Graph, Place, Ref, Value
from .passes import is_truth
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
class Loop:
    """One loop over the households or the people of a block."""

    name: str
    place: Place
    root: Region
    counts: Mapping[Ref, int]
    used: Iterable[Ref]


class LoopWriter:
    """Writes one loop as a function. `lacking` are the values that the law does not give on the day, each with a number."""

    def __init__(self, graph: Graph, loop: Loop, inputs: Inputs, lacking: Mapping[Ref, int]) -> None:
        self.graph = graph
        self.loop = loop
        self.inputs = inputs
        self.lacking = lacking
        self.lines: list[str] = []
        self.depth = 2
        self.names: dict[Ref, str] = {}
        self.branched: set[Ref] = set()
        self.arguments: dict[str, None] = {}
        self.same: dict[Ref, None] = {}

    def write(self) -> str:
        """Give the function's text."""
        self._region(self.loop.root)
        start = [f"    u{self.inputs.same[ref]} = {self._held(ref, 'u[{}]')}" for ref in self.same]
        counter = self._counter()
        arguments = ", ".join(["first", "last", *self.arguments])
        return "\n".join(["@fast", f"def {self.loop.name}({arguments}):", *start, *counter, *self.lines, ""])

    def _counter(self) -> list[str]:
        if self.loop.place is Place.HOUSEHOLD:
            return ["    for house in range(first, last):"]
        lines = ["    for row in range(first, last):"]
        if "first_house" in self.arguments:
            self._array("place")
            counting = ["        if place[row] == 1:", "            house += np.uintp(1)"]
            lines = ["    house = first_house - np.uintp(1)", *lines, *counting]
        return lines

    def _line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def _region(self, region: Region) -> None:
        self._values(region)
        for put in region.puts:
            self._put(put)
        for test, under in region.whens.items():
            self._under(f"if {self.names_of(test)}:", under)
        if region.each is not None:
            self._array("w")
            self._under("for r in range(w.shape[0]):", region.each)

    def _values(self, region: Region) -> None:
        for ref in region.values:
            if ref in region.branches:
                self._branch(ref, *region.branches[ref])
            elif self.graph.values[ref].op != "if":  # each output of a cheap choice says its own
                self._name(ref, self._text(ref))

    def _under(self, heading: str, region: Region) -> None:
        self._line(heading)
        self.depth += 1
        before = dict(self.names)
        self._region(region)
        self.names = before
        self.depth -= 1

    def _name(self, ref: Ref, text: str) -> None:
        """Give a value a name of its own, unless it is written once and short."""
        if self.loop.counts.get(ref) == 1 and len(text) < _LONGEST:
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
        for heading, region, given in ((f"if {self.names_of(test)}:", yes, sides[:half]), ("else:", no, sides[half:])):
            self._line(heading)
            self.depth += 1
            before = dict(self.names)
            self._values(region)
            for number, side in enumerate(given):
                self._line(f"v{ref}_{number} = {self.names_of(side)}")
            self.names = before
            self.depth -= 1

    def _put(self, put: Put) -> None:
        value, array = self.names_of(put.value), self._array(put.array)
        place = self._place_of(put)
        target = f"{array}[r, {place}]" if put.varies else f"{array}[{place}]"
        match put.how:
            case "=":
                self._line(f"{target} = {value}")
            case "+":
                self._line(f"{target} += {value}")
            case "|":
                self._line(f"{target} = 1")
            case "&":
                self._line(f"{target} = 0")

    def _place_of(self, put: Put) -> str:
        if put.array.startswith(("out", "known")):
            base = self._array("out_house" if self.loop.place is Place.HOUSEHOLD else "out_row")
            return f"{'house' if self.loop.place is Place.HOUSEHOLD else 'row'} - {base}"
        if put.array.startswith("h") or (put.array.startswith("g") and put.index is None):
            return f"house - {self._array('first_house')}"
        return f"{self.names_of(put.index if put.index is not None else -1)} - {self._array('first_row')}"

    def _array(self, name: str) -> str:
        if not (name == "first_house" and self.loop.place is Place.HOUSEHOLD) and not (
            name == "first_row" and self.loop.place is Place.PERSON
        ):
            self.arguments[name] = None
            return name
        return "first"

    def names_of(self, ref: Ref) -> str:
        """Write a value where it is used."""
        value = self.graph.values[ref]
        if value.op in ("row", "house"):
            return value.op
        if value.place is Place.NATION:
            return self._same(ref, value)
        if value.op == "first":
            return self._text(ref)
        return self.names[ref]

    def _same(self, ref: Ref, value: Value) -> str:
        """Write a value that is the same for all."""
        if value.op == "constant":
            return repr(value.what[1])  # type: ignore[index]  # a constant is its type and itself
        if ref in self.lacking:
            lacks = f"lack({self._array('lacks')}, {self.lacking[ref]})"
            return f"({lacks} != 0)" if is_truth(self.graph, ref) else lacks
        if value.varies:
            number = self.inputs.varied.setdefault(ref, len(self.inputs.varied))
            self._array("w")
            return self._as_held(ref, f"w[r, {number}]")
        number = self.inputs.same.setdefault(ref, len(self.inputs.same))
        self._array("u")
        self.same[ref] = None
        return f"u{number}"

    def _held(self, ref: Ref, text: str) -> str:
        return self._as_held(ref, text.format(self.inputs.same[ref])).strip("()")

    def _as_held(self, ref: Ref, text: str) -> str:
        return f"({text} != 0)" if is_truth(self.graph, ref) else text

    def _table(self, ref: Ref) -> tuple[str, str]:
        """Write a table, and which version of it."""
        number = self.inputs.tables.setdefault(ref, len(self.inputs.tables))
        return self._array(f"t{number}"), "r" if self.graph.values[ref].varies else "0"

    def _text(self, ref: Ref) -> str:
        value = self.graph.values[ref]
        op, what = value.op, value.what
        if op in _INFIX:
            return f"({self.names_of(value.of[0])} {_INFIX[op]} {self.names_of(value.of[1])})"
        if op == "spread":
            return self._spread(ref, value)
        writers = {
            "load": self._load,
            "at": self._at,
            "gathered": self._gathered,
            "pick": self._pick,
            "rounded": self._rounded,
            "ladder": self._ladder,
            "slices": self._slices,
            "era": self._era,
            "dated": self._dated,
        }
        if op in writers:
            return writers[op](value)
        parts = [self.names_of(part) for part in value.of]
        match op:
            case "neg":
                return f"(-{parts[0]})"
            case "not":
                return f"(not {parts[0]})"
            case "first":
                return f"np.uintp({self._array('starts')}[house])"
            case "size":
                return f"({self._array('starts')}[house + np.uintp(1)] - starts[house])"
        name = op if what is None else f"{op}_{what}"
        return f"{name}({', '.join(parts)})"

    def _load(self, value: Value) -> str:
        name, aspect = value.what  # type: ignore[misc]  # a column, and what of it
        array = self._array(f"{'k' if aspect == 'known' else 'c'}_{name}")
        text = f"{array}[{self.names_of(value.of[0])}]"
        return text if aspect == "value" else f"({text} != 0)"

    def _at(self, value: Value) -> str:
        index, number = (self.names_of(part) for part in value.of)
        return f"linked({index}, {number}, {self._array('place')}[{index}])"

    def _gathered(self, value: Value) -> str:
        number, truth = value.what  # type: ignore[misc]  # an array, and whether it holds truths
        index = self.graph.values[value.of[0]]
        where = "house" if index.op == "house" else self.names_of(value.of[0])
        base = self._array("first_house" if index.op == "house" else "first_row")
        text = f"{self._array(f'g{number}')}[{'r, ' if value.varies else ''}{where} - {base}]"
        return f"({text} != 0)" if truth else text

    def _spread(self, ref: Ref, value: Value) -> str:
        inner = self.graph.values[value.of[0]]
        if inner.op == "gathered":
            return self._gathered(inner)
        text = f"{self._array(f'h{ref}')}[{'r, ' if value.varies else ''}house - {self._array('first_house')}]"
        return f"({text} != 0)" if is_truth(self.graph, value.of[0]) else text

    def _pick(self, value: Value) -> str:
        branch, number = value.of[0], value.what
        assert isinstance(number, int)  # noqa: S101  the place of one output
        if branch in self.branched:
            return f"v{branch}_{number}"
        test, *sides = self.graph.values[branch].of
        yes, no = self.names_of(sides[number]), self.names_of(sides[len(sides) // 2 + number])
        return f"({yes} if {self.names_of(test)} else {no})"

    def _rounded(self, value: Value) -> str:
        mode, is_positive = value.what  # type: ignore[misc]  # how, and whether the top is never below nought
        top, bottom, step = (self.names_of(part) for part in value.of)
        by = bottom if step == "1" else f"({bottom} * {step})"
        times = "" if step == "1" else f" * {step}"
        if mode == "HALF_UP":
            found = f"(2 * {top} + {by}) // (2 * {by})" if is_positive else f"half_up({top}, {by})"
        else:
            found = f"{top} // {by}" if mode == "DOWN" else f"-(-{top} // {by})"
        return f"({found}{times})"

    def _ladder(self, value: Value) -> str:
        table, reform = self._table(value.of[1])
        return f"on_ladder({self.names_of(value.of[0])}, {table}, {reform}, {self._row(value)})"

    def _slices(self, value: Value) -> str:
        table, reform = self._table(value.of[1])
        mode = str(value.what).lower()
        return f"slices_{mode}({self.names_of(value.of[0])}, {table}, {reform}, {self._row(value)})"

    def _row(self, value: Value) -> str:
        if value.of[1] in self.lacking:
            return f"lack({self._array('lacks')}, {self.lacking[value.of[1]]})"
        return self.names_of(value.of[2])

    def _era(self, value: Value) -> str:
        table, reform = self._table(value.of[1])
        lacks = f"{self._array('lacks')}, {self.lacking[value.of[1]]}"
        return f"era({self.names_of(value.of[0])}, {table}, {reform}, {lacks})"

    def _dated(self, value: Value) -> str:
        table, reform = self._table(value.of[0])
        return f"{table}[{reform}, {self.names_of(value.of[1])}, 0]"
