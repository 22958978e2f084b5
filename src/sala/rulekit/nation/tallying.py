"""
Write the functions that add up what a block of a kernel found, while it still stands in the processor's cache.

`out...` and `known...` hold what the block found. `drawn` tells the cell of each household's random group, `group_row` and
`group_house` the group of each person and household. The counts of a version of the law after the first are what differs
from the first: most people are touched by no reform.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..form import RuleId
from .graph import Place
from .passes import Array, Loop
from .totals import GAIN, GAINERS, LOSERS, LOSS, POSITIVE, UNKNOWN


@dataclass(frozen=True, slots=True)
class Output:
    """What a kernel finds by one rule: for whom, and whether its value, and whether it is known, differ by version of the law."""

    number: int
    rule: RuleId
    is_household: bool
    varies: bool
    knowledge_varies: bool


class Tally:
    """Writes the functions for all outputs of people, or all of households, and their calls. `loops` are those that find them."""

    def __init__(self, outputs: Sequence[Output], loops: Sequence[Loop], *, is_grouped: bool) -> None:
        self.outputs = outputs
        self.is_household = outputs[0].is_household
        self.turn = "house" if self.is_household else "row"
        self.group = f"group_{self.turn}" if is_grouped else ""
        self.found = {put.array for loop in loops for put in loop.puts}

    @property
    def arrays(self) -> tuple[Array, ...]:
        """List what the block fills, and the places in it where something was found."""
        places = Array(f"some_{self.turn}", self._place, "uint32", None, varies=False)
        return (places, *(array for output in self.outputs for array in self._arrays_of(output)))

    @property
    def arguments(self) -> tuple[str, ...]:
        """Name what the kernel must be given."""
        return (*self._around, *(f"totals{output.number}" for output in self.outputs))

    def write(self) -> Iterator[str]:
        """Give the texts of the functions."""
        yield self._first()
        for output in self.outputs:
            if output.varies or output.knowledge_varies:
                yield self._change(output)

    def calls(self, changed: Mapping[str, int]) -> Iterator[str]:
        """Write the calls. `changed` gives the row of `changed` of each array that differs by version."""
        yield f"first_{self.turn}s({', '.join(self._taken(*self.outputs))})"
        for output in self.outputs:
            rows = [changed[array.name] for array in self._arrays_of(output) if array.varies]
            if rows:
                yield "for r in range(1, w.shape[0]):"
                yield f"    if {' | '.join(f'changed[{row}, r]' for row in rows)}:"
                versions = [f"r if changed[{row}, r] else 0" for row in rows]
                yield f"        change_{output.number}({', '.join(['r', *versions, *self._taken(output)])})"

    @property
    def _place(self) -> Place:
        return Place.HOUSEHOLD if self.is_household else Place.PERSON

    @property
    def _around(self) -> tuple[str, ...]:
        return (self.group, "drawn") if self.group else ("drawn",)

    def _arrays_of(self, output: Output) -> tuple[Array, ...]:
        """List what the block fills for an output; what is known of it only where someone's may be unknown."""
        out = Array(f"out{output.number}", self._place, "int64", None, output.varies)
        known = Array(f"known{output.number}", self._place, "uint8", None, output.knowledge_varies)
        return (out, known) if known.name in self.found else (out,)

    def _taken(self, *outputs: Output) -> tuple[str, ...]:
        """Name what a function takes."""
        ends = ("first_house", "last_house") if self.is_household else ("first_row", "last_row", "first_house", "home")
        of_outputs = ((*(one.name for one in self._arrays_of(output)), f"totals{output.number}") for output in outputs)
        return (*ends, f"some_{self.turn}", *self._around, *(name for names in of_outputs for name in names))

    def _where(self, test: str) -> list[str]:
        """Write the places of a block where something is to be added, without a branch, and go through them."""
        cell = "drawn[first_house + at]" if self.is_household else "drawn[first_house + home[at]]"
        return [
            "    found = np.uintp(0)",
            f"    for at in range(last_{self.turn} - first_{self.turn}):",
            f"        some_{self.turn}[found] = at",
            f"        found += np.uintp({test})",
            "    for number in range(found):",
            f"        at = np.uintp(some_{self.turn}[number])",
            f"        group = {f'np.uintp({self.group}[first_{self.turn} + at])' if self.group else '0'}",
            f"        cell = np.uintp({cell})",
        ]

    def _value(self, output: Output, version: str) -> str:
        return f"out{output.number}[{f'{version}, ' if output.varies else ''}at]"

    def _sure(self, output: Output, version: str) -> str:
        if f"known{output.number}" not in self.found:
            return "True"
        return f"(known{output.number}[{f'{version}, ' if output.knowledge_varies else ''}at] != 0)"

    def _first(self) -> str:
        """Write what adds up the law as it stands."""
        tests = [f"({self._value(output, '0')} != 0)" for output in self.outputs]
        tests += [f"(not {sure})" for output in self.outputs if (sure := self._sure(output, "0")) != "True"]
        lines = [
            "@fast",
            f"def first_{self.turn}s({', '.join(self._taken(*self.outputs))}):",
            *self._where(" | ".join(tests)),
        ]
        for output in self.outputs:
            totals, sure = f"totals{output.number}[0, group,", self._sure(output, "0")
            lines += [
                f"        value = {self._value(output, '0')} if {sure} else 0",
                f"        {totals} cell] += value",
                f"        {totals} {POSITIVE}] += value > 0",
            ]
            lines += [f"        {totals} {UNKNOWN}] += not {sure}"] if sure != "True" else []
        return "\n".join([*lines, ""])

    def _change(self, output: Output) -> str:
        """Write what adds up the differences of another version."""
        was, now = self._value(output, "0"), self._value(output, "of_value")
        was_known, is_known = self._sure(output, "0"), self._sure(output, "of_known")
        versions = ["of_value"] * output.varies + ["of_known"] * output.knowledge_varies
        totals = f"totals{output.number}[r, group,"
        test = f"({was} != {now})" + (f" | ({was_known} != {is_known})" if was_known != is_known else "")
        lines = [
            "@fast",
            f"def change_{output.number}({', '.join(['r', *versions, *self._taken(output)])}):",
            *self._where(test),
            f"        was, now = {was}, {now}",
            f"        was_known, is_known = {was_known}, {is_known}",
            "        before, after = was if was_known else 0, now if is_known else 0",
            f"        {totals} cell] += after - before",
            f"        {totals} {POSITIVE}] += (1 if after > 0 else 0) - (1 if before > 0 else 0)",
            f"        {totals} {UNKNOWN}] += (0 if is_known else 1) - (0 if was_known else 1)",
            "        change = now - was if was_known and is_known else 0",
            f"        {totals} {GAINERS}] += change > 0",
            f"        {totals} {LOSERS}] += change < 0",
            f"        {totals} {GAIN}] += max(change, 0)",
            f"        {totals} {LOSS}] += max(-change, 0)",
        ]
        return "\n".join([*lines, ""])
