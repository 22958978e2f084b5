"""The simulations of an agency. Row-level security hides every other agency's."""

from typing import cast
from uuid import UUID

from sala.kernel.actors import Actor
from sala.kernel.bilingual import Text

from .. import policies
from ..contracts import Phase, Simulation, SimulationNotFound, SimulationPage, State
from ..logic.findings import read_findings
from ..logic.plans import read_plan
from ..models import SimulationRow
from .measures import get_measures

PAGE_SIZE = 50


def list_simulations(*, by: Actor, after: str | None = None) -> SimulationPage:
    """
    List the simulations of the actor's agency, newest first, without what they found. One statement.

    :param after: the `next` of the page before.
    :raises SimulationNotFound: `after` is not a cursor.
    """
    policies.simulate.require(by, None)
    rows = SimulationRow.objects.defer("findings").filter(agency=by.agency).order_by("-id")
    if after:
        rows = rows.filter(id__lt=_cursor(after))
    found = list(rows[: PAGE_SIZE + 1])
    items = tuple(simulation_of(row, with_findings=False) for row in found[:PAGE_SIZE])
    return SimulationPage(items=items, next=str(items[-1].id) if len(found) > PAGE_SIZE else None)


def get_simulation(*, simulation: UUID, by: Actor) -> Simulation:
    """
    Get a simulation with what it found so far. One statement.

    :raises SimulationNotFound: there is none of this id in the actor's agency.
    """
    row = SimulationRow.objects.filter(pk=simulation).first()
    if row is None:
        raise SimulationNotFound
    found = simulation_of(row)
    policies.use_simulation.require(by, found)
    return found


def get_row_for_update(simulation: UUID) -> SimulationRow:
    """
    Get a simulation's row and hold it until the transaction ends.

    :raises SimulationNotFound: there is none of this id in the agency that the transaction has entered.
    """
    row = SimulationRow.objects.select_for_update().filter(pk=simulation).first()
    if row is None:
        raise SimulationNotFound
    return row


def simulation_of(row: SimulationRow, *, with_findings: bool = True) -> Simulation:
    """Make a simulation of its row."""
    return Simulation(
        id=row.pk,
        agency=row.agency,
        made_by=row.made_by,
        name=row.name,
        plan=read_plan(row.plan),
        state=cast(State, row.state),
        phase=cast(Phase, row.phase) if row.phase else None,
        done=row.done,
        total=row.total,
        failure=Text(**row.failure) if row.failure else None,
        made_at=row.made_at,
        finished_at=row.finished_at,
        findings=read_findings(row.findings, get_measures()) if with_findings and row.findings else None,
    )


def _cursor(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise SimulationNotFound from None
