"""Put a whole kernel together: its loops, and the function that runs them block by block."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from .columns import Bits
from .graph import Place, Ref
from .passes import Array, Loop, Loops, Step
from .tallying import Tally
from .writer import Around, Inputs, LoopWriter, taken_out

HOUSEHOLDS = 512  # of a block
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


def write_kernel(
    loops: Loops, around: Around, ranges: Mapping[str, tuple[int, int]], tallies: Sequence[Tally] = ()
) -> Written:
    """
    Write a kernel that puts each output into an array given to it, or one that adds them up.

    It stops before a block in which a row lies outside a range, and tells the household at which it stopped.

    :param tallies: what adds up each output; with none, the outputs are given.
    """
    writers = [LoopWriter(loop, around) for loop in loops.loops]
    texts = [writer.write() for writer in writers]
    helpers = dict.fromkeys(helper for writer in writers for helper in writer.helpers)
    arrays = [*loops.arrays.values(), *(array for tally in tallies for array in tally.arrays)]
    outer = _outer(writers, arrays, tallies) | {"starts", _seats(around.bits.get("number"))[0], "w"}
    outer |= {"changed"} if loops.changed else set()
    made = {array.name for array in arrays}
    pairs = zip(loops.loops, writers, strict=True)
    calls = [line for loop, writer in pairs for line in _calls(loop, writer, loops.changed, made)]
    calls += [line for tally in tallies for line in tally.calls(loops.changed)]
    check = _check(_checked(ranges, outer, around.bits))
    homes = _homes(around.bits.get("number"))
    begun = [line for array in arrays for line in _begin(array, loops.changed)]
    run = _run(sorted(outer), arrays, (check, homes), [*begun, *calls], is_tallied=bool(tallies))
    added = [text for tally in tallies for text in tally.write()]
    parts = [*(_HELPERS[shape](size) for shape, size in helpers), check.text, homes.text, *texts, *added, run]
    text = "\n\n".join([_HEAD, *parts])
    return Written(
        text, tuple(sorted(outer)), around.inputs, tuple(loop.sources for loop in loops.loops if loop.varies)
    )


def _outer(writers: Sequence[LoopWriter], arrays: Sequence[Array], tallies: Sequence[Tally]) -> set[str]:
    """Name what loops and tallies take that the kernel does not make itself."""
    inner = {"first_row", "first_house", "home", "r", *(array.name for array in arrays)}
    inner |= {"out_row", "out_house"} if tallies else set()
    taken = {name for writer in writers for name in writer.arguments}
    return taken.union(*(tally.arguments for tally in tallies)) - inner


def _call(loop: Loop, writer: LoopWriter) -> str:
    kind = "house" if loop.step is Step.HOUSEHOLDS else "row"
    return f"{loop.name}({', '.join([f'first_{kind}', f'last_{kind}', *writer.arguments])})"


def _begin(array: Array, changed: Mapping[str, int]) -> Iterator[str]:
    """Write how an array begins that is added to, for each version of the law that differs there."""
    if array.start is None:
        return
    turn = "house" if array.place is Place.HOUSEHOLD else "row"
    stretch = f":last_{turn} - first_{turn}] = {array.start}"
    if not array.varies:
        yield f"{array.name}[{stretch}"
        return
    yield "for r in range(w.shape[0]):"
    yield f"    if changed[{changed[array.name]}, r]:"
    yield f"        {array.name}[r, {stretch}"


def _calls(loop: Loop, writer: LoopWriter, changed: Mapping[str, int], made: Set[str]) -> Iterator[str]:
    """Write the calls for each version of the law that differs there; what was asked for is then that of the law as it stands."""
    if not loop.varies:
        yield _call(loop, writer)
        return
    yield "for r in range(w.shape[0]):"
    yield f"    if changed[{changed[loop.name]}, r]:"
    yield f"        {_call(loop, writer)}"
    turn = "house" if loop.step is Step.HOUSEHOLDS else "row"
    stretch = f"first_{turn} - out_{turn}:last_{turn} - out_{turn}"
    given = [name for name in dict.fromkeys(put.array for put in loop.puts) if name not in made]
    yield from (
        ["    else:", *(f"        {name}[r, {stretch}] = {name}[0, {stretch}]" for name in given)] if given else ()
    )


@dataclass(frozen=True, slots=True)
class _Pass:
    """A function that goes through the rows of a block before all loops, and how it is called."""

    text: str
    call: str


def _checked(
    ranges: Mapping[str, tuple[int, int]], outer: Set[str], bits: Mapping[str, Bits]
) -> Iterator[tuple[str, str]]:
    """List the arrays in which a row may lie outside a range, each with the test that one does."""
    for name, (low, high) in ranges.items():
        at = bits.get(name)
        if at is None and f"c_{name}" in outer:
            yield f"c_{name}", f"(c_{name}[row] < {low}) | (c_{name}[row] > {high})"
        elif at is not None and f"b_{at.column}" in outer and not low <= at.ends[0] <= at.ends[1] <= high:
            found = taken_out(at, f"b_{at.column}[row]")
            yield f"b_{at.column}", f"({found} < {low}) | ({found} > {high})"


def _check(tests: Iterable[tuple[str, str]]) -> _Pass:
    """Write the function that counts what lies outside a range."""
    listed = list(tests)
    arguments = list(dict.fromkeys(array for array, _ in listed))
    lines = [
        "@fast",
        f"def outside({', '.join(['first', 'last', *arguments])}):",
        *("    wide()", "    found = 0", "    for row in range(first, last):"),
    ]
    added = [f"        found += {test}" for _, test in listed] or ["        pass"]
    call = f"outside({', '.join(['first_row', 'last_row', *arguments])})"
    return _Pass("\n".join([*lines, *added, "    return found", ""]), call)


def _seats(number: Bits | None) -> tuple[str, str]:
    """Name the array that tells where people stand in their household, and write how it tells."""
    if number is None:
        return "place", "place[row]"
    return f"b_{number.column}", taken_out(number, f"b_{number.column}[row]")


def _homes(number: Bits | None) -> _Pass:
    """Write the function that numbers the households of a block, and notes for each person which is theirs."""
    array, seat = _seats(number)
    lines = [
        "@fast",
        f"def number_homes(first, last, home, {array}):",
        "    house = -1",
        "    for row in range(first, last):",
        f"        house += 1 if {seat} == 1 else 0",
        "        home[row - first] = house",
        "",
    ]
    return _Pass("\n".join(lines), f"number_homes(first_row, last_row, home, {array})")


def _run(
    outer: Sequence[str],
    arrays: Sequence[Array],
    before: tuple[_Pass, _Pass],
    calls: Sequence[str],
    *,
    is_tallied: bool,
) -> str:
    """Write the function that goes through the blocks. Rows are unsigned: numba would count a signed one from the end."""
    largest, (check, homes) = HOUSEHOLDS * LARGEST, before
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
        f"        if {check.call}:",
        "            return first_house",
        f"        {homes.call}",
        *(("        out_row, out_house = first_row, first_house",) if is_tallied else ()),
    ]
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
