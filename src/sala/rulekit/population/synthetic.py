"""
Make a population of Thailand that is nobody's: people drawn so that their totals come close to published ones.

It shows what a law costs and whom it reaches, as far as the published totals tell; it is no data about anyone. Same seed, same
day and same number of persons give the same bytes (with the same versions of numpy, numba and pyarrow). Every shard is drawn
from its own stream, so that any machine of a cluster can make any of them alone.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from sala.kernel.bilingual import Text

from .chances import Facts, Households, facts_of, households_of
from .demography import demography_of
from .drawing import FIELDS, HOUSEHOLD_WORDS, PERSON_WORDS, make_households
from .families import give_family_facts
from .giving import give_facts
from .layout import EPOCH, FACTS, KNOWN, ROWS_PER_GROUP, STRUCTURE, WRITING, About
from .packing import pack, packed_schema
from .published import THAILAND, Published, read_published

SAYS = Text(
    th="ประชากรสังเคราะห์ ไม่ใช่ข้อมูลของบุคคลใด สร้างด้วยการสุ่มให้ยอดรวมใกล้เคียงสถิติที่เผยแพร่ตามแหล่งที่มาที่ระบุ",
    en="A synthetic population: nobody in it is real. It was drawn so that its totals come close to the published ones "
    "that its sources name",
)
_IDS_OF_A_SHARD = 1 << 20

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What every shard of one population is made from. It can be sent to another process."""

    persons: int
    seed: int
    on: date
    about: About
    households: Households
    facts: Facts

    @property
    def shards(self) -> int:
        """Count the shards; each is one row group."""
        return -(-self.persons // ROWS_PER_GROUP)


def plan_population(*, persons: int, seed: int, on: date, published: Published | None = None) -> Plan:
    """
    Fit the tables that a population of so many persons is drawn from. Half a second, whatever the number.

    :param on: the day on which the ages are counted.
    """
    published = published or read_published(THAILAND)
    demography = demography_of(published)
    about = About(
        synthetic=True,
        seed=seed,
        on=on,
        represents=published.registered,
        says=SAYS,
        sources=tuple(source.en for source in published.sources),
        choices={column.name: column.choices for column in KNOWN.values() if column.choices},
    )
    return Plan(persons, seed, on, about, households_of(published, demography), facts_of(published, demography))


def make_shard(plan: Plan, shard: int) -> pa.RecordBatch:
    """Make one shard of a population alone, as it stands in a file: whole households, the same whichever machine makes it."""
    persons = min(ROWS_PER_GROUP, plan.persons - shard * ROWS_PER_GROUP)
    stream = np.random.Philox(key=np.array([plan.seed, shard], dtype=np.uint64))
    by_household = stream.random_raw(HOUSEHOLD_WORDS * persons)
    by_person = stream.random_raw(PERSON_WORDS * persons)
    drawn = make_households(persons, plan.households, by_household, by_person, (plan.on - EPOCH).days)
    people = dict(zip(FIELDS, drawn, strict=True))
    columns = people | give_facts(people, plan.facts, by_person)
    columns |= give_family_facts(people, columns)
    columns["household_id"] = people["household"].astype(np.int64) + (shard * _IDS_OF_A_SHARD + 1)
    schema = packed_schema(STRUCTURE + FACTS, plan.about)
    stored = pack({column.name: columns[column.name] for column in STRUCTURE + FACTS})
    return pa.RecordBatch.from_arrays([_array(stored[field.name], field.type) for field in schema], schema=schema)


def write_population(path: Path, *, persons: int, seed: int, on: date, progress: Progress | None = None) -> Plan:
    """
    Write a synthetic population as one file. Memory is a few shards, whatever the number of persons.

    :param progress: is told after each shard how many persons are written, and of how many.
    """
    plan = plan_population(persons=persons, seed=seed, on=on)
    unfinished = path.with_name(path.name + ".part")
    done = 0
    with pq.ParquetWriter(unfinished, packed_schema(STRUCTURE + FACTS, plan.about), **WRITING) as writer:
        for shard in _made_ahead(plan):
            writer.write_batch(shard, row_group_size=ROWS_PER_GROUP)
            done += shard.num_rows
            if progress is not None:
                progress(done, persons)
    unfinished.replace(path)
    return plan


def _made_ahead(plan: Plan) -> Iterator[pa.RecordBatch]:
    """Make the next shard while one is written."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="synthetic") as pool:
        following = pool.submit(make_shard, plan, 0)
        for shard in range(1, plan.shards + 1):
            made = following.result()
            if shard < plan.shards:
                following = pool.submit(make_shard, plan, shard)
            yield made


def _array(values: npt.NDArray[Any], wanted: pa.DataType) -> pa.Array:
    """Hand a column to Arrow in its type; a day is stored as the number that it is."""
    if pa.types.is_date32(wanted):
        return pa.array(values, type=pa.int32()).cast(wanted)
    return pa.array(values.astype(wanted.to_pandas_dtype()), type=wanted)
