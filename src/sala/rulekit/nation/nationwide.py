"""Find what a plan needs that is the same for the whole nation."""

from collections.abc import Iterable

from .graph import Graph, Place, Ref
from .lowering import Output


def frontier(graph: Graph, outputs: Iterable[Output]) -> tuple[Ref, ...]:
    """List what is the same for all and used by something that is not."""
    found: dict[Ref, None] = {}
    seen: set[Ref] = set()
    pending = [ref for output in outputs for ref in (output.value, output.known)]
    while pending:
        ref = pending.pop()
        if ref in seen:
            continue
        seen.add(ref)
        value = graph.values[ref]
        if value.place is Place.NATION:
            if value.op != "constant":
                found[ref] = None
            continue
        pending.extend(value.of)
        match value.op, value.what:
            case "gathered", (int() as number, _):
                for share in graph.gatherings[number].shares:
                    pending.extend(one for one in (*share.guards, share.value, share.index) if one is not None)
            case "kept", int() as kept:
                pending.append(kept)
    return tuple(found)
