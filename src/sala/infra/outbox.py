"""
Tell uphill: an event published in the transaction that caused it, delivered by a job after the commit.

The job queue stands in the same database, so the queue itself is the outbox: one INSERT, nothing to copy over.
Events carry ids, codes, times and amounts; never a name, an identity number or a fact a person told us.
"""

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar, get_type_hints
from uuid import UUID

from django.db import transaction

from sala.infra import tenancy
from sala.infra.jobs import task
from sala.kernel.actors import Actor, system_actor
from sala.kernel.policies import policy

Event = TypeVar("Event")
Receiver = Callable[[Any], None]

_receivers: dict[str, list[Receiver]] = {}
_events: dict[str, type] = {}


@policy()
def the_platform(actor: Actor, resource: object) -> bool:
    """Allow only parts of the system itself."""
    return actor.system is not None


def receives(event: type[Event]) -> Callable[[Callable[[Event], None]], Callable[[Event], None]]:
    """Register a receiver of one event. It may be called twice for one event and must answer the same."""

    def register(receiver: Callable[[Event], None]) -> Callable[[Event], None]:
        _events[_name(event)] = event
        _receivers.setdefault(_name(event), []).append(receiver)
        return receiver

    return register


def publish(event: object) -> None:
    """Publish one event in the current transaction. One statement; none when nobody listens."""
    name = _name(type(event))
    if name in _receivers:
        deliver.defer(event=name, values={k: _plain(v) for k, v in dataclasses.asdict(event).items()})  # type: ignore[call-overload]  # events are dataclasses


def receivers_of(event: type) -> tuple[Receiver, ...]:
    """List who receives an event, in the order they registered."""
    return tuple(_receivers.get(_name(event), ()))


@task(queue="events", policy=the_platform)
def deliver(*, event: str, values: dict[str, Any]) -> None:
    """Hand one event to its receivers, all in one transaction; a failure delivers all of it again."""
    the_platform.require(system_actor("outbox"), None)
    kind = _events[event]
    with transaction.atomic():
        tenancy.enter(agency=values.get("agency") or None)
        for receiver in _receivers[event]:
            receiver(_rebuild(kind, values))


def _name(event: type) -> str:
    return f"{event.__module__}.{event.__qualname__}"


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _rebuild(kind: type, values: dict[str, Any]) -> object:
    hints = get_type_hints(kind)
    return kind(**{name: _typed(hints[name], value) for name, value in values.items()})


def _typed(hint: object, value: Any) -> Any:
    for kind in getattr(hint, "__args__", (hint,)):
        if value is not None and kind in _WRITTEN:
            return _WRITTEN[kind](value)
    return value


_WRITTEN: dict[object, Callable[[str], object]] = {
    UUID: UUID,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}
