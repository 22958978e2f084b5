"""
Small facts side by side in one number, so that decoding a file is copying memory.

    kin = number | mother << 7 | father << 14 | spouse << 21 | role << 28

The metadata of a file, under `sala.packed`, lists each fact that stands so: its name, the column, the bit at which it
begins, how many bits it has, and its kind. A null in such a column leaves all its facts unknown. A file without that
entry has one column for each fact.

Unpacking 10,000,000 facts takes 4 ms from 32 bits and 8 ms from 64 (numba, one core), hence columns of 32 bits. Those of a
column are not all unpacked at once: a law seldom asks for all.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from sala.kernel.bilingual import Text

from .errors import PackingNotUnderstood
from .layout import KNOWN, About, Column, Kind

_TOLD = b"sala.packed"
_MOST_BITS: Mapping[Kind, int] = MappingProxyType({Kind.TRUTH: 1, Kind.SMALL: 7, Kind.CHOICE: 7})
_SAYS = Text(
    th="ข้อเท็จจริงเล็กหลายข้อในเลขเดียว sala.packed บอกว่าข้อใดอยู่ที่บิตใด",
    en="Several small facts in one number; sala.packed tells which stands at which bits",
)


@dataclass(frozen=True, slots=True)
class Packed:
    """Where a small fact stands: `width` bits of a column, from the bit `shift` upward."""

    name: str
    column: str
    shift: int
    width: int
    kind: Kind

    def unpack(self, words: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Give the fact of each row, read-only as every column is: one byte, signed unless it is a truth."""
        found = np.empty(words.size, np.uint8 if self.kind is Kind.TRUTH else np.int8)
        _unpack(words, self.shift, (1 << self.width) - 1, found)
        found.flags.writeable = False
        return found


Packing = Mapping[str, Packed]
NOT_PACKED: Packing = MappingProxyType({})


@numba.njit(cache=True, nogil=True)
def _unpack(words: npt.NDArray[Any], shift: int, mask: int, found: npt.NDArray[Any]) -> None:
    for row in range(words.size):
        found[row] = (words[row] >> shift) & mask


def _side_by_side(column: str, widths: Mapping[str, int]) -> Iterator[tuple[str, Packed]]:
    shift = 0
    for name, width in widths.items():
        yield name, Packed(name, column, shift, width, KNOWN[name].kind)
        shift += width


OURS: Packing = MappingProxyType(
    {
        **dict(_side_by_side("kin", {"number": 7, "mother": 7, "father": 7, "spouse": 7, "role": 3})),
        **dict(
            _side_by_side(
                "standing",
                {"province": 7, "insured_section": 2, "months_paid_of_36": 6, "birth_order": 7}
                | {"is_female": 1, "is_thai": 1, "is_alive": 1, "is_married": 1, "is_resident": 1}
                | {"is_disabled": 1, "is_student": 1, "is_registered_in_area": 1, "lives_in_state_home": 1},
            )
        ),
        **dict(
            _side_by_side(
                "claims",
                {"has_confirmed": 1, "receives_other_state_benefit": 1, "income_is_insufficient": 1}
                | {"received_before_2566": 1, "is_registered_for_newborn_grant": 1}
                | {"supports_mother": 1, "supports_father": 1, "claims_for_children": 1},
            )
        ),
    }
)


def packed_schema(columns: Sequence[Column], about: About) -> pa.Schema:
    """Describe to Arrow a file in which the small facts among these columns stand packed, and what it says of itself."""
    words = {"th": _SAYS.th, "en": _SAYS.en}
    fields = {OURS[column.name].column if column.name in OURS else column.name: column.field for column in columns}
    told = [asdict(OURS[column.name]) | {"kind": column.kind.value} for column in columns if column.name in OURS]
    return pa.schema(
        [
            field if name == field.name else pa.field(name, pa.int32(), nullable=False, metadata=words)
            for name, field in fields.items()
        ],
        metadata=about.to_metadata() | {_TOLD.decode(): json.dumps(told)},
    )


def pack(columns: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """Put the small facts of people side by side as `OURS` says; every other column stays."""
    stored: dict[str, npt.NDArray[Any]] = {}
    for name, values in columns.items():
        at = OURS.get(name)
        if at is None:
            stored[name] = values
            continue
        placed = values.astype(np.int32) << at.shift
        stored[at.column] = stored[at.column] | placed if at.column in stored else placed
    return stored


def packing_of(file: str, stored: pa.Schema) -> Packing:
    """
    Read where the facts of a file stand.

    :raises PackingNotUnderstood: what the file says cannot be followed.
    """
    told = (stored.metadata or {}).get(_TOLD)
    if told is None:
        return NOT_PACKED
    try:
        listed = [Packed(**one | {"kind": Kind(one["kind"])}) for one in json.loads(told)]
    except (KeyError, TypeError, ValueError) as problem:
        raise PackingNotUnderstood(file=file, fact="sala.packed", why=problem) from problem
    for one in listed:
        _require_room(file, one, stored)
    return MappingProxyType({one.name: one for one in listed})


def unpacked_schema(stored: pa.Schema, packing: Packing) -> pa.Schema:
    """Describe a file as it is read: one column for each fact."""
    inside: dict[str, list[Packed]] = {}
    for one in packing.values():
        inside.setdefault(one.column, []).append(one)
    fields = [each for field in stored for each in (_fields(field, inside.get(field.name)))]
    return pa.schema(fields, metadata=stored.metadata)


def _fields(field: pa.Field, inside: Sequence[Packed] | None) -> Iterator[pa.Field]:
    if inside is None:
        yield field
        return
    for one in inside:
        plain = KNOWN[one.name].field if one.name in KNOWN else pa.field(one.name, one.kind.type)
        yield plain.with_nullable(field.nullable)


def _require_room(file: str, one: Packed, stored: pa.Schema) -> None:
    known = stored.field(one.column).type if one.column in stored.names else None
    if known not in (pa.int32(), pa.int64()):
        raise PackingNotUnderstood(file=file, fact=one.name, why=f"{one.column}: {known}")
    if not 0 < one.width <= _MOST_BITS.get(one.kind, 0) or not 0 <= one.shift <= known.bit_width - one.width:
        raise PackingNotUnderstood(file=file, fact=one.name, why=f"{one.kind.value}, {one.shift}+{one.width}")
