"""Whole households as columns, and each fact of theirs however it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from .packing import NOT_PACKED, Packing

Offsets = npt.NDArray[np.int32]
Placed = tuple[npt.NDArray[Any], int, int]  # a column in which a fact stands, from which bit, and the mask of its bits

NO_HOUSEHOLD = -1


@numba.njit(cache=True, nogil=True)
def _starts(household_id: npt.NDArray[np.int64], starts: Offsets) -> int:
    found = 0
    for row in range(household_id.size):
        if row == 0 or household_id[row] != household_id[row - 1]:
            starts[found] = row
            found += 1
    return found


@numba.njit(cache=True, nogil=True)
def _stand_in_order(offsets: Offsets, number: npt.NDArray[Any], shift: int, mask: int) -> bool:
    begin, jump, before = 0, 0, 0
    for row in range(number.size):
        here = (number[row] >> shift) & mask
        begin += here == 1
        jump += (here != 1) & (here != before + 1)
        before = here
    at_one = 0
    for household in range(offsets.size - 1):
        at_one += ((number[offsets[household]] >> shift) & mask) == 1
    return jump == 0 and begin == at_one == offsets.size - 1


def offsets_of(household_id: npt.NDArray[np.int64]) -> Offsets:
    """
    Find where each household begins, and where the last one ends: household h is the rows offsets[h] to offsets[h + 1].

    >>> offsets_of(np.array([7, 7, 7, 9, 9], dtype=np.int64)).tolist()
    [0, 3, 5]
    """
    starts = np.empty(household_id.size + 1, dtype=np.int32)
    found = _starts(household_id, starts)
    starts[found] = household_id.size
    return starts[: found + 1].copy()


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Whole households: their columns as stored, where each begins, and the row of the population at which they begin.

    `packed` says which facts stand inside a column. An unpacked fact is kept, for whoever asks next.
    """

    columns: pa.RecordBatch
    offsets: Offsets
    first_row: int
    packed: Packing = field(default_factory=lambda: NOT_PACKED)
    rows: npt.NDArray[np.int64] | None = None  # the row of the population of each person, where some were left out
    _unpacked: dict[str, npt.NDArray[Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _in_order: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def row_of(self, person: int) -> int:
        """Tell the row of the population that a person stands in, counted from 0."""
        return self.first_row + person if self.rows is None else int(self.rows[person])

    def only(self, households: npt.NDArray[np.bool_]) -> "Batch":
        """Leave households out; the batch itself where none is."""
        if households.all():
            return self
        sizes = np.diff(self.offsets)
        kept = np.repeat(households, sizes)
        rows = np.flatnonzero(kept) + self.first_row if self.rows is None else self.rows[kept]
        offsets = np.concatenate([[0], np.cumsum(sizes[households])]).astype(np.int32)
        return Batch(self.columns.filter(pa.array(kept)), offsets, self.first_row, self.packed, rows)

    @property
    def persons(self) -> int:
        """Count the people."""
        return int(self.columns.num_rows)

    @property
    def households(self) -> int:
        """Count the households."""
        return int(self.offsets.size) - 1

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """Give the household_id of each household; NO_HOUSEHOLD for rows without one."""
        return ids_of(self.columns)[self.offsets[:-1]]

    def values(self, name: str) -> npt.NDArray[Any]:
        """
        Give a fact of each person as an array, without a copy unless it is a bool (one byte each) or packed.

        Days count from 1970-01-01. Where `known` says 0 the value is arbitrary and must not be used.
        """
        at = self.packed.get(name)
        if at is None:
            return _values(self.columns.column(name))
        if name not in self._unpacked:
            self._unpacked[name] = at.unpack(_values(self.columns.column(at.column)))
        return self._unpacked[name]

    def placed(self, name: str) -> Placed:
        """Tell where a fact stands, for who would rather take it out of its column than have it unpacked."""
        at = self.packed.get(name)
        if at is None:
            return self.values(name), 0, -1
        return self.stored(at.column), at.shift, (1 << at.width) - 1

    def stored(self, column: str) -> npt.NDArray[Any]:
        """Give a column as it is stored: one in which facts stand packed."""
        return _values(self.columns.column(column))

    @property
    def is_in_order(self) -> bool:
        """Say whether the members of every household are numbered from 1 in the order of their rows."""
        if "number" not in self._in_order:
            self._in_order["number"] = bool(_stand_in_order(self.offsets, *self.placed("number")))
        return self._in_order["number"]

    def stands_in_order(self) -> None:
        """Note that the members of every household are numbered from 1 in the order of their rows."""
        self._in_order["number"] = True

    def known(self, name: str) -> npt.NDArray[np.uint8] | None:
        """Say for each person whether a fact is known, one byte each; None where the whole column is."""
        at = self.packed.get(name)
        column = self.columns.column(name if at is None else at.column)
        return None if column.null_count == 0 else _bits(column.buffers()[0], column)

    def unpacked(self, names: Sequence[str]) -> "Batch":
        """Give the same people with a column for each of these facts, for files that store them in different ways."""
        columns = [self._column(name) for name in names]
        return Batch(pa.RecordBatch.from_arrays(columns, names=list(names)), self.offsets, self.first_row)

    def _column(self, name: str) -> pa.Array:
        at = self.packed.get(name)
        if at is None:
            return self.columns.column(name)
        known = self.known(name)
        values = self.values(name).astype(at.kind.type.to_pandas_dtype())
        return pa.array(values, type=at.kind.type, mask=None if known is None else known == 0)


def _values(column: pa.Array) -> npt.NDArray[Any]:
    if pa.types.is_boolean(column.type):
        return _bits(column.buffers()[1], column)
    width = np.dtype(f"i{column.type.bit_width // 8}")
    raw = np.frombuffer(column.buffers()[1], dtype=width)
    return raw[column.offset : column.offset + len(column)]


def _bits(buffer: pa.Buffer, column: pa.Array) -> npt.NDArray[np.uint8]:
    raw = np.frombuffer(buffer, dtype=np.uint8)
    first = column.offset // 8
    bits = np.unpackbits(raw[first : (column.offset + len(column) + 7) // 8], bitorder="little")
    return bits[column.offset - first * 8 :][: len(column)]


def ids_of(columns: pa.RecordBatch) -> npt.NDArray[np.int64]:
    """Give the household of each row; rows without one stand together, to be set aside by the check."""
    column = (
        columns["household_id"].fill_null(NO_HOUSEHOLD)
        if columns["household_id"].null_count
        else columns["household_id"]
    )
    return Batch(pa.record_batch([column], names=["household_id"]), np.empty(0, np.int32), 0).values("household_id")
