"""Counting a simulation as the worker does: over a small synthetic population, to its end, its failure or its deletion."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pytest_django import Settings
from tests.cast import Acting, forget_jobs, work_off_queue

from sala.domains.law import public as law
from sala.infra.problems import Fault
from sala.kernel.money import Baht

from .. import tasks
from ..logic import counting

ALLOWANCE = "personal_income_tax.self_allowance"
LADDER = "old_age_allowance.monthly_ladder"
TAX = "personal_income_tax.tax"
MONTHLY = "old_age_allowance.monthly"
PERSONS = 6000

Starts = Callable[[], law.Simulation]
Finds = Callable[[law.Simulation], law.Simulation]
Counts = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the population is kept once it is made."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(autouse=True)
def small(settings: Settings, folder: Path) -> None:
    """Count over a few thousand persons."""
    settings.VAR = folder
    settings.SALA = replace(settings.SALA, population=PERSONS)


@pytest.fixture
def starts(transactional_db: None, acting: Acting, today: datetime) -> Starts:
    """Ask for two options: a higher allowance, and with it a higher first step of the ladder."""
    forget_jobs()

    def start() -> law.Simulation:
        numbers = {each.name: each for each in law.list_numbers(rules=[MONTHLY], on=today.date())}
        rows = law.as_typed(numbers[LADDER].now.value, "th").rows
        higher = law.read_typed(law.Typed(rows=(("60", "1000"), *rows[1:]), below="0"), numbers[LADDER])
        with acting("policy-maker") as by:
            return law.start_simulation(
                asked=uuid4(),
                name="",
                rules=[TAX, MONTHLY],
                from_=today.date(),
                alternatives=[{ALLOWANCE: Baht.of(80000)}, {ALLOWANCE: Baht.of(80000), LADDER: higher}],
                by=by,
                at=today,
            )

    return start


@pytest.fixture
def finds(acting: Acting) -> Finds:
    """Look at a simulation again."""

    def find(simulation: law.Simulation) -> law.Simulation:
        with acting("policy-maker") as by:
            return law.get_simulation(simulation=simulation.id, by=by)

    return find


def findings_of(simulation: law.Simulation) -> law.Findings:
    assert simulation.findings is not None, simulation.failure
    return simulation.findings


def test_the_worker_counts_what_was_asked(starts: Starts, finds: Finds) -> None:
    started = starts()

    work_off_queue()

    found = finds(started)
    findings = findings_of(found)
    tax, allowance = (findings.effect(rule=rule, alternative=2) for rule in (TAX, MONTHLY))
    assert (found.state, findings.population.persons, findings.population.set_aside) == ("done", PERSONS, 0)
    assert findings.effect(rule=MONTHLY, alternative=1).cost == 0
    assert tax.cost > 0 and tax.better > 0 == tax.worse
    assert allowance.cost > 0 and allowance.better > 0 == allowance.worse
    assert allowance.error is not None and 0 < allowance.error < allowance.cost
    assert findings.releases.keys() == {"personal_income_tax", "old_age_allowance"}


@pytest.mark.parametrize("by", ["province", "income_decile", "age_band"])
def test_the_groups_of_a_division_add_up_to_the_nation(starts: Starts, finds: Finds, by: law.Grouping) -> None:
    started = starts()

    work_off_queue()

    findings = findings_of(finds(started))
    nation = findings.effect(rule=TAX, alternative=1)
    groups = findings.groups(rule=TAX, alternative=1, by=by)
    assert sum(each.cost for each in groups) == pytest.approx(nation.cost, abs=len(groups))
    assert sum(each.better for each in groups) == pytest.approx(nation.better, abs=len(groups))


def test_the_second_simulation_counts_over_the_same_people(starts: Starts, finds: Finds, folder: Path) -> None:
    first, second = starts(), starts()

    work_off_queue()

    assert findings_of(finds(first)).effects == findings_of(finds(second)).effects
    assert len(list((folder / "populations").glob("synthetic-*.parquet"))) == 1


def test_a_job_that_runs_again_changes_nothing(starts: Starts, finds: Finds) -> None:
    started = starts()
    work_off_queue()
    before = finds(started)

    tasks.queue_simulation(simulation=started.id, agency=started.agency)
    work_off_queue()

    assert finds(started) == before


def test_a_refusal_is_told_in_its_own_words(starts: Starts, finds: Finds, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise law.ChosenWrongly(name="tax")

    monkeypatch.setattr(counting, "count", refuse)
    started = starts()

    work_off_queue()

    assert (finds(started).state, finds(started).failure) == ("failed", law.ChosenWrongly(name="tax").text)


def test_a_fault_of_ours_ends_the_simulation_and_is_no_secret(
    starts: Starts, finds: Finds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(counting, "count", fail)
    started = starts()

    work_off_queue()

    assert (finds(started).state, finds(started).failure) == ("failed", Fault.message)


def test_a_simulation_that_is_deleted_while_it_runs_stops_at_its_next_sign(
    starts: Starts, acting: Acting, today: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = counting.count
    came_to: list[str] = []

    def delete_first(plan: law.Plan, **given: Any) -> dict[str, Any]:
        with acting("policy-maker") as by:
            law.delete_simulation(simulation=started.id, by=by, at=today)
        came_to.append("the first sign")
        counted = count(plan, **given)
        came_to.append("the end")
        return counted

    monkeypatch.setattr(counting, "count", delete_first)
    started = starts()

    work_off_queue()

    assert came_to == ["the first sign"]
