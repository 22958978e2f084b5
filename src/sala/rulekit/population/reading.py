"""
Read a population as a stream of whole households, in memory that does not grow with the nation.

    population = Population.open(path)
    for batch in population.batches(["salary", "province"]):
        salary = batch.values("salary")          # int64 satang, one for each person
        for household in range(batch.households):
            members = slice(batch.offsets[household], batch.offsets[household + 1])

A fact has its own name and type however its file stores it; one that stands packed (`packing`) is unpacked when it is asked for.
The next row groups are decoded while one is computed with. A file by someone else whose row groups split a household is
read as rightly as ours: the tail of a group waits for the next.
"""

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq

from .batches import Batch, ids_of, offsets_of
from .errors import ColumnHasWrongType, ColumnMissing, HouseholdTooLarge, NotAPopulation, PopulationNotFound
from .layout import KNOWN, LARGEST_HOUSEHOLD, STRUCTURE, About, Kind
from .packing import Packing, packing_of, unpacked_schema
from .storage import Place, Where


@dataclass(frozen=True, slots=True)
class RowGroup:
    """One row group of one file, not yet read."""

    file: Place
    number: int
    first_row: int
    first_row_of_file: int
    footer: pq.FileMetaData
    packed: Packing

    @property
    def rows(self) -> int:
        """Count its rows."""
        return int(self.footer.row_group(self.number).num_rows)

    @property
    def ids(self) -> tuple[int, int] | None:
        """Give the least and the greatest household_id, if the footer says."""
        group = self.footer.row_group(self.number)
        column = group.column(self.footer.schema.names.index("household_id"))
        told = column.statistics
        return (told.min, told.max) if told is not None and told.has_min_max and not told.null_count else None

    def read(self, names: Sequence[str], kinds: Mapping[str, Kind]) -> Batch:
        """Decode the columns in which these facts stand, each with its own fact in the type its kind is computed with."""
        stored = list(dict.fromkeys(self.packed[name].column if name in self.packed else name for name in names))
        with self.file.open() as source, pq.ParquetFile(source, metadata=self.footer) as file:
            table = file.read_row_group(self.number, columns=stored, use_threads=False).select(stored)
        arrays = [
            _as_computed(column.combine_chunks(), name, kinds.get(name), self.file)
            for name, column in zip(stored, table.columns, strict=True)
        ]
        batch = pa.RecordBatch.from_arrays(arrays, names=stored)
        return Batch(batch, offsets_of(ids_of(batch)), self.first_row, self.packed)


def _as_computed(column: pa.Array, name: str, kind: Kind | None, file: Place) -> pa.Array:
    if kind is None or column.type == kind.type:
        return column
    try:
        return column.cast(kind.type)
    except pa.ArrowInvalid as problem:
        given = f"{column.type}: {problem}"
        raise ColumnHasWrongType(
            file=file.name, column=name, needed_by="layout", given=given, wanted=kind.type
        ) from problem


