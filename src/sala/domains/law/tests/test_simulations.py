"""Asking for a simulation and deleting one: by policy makers, once, in their own agency only."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from tests.cast import SignedInAs

from sala.domains.law import public as law
from sala.domains.ledger import public as ledger
from sala.infra import tenancy
from sala.kernel.actors import Actor, Grant
from sala.kernel.money import Baht

from ..models import SimulationRow

ALLOWANCE = "personal_income_tax.self_allowance"
TAX = "personal_income_tax.tax"
TO_80000 = {ALLOWANCE: Baht.of(80000)}

Starts = Callable[..., law.Simulation]


@pytest.fixture
def starts(signed_in_as: SignedInAs, today: datetime) -> Starts:
    """Ask for a simulation as the policy maker, or as another."""

    def start(
        *,
        by: str = "policy-maker",
        asked: UUID | None = None,
        from_: date | None = None,
        rules: Sequence[str] = (TAX,),
        alternatives: Sequence[Mapping[str, Any]] = (TO_80000,),
    ) -> law.Simulation:
        return law.start_simulation(
            asked=asked or uuid4(),
            name=" ลองดู ",
            rules=rules,
            from_=from_ or today.date(),
            alternatives=alternatives,
            by=signed_in_as(by),
            at=today,
        )

    return start


def queued() -> list[tuple[str, dict[str, Any]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lock, args FROM procrastinate_jobs WHERE queue_name = 'simulations'")
        return [(lock, json.loads(args)) for lock, args in cursor.fetchall()]


def test_a_simulation_waits_for_the_worker_with_what_it_was_asked(starts: Starts, signed_in_as: SignedInAs) -> None:
    started = starts()

    found = law.get_simulation(simulation=started.id, by=signed_in_as("policy-maker"))
    (change,) = found.plan.alternatives[0].changes
    assert (found.state, found.name, found.agency) == ("waiting", "ลองดู", "mof")
    assert (change.before, change.after) == (Baht.of(60000), Baht.of(80000))
    assert found.plan.on == date(found.plan.from_.year, 12, 31)
    assert queued() == [("law.simulation", {"simulation_id": str(started.id), "agency": "mof"})]


def test_a_form_sent_twice_starts_one(starts: Starts) -> None:
    form = uuid4()

    assert starts(asked=form).id == starts(asked=form).id
    assert len(queued()) == 1


def test_what_stays_as_it_is_is_no_change(starts: Starts) -> None:
    kept = {**TO_80000, "personal_income_tax.spouse_allowance": Baht.of(60000)}

    plan = starts(alternatives=[kept]).plan

    assert [change.number for change in plan.alternatives[0].changes] == [ALLOWANCE]
    assert plan.numbers == tuple(kept)


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ({"alternatives": [TO_80000, {ALLOWANCE: Baht.of(60000)}]}, law.NothingMoved),
        ({"alternatives": [TO_80000] * 6}, law.TooMany),
        ({"alternatives": [{}]}, law.ChosenWrongly),
        ({"rules": ["personal_income_tax.net_income"]}, law.ChosenWrongly),
        ({"rules": ["old_age_allowance.monthly"]}, law.ChosenWrongly),
        ({"from_": date(1999, 1, 1)}, law.DayTooFar),
        ({"from_": date(9999, 12, 31)}, law.DayTooFar),
        ({"from_": date(2016, 12, 31)}, law.NumberWithoutValue),
    ],
)
def test_what_cannot_be_counted_is_refused_before_it_waits(
    starts: Starts, asked: dict[str, Any], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        starts(**asked)
    assert queued() == []


@pytest.mark.parametrize("who", ["officer", "elder", None])
def test_only_a_policy_maker_may_ask(starts: Starts, who: str | None) -> None:
    with pytest.raises(Exception, match=r"does not exist|Sign in"):
        starts(by=who)


def test_another_agency_finds_nothing(starts: Starts) -> None:
    started = starts()
    elsewhere = Actor(person=uuid4(), agency="cgd", grants=frozenset({Grant(law.SIMULATE)}))

    tenancy.enter(agency="cgd")

    assert law.list_simulations(by=elsewhere).items == ()
    with pytest.raises(law.SimulationNotFound):
        law.get_simulation(simulation=started.id, by=elsewhere)


def test_the_newest_comes_first_page_by_page(
    starts: Starts, signed_in_as: SignedInAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sala.domains.law.queries.simulations.PAGE_SIZE", 2)
    ids = {starts().id for _ in range(3)}
    by = signed_in_as("policy-maker")

    first = law.list_simulations(by=by)
    second = law.list_simulations(by=by, after=first.next)

    listed = [each.id for each in (*first.items, *second.items)]
    assert (set(listed), listed, second.next) == (ids, sorted(ids, reverse=True), None)


def test_deleting_leaves_nothing_but_the_record_of_it(
    starts: Starts, signed_in_as: SignedInAs, today: datetime
) -> None:
    started = starts()

    law.delete_simulation(simulation=started.id, by=signed_in_as("policy-maker"), at=today)

    entries = ledger.list_entries(subject=started.id).items
    assert [entry.kind for entry in entries] == ["law.simulation-started", "law.simulation-deleted"]
    with pytest.raises(law.SimulationNotFound):
        law.delete_simulation(simulation=started.id, by=signed_in_as("policy-maker"), at=today)


@pytest.mark.parametrize(
    "values", [{"state": "done"}, {"state": "gone"}, {"state": "failed"}, {"done": 2, "total": 1}, {"phase": "x"}]
)
def test_a_row_cannot_contradict_itself(starts: Starts, values: dict[str, Any]) -> None:
    started = starts()

    with pytest.raises(IntegrityError), transaction.atomic():
        SimulationRow.objects.filter(pk=started.id).update(**values)
