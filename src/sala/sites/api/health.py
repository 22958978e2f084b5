"""Is every part well? `/health` for people and probes, `/metrics` for machines on this host."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse

from sala import __version__
from sala.domains.casework import public as casework
from sala.domains.ledger import public as ledger
from sala.infra import queue, tenancy
from sala.infra.connections import drop_dead_connection
from sala.infra.routes import governed
from sala.kernel.errors import NotFound
from sala.kernel.policies import anyone

_LATE_SECONDS = 60.0
_MEMORY = ledger.Memory()  # each web process remembers what its own probes saw

_log = logging.getLogger("sala.ledger")


@governed(by=anyone)
def show_health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part works, 503 when one does not, with each part's state."""
    parts = {name: _state(check, otherwise) for name, (check, otherwise) in _PARTS.items()}
    is_well = all(state == "ok" for state in parts.values())
    body = {"status": "ok" if is_well else "degraded", "version": __version__, "parts": parts}
    return JsonResponse(body, status=200 if is_well else 503)


@governed(by=anyone)
def show_metrics(request: HttpRequest) -> HttpResponse:
    """
    Answer OpenMetrics text, to this machine only.

    Source: OpenMetrics 1.0, text format.
    """
    if request.META.get("REMOTE_ADDR") not in ("127.0.0.1", "::1"):
        raise NotFound
    lines = [f"# TYPE {name} gauge\n{name} {measure():g}" for name, measure in _MEASURES.items()]
    return HttpResponse(
        "\n".join([*lines, "# EOF", ""]), content_type="application/openmetrics-text; version=1.0.0; charset=utf-8"
    )


def _state(check: Callable[[], bool], otherwise: str) -> str:
    drop_dead_connection()
    try:
        with transaction.atomic():
            return "ok" if check() else otherwise
    except DatabaseError:
        connection.close()
        return "down"


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _worker_breathes() -> bool:
    return queue.seconds_since_heartbeat() < _LATE_SECONDS


def _ledger_is_signed() -> bool:
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    oldest = ledger.find_oldest_unsigned_at()
    return oldest is None or (datetime.now(UTC) - oldest).total_seconds() < _LATE_SECONDS


def _ledger_goes_on() -> bool:
    """Compare the ledger with what this process remembers of it, and say in the log where they part."""
    if fork := ledger.find_fork(memory=_MEMORY, key=ledger.get_checkpoint_key):
        _log.error(fork.explanation.en)
    return fork is None


def _forks() -> float:
    return 0 if _ledger_goes_on() else 1


def _unsigned_entries() -> float:
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    return ledger.count_unsigned_entries()


def _overdue_cases() -> float:
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    return casework.count_overdue(at=datetime.now(UTC))


def _in_transaction(measure: Callable[[], float]) -> Callable[[], float]:
    def measured() -> float:
        with transaction.atomic():
            return measure()

    return measured


_PARTS = {
    "database": (_database_answers, "down"),
    "worker": (_worker_breathes, "late"),
    "ledger": (_ledger_is_signed, "late"),
    "ledger-history": (_ledger_goes_on, "forked"),
}
_MEASURES = {
    "sala_queue_age_seconds": queue.oldest_seconds,
    "sala_outbox_lag_seconds": queue.outbox_lag_seconds,
    "sala_ledger_unsigned_entries": _in_transaction(_unsigned_entries),
    "sala_ledger_forks": _in_transaction(_forks),
    "sala_cases_past_legal_deadline": _in_transaction(_overdue_cases),
}