@dataclass(frozen=True, slots=True)
class Population:
    """
    A population on disk, described and not yet read.

    `schema` has a field for each fact, nullable where any file may hold a null; `packed` says where facts stand in the first file.
    """

    about: About
    schema: pa.Schema
    packed: Packing
    persons: int
    place: str
    groups: tuple[RowGroup, ...]

    @classmethod
    def open(cls, where: Where) -> "Population":
        """
        Open a file, or a folder whose files follow one another by name. Reads the footers only.

        :raises PopulationNotFound: there is nothing there.
        :raises NotAPopulation: a file is not Parquet.
        """
        place = Place.of(where)
        files = place.files()
        if not files:
            raise PopulationNotFound(file=place.name)
        footers = [(file, read_footer(file)) for file in files]
        return cls.of(place.name, footers[0][1], tuple(row_groups_of(footers)))

    @classmethod
    def of(cls, name: str, footer: pq.FileMetaData, groups: tuple[RowGroup, ...]) -> "Population":
        """Describe row groups that follow one another, by the footer of their first file."""
        stored = footer.schema.to_arrow_schema()
        packed = packing_of(name, stored)
        schema = unpacked_schema(stored, packed)
        of_files = {group.file: group for group in groups}.values()
        files = [unpacked_schema(one.footer.schema.to_arrow_schema(), one.packed) for one in of_files]
        nullable = {field.name for file in files for field in file if field.nullable}
        fields = [field.with_nullable(field.name in nullable) for field in schema]
        schema = pa.schema(fields, metadata=schema.metadata)
        opened = cls(About.of(schema.metadata), schema, packed, sum(group.rows for group in groups), name, groups)
        opened.require({column.name: "layout" for column in STRUCTURE}, {})
        return opened

    def require(self, needed_by: Mapping[str, str], kinds: Mapping[str, Kind]) -> None:
        """
        Make sure that every file has each column, in a type that can be read without a guess.

        :param needed_by: the columns, each with the name of the rule or the part that needs it.
        :param kinds: what a column that the layout does not know must hold.
        :raises ColumnMissing: a file has no such column.
        :raises ColumnHasWrongType: a column is of another type.
        """
        for file, group in {group.file: group for group in self.groups}.items():
            given = unpacked_schema(group.footer.schema.to_arrow_schema(), group.packed)
            for name, needer in needed_by.items():
                kind = kinds.get(name) or (KNOWN[name].kind if name in KNOWN else None)
                _require(file, given, name, needer, kind)

    def batches(
        self,
        columns: Sequence[str] | Mapping[str, str],
        *,
        kinds: Mapping[str, Kind] | None = None,
        ahead: int = 2,
    ) -> Iterator[Batch]:
        """
        Read these columns, and `household_id` with them, row group by row group, whole households at a time.

        :param columns: their names, or their names with the rule that needs each, for the error to name.
        :param kinds: what a column that the layout does not know holds; where neither says, it comes as it stands.
        :param ahead: how many row groups are decoded, each in a thread of its own, while one is computed with.
        :raises HouseholdTooLarge: one household has more rows than a member's number can count.
        """
        names = list(dict.fromkeys(["household_id", *columns]))
        known = {name: KNOWN[name].kind for name in names if name in KNOWN} | dict(kinds or {})
        needed_by = columns if isinstance(columns, Mapping) else dict.fromkeys(columns, "batches")
        self.require(needed_by, known)
        held: Batch | None = None
        for batch in self._decoded(names, known, ahead):
            if held is not None and held.columns["household_id"][-1] == batch.columns["household_id"][0]:
                whole, batch = _joined(held, batch, names)
                if whole.households:
                    yield whole
            elif held is not None:
                yield held
            held = batch
        if held is not None:
            yield held

    @property
    def weight(self) -> Fraction:
        """Say how many people each person stands for."""
        return Fraction(self.about.represents or self.persons, self.persons)

    @property
    def digest(self) -> str:
        """Name this very population by what the footers of its files tell: where, how large, how each column is stored."""
        told = hashlib.sha256(self.place.encode())
        for group in self.groups:
            row_group = group.footer.row_group(group.number)
            sizes = [row_group.column(number).total_compressed_size for number in range(row_group.num_columns)]
            told.update(repr((group.file.name, group.ids, group.rows, sizes)).encode())
        return told.hexdigest()[:32]

    @property
    def is_in_order(self) -> bool:
        """Say whether the footers show that no household of one row group comes again after the next; False if they do not say."""
        ranges = [group.ids for group in self.groups]
        return all(
            before is not None and after is not None and before[1] <= after[0] for before, after in pairwise(ranges)
        )

    def place_of(self, row: int) -> tuple[str, int]:
        """Say in which file, and in which row of it, a row of the population stands; both count from 0."""
        group = next(each for each in reversed(self.groups) if each.first_row <= row)
        return group.file.name, row - group.first_row_of_file

    def _decoded(self, names: Sequence[str], kinds: Mapping[str, Kind], ahead: int) -> Iterator[Batch]:
        with ThreadPoolExecutor(max_workers=ahead, thread_name_prefix="population") as pool:
            running: deque[Future[Batch]] = deque()
            try:
                for group in self.groups:
                    running.append(pool.submit(group.read, names, kinds))
                    if len(running) > ahead:
                        yield running.popleft().result()
                while running:
                    yield running.popleft().result()
            finally:
                for future in running:
                    future.cancel()


def read_footer(file: Place) -> pq.FileMetaData:
    """
    Read what a file says of its row groups.

    :raises NotAPopulation: it is not Parquet.
    """
    try:
        with file.open() as source:
            return pq.read_metadata(source)
    except pa.ArrowInvalid as problem:
        raise NotAPopulation(file=file.name) from problem


def row_groups_of(files: Sequence[tuple[Place, pq.FileMetaData]], row: int = 0) -> Iterator[RowGroup]:
    """List the row groups of files that follow one another; `row` is the row of the population at which the first begins."""
    for file, footer in files:
        first_row_of_file = row
        packed = packing_of(file.name, footer.schema.to_arrow_schema())
        for number in range(footer.num_row_groups):
            if rows := footer.row_group(number).num_rows:
                yield RowGroup(file, number, row, first_row_of_file, footer, packed)
                row += rows


def _require(file: Place, given: pa.Schema, name: str, needed_by: str, kind: Kind | None) -> None:
    if name not in given.names:
        raise ColumnMissing(file=file.name, column=name, needed_by=needed_by, known=", ".join(given.names))
    found = given.field(name).type
    if kind is not None and not kind.accepts(found):
        raise ColumnHasWrongType(file=file.name, column=name, needed_by=needed_by, given=found, wanted=kind.type)


def _joined(held: Batch, following: Batch, names: Sequence[str]) -> tuple[Batch, Batch]:
    """Move the last household of one batch to the head of the next, where it goes on."""
    if held.packed != following.packed or held.columns.schema != following.columns.schema:
        held, following = held.unpacked(names), following.unpacked(names)
    last = int(held.offsets[-2])
    whole = Batch(held.columns.slice(0, last), held.offsets[:-1], held.first_row, held.packed)
    parts = [held.columns.slice(last), following.columns]
    columns = pa.Table.from_batches(parts).combine_chunks().to_batches()[0]
    joined = Batch(columns, offsets_of(ids_of(columns)), held.first_row + last, held.packed)
    if int(joined.offsets[1]) > LARGEST_HOUSEHOLD:
        raise HouseholdTooLarge(household=columns[0][0], rows=int(joined.offsets[1]), most=LARGEST_HOUSEHOLD)
    return whole, joined
