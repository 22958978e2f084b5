"""Changes to simulations: one is asked for, one is deleted. The worker counts (`tasks`)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sala.domains.ledger import public as ledger
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.errors import NotFound
from sala.kernel.unique import uuid7
from sala.rulekit.values import Value

from . import policies, queries, tasks
from .contracts import Simulation
from .logic.plans import write_plan
from .models import SimulationRow

MOST_CHARACTERS = 120


@in_transaction
def start_simulation(
    *,
    asked: UUID,
    name: str,
    rules: Sequence[str],
    from_: date,
    alternatives: Sequence[Mapping[str, Value]],
    by: Actor,
    at: datetime,
) -> Simulation:
    """
    Ask for a simulation; the worker counts it after the commit. A form sent twice starts one.

    :param asked: what names this one form of this one person.
    :param alternatives: for each, the values of the numbers it looks at.
    :raises SalaError: what `make_plan` refuses.
    """
    agency, person = _require_maker(by)
    earlier = SimulationRow.objects.filter(made_by=person, asked=asked).first()
    if earlier is not None:
        return queries.simulation_of(earlier)
    plan = queries.make_plan(rules=rules, from_=from_, alternatives=alternatives, today=thai_day(at))
    row = SimulationRow.objects.create(
        id=uuid7(at),
        agency=agency,
        made_by=person,
        asked=asked,
        name=name.strip()[:MOST_CHARACTERS],
        plan=write_plan(plan),
        state="waiting",
        made_at=at,
    )
    _record("law.simulation-started", row, by=by, at=at)
    tasks.queue_simulation(simulation=row.pk, agency=row.agency)
    return queries.simulation_of(row)


@in_transaction
def delete_simulation(*, simulation: UUID, by: Actor, at: datetime) -> None:
    """
    Delete a simulation with what it found; one that runs is stopped at its next sign of life.

    :raises SimulationNotFound: there is none of this id in the actor's agency.
    """
    row = queries.get_row_for_update(simulation)
    policies.use_simulation.require(by, queries.simulation_of(row))
    _record("law.simulation-deleted", row, by=by, at=at)
    row.delete()


def _require_maker(by: Actor) -> tuple[str, UUID]:
    """Give the agency and the person who may simulate."""
    policies.simulate.require(by, None)
    if by.agency is None or by.person is None:
        raise NotFound
    return by.agency, by.person


def _record(kind: str, row: SimulationRow, *, by: Actor, at: datetime) -> None:
    """Enter it in the ledger, because a simulation is what a change of the law may rest on."""
    ledger.append(ledger.LedgerEntry(kind=kind, subject=row.pk, agency=row.agency, at=at, body={"by": by.person}))
