"""
The job that counts one simulation over the population.

Only the worker runs it. What counts (numba, Arrow) is imported when the first simulation is counted: it takes seconds
and hundreds of megabytes, and every web process knows this job by name. One simulation is counted at a time, because
it uses every core, and the queue's other jobs need a place beside it.
"""

import logging
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import transaction

from sala.infra import tenancy
from sala.infra.jobs import task
from sala.infra.outbox import the_platform
from sala.infra.problems import Fault
from sala.kernel.actors import system_actor
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from . import queries
from .contracts import Phase, Plan
from .logic.plans import read_plan
from .models import SimulationRow

_LOCK = "law.simulation"
_SECONDS_BETWEEN_SIGNS = 1.0
_log = logging.getLogger("sala.simulations")


class _Deleted(Exception):
    """The simulation was deleted while it ran."""


def queue_simulation(*, simulation: UUID, agency: str) -> None:
    """Have the worker count a simulation after the commit."""
    run_simulation.configure(lock=_LOCK).defer(simulation_id=str(simulation), agency=agency)


@task(queue="simulations", policy=the_platform)
def run_simulation(*, simulation_id: str, agency: str) -> None:
    """
    Count one simulation; one that is done, failed or deleted stays as it is.

    A job whose worker died begins again: nothing is kept of half a count.
    """
    the_platform.require(system_actor("simulations", agency=agency), None)
    watched = _Watched(UUID(simulation_id), agency)
    plan = watched.begin()
    if plan is None:
        return
    try:
        watched.finish(_count(plan, watched))
    except _Deleted:
        _log.info("simulation deleted while it ran", extra={"simulation": simulation_id})
    except SalaError as refused:
        watched.fail(refused.text)
    except DatabaseError:
        raise  # the queue tries again once the database is back
    except Exception:
        _log.exception("simulation failed", extra={"simulation": simulation_id})
        watched.fail(Fault.message)


def _count(plan: Plan, watched: "_Watched") -> dict[str, Any]:
    from .logic import counting

    return counting.count(
        plan,
        laws={law.name: law for law in queries.list_laws()},
        folder=settings.VAR / "populations",
        persons=settings.SALA.population,
        progress=watched.tell,
    )


class _Watched:
    """The row of a running simulation. Each change is a transaction of its own, so that readers see it at once."""

    def __init__(self, simulation: UUID, agency: str) -> None:
        self.simulation = simulation
        self.agency = agency
        self.told_at = 0.0

    def begin(self) -> Plan | None:
        """Say that it runs, and give its plan; None when there is nothing to count."""
        with transaction.atomic():
            tenancy.enter(agency=self.agency)
            row = SimulationRow.objects.select_for_update().filter(pk=self.simulation).first()
            if row is None or row.state not in ("waiting", "running"):
                return None
            row.state, row.phase, row.done, row.total = "running", "", 0, 0
            row.save(update_fields=["state", "phase", "done", "total"])
            return read_plan(row.plan)

    def tell(self, phase: Phase, done: int, total: int) -> None:
        """
        Say how far it has come, once a second at most.

        :raises _Deleted: the row is gone.
        """
        now = time.monotonic()
        if now - self.told_at >= _SECONDS_BETWEEN_SIGNS:
            self.told_at = now
            self._change(phase=phase, done=min(done, total), total=total)

    def finish(self, findings: dict[str, Any]) -> None:
        """Keep what was found."""
        self._change(state="done", findings=findings, finished_at=datetime.now(UTC))

    def fail(self, why: Text) -> None:
        """Keep why it could not be counted; a simulation deleted meanwhile needs no reason."""
        failure = {"th": why.th, "en": why.en}
        try:
            self._change(state="failed", failure=failure, finished_at=datetime.now(UTC))
        except _Deleted:
            _log.info("simulation deleted before it failed", extra={"simulation": str(self.simulation)})

    def _change(self, **values: Any) -> None:
        with transaction.atomic():
            tenancy.enter(agency=self.agency)
            if not SimulationRow.objects.filter(pk=self.simulation).update(**values):
                raise _Deleted
