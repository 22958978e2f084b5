"""An event is delivered as it was published, to everyone who listens, in one transaction that has entered its agency."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection

from sala.infra import outbox
from sala.infra.models import RateWindow

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KettleBoiled:
    """Something happened that only these tests know of."""

    kettle: UUID
    agency: str
    boiled_at: datetime
    due_on: date | None
    cups: int


@dataclass(frozen=True, slots=True)
class NobodyListened:
    """An event without receivers."""

    kettle: UUID


EVENT = KettleBoiled(kettle=UUID(int=5), agency="mae-hia-town", boiled_at=NOON, due_on=date(2026, 12, 1), cups=3)


@pytest.fixture
def heard(db: None) -> Iterator[list[object]]:
    """Listen to the event, and tell what was heard."""
    events: list[object] = []

    def listen(event: KettleBoiled) -> None:
        events.append(event)

    outbox.receives(KettleBoiled)(listen)
    yield events
    name = f"{KettleBoiled.__module__}.{KettleBoiled.__qualname__}"
    del outbox._receivers[name], outbox._events[name]


def jobs() -> list[tuple[str, dict[str, object]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT queue_name, args FROM procrastinate_jobs WHERE args->>'event' LIKE '%KettleBoiled'")
        return [(queue, json.loads(args)) for queue, args in cursor.fetchall()]


def deliver() -> None:
    ((_, arguments),) = jobs()
    outbox.deliver(**arguments)  # type: ignore[arg-type]  # as the worker reads them


@pytest.mark.parametrize("event", [EVENT, KettleBoiled(UUID(int=6), "aoc", NOON, None, 0)])
def test_an_event_arrives_as_it_was_published(heard: list[object], event: KettleBoiled) -> None:
    outbox.publish(event)
    deliver()
    assert heard == [event]


def test_the_queue_itself_is_the_outbox(heard: list[object]) -> None:
    outbox.publish(EVENT)
    assert heard == []
    assert [queue for queue, _ in jobs()] == ["events"]


def test_what_nobody_listens_to_costs_nothing(db: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]  # pytest-django exports no type for it
        outbox.publish(NobodyListened(UUID(int=1)))


def test_a_receiver_sees_the_rows_of_the_events_agency(heard: list[object]) -> None:
    entered: list[str] = []

    def look(event: KettleBoiled) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('sala.agency')")
            entered.append(cursor.fetchone()[0])

    outbox.receives(KettleBoiled)(look)
    outbox.publish(EVENT)
    deliver()
    assert entered == ["mae-hia-town"]


def test_when_one_receiver_fails_none_has_done_anything(heard: list[object]) -> None:
    def write(event: KettleBoiled) -> None:
        RateWindow.objects.create(key="written", count=1, until=NOON)

    def break_down(event: KettleBoiled) -> None:
        raise ZeroDivisionError

    outbox.receives(KettleBoiled)(write)
    outbox.receives(KettleBoiled)(break_down)
    outbox.publish(EVENT)
    with pytest.raises(ZeroDivisionError):
        deliver()
    assert not RateWindow.objects.exists()
