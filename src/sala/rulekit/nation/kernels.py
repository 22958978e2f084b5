"""Kernels that run: those that fill arrays with what they find, and those that add it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..kinds import Kind
from ..population.batches import Batch
from ..population.layout import KNOWN
from ..population.layout import Kind as Stored
from ..population.packing import Packing
from .columns import OPEN_END, Bits, Column, Columns
from .kernel import Run, compile_kernel
from .kernel_text import Written
from .seating import links_to_seats, seats_of
from .tallying import Output
from .totals import Group, Known, Numbers, Totals

SEAT = "number"  # the fact that tells where a member stands
WORD, BITS = np.int32, 31  # what holds several facts, and how many bits of it
_MOST_LACKS = 256
_ARRAYS: Mapping[Kind, Any] = {
    Kind.TRUTH: np.uint8,
    Kind.DAY: np.int32,
    Kind.CHOICE: np.int8,
    Kind.LINK: np.int8,
    Kind.WHOLE: np.int64,
    Kind.MONEY: np.int64,
    Kind.EXACT: np.int64,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """
    A plan on its way to a kernel: what it finds and reads, the text, and what stands at each place of it.

    `codes` gives for each code of a population the kernel's own, `bits` the facts that the kernel takes out of a column of
    several, where `packed` says they stand.
    """

    outputs: tuple[Output, ...]
    columns: Columns
    written: Written
    lacks: Mapping[int, Exception]
    bound: Mapping[str, Any]
    codes: Mapping[str, npt.NDArray[np.int8]]
    bits: Mapping[str, Bits]
    packed: Packing


class Kernel:
    """
    A compiled plan. `columns` names what it reads, each with the rule that needs it; `outputs` what it finds.

    It keeps nothing between runs, so threads may share it.
    """

    def __init__(self, plan: Prepared, cache: Path | None) -> None:
        self.columns: Mapping[str, str] = plan.columns.needed_by()
        self.outputs = plan.outputs
        self._needed = dict(plan.columns.needed)
        self._ranges = plan.columns.ranges()
        self._codes = plan.codes
        self._bits = plan.bits
        self._packed = plan.packed
        self._lacks = plan.lacks
        self._arguments = plan.written.arguments
        self._bound = plan.bound
        self._run = _compiled(plan, cache)

    def _work(self, batch: Batch, arrays: Mapping[str, Any]) -> bool:
        """Run for a batch; False where a fact lies outside what its law declares."""
        lacks = np.zeros(_MOST_LACKS, np.uint8)
        given = {**self._bound, **self._inputs(batch), **arrays, "lacks": lacks}
        if self._run(0, batch.households, *(given[name] for name in self._arguments)) < batch.households:
            return False
        for place in np.flatnonzero(lacks):
            raise self._lacks[int(place)]
        return True

    def outside(self, batch: Batch) -> npt.NDArray[np.bool_]:
        """Say of each person whether a fact lies outside what its law declares."""
        found = np.zeros(batch.persons, np.bool_)
        for name, (low, high) in self._ranges.items():
            column, _ = self._column(batch, name)
            found |= (column < low) | (column > high)
        return found

    def _inputs(self, batch: Batch) -> dict[str, Any]:
        arrays: dict[str, Any] = {"starts": batch.offsets}
        if "place" in self._arguments:
            arrays["place"] = batch.values("number") if batch.is_in_order else seats_of(batch.offsets)
        for column in {at.column for at in self._bits.values()}:
            arrays[f"b_{column}"] = self._words(batch, column)
        for name in self._needed:
            if name in self._bits:
                continue
            arrays[f"c_{name}"], known = self._column(batch, name)
            if f"k_{name}" in self._arguments:
                arrays[f"k_{name}"] = np.ones(batch.persons, np.uint8) if known is None else known
        return arrays

    def _words(self, batch: Batch, column: str) -> npt.NDArray[Any]:
        """Give a column in which facts stand; anew where this batch has them elsewhere, or people stand in another order."""
        facts = [self._packed[name] for name, at in self._bits.items() if at.column == column]
        if batch.is_in_order and all(batch.packed.get(one.name) == one for one in facts):
            return np.asarray(batch.stored(column), dtype=WORD)
        words = np.zeros(batch.persons, WORD)
        for one in facts:
            values = seats_of(batch.offsets) if one.name == SEAT else self._led(batch, one.name, batch.values(one.name))
            words |= values.astype(WORD) << one.shift
        return words

    def _column(self, batch: Batch, name: str) -> tuple[npt.NDArray[Any], Known | None]:
        """Give a fact of each person as the kernel counts with it, and of whom it is known."""
        column, values, known = self._needed[name], batch.values(name), batch.known(name)
        if name in self._codes:
            codes = self._codes[name]
            values = np.where((values >= 0) & (values < codes.size), np.take(codes, values, mode="clip"), np.int8(-1))
        if known is not None:
            values = np.where(known != 0, values, np.array(column.fill, values.dtype))
        return np.ascontiguousarray(self._led(batch, name, values), dtype=_dtype(column)), known

    def _led(self, batch: Batch, name: str, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Lead a link to where its member stands; a check has seen to the links it knows, where people stand in order."""
        if self._needed[name].kind is not Kind.LINK or (batch.is_in_order and name in KNOWN):
            return values
        return links_to_seats(batch.offsets, batch.values(SEAT), np.ascontiguousarray(values, dtype=np.int8))


