"""The synthetic population of Thailand as a measurement needs it: written once for each size, and kept."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sala.rulekit import population
from sala.rulekit.population.batches import Batch
from sala.rulekit.population.reading import Population
from sala.rulekit.population.synthetic import write_population

from .environments import kept
from .household import ON

SEED = 2568


def written(persons: int) -> Path:
    """Give a file of so many people; write it first where the size, or what makes people, is new."""
    sources = sorted(path for path in Path(population.__file__).parent.iterdir() if path.suffix in (".py", ".yaml"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    return kept(
        f"thailand-{persons}-{digest}.parquet",
        lambda path: write_population(path, persons=persons, seed=SEED, on=ON),
    )


def written_plainly(persons: int) -> Path:
    """Give the same people in a file where each fact has a column of its own, as rivals read them; nothing is compressed."""
    packed = written(persons)

    def write(path: Path) -> None:
        people = Population.open(packed)
        with pq.ParquetWriter(path, people.schema, compression="none") as writer:
            for batch in people.batches(people.schema.names):
                columns = [_plain(batch, one) for one in people.schema]
                writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=people.schema))

    return kept(f"{packed.stem}-plain.parquet", write)


def _plain(batch: Batch, one: pa.Field) -> pa.Array:
    values = batch.values(one.name)
    if pa.types.is_boolean(one.type):
        return pa.array(values != 0)
    return (
        pa.array(values).cast(pa.int32()).view(one.type)
        if pa.types.is_date(one.type)
        else pa.array(values).cast(one.type)
    )
