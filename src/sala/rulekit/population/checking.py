"""
Set bad rows aside with their household, and say how many of which kind there were and where.

A household is whole or out: a law that adds up a household would otherwise add up a part of it. Nothing is guessed or mended. A
fact that is null is not bad, it is unknown. Most batches have no fault, which one pass tells: about half a CPU second for
66,000,000 persons.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType

import numba
import numpy as np
import numpy.typing as npt

from sala.kernel.bilingual import Text

from .batches import NO_HOUSEHOLD, Batch, Offsets, Placed
from .layout import EPOCH, HEAD, LARGEST_HOUSEHOLD, ROLES, STRUCTURE, Kind
from .reading import Population

EARLIEST_BIRTH = date(1850, 1, 1)
SHOWN_ROWS = 5

Numbers = npt.NDArray[np.int64]
Known = npt.NDArray[np.uint8]
Bytes = npt.NDArray[np.int8]
Rows = tuple[Bytes, Bytes, Bytes, Bytes, Bytes, npt.NDArray[np.int32]]
Tally = tuple[Numbers, Numbers]  # how often each fault was met, and the rows where first
Limits = tuple[int, int, int]  # the earliest and the latest day of birth, and the batch's first row in the population


class Fault(IntEnum):
    """One way in which a row is bad. `says` tells what is wrong, and how to mend it."""

    says: Text

    def __new__(cls, th: str, en: str) -> "Fault":
        """Number a fault in the order of the list, from 0, and give it its words."""
        fault = int.__new__(cls, len(cls.__members__))
        fault._value_, fault.says = int(fault), Text(th=th, en=en)
        return fault

    IDENTITY_MISSING = (
        "ไม่มี household_id, number หรือ role หรือ number น้อยกว่า 1 ให้เติมให้ครบ",
        "household_id, number or role is missing, or number is below 1; fill it in",
    )
    UNKNOWN_ROLE = (
        "role ไม่อยู่ในคำที่กำหนด ให้ใช้ head, spouse, child, parent หรือ other",
        "role is none of the known ones; use head, spouse, child, parent or other",
    )
    NUMBER_TWICE = (
        "number ซ้ำในครัวเรือนเดียวกัน ให้แต่ละคนมีลำดับของตนเอง",
        "two members of a household have the same number; give each its own",
    )
    NO_HEAD = (
        "ครัวเรือนไม่มีหัวหน้า ให้ระบุ role head หนึ่งคน",
        "the household has no head; name one member head",
    )
    TWO_HEADS = (
        "ครัวเรือนมีหัวหน้ามากกว่าหนึ่งคน ให้เหลือ role head เพียงคนเดียว",
        "the household has more than one head; keep a single one",
    )
    BORN_AFTER_THE_DAY = (
        "วันเกิดอยู่หลังวันที่คำนวณ อายุจึงติดลบ ให้ตรวจวันเกิดหรือวันที่คำนวณ",
        "born after the day asked about, so that the age is negative; check the date of birth or the day",
    )
    BORN_TOO_EARLY = (
        "วันเกิดก่อน พ.ศ. 2393 (ค.ศ. 1850) ให้ตรวจว่าเป็นปีคริสต์ศักราช",
        "born before 1850; check that the year is of the Christian era",
    )
    LINK_TO_NOBODY = (
        "mother, father หรือ spouse ชี้ไปยังลำดับที่ไม่มีในครัวเรือน หรือชี้ตนเอง ให้ใส่ 0 ถ้าไม่อยู่ในครัวเรือนนี้",
        "mother, father or spouse names a number that is not in the household, or the person; write 0 for nobody here",
    )
    HOUSEHOLD_APART = (
        "แถวของครัวเรือนเดียวกันไม่อยู่ติดกัน ให้เรียงแฟ้มตาม household_id",
        "the rows of a household do not stand together; sort the file by household_id",
    )
    FACT_OUTSIDE = (
        "จำนวนเงินหรือจำนวนนับอยู่นอกช่วงที่กฎหมายประกาศไว้ หรือคำตอบไม่อยู่ในตัวเลือก ให้ตรวจข้อเท็จจริงของแถวนี้",
        "an amount or a count lies outside the range that its law declares, or a choice is none of the known ones; "
        "check the facts of the row",
    )


@dataclass(frozen=True, slots=True)
class Found:
    """One kind of fault: how often it was met, and where first, as file and row (from 1)."""

    fault: Fault
    count: int
    places: tuple[tuple[str, int], ...]

    @property
    def text(self) -> Text:
        """Say it in one line."""
        where = ", ".join(f"{file}:{row}" for file, row in self.places)
        return Text(th="พบ {count} ครั้ง: {says} ({where})", en="{count} times: {says} ({where})").fill(
            count=f"{self.count:,}", says=self.fault.says, where=where
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check has met so far."""

    persons: int
    households: int
    persons_aside: int
    households_aside: int
    found: tuple[Found, ...]


