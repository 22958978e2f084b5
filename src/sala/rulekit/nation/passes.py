"""The loops that a plan takes, in their order, and the arrays that lie between them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from .graph import CHEAP, Gathering, Graph, Place, Ref, Share
from .lowering import Output
from .regions import Layout, Put

# What the compiler cannot do for several people at a time.
_ONE_BY_ONE = frozenset(
    [
        "era",
        "dated",
        "full_years",
        "months_or_part",
        "add_months",
        "add_years",
        "day_of_month",
        "last_day_of_month_before",
        "fiscal_year_start",
        "year_start",
    ]
)


class Step(IntEnum):
    """What a loop does, in the order of a pass: work out households, work out people, add members up."""

    HOUSEHOLDS = 0
    PERSONS = 1
    SUMS = 2


@dataclass(frozen=True, slots=True)
class Array:
    """An array between loops, one element for each household or person of a block, for each reform if it varies."""

    name: str
    place: Place
    type: str
    start: int | None
    varies: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """
    One loop over the households or the people of a block; once for each reform where it varies.

    `sources` are the numbers of the law that it hangs on, where it varies: a reform that leaves them alone is passed over.
    """

    name: str
    step: Step
    varies: bool
    sources: frozenset[Ref]
    puts: tuple[Put, ...]
    layout: Layout


@dataclass(frozen=True)
class Loops:
    """All loops, and the arrays between them."""

    loops: tuple[Loop, ...]
    arrays: Mapping[str, Array]

    @cached_property
    def changed(self) -> Mapping[str, int]:
        """Number the loops that are repeated for each version of the law; each array bears the number of one that fills it."""
        rows: dict[str, int] = {}
        for row, loop in enumerate(loop for loop in self.loops if loop.varies):
            rows |= {loop.name: row, **{put.array: row for put in loop.puts}}
        return rows


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that a loop fills: an array between loops, or one that was asked for."""

    step: Step
    varies: bool
    puts: tuple[Put, ...]
    array: Array | None = None


