"""Put a whole kernel together: its loops, and the function that runs them block by block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .graph import Place, Ref
from .passes import Array, Loop, Loops, Step
from .writer import Around, Inputs, LoopWriter

HOUSEHOLDS = 1024  # of a block
LARGEST = 127  # rows of a household
_HEAD = '''"""Written by sala.rulekit.nation. A change here is lost."""

import numpy as np

from sala.rulekit.nation.arithmetic import *
from sala.rulekit.nation.machine import compiled, wide

fast = compiled(is_kept=False)
whole = compiled(is_kept=globals().get("__spec__") is not None)  # a kernel that nobody keeps is text without a file
'''


@dataclass(frozen=True, slots=True)
class Written:
    """
    A kernel as text: its arguments in order, and what stands at each place of `u`, `w` and the tables.

    `sources` are what each repeated loop hangs on, in the order of the rows of `changed`.
    """

    text: str
    arguments: tuple[str, ...]
    inputs: Inputs
    sources: tuple[frozenset[Ref], ...]


def write_kernel(loops: Loops, around: Around, ranges: Mapping[str, tuple[int, int]]) -> Written:
    """
    Write a kernel that puts each output into an array given to it.

    It stops before a block in which a row lies outside a range, and tells the household at which it stopped.
    """
    writers = [LoopWriter(loop, around) for loop in loops.loops]
    texts = [writer.write() for writer in writers]
    helpers = dict.fromkeys(helper for writer in writers for helper in writer.helpers)
    inner = {"first_row", "first_house", "home", "r", *loops.arrays}
    outer = sorted({name for writer in writers for name in writer.arguments} - inner | {"starts", "place", "w"})
    repeated = [loop for loop in loops.loops if loop.varies]
    if repeated:
        outer = sorted({*outer, "changed"})
    calls = [
        line
        for loop, writer in zip(loops.loops, writers, strict=True)
        for line in (_calls(loop, writer, repeated.index(loop), loops.arrays) if loop.varies else [_call(loop, writer)])
    ]
    read = {name: ends for name, ends in ranges.items() if f"c_{name}" in outer}
    run = _run(outer, tuple(loops.arrays.values()), tuple(read), calls)
    text = "\n\n".join([_HEAD, *(_HELPERS[shape](size) for shape, size in helpers), _check(read), *texts, run])
    return Written(text, tuple(outer), around.inputs, tuple(loop.sources for loop in repeated))


def _call(loop: Loop, writer: LoopWriter) -> str:
    kind = "house" if loop.step is Step.HOUSEHOLDS else "row"
    return f"{loop.name}({', '.join([f'first_{kind}', f'last_{kind}', *writer.arguments])})"


def _calls(loop: Loop, writer: LoopWriter, number: int, arrays: Mapping[str, Array]) -> Iterator[str]:
    """Write the calls for each version of the law; what a reform does not touch is that of the law as it stands."""
    yield "for r in range(w.shape[0]):"
    yield f"    if changed[{number}, r]:"
    yield f"        {_call(loop, writer)}"
    yield "    else:"
    for name in dict.fromkeys(put.array for put in loop.puts):
        of_households = loop.step is Step.HOUSEHOLDS
        if name in arrays:
            of_households = arrays[name].place is Place.HOUSEHOLD
            base = "first_house" if of_households else "first_row"
        else:
            base = "out_house" if of_households else "out_row"
        ends = ("first_house", "last_house") if of_households else ("first_row", "last_row")
        stretch = ":".join(f"{end} - {base}" for end in ends)
        yield f"        {name}[r, {stretch}] = {name}[0, {stretch}]"


def _check(ranges: Mapping[str, tuple[int, int]]) -> str:
    """Write the function that counts what lies outside a range."""
    arguments = ", ".join(["first", "last", *(f"c_{name}" for name in ranges)])
    tests = (f"(c_{name}[row] < {low}) | (c_{name}[row] > {high})" for name, (low, high) in ranges.items())
    lines = ["@fast", f"def outside({arguments}):", "    wide()", "    found = 0", "    for row in range(first, last):"]
    added = [f"        found += {test}" for test in tests] or ["        pass"]
    return "\n".join([*lines, *added, "    return found", ""])


def _run(outer: Sequence[str], arrays: Sequence[Array], checked: Sequence[str], calls: Sequence[str]) -> str:
    """Write the function that goes through the blocks. Rows are unsigned: numba would count a signed one from the end."""
    largest = HOUSEHOLDS * LARGEST
    lines = [
        "@whole",
        f"def run(begin, end, {', '.join(outer)}):",
        "    wide()",
        f"    home = np.empty({largest}, np.uint32)",
    ]
    for array in arrays:
        size = HOUSEHOLDS if array.place is Place.HOUSEHOLD else largest
        shape = f"(w.shape[0], {size})" if array.varies else f"{size}"
        lines.append(f"    {array.name} = np.empty({shape}, np.{array.type})")
    lines += [
        "    first_house = np.uintp(begin)",
        "    while first_house < np.uintp(end):",
        f"        last_house = min(first_house + np.uintp({HOUSEHOLDS}), np.uintp(end))",
        "        first_row, last_row = np.uintp(starts[first_house]), np.uintp(starts[last_house])",
        f"        if outside({', '.join(['first_row', 'last_row', *(f'c_{name}' for name in checked)])}):",
        "            return first_house",
        "        number_homes(home, place, first_row, last_row)",
    ]
    for array in arrays:
        if array.start is not None:
            count = "last_house - first_house" if array.place is Place.HOUSEHOLD else "last_row - first_row"
            lines.append(f"        {array.name}[{':, ' if array.varies else ''}:{count}] = {array.start}")
    lines += [f"        {call}" for call in calls]
    return "\n".join([*lines, "        first_house = last_house", "    return end", ""])


def _write_ladder(size: int) -> str:
    steps = [
        f"    found = table[reform, 0, {3 + 2 * n}] if number >= table[reform, 0, {2 + 2 * n}] else found"
        for n in range(size)
    ]
    heading = ["@fast", f"def ladder_{size}(number, table, reform):", "    found = table[reform, 0, 0]"]
    return "\n".join([*heading, *steps, "    return found", ""])


def _write_slices(size: int) -> str:
    slices = [f"max(0, amount - table[reform, 0, {1 + 2 * n}]) * table[reform, 0, {2 + 2 * n}]" for n in range(size)]
    heading = ["@fast", f"def slices_{size}(amount, table, reform):", "    parts = 0"]
    return "\n".join([*heading, *(f"    parts += {one}" for one in slices), "    return parts", ""])


_HELPERS = {"ladder": _write_ladder, "slices": _write_slices}
