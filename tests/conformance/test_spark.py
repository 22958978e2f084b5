"""The cluster, on Apache Spark itself: both kinds that fit on one machine, everything on loopback."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from sala.rulekit.cluster.errors import WorkFailed
from sala.rulekit.population.errors import NotAPopulation
from sala.rulekit.population.reading import Population
from sala.rulekit.population.sharding import Shard, open_shard, shards_of
from sala.rulekit.population.tests.writing import family, write

from .spark_machines import LOCAL_CLUSTER, Machines, end_at_once, environment_of, standalone

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.conformance

if shutil.which("java") is None:
    pytest.skip("Apache Spark needs Java, and this machine has none (make system-packages)", allow_module_level=True)
pyspark = pytest.importorskip("pyspark", reason="the extra spark is not installed (make conformance)")


@pytest.fixture(scope="module", params=["local-cluster", "standalone"])
def machines(request: pytest.FixtureRequest) -> Iterator[Machines]:
    """Run a cluster, and have this process's Spark work on it. Logs are kept in var/."""
    folder = ROOT / "var" / "test" / "spark" / request.param
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    environment = environment_of(folder)
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for name, value in environment.items():
            patch.setenv(name, value)
        machines = Machines(LOCAL_CLUSTER)
        if request.param == "standalone":
            machines = stack.enter_context(standalone(Path(pyspark.__file__).parent, folder, environment))
        stack.callback(_session(machines.address).stop)
        yield machines


def _session(master: str) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("sala-test")
    for name, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.executor.memory": "1g",
        "spark.ui.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def test_every_shard_is_worked_on_once_and_answers_come_in_order(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connect

    rows = [row for household in range(30) for row in family(household)]
    population = Population.open(write(tmp_path / "p.parquet", rows, rows_per_group=5))
    shards = shards_of(population, at_most=6)
    told: list[tuple[int, int]] = []

    def first_households(shard: Shard) -> list[int]:
        return [int(batch.ids[0]) for batch in open_shard(shard).batches([])]

    answers = compute(connect(), first_households, shards, lambda done, of: told.append((done, of)))

    assert [household for answer in answers for household in answer] == sorted({row // 3 for row in range(0, 90, 5)})
    assert told[-1] == (6, 6)


def test_what_the_work_refuses_is_refused_here_in_the_same_words(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connect

    path = write(tmp_path / "p.parquet", family(1))
    shards = shards_of(Population.open(path), at_most=1)
    path.write_text("no longer Parquet")

    with pytest.raises(NotAPopulation, match=r"p\.parquet"):
        compute(connect(), open_shard, shards, lambda done, of: None)


def test_work_that_fails_everywhere_is_told_with_its_reason(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connect

    shards = shards_of(Population.open(write(tmp_path / "p.parquet", family(1))), at_most=1)

    with pytest.raises(WorkFailed, match="ZeroDivisionError"):
        compute(connect(), lambda shard: 1 // 0, shards, lambda done, of: None)


def test_a_worker_that_dies_at_work_loses_nothing_and_nobody_counts_twice(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connect

    if not machines.workers:
        pytest.skip("the workers of a local cluster are not processes of their own")
    rows = [row for household in range(30) for row in family(household)]
    shards = shards_of(Population.open(write(tmp_path / "p.parquet", rows, rows_per_group=3)), at_most=30)
    living = list(machines.workers)

    def slowly(shard: Shard) -> int:
        time.sleep(0.3)
        return open_shard(shard).persons

    def end_one(done: int, of: int) -> None:
        if done >= 3 and len(living) == 2:
            end_at_once(living.pop())

    answers = compute(connect(), slowly, shards, end_one)

    assert len(living) == 1
    assert answers == [3] * 30
