"""Put a whole kernel together: its loops, and the function that runs them block by block."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .graph import Graph, Place, Ref
from .lowering import Output
from .passes import Array, Passes, PassPlanner
from .regions import Planner, Put
from .writer import Inputs, Loop, LoopWriter

HOUSEHOLDS = 256  # of a block
LARGEST = 127  # rows of a household
_HEAD = '''"""Written by sala.rulekit.nation. A change here is lost."""

import numba
import numpy as np

from sala.rulekit.nation.arithmetic import *

is_kept = globals().get("__spec__") is not None  # in a file; a kernel that nobody keeps is text only
fast = numba.njit(nogil=True, error_model="numpy", boundscheck=False, cache=is_kept)
'''


@dataclass(frozen=True, slots=True)
class Written:
    """A kernel as text: its arguments in order, and what stands at each place of `u`, `w` and the tables."""

    text: str
    arguments: tuple[str, ...]
    inputs: Inputs


@dataclass(frozen=True, slots=True)
class Plan:
    """All loops of a kernel, before they are written."""

    graph: Graph
    outputs: Sequence[Output]
    passes: Passes
    loops: tuple[Loop, ...]

    @property
    def frontier(self) -> tuple[Ref, ...]:
        """List the values that are the same for all and that loops use."""
        found: dict[Ref, None] = {}
        for loop in self.loops:
            for ref in loop.used:
                if self.graph.values[ref].place is Place.NATION and self.graph.values[ref].op != "constant":
                    found[ref] = None
        return tuple(found)


def plan_kernel(graph: Graph, outputs: Sequence[Output]) -> Plan:
    """Lay out every loop that some outputs take."""
    passes = PassPlanner(graph, outputs).plan()
    loops = []
    for number, one in enumerate(passes.passes):
        for name, place, puts in (
            ("households", Place.HOUSEHOLD, one.households),
            ("persons", Place.PERSON, one.persons),
        ):
            if puts:
                loops.append(_loop(graph, f"{name}_{number}", place, puts))
    return Plan(graph, outputs, passes, tuple(loops))


def _loop(graph: Graph, name: str, place: Place, puts: Sequence[Put]) -> Loop:
    planner = Planner(graph, place)
    return Loop(name, place, planner.plan(puts), planner.counts, planner.used)


def write_kernel(plan: Plan, lacking: Mapping[Ref, int], ranges: Mapping[str, tuple[int, int]]) -> Written:
    """
    Write a kernel that puts each output into an array given to it.

    It stops before a block in which a row lies outside a range, and tells the household at which it stopped.
    """
    inputs = Inputs()
    writers = [LoopWriter(plan.graph, loop, inputs, lacking) for loop in plan.loops]
    loops = [writer.write() for writer in writers]
    arrays = {array.name: array for array in plan.passes.arrays}
    inner = ("first_row", "first_house", *arrays)
    outer = sorted({name for writer in writers for name in writer.arguments} - set(inner) | {"starts", "w"})
    calls = [_call(loop, writer) for loop, writer in zip(plan.loops, writers, strict=True)]
    text = "\n\n".join([_HEAD, *loops, _run(outer, tuple(arrays.values()), _checks(outer, ranges), calls)])
    return Written(text, tuple(outer), inputs)


def _call(loop: Loop, writer: LoopWriter) -> str:
    kind = "house" if loop.place is Place.HOUSEHOLD else "row"
    return f"{loop.name}({', '.join([f'first_{kind}', f'last_{kind}', *writer.arguments])})"


def _checks(outer: Sequence[str], ranges: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for name, (low, high) in ranges.items():
        if f"c_{name}" in outer:
            yield f"if is_outside(c_{name}, first_row, last_row, {low}, {high}):"
            yield "    return first_house"


def _run(outer: Sequence[str], arrays: Sequence[Array], checks: Iterable[str], calls: Sequence[str]) -> str:
    lines = ["@fast", f"def run(begin, end, {', '.join(outer)}):"]
    for array in arrays:
        size = HOUSEHOLDS if array.place is Place.HOUSEHOLD else HOUSEHOLDS * LARGEST
        shape = f"(w.shape[0], {size})" if array.varies else f"{size}"
        lines.append(f"    {array.name} = np.empty({shape}, np.{array.type})")
    lines += [
        "    first_house = np.uintp(begin)  # rows and households are unsigned: numba would count a signed one from the end",
        "    while first_house < np.uintp(end):",
        f"        last_house = min(first_house + np.uintp({HOUSEHOLDS}), np.uintp(end))",
        "        first_row, last_row = np.uintp(starts[first_house]), np.uintp(starts[last_house])",
        *(f"        {check}" for check in checks),
    ]
    for array in arrays:
        if array.start is not None:
            count = "last_house - first_house" if array.place is Place.HOUSEHOLD else "last_row - first_row"
            whole = ":, " if array.varies else ""
            lines.append(f"        {array.name}[{whole}:{count}] = {array.start}")
    lines += [f"        {call}" for call in calls]
    lines += ["        first_house = last_house", "    return end", ""]
    return "\n".join(lines)