_ID, _HAS_ROLE, _BORN, _MOTHER, _FATHER, _SPOUSE = (1 << bit for bit in range(6))
_FLAGS: Mapping[str, int] = MappingProxyType(
    {
        "household_id": _ID,
        "number": _ID,
        "role": _HAS_ROLE,
        "born": _BORN,
        "mother": _MOTHER,
        "father": _FATHER,
        "spouse": _SPOUSE,
    }
)
_ALL = 63
_CHECKED = ("number", "role", "mother", "father", "spouse", "born")
_NUMBERS = LARGEST_HOUSEHOLD + 1


def _flags(batch: Batch) -> npt.NDArray[np.uint8]:
    """Say in bits which of its own columns each row knows; an empty array where every row knows all."""
    flags = np.empty(0, np.uint8)
    for name, bit in _FLAGS.items():
        known = batch.known(name)
        if known is not None:
            flags = flags if flags.size else np.full(batch.persons, _ALL, np.uint8)
            flags[known == 0] &= _ALL ^ bit
    return flags


@dataclass(frozen=True, slots=True)
class Counts:
    """What a check has counted, to be added to another's: how often each fault was met, its first rows, and people in all."""

    counts: Numbers
    rows: Numbers
    seen: Numbers


class Check:
    """
    Check a population while it streams.

        check = Check(population, on=day)
        for batch in check.batches({"salary": "personal_income_tax.tax"}):
            ...                     # whole households without a fault
        check.findings              # what was set aside, and why
    """

    def __init__(self, population: Population, *, on: date, apart: Numbers | None = None) -> None:
        """
        Begin with nothing checked.

        :param apart: the households whose rows do not stand together, where that is known: of a shard it is, from the whole.
        """
        self._population = population
        self._days = ((EARLIEST_BIRTH - EPOCH).days, (on - EPOCH).days)
        self._counts = np.zeros(len(Fault), np.int64)
        self._rows = np.full((len(Fault), SHOWN_ROWS), -1, np.int64)
        self._seen = np.zeros(4, dtype=np.int64)  # persons, households, and of them aside
        self.apart = _apart(population) if apart is None else apart

    def batches(
        self,
        columns: Sequence[str] | Mapping[str, str],
        *,
        kinds: Mapping[str, Kind] | None = None,
        ahead: int = 2,
    ) -> Iterator[Batch]:
        """Read as `Population.batches` does, without the households that hold a bad row."""
        needed_by = columns if isinstance(columns, Mapping) else dict.fromkeys(columns, "batches")
        structure = {column.name: "layout" for column in STRUCTURE}
        for batch in self._population.batches(structure | dict(needed_by), kinds=kinds, ahead=ahead):
            sound = self.sound(batch)
            if sound.households:
                yield sound

    def sound(self, batch: Batch) -> Batch:
        """Keep the households of a batch that have no fault; the batch itself where none has."""
        keep = np.ones(batch.households, dtype=np.bool_)
        flags, limits = _flags(batch), (*self._days, batch.first_row)
        facts = tuple(batch.placed(name) for name in ("household_id", *_CHECKED))
        if flags.size == 0 and _is_sound(facts, limits):
            batch.stands_in_order()
        else:
            number, role, mother, father, spouse, born = (batch.values(name) for name in _CHECKED)
            rows = (number, role, mother, father, spouse, born)
            _judge(batch.offsets, rows, flags, (self._counts, self._rows), keep, limits)
        self._set_scattered_aside(batch, keep)
        sizes = np.diff(batch.offsets)
        self._seen += (batch.persons, batch.households, int(sizes[~keep].sum()), int((~keep).sum()))
        return batch.only(keep)

    def without(self, batch: Batch, outside: npt.NDArray[np.bool_]) -> Batch:
        """Leave the households out in which a fact lies outside what its law declares; the batch has been checked before."""
        for person in np.flatnonzero(outside):
            _note(self._counts, self._rows, int(Fault.FACT_OUTSIDE), batch.row_of(int(person)))
        aside = np.logical_or.reduceat(outside, batch.offsets[:-1])
        self._seen[2:] += (int(np.diff(batch.offsets)[aside].sum()), int(aside.sum()))
        return batch.only(~aside)

    @property
    def findings(self) -> Findings:
        """Say what was met so far."""
        found = tuple(
            Found(fault, int(count), tuple(self._place(row) for row in rows if row >= 0))
            for fault, count, rows in zip(Fault, self._counts, self._rows, strict=True)
            if count
        )
        persons, households, persons_aside, households_aside = (int(number) for number in self._seen)
        return Findings(persons, households, persons_aside, households_aside, found)

    @property
    def counted(self) -> Counts:
        """Give what was counted so far."""
        return Counts(self._counts, self._rows, self._seen)

    def add(self, other: Counts) -> None:
        """Add what was counted of later rows of the same population."""
        for row, (mine, theirs) in enumerate(zip(self._rows, other.rows, strict=True)):
            first = np.concatenate([mine[mine >= 0], theirs[theirs >= 0]])[:SHOWN_ROWS]
            self._rows[row, : first.size] = first
        self._counts += other.counts
        self._seen += other.seen

    def _place(self, row: int) -> tuple[str, int]:
        file, row_of_file = self._population.place_of(row)
        return file, row_of_file + 1

    def _set_scattered_aside(self, batch: Batch, keep: npt.NDArray[np.bool_]) -> None:
        ids = batch.ids
        apart = np.isin(ids, self.apart) if self.apart.size else np.zeros(ids.size, dtype=np.bool_)
        if (ids[1:] <= ids[:-1]).any():
            listed, counts = np.unique(ids, return_counts=True)
            apart |= np.isin(ids, listed[counts > 1])
        apart &= ids != NO_HOUSEHOLD  # each such row has its own fault
        for household in np.flatnonzero(apart):
            _note(self._counts, self._rows, int(Fault.HOUSEHOLD_APART), batch.first_row + int(batch.offsets[household]))
        keep &= ~apart


