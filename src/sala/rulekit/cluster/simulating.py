"""Simulate a nation on a cluster: each shard is counted as one machine counts a population, and the counts are added up here."""

import pickle
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles

from ..law import Law
from ..nation.asking import Plan
from ..nation.groups import Groups
from ..nation.results import Result
from ..nation.running import Counter, Progress, counted
from ..nation.totals import Numbers, Totals
from ..population.checking import Check, Counts
from ..population.layout import About
from ..population.packing import Packing
from ..population.reading import Population
from ..population.sharding import Shard, open_shard, shards_of
from .running import compute
from .session import connected

SHARDS_OF_A_CORE = (
    2  # each answers with its totals: more would be more to carry, fewer would leave cores idle at the end
)
LEAST_SHARDS = 16


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every machine is told: the question, and what only the whole population tells."""

    laws: Mapping[str, Law]
    plan: Plan
    about: About
    schema: pa.Schema
    packed: Packing
    groups: Groups
    apart: Numbers
    cache: Path | None


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a shard comes to: the totals of each rule, and what was set aside."""

    totals: list[Totals]
    checked: Counts


@dataclass(frozen=True, slots=True)
class _Count:
    """The work. What it is told stands in bytes, by which a machine knows again what it has prepared already."""

    told: bytes

    def __call__(self, shard: Shard) -> _Counted:
        asked, counter = _prepared(self.told)
        part = open_shard(shard)
        check = Check(part, on=asked.plan.on, apart=asked.apart)
        totals = counter.empty()
        for batch in check.batches(counter.columns, ahead=1):
            _add(totals, counted(counter, check, batch, counter.count(batch)))
        return _Counted(totals, check.counted)


def simulate(
    laws: Mapping[str, Law],
    plan: Plan,
    population: Population,
    *,
    progress: Progress | None = None,
    cache: Path | None = None,
) -> Result:
    """
    Work out a plan for everyone, on the cluster that this machine's Spark is set up for.

    All that can be refused before anyone is counted is refused here, before anything is sent.

    :param progress: is told how many persons are done, of how many, as shards come to their end.
    :param cache: a folder that keeps compiled kernels; a machine that does not have it keeps its own until Spark ends.
    :raises ClusterNotReached: Spark does not start.
    :raises WorkFailed: a shard failed wherever it was tried.
    """
    begun = time.monotonic()
    counter = Counter(laws, plan, population, cache)
    check = Check(population, on=plan.on)
    population.require(counter.columns, {})
    asked = _Asked(
        laws={name: replace(law) for name, law in laws.items()},  # without what a law keeps once it has been asked
        plan=plan,
        about=population.about,
        schema=population.schema,
        packed=dict(population.packed),
        groups=counter.groups,
        apart=check.apart,
        cache=cache.resolve() if cache else None,
    )

    def told(done: int, shards: int) -> None:
        if progress is not None:
            progress(population.persons * done // shards, population.persons)

    with connected() as session:
        at_most = max(LEAST_SHARDS, SHARDS_OF_A_CORE * session.sparkContext.defaultParallelism)
        shards = shards_of(population, at_most=at_most)
        counted = compute(session, _Count(pickle.dumps(asked)), shards, told)
    totals = counter.empty()
    for one in counted:
        _add(totals, one.totals)
        check.add(one.checked)
    return counter.result(totals, check, time.monotonic() - begun)


def _add(totals: list[Totals], others: list[Totals]) -> None:
    for mine, theirs in zip(totals, others, strict=True):
        mine.merge(theirs)


@lru_cache(maxsize=1)
def _prepared(told: bytes) -> tuple[_Asked, Counter]:
    """Prepare a machine's Python to count: the kernel is found in the folder, or compiled."""
    asked: _Asked = pickle.loads(told)  # noqa: S301  from `simulate`, by Spark's own way
    folder = asked.cache if asked.cache is not None and asked.cache.is_dir() else Path(SparkFiles.getRootDirectory())
    whole = Population(asked.about, asked.schema, asked.packed, 0, "", ())
    return asked, Counter(asked.laws, asked.plan, whole, folder, asked.groups)
