"""What must hold of everything registered: a policy for each route and task, a worker for each queue."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from sala.config import settings as _  # noqa: F401  settings first: they say what is installed
from sala.infra import jobs, outbox
from sala.kernel.policies import Policy


def _routes(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _routes(entry)
        else:
            yield entry


def _tasks() -> dict[str, str]:
    from procrastinate.contrib.django import app

    return {name: task.queue for name, task in app.tasks.items() if name.startswith("sala.")}


def test_every_route_names_its_policy() -> None:
    routes = list(_routes(get_resolver()))

    assert routes
    assert [
        str(route.pattern) for route in routes if not isinstance(getattr(route.callback, "policy", None), Policy)
    ] == []


def test_every_page_has_both_languages() -> None:
    names = [route.name for route in _routes(get_resolver()) if route.name]

    assert sorted({name for name in names if names.count(name) != 2}) == []


def test_every_queue_has_a_worker() -> None:
    assert {name: queue for name, queue in _tasks().items() if queue not in jobs.QUEUES} == {}


def test_every_task_names_its_policy() -> None:
    assert [name for name in _tasks() if not isinstance(jobs.policies.get(name), Policy)] == []


@pytest.mark.parametrize("event", sorted(outbox._events), ids=str)
def test_every_event_is_frozen_and_in_the_past_tense(event: str) -> None:
    kind = outbox._events[event]

    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # set by dataclass()
    assert kind.__name__.endswith(("ed", "Sent", "Paid", "Given", "Withdrawn", "Made", "Begun"))