def _apart(population: Population) -> Numbers:
    """
    Find the households whose rows do not stand together. Where the footers show that there are none, nothing is read.

    Two passes over household_id alone. Memory grows only with the number of households that come late.
    """
    if population.is_in_order:
        return np.empty(0, np.int64)
    greatest, late = np.iinfo(np.int64).min, []
    for batch in population.batches([]):
        ids = batch.ids
        before = np.concatenate([[greatest], np.maximum.accumulate(np.maximum(ids, greatest))[:-1]])
        late.append(ids[ids <= before])
        greatest = max(greatest, int(ids.max()))
    suspected = np.unique(np.concatenate(late))
    if not suspected.size:
        return suspected
    met = np.concatenate([ids[np.isin(ids, suspected)] for ids in (batch.ids for batch in population.batches([]))])
    listed, counts = np.unique(met, return_counts=True)
    return np.asarray(listed[counts > 1])


_fast = numba.njit(cache=True, nogil=True)
_NOTHING = -1
_MISSING, _ROLE, _TWICE, _NO_HEAD, _TWO_HEADS, _AFTER, _EARLY, _LINK = (int(fault) for fault in tuple(Fault)[:8])
_KNOWN_ROLES = len(ROLES)


@_fast
def _note(counts: Numbers, rows: Numbers, fault: int, row: int) -> int:
    """Count a fault, and remember the row if it is among the first; say how many faults that is."""
    if fault == _NOTHING:
        return 0
    if counts[fault] < rows.shape[1]:
        rows[fault, counts[fault]] = row
    counts[fault] += 1
    return 1


@_fast
def _identity(known: int, number: int, role: int, here: Numbers, household: int) -> int:
    """Say what is wrong with a row's identity or role, and note its number as met in this household."""
    if known & _ID == 0 or known & _HAS_ROLE == 0 or number < 1:
        return _MISSING
    if here[number] == household:
        return _TWICE
    here[number] = household
    return _NOTHING if 0 <= role < _KNOWN_ROLES else _ROLE


