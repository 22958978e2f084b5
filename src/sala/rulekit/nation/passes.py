"""The passes over the people that a plan takes: what each works out, in which order, and which arrays lie between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .graph import Gathering, Graph, Place, Ref
from .lowering import Output
from .regions import Put


@dataclass(frozen=True, slots=True)
class Pass:
    """What is worked out of each household, and then of each person."""

    households: tuple[Put, ...]
    persons: tuple[Put, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """An array that lies between passes, one element for each household or person of a block, for each reform if it varies."""

    name: str
    place: Place
    type: str
    start: int | None
    varies: bool


@dataclass(frozen=True, slots=True)
class Passes:
    """All passes, and the arrays between them."""

    passes: tuple[Pass, ...]
    arrays: tuple[Array, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that a pass fills: an array between passes, or one that was asked for."""

    place: Place
    puts: tuple[Put, ...]
    array: Array | None = None


class PassPlanner:
    """
    Says in which pass each thing is filled: as late as its readers allow, so that what belongs together is worked out together.

    What nobody asks for is in no pass.
    """

    def __init__(self, graph: Graph, outputs: Sequence[Output]) -> None:
        self.graph = graph
        self.outputs = {f"out{number}": _output(graph, number, output) for number, output in enumerate(outputs)}
        self.items: dict[str, _Item] = {}
        self.reads: dict[str, frozenset[str]] = {}
        for name, item in self.outputs.items():
            self._add(name, item)

    def plan(self) -> Passes:
        """Lay out the passes."""
        earliest: dict[str, int] = {}
        for name in self.items:  # what an item reads stands before it
            earliest[name] = max((earliest[read] + self._step(read, name) for read in self.reads[name]), default=0)
        latest = dict.fromkeys(self.items, max(earliest.values(), default=0))
        of_persons = [earliest[name] for name, item in self.items.items() if item.place is Place.PERSON]
        for name, item in self.items.items():
            if item.place is Place.PERSON:
                latest[name] = max(of_persons)
        for name in reversed(self.items):
            for read in self.reads[name]:
                latest[read] = min(latest[read], latest[name] - self._step(read, name))
        arrays = tuple(item.array for item in self.items.values() if item.array is not None)
        return Passes(tuple(self._pass(latest, stage) for stage in range(max(latest.values(), default=-1) + 1)), arrays)

    def _pass(self, latest: Mapping[str, int], stage: int) -> Pass:
        puts: dict[Place, list[Put]] = {Place.HOUSEHOLD: [], Place.PERSON: []}
        for name, item in self.items.items():
            if latest[name] == stage:
                puts[item.place].extend(item.puts)
        return Pass(tuple(puts[Place.HOUSEHOLD]), tuple(puts[Place.PERSON]))

    def _step(self, read: str, reader: str) -> int:
        """Say how many passes later a reader may come: households go before people in each pass."""
        return 0 if (self.items[read].place, self.items[reader].place) == (Place.HOUSEHOLD, Place.PERSON) else 1

    def _add(self, name: str, item: _Item) -> None:
        """Add an item after all that it reads."""
        if name in self.items:
            return
        found = frozenset(self._read_by(item))
        for read in sorted(found):
            self._add(read, self._between(read))
        self.items[name], self.reads[name] = item, found

    def _read_by(self, item: _Item) -> Iterator[str]:
        pending = [ref for put in item.puts for ref in (put.value, *put.guards, put.index) if ref is not None]
        seen: set[Ref] = set()
        while pending:
            ref = pending.pop()
            if ref in seen:
                continue
            seen.add(ref)
            value = self.graph.values[ref]
            if value.op == "gathered":
                yield f"g{value.what[0]}"  # type: ignore[index]  # an array, and whether it holds truths
                pending.extend(value.of)
            elif is_carried(self.graph, ref):
                yield f"h{ref}"
            else:
                pending.extend(value.of)

    def _between(self, name: str) -> _Item:
        """Make an array that lies between passes: `g` of what members add up, `h` of what a household hands to its members."""
        number = int(name[1:])
        if name.startswith("g"):
            gathering = self.graph.gatherings[number]
            return _Item(Place.PERSON, tuple(_puts(name, gathering)), _array(name, gathering))
        of = self.graph.values[number].of[0]
        varies = self.graph.values[of].varies
        array = Array(name, Place.HOUSEHOLD, type_of(self.graph, of), None, varies)
        return _Item(Place.HOUSEHOLD, (Put(name, "=", of, varies=varies),), array)


def is_carried(graph: Graph, ref: Ref) -> bool:
    """Say whether a value of a household is carried to its members in an array of its own; a sum stands in one already."""
    value = graph.values[ref]
    return value.op == "spread" and graph.values[value.of[0]].op != "gathered"


def type_of(graph: Graph, ref: Ref) -> str:
    """Name the type in which a value is kept in an array."""
    return "uint8" if is_truth(graph, ref) else "int64"


def is_truth(graph: Graph, ref: Ref) -> bool:
    """Say whether a value is true or false."""
    value = graph.values[ref]
    match value.op, value.what:
        case "constant", (kind, _):
            return kind is bool
        case (("load" | "gathered"), (_, aspect)):
            return aspect in ("truth", "known", True)
        case "pick", int() as output:
            return is_truth(graph, graph.values[value.of[0]].of[1 + output])
        case "spread", _:
            return is_truth(graph, value.of[0])
    return value.op in ("and", "or", "not", "==", "!=", "<", "<=", ">", ">=")


def _output(graph: Graph, number: int, output: Output) -> _Item:
    puts = [Put(f"out{number}", "=", output.value, varies=graph.values[output.value].varies)]
    if output.known != graph.true:
        puts.append(Put(f"known{number}", "=", output.known, varies=graph.values[output.known].varies))
    return _Item(output.place, tuple(puts))


def _array(name: str, gathering: Gathering) -> Array:
    kind = "int64" if gathering.how == "+" else "uint8"
    return Array(name, gathering.place, kind, gathering.start, gathering.varies)


def _puts(name: str, gathering: Gathering) -> Iterable[Put]:
    for share in gathering.shares:
        yield Put(name, gathering.how, share.value, share.guards, share.index, gathering.varies)