class Filling(Kernel):
    """Puts what it finds about each person and household into arrays."""

    def run(
        self, batch: Batch, values: Sequence[Numbers], known: Sequence[Known], at: tuple[int, int] = (0, 0)
    ) -> bool:
        """
        Work out the plan for a batch.

        :param values: for each output an array to be filled, a row for each version of the law, a place for each entity.
        :param known: likewise, 1 where the value is known.
        :param at: the places of the batch's first person and first household in those arrays.
        :returns: False where a fact lies outside what its law declares; nothing of the batch counts then, see `outside`.
        :raises NoValueOnDate: someone needs a number of the law that has no value on the day.
        """
        arrays: dict[str, Any] = {"out_row": -at[0], "out_house": -at[1]}
        places = (slice(at[0], at[0] + batch.persons), slice(at[1], at[1] + batch.households))
        for output, value, sure in zip(self.outputs, values, known, strict=True):
            arrays[f"out{output.number}"] = value if output.varies else value[0]
            arrays[f"known{output.number}"] = sure if output.knowledge_varies else sure[0]
            if f"known{output.number}" not in self._arguments:  # nobody's is unknown
                sure[:, places[output.is_household]] = 1
        if not self._work(batch, arrays):
            return False
        for output, value, sure in zip(self.outputs, values, known, strict=True):
            here = places[output.is_household]
            if not output.varies:
                value[1:, here] = value[0, here]
            if not output.knowledge_varies:
                sure[1:, here] = sure[0, here]
        return True


class Counting(Kernel):
    """Adds up what it finds, by group and by random group."""

    def count(self, batch: Batch, groups: tuple[Group, Group] | None, drawn: Known, totals: Sequence[Totals]) -> bool:
        """
        Count a batch into totals that are empty; they have to be settled when all is counted.

        :param groups: the group of each person and of each household; None where there is one.
        :param drawn: the cell of each household's random group.
        :returns: False where a fact lies outside what its law declares; nothing of the batch counts then, see `outside`.
        :raises NoValueOnDate: someone needs a number of the law that has no value on the day.
        """
        arrays: dict[str, Any] = {f"totals{number}": one.counts for number, one in enumerate(totals)}
        if groups is not None:
            arrays |= {"group_row": groups[0], "group_house": groups[1]}
        return self._work(batch, {**arrays, "drawn": drawn})


def _dtype(column: Column) -> Any:
    known = KNOWN.get(column.name)
    if column.kind is Kind.WHOLE and known is not None and known.kind is Stored.SMALL:
        return np.int8
    return _ARRAYS[Kind.DAY] if column.fill == OPEN_END else _ARRAYS[column.kind]


def _compiled(plan: Prepared, cache: Path | None) -> Run:
    types: dict[str, np.dtype[Any]] = {
        **{name: array.dtype for name, array in plan.bound.items()},
        **{f"c_{name}": np.dtype(_dtype(column)) for name, column in plan.columns.needed.items()},
        **{f"k_{name}": np.dtype(np.uint8) for name in plan.columns.needed},
        **{f"b_{at.column}": np.dtype(WORD) for at in plan.bits.values()},
        **{f"out{one.number}": np.dtype(np.int64) for one in plan.outputs},
        **{f"known{one.number}": np.dtype(np.uint8) for one in plan.outputs},
        **{f"totals{one.number}": np.dtype(np.int64) for one in plan.outputs},
        "starts": np.dtype(np.int32),
        "place": np.dtype(np.int8),
        "lacks": np.dtype(np.uint8),
        "drawn": np.dtype(np.uint8),
        "group_row": np.dtype(np.int32),
        "group_house": np.dtype(np.int32),
        "out_row": np.dtype(np.int64),
        "out_house": np.dtype(np.int64),
    }
    dimensions = {"w": 2, "changed": 2, "out_row": 0, "out_house": 0}
    dimensions |= {name: 3 for name in plan.bound if name[0] == "t"}
    for one in plan.outputs:
        dimensions |= {
            f"out{one.number}": 2 if one.varies else 1,
            f"known{one.number}": 2 if one.knowledge_varies else 1,
        }
        dimensions[f"totals{one.number}"] = 3
    return compile_kernel(plan.written.text, {name: types[name] for name in plan.written.arguments}, dimensions, cache)