@_fast
def _birth(known: int, born: int, earliest: int, latest: int) -> int:
    """Say what is wrong with a day of birth; nothing if it is not known."""
    if known & _BORN == 0 or earliest <= born <= latest:
        return _NOTHING
    return _AFTER if born > latest else _EARLY


@_fast
def _is_lost(is_known: int, link: int, number: int, here: Numbers, household: int) -> bool:
    """Say whether a link names nobody of the household, or the person."""
    return is_known != 0 and link != 0 and (link < 0 or link == number or here[link] != household)


@_fast
def _faults_of(
    rows: Rows, flags: Known, first: int, end: int, here: Numbers, household: int, tally: Tally, limits: Limits
) -> int:
    """Count and note the faults of one household, row by row."""
    number, role, mother, father, spouse, born = rows
    counts, first_rows = tally
    earliest, latest, start = limits
    faults, heads = 0, 0
    for row in range(first, end):
        known = flags[row] if flags.size else _ALL
        fault = _identity(known, number[row], role[row], here, household)
        faults += _note(counts, first_rows, fault, start + row)
        faults += _note(counts, first_rows, _birth(known, born[row], earliest, latest), start + row)
        is_head = role[row] == HEAD and known & _HAS_ROLE != 0
        heads += is_head
        faults += _note(counts, first_rows, _TWO_HEADS if is_head and heads > 1 else _NOTHING, start + row)
    faults += _note(counts, first_rows, _NOTHING if heads else _NO_HEAD, start + first)
    for row in range(first, end):
        known = flags[row] if flags.size else _ALL
        is_lost = (
            _is_lost(known & _MOTHER, mother[row], number[row], here, household)
            or _is_lost(known & _FATHER, father[row], number[row], here, household)
            or _is_lost(known & _SPOUSE, spouse[row], number[row], here, household)
        )
        faults += _note(counts, first_rows, _LINK if is_lost else _NOTHING, start + row)
    return faults


@_fast
def _is_sound(facts: tuple[Placed, ...], limits: Limits) -> bool:
    """
    Say whether no row has a fault, without a branch: most batches have none.

    Members are numbered 1, 2, 3, each number lies where it must, no link leads past its household, and each has one head.
    """
    (ids, _, _), (number, number_at, number_bits), (role, role_at, role_bits) = facts[0], facts[1], facts[2]
    (mother, mother_at, mother_bits), (father, father_at, father_bits) = facts[3], facts[4]
    (spouse, spouse_at, spouse_bits), (born, _, _) = facts[5], facts[6]
    earliest, latest, _ = limits
    faults, own, heads, farthest = 0, 0, 1, 0
    for row in range(ids.size):
        begins = row == 0 or ids[row] != ids[row - 1]
        faults += begins & ((farthest > own) | (heads != 1))  # of the household before
        own = 1 if begins else own + 1
        role_here = (role[row] >> role_at) & role_bits
        heads = (0 if begins else heads) + (role_here == HEAD)
        faults += ((number[row] >> number_at) & number_bits) != own
        faults += (role_here < 0) | (role_here >= _KNOWN_ROLES) | (born[row] < earliest) | (born[row] > latest)
        one, other = (mother[row] >> mother_at) & mother_bits, (father[row] >> father_at) & father_bits
        third = (spouse[row] >> spouse_at) & spouse_bits
        faults += (one == own) | (other == own) | (third == own) | (min(one, other, third) < 0)
        farthest = max(0 if begins else farthest, one, other, third)
    return faults + (farthest > own) + (heads != 1) == 0


@_fast
def _judge(
    offsets: Offsets, rows: Rows, flags: Known, tally: Tally, keep: npt.NDArray[np.bool_], limits: Limits
) -> None:
    """Judge each household of a batch; one with any fault is not kept."""
    here = np.zeros(_NUMBERS, dtype=np.int64)  # the household in which a number was met last, counted from 1
    for household in range(1, offsets.size):
        first, end = offsets[household - 1], offsets[household]
        keep[household - 1] = _faults_of(rows, flags, first, end, here, household, tally, limits) == 0
