"""The cluster, on Apache Spark itself: both kinds that fit on one machine, everything on loopback."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sala.rulekit import Law, load_laws, nation
from sala.rulekit.cluster.errors import WorkFailed
from sala.rulekit.form import RuleId
from sala.rulekit.population.errors import NotAPopulation
from sala.rulekit.population.reading import Population
from sala.rulekit.population.sharding import Shard, open_shard, shards_of
from sala.rulekit.population.synthetic import write_population
from sala.rulekit.population.tests.writing import family, write
from sala.rulekit.reforms import parse_reform

from .spark_machines import LOCAL_CLUSTER, Machines, end_at_once, environment_of, standalone

ROOT = Path(__file__).parents[2]
ON = date(2025, 12, 31)
PERSONS, ROWS_PER_GROUP = 200_000, 10_000
RULES = (
    RuleId("personal_income_tax", "tax"),
    RuleId("old_age_allowance", "monthly"),
    RuleId("newborn_grant", "monthly"),
    RuleId("household_net", "net"),
)
REFORM = """
schema: 1
name: {th: ค่าลดหย่อนส่วนตัวเก้าหมื่นบาท, en: An allowance of 90 000 baht for the taxpayer}
changes:
  - {parameter: personal_income_tax.self_allowance, from: 2025-01-01, value: 90000}
"""

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


@dataclass(frozen=True)
class Thailand:
    """Made-up people, what is asked about them, and what one machine answers."""

    laws: dict[str, Law]
    plan: nation.Plan
    people: Path

    def simulate(
        self, engine: Literal["local", "spark"], progress: Callable[[int, int], None] | None = None
    ) -> nation.Result:
        """Ask an engine."""
        population = Population.open(self.people.as_uri())
        return nation.simulate(self.laws, self.plan, population, engine=engine, progress=progress)

    @cached_property
    def here(self) -> nation.Result:
        """Ask one machine."""
        return self.simulate("local")


@pytest.fixture(scope="module")
def thailand(tmp_path_factory: pytest.TempPathFactory) -> Thailand:
    """Make up people in row groups of which some split a household, and a household of which one row lies apart; and a reform."""
    folder, laws = tmp_path_factory.mktemp("people"), load_laws(ROOT / "thailand" / "laws")
    write_population(folder / "whole.parquet", persons=PERSONS, seed=1, on=ON)
    table = pq.read_table(folder / "whole.parquet")
    people = folder / "ประชากร ทดสอบ.parquet"
    pq.write_table(pa.concat_tables([table, table.slice(0, 1)]), people, row_group_size=ROWS_PER_GROUP)
    reform = parse_reform(REFORM, laws, name="self-allowance")
    return Thailand(laws, nation.Plan(RULES, ON, (reform,), ("province", "income_decile")), people)


def test_a_nation_comes_to_the_same_satang_as_on_one_machine(machines: Machines, thailand: Thailand) -> None:
    told: list[tuple[int, int]] = []

    there = thailand.simulate("spark", lambda done, of: told.append((done, of)))

    assert there.cells(("province", "income_decile")) == thailand.here.cells(("province", "income_decile"))
    assert there.set_aside == thailand.here.set_aside
    assert [found.count for found in there.set_aside.found] == [2]
    assert told[-1] == (PERSONS + 1, PERSONS + 1)
    assert sum(cell.gain for cell in there.cells() if cell.rule == RULES[-1]) > 0


def test_every_shard_is_worked_on_once_and_answers_come_in_order(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connected

    rows = [row for household in range(30) for row in family(household)]
    population = Population.open(write(tmp_path / "p.parquet", rows, rows_per_group=5))
    shards = shards_of(population, at_most=6)
    told: list[tuple[int, int]] = []

    def first_households(shard: Shard) -> list[int]:
        return [int(batch.ids[0]) for batch in open_shard(shard).batches([])]

    with connected() as session:
        answers = compute(session, first_households, shards, lambda done, of: told.append((done, of)))

    assert [household for answer in answers for household in answer] == sorted({row // 3 for row in range(0, 90, 5)})
    assert told[-1] == (6, 6)


def test_what_the_work_refuses_is_refused_here_in_the_same_words(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connected

    path = write(tmp_path / "p.parquet", family(1))
    shards = shards_of(Population.open(path), at_most=1)
    path.write_text("no longer Parquet")

    with connected() as session, pytest.raises(NotAPopulation, match=r"p\.parquet"):
        compute(session, open_shard, shards, lambda done, of: None)


def test_work_that_fails_everywhere_is_told_with_its_reason(machines: Machines, tmp_path: Path) -> None:
    from sala.rulekit.cluster.running import compute
    from sala.rulekit.cluster.session import connected

    shards = shards_of(Population.open(write(tmp_path / "p.parquet", family(1))), at_most=1)

    with connected() as session, pytest.raises(WorkFailed, match="ZeroDivisionError"):
        compute(session, lambda shard: 1 // 0, shards, lambda done, of: None)


def test_a_worker_that_dies_at_work_changes_no_total(machines: Machines, thailand: Thailand) -> None:
    if not machines.workers:
        pytest.skip("the workers of a local cluster are not processes of their own")
    living = list(machines.workers)

    def end_one(done: int, of: int) -> None:
        if len(living) == 2 and done < of:
            end_at_once(living.pop())

    there = thailand.simulate("spark", end_one)

    assert len(living) == 1
    assert there.cells() == thailand.here.cells()
    assert there.set_aside == thailand.here.set_aside