class Planner:
    """
    Says in which loop each thing is worked out: as late as its readers allow, so that what belongs together stands together.

    What nobody asks for is in no loop. `lacking` are values that the law does not give on the day; they must not be touched
    where nobody needs them.
    """

    def __init__(self, graph: Graph, outputs: Sequence[Output], lacking: Mapping[Ref, int]) -> None:
        self.graph = graph
        self.lacking = lacking
        self.items: dict[str, _Item] = {}
        self.reads: dict[str, frozenset[str]] = {}
        self.sources: dict[str, frozenset[Ref]] = {}
        for number, output in enumerate(outputs):
            step = Step.HOUSEHOLDS if output.place is Place.HOUSEHOLD else Step.PERSONS
            for name, ref in ((f"out{number}", output.value), (f"known{number}", output.known)):
                if name.startswith("out") or ref != graph.true:
                    self._add(name, _Item(step, graph.values[ref].varies, (Put(name, "=", ref),)))

    def plan(self) -> Loops:
        """Lay out the loops."""
        stages = self._stages()
        loops = [loop for stage in range(max(stages.values(), default=-1) + 1) for loop in self._pass(stages, stage)]
        return Loops(tuple(loops), {name: item.array for name, item in self.items.items() if item.array is not None})

    def _stages(self) -> dict[str, int]:
        """Number the passes: each item stands in the last one that comes before its readers."""
        earliest: dict[str, int] = {}
        for name in self.items:  # what an item reads stands before it
            earliest[name] = max((earliest[read] + self._apart(read, name) for read in self.reads[name]), default=0)
        last = max(earliest.values(), default=0)
        of_people = max((earliest[name] for name, item in self.items.items() if item.step > Step.HOUSEHOLDS), default=0)
        latest = {name: last if item.step is Step.HOUSEHOLDS else of_people for name, item in self.items.items()}
        for name in reversed(self.items):
            for read in self.reads[name]:
                latest[read] = min(latest[read], latest[name] - self._apart(read, name))
        return latest

    def _apart(self, read: str, reader: str) -> int:
        """Say how many passes later a reader must come: none where its loop comes later in the same pass."""
        return 0 if self._order(read) < self._order(reader) else 1

    def _order(self, name: str) -> tuple[Step, bool]:
        item = self.items[name]
        return item.step, item.varies

    def _pass(self, stages: Mapping[str, int], stage: int) -> Iterator[Loop]:
        for step in Step:
            for varies in (False, True):
                puts: dict[frozenset[Ref], list[Put]] = {}
                for name, item in self.items.items():
                    if stages[name] == stage and (item.step, item.varies) == (step, varies):
                        puts.setdefault(self._sources(name), []).extend(item.puts)
                for number, (sources, several) in enumerate(puts.items()):
                    for flat in (True, False):
                        some = tuple(put for put in several if self._is_flat(put, step, varies) is flat)
                        if some:
                            name = f"{step.name.lower()}_{stage}{'' if flat else '_tested'}{f'_each_{number}' if varies else ''}"
                            layout = Layout(self.graph, self._at_hand_in(stages, stage, step, varies=varies), flat=flat)
                            layout.lay(some)
                            yield Loop(name, step, varies, sources, some, layout)

    def _sources(self, name: str) -> frozenset[Ref]:
        """Find the numbers of the law, among those that a reform changes, that an item hangs on."""
        if name not in self.sources:
            item = self.items[name]
            refs = {ref for put in item.puts for ref in self._walk(put, item.step, item.varies)}
            found = {
                ref for ref in refs if self.graph.values[ref].place is Place.NATION and self.graph.values[ref].varies
            }
            self.sources[name] = frozenset(found).union(*(self._sources(read) for read in self.reads[name]))
        return self.sources[name]

    def _at_hand_in(self, stages: Mapping[str, int], stage: int, step: Step, *, varies: bool) -> Callable[[Ref], bool]:
        """Say what a loop reads from arrays: also what an earlier pass has worked out anyway."""

        def is_at_hand(ref: Ref) -> bool:
            is_there = f"p{ref}" in stages and stages[f"p{ref}"] < stage and self.graph.values[ref].cost > CHEAP
            return is_there or self._is_at_hand(ref, step, varies)

        return is_at_hand

    def _is_flat(self, put: Put, step: Step, varies: bool) -> bool:
        """Say whether it can be worked out for several people at a time, both sides of every choice."""
        for ref in self._walk(put, step, varies):
            value = self.graph.values[ref]
            if ref in self.lacking or (value.op in _ONE_BY_ONE and value.place is not Place.NATION):
                return False
        return True

    def _add(self, name: str, item: _Item) -> None:
        """Add an item after all that it reads."""
        if name in self.items:
            return
        found = {
            read
            for put in item.puts
            for ref in self._walk(put, item.step, item.varies)
            if (read := self._array_of(ref, item.step, item.varies))
        }
        for read in sorted(found):
            self._add(read, self._between(read))
        self.items[name], self.reads[name] = item, frozenset(found)

    def _walk(self, put: Put, step: Step, varies: bool) -> Iterator[Ref]:
        """List what a loop works out for something that it puts."""
        pending = [ref for ref in (put.value, put.index) if ref is not None]
        seen: set[Ref] = set()
        while pending:
            ref = pending.pop()
            if ref not in seen:
                seen.add(ref)
                yield ref
                if self.graph.values[ref].place is not Place.NATION and not self._is_at_hand(ref, step, varies):
                    pending.extend(self.graph.values[ref].of)

    def _is_at_hand(self, ref: Ref, step: Step, varies: bool) -> bool:
        """
        Say whether a value is read from an array instead of being worked out in a loop.

        What a household hands to its members is; so is what is dear, in a loop that only adds up, and in one that is repeated
        for each reform although no reform touches it.
        """
        value = self.graph.values[ref]
        if value.op == "spread":
            return True
        if value.place is not Place.PERSON or value.cost <= CHEAP or value.op in ("if", "at"):
            return False
        return step is Step.SUMS or (step is Step.PERSONS and varies and not value.varies)

    def _array_of(self, ref: Ref, step: Step, varies: bool) -> str | None:
        """Name the array that a value is read from, if it is."""
        value = self.graph.values[ref]
        match value.op, value.what:
            case "gathered", (number, _):
                return f"g{number}"
            case "kept", int() as kept:
                return f"p{kept}"
            case "spread", _:
                inner = self.graph.values[value.of[0]]
                return f"g{inner.what[0]}" if inner.op == "gathered" else f"h{ref}"  # type: ignore[index]  # as above
        return f"p{ref}" if self._is_at_hand(ref, step, varies) else None

    def _between(self, name: str) -> _Item:
        """Make an array that lies between loops: `g` of sums, `h` of what households hand to members, `p` of people."""
        number = int(name[1:])
        if name.startswith("g"):
            return self._sums(name, self.graph.gatherings[number])
        if name.startswith("p"):
            return self._filled(name, number, Step.PERSONS, Place.PERSON)
        return self._filled(name, self.graph.values[number].of[0], Step.HOUSEHOLDS, Place.HOUSEHOLD)

    def _filled(self, name: str, ref: Ref, step: Step, place: Place) -> _Item:
        varies = self.graph.values[ref].varies
        return _Item(step, varies, (Put(name, "=", ref),), Array(name, place, type_of(self.graph, ref), None, varies))

    def _sums(self, name: str, gathering: Gathering) -> _Item:
        kind = "int64" if gathering.how == "+" else "int32"
        array = Array(name, gathering.place, kind, gathering.start, gathering.varies)
        puts = tuple(self._share(name, gathering.how, share) for share in gathering.shares)
        return _Item(Step.SUMS, gathering.varies, puts, array)

    def _share(self, name: str, how: str, share: Share) -> Put:
        """Put a share without a branch: where a guard fails, what is added changes nothing."""
        graph = self.graph
        passes = graph.both(*share.guards)
        values = {"|": passes, "&": graph.opposite(passes)}
        value = values.get(how) or graph.choose(passes, [share.value], [graph.constant(0)])[0]
        return Put(name, how, value, share.index)


def type_of(graph: Graph, ref: Ref) -> str:
    """Name the type in which a value is kept in an array: one that a processor can gather from many places at a time."""
    return "int32" if is_truth(graph, ref) else "int64"


def is_truth(graph: Graph, ref: Ref) -> bool:
    """Say whether a value is true or false."""
    value = graph.values[ref]
    match value.op, value.what:
        case "constant", (kind, _):
            return kind is bool
        case (("load" | "gathered"), (_, aspect)):
            return aspect in ("truth", "known", True)
        case "kept", int() as kept:
            return is_truth(graph, kept)
        case "pick", int() as output:
            return is_truth(graph, graph.values[value.of[0]].of[1 + output])
        case "spread", _:
            return is_truth(graph, value.of[0])
    return value.op in ("and", "or", "not", "==", "!=", "<", "<=", ">", ">=")
