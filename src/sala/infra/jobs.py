"""
Background jobs, in the same database and the same transaction as the change that asks for them.

Every task names its queue and its policy. Arguments are ids and codes: they stand in the clear.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import procrastinate
from procrastinate import tasks
from procrastinate.contrib.django import app

from sala.infra.connections import drop_dead_connection
from sala.kernel.policies import Policy

P = ParamSpec("P")
R = TypeVar("R")

QUEUES = ("events", "documents", "notices", "simulations", "upkeep")

policies: dict[str, Policy[Any]] = {}
"""The policy each task named, for the registry test."""

_BACK_OFF = procrastinate.RetryStrategy(max_attempts=12, exponential_wait=2)


def task(*, queue: str, policy: Policy[Any], cron: str = "") -> Callable[[Callable[P, R]], tasks.Task[P, R, P]]:
    """
    Make a function a job: run after the commit, again with back-off when it fails, never lost with its worker.

    :param cron: when the worker runs it by itself, in UTC; the function then takes the `timestamp` it was due at, in seconds.
    """

    def make(function: Callable[P, R]) -> tasks.Task[P, R, P]:
        name = f"{function.__module__}.{function.__qualname__}"
        policies[name] = policy

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            drop_dead_connection()
            return function(*args, **kwargs)

        made = app.task(queue=queue, name=name, retry=_BACK_OFF)(run)
        if cron:
            app.periodic(cron=cron)(made)  # type: ignore[arg-type]  # its one argument is the timestamp, as said above
        return made

    return make
