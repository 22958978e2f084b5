"""The passes over the people that a plan takes: what each works out, in which order, and which arrays lie between them."""

from collections.abc import Iterable, Sequence
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


def plan_passes(graph: Graph, outputs: Sequence[Output]) -> Passes:
    """Say in which pass each output and each sum over members is worked out. What nobody asks for is in none."""
    reached = _reached(graph, [ref for output in outputs for ref in (output.value, output.known)])
    arrays: list[Array] = []
    puts: dict[tuple[int, Place], list[Put]] = {}
    for number, gathering in enumerate(graph.gatherings):
        if any(graph.values[ref].op == "gathered" and graph.values[ref].what[0] == number for ref in reached):
            arrays.append(_array(number, gathering))
            puts.setdefault((gathering.stage, Place.PERSON), []).extend(_puts(number, gathering))
    for ref in sorted(reached):
        if is_carried(graph, ref):
            of = graph.values[ref].of[0]
            value = graph.values[of]
            arrays.append(Array(f"h{ref}", Place.HOUSEHOLD, type_of(graph, of), None, value.varies))
            puts.setdefault((value.stage, Place.HOUSEHOLD), []).append(Put(f"h{ref}", "=", of, varies=value.varies))
    for number, output in enumerate(outputs):
        for name, ref in ((f"out{number}", output.value), (f"known{number}", output.known)):
            value = graph.values[ref]
            if name.startswith("out") or ref != graph.true:
                put = Put(name, "=", ref, varies=value.varies)
                puts.setdefault((value.stage, output.place), []).append(put)
    last = max((stage for stage, _ in puts), default=0)
    passes = (
        Pass(tuple(puts.get((stage, Place.HOUSEHOLD), ())), tuple(puts.get((stage, Place.PERSON), ())))
        for stage in range(last + 1)
    )
    return Passes(tuple(passes), tuple(arrays))


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
    match value.op:
        case "constant":
            return value.what[0] is bool
        case "load" | "gathered":
            return value.what[1] in ("truth", "known", True)
        case "pick":
            branch = graph.values[value.of[0]]
            return is_truth(graph, branch.of[1 + value.what])
        case "spread":
            return is_truth(graph, value.of[0])
    return value.op in ("and", "or", "not", "==", "!=", "<", "<=", ">", ">=")


def _reached(graph: Graph, start: Iterable[Ref]) -> frozenset[Ref]:
    found: set[Ref] = set()
    pending = list(start)
    while pending:
        ref = pending.pop()
        if ref in found:
            continue
        found.add(ref)
        value = graph.values[ref]
        pending.extend(value.of)
        if value.op == "gathered":
            shares = graph.gatherings[value.what[0]].shares
            pending.extend(ref for share in shares for ref in (*share.guards, share.value))
            pending.extend(share.index for share in shares if share.index is not None)
    return frozenset(found)


def _array(number: int, gathering: Gathering) -> Array:
    kind = "int64" if gathering.how == "+" else "uint8"
    return Array(f"g{number}", gathering.place, kind, gathering.start, gathering.varies)


def _puts(number: int, gathering: Gathering) -> Iterable[Put]:
    for share in gathering.shares:
        yield Put(f"g{number}", gathering.how, share.value, share.guards, share.index, gathering.varies)
