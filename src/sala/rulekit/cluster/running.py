"""
Do one piece of work on every shard of a population, each wherever the cluster has room.

What travels is the work and the shards' addresses, by Spark's own closures: a machine needs this package and the storage, nothing
of a repository. A machine that is lost loses its share alone: Spark gives it to another, and counts each share once.
"""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from typing import Any, TypeVar

import pyarrow as pa
from py4j.protocol import Py4JError
from pyspark import SparkContext
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from sala.kernel.errors import SalaError
from sala.rulekit.population.sharding import Shard

from .errors import WorkFailed

Answer = TypeVar("Answer")
Work = Callable[[Shard], Answer]
Progress = Callable[[int, int], None]

_SCHEMA = "number long, answer binary, refusal binary"
_LOOK_EVERY_SECONDS = 0.2
_numbers = count(1)


def compute(session: SparkSession, work: Work[Answer], shards: Sequence[Shard], progress: Progress) -> list[Answer]:
    """
    Give the work's answer for each shard, in the shards' order.

    :param work: can be sent to another machine, and so can its answers.
    :param progress: told how many shards are done, of how many.
    :raises SalaError: the work refused a shard; of several refusals, that of the first shard.
    :raises WorkFailed: a shard failed as often as Spark tries.
    """
    if not shards:
        return []
    context = session.sparkContext
    group = f"sala-{next(_numbers)}"
    asked = session.range(0, len(shards), 1, len(shards)).mapInArrow(_on_worker(work, tuple(shards)), _SCHEMA)

    def collect() -> pa.Table:
        context.setJobGroup(group, "sala simulate", interruptOnCancel=True)
        return asked.toArrow()

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="cluster") as pool:
        collected = pool.submit(collect)
        try:
            _watch(collected, context, group, len(shards), progress)
        finally:
            if not collected.done():
                context.cancelJobGroup(group)
        return _answers(collected, len(shards))


def _on_worker(work: Work[Answer], shards: tuple[Shard, ...]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[Any]]:
    def answers(asked: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in asked:
            for number in batch.column(0).to_pylist():
                yield _answer(work, shards[number], number)

    return answers


def _answer(work: Work[Answer], shard: Shard, number: int) -> pa.RecordBatch:
    """Work on one shard. A refusal is an answer too: trying again would change nothing."""
    answer, refusal = None, None
    try:
        answer = zlib.compress(pickle.dumps(work(shard)), 1)  # totals are mostly small numbers
    except SalaError as error:
        refusal = pickle.dumps((type(error), error.values))
    columns = [pa.array([number], pa.int64()), pa.array([answer], pa.binary()), pa.array([refusal], pa.binary())]
    return pa.record_batch(columns, names=["number", "answer", "refusal"])


def _watch(collected: "Future[pa.Table]", context: SparkContext, group: str, shards: int, progress: Progress) -> None:
    """Tell how far the cluster is until it is done."""
    told = -1
    while not wait([collected], timeout=_LOOK_EVERY_SECONDS).done:
        done = min(shards, _count_done(context, group))
        if done != told:
            progress(done, shards)
            told = done
    if collected.exception() is None and told != shards:
        progress(shards, shards)


def _count_done(context: SparkContext, group: str) -> int:
    tracker = context.statusTracker()
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup(group)]
    stages = [tracker.getStageInfo(stage) for job in jobs if job is not None for stage in job.stageIds]
    return sum(stage.numCompletedTasks for stage in stages if stage is not None)


def _answers(collected: "Future[pa.Table]", shards: int) -> list[Any]:
    try:
        table = collected.result().sort_by("number")
    except (PySparkException, Py4JError) as problem:
        raise WorkFailed(why=_last_line(str(problem))) from problem
    for refusal in table["refusal"].drop_null():
        kind, values = pickle.loads(refusal.as_buffer())  # noqa: S301  written by `_answer`, on our own cluster
        raise kind(**values)
    if table["number"].to_pylist() != list(range(shards)):
        raise WorkFailed(why=f"{table.num_rows}/{shards}")
    return [pickle.loads(zlib.decompress(answer.as_buffer())) for answer in table["answer"]]  # noqa: S301  as above


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.split("JVM stacktrace")[0].splitlines()]
    return next((line for line in reversed(lines) if line), text)
