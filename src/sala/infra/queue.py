"""How the job queue is doing, in seconds."""

from django.db import connection

_AGE = """
SELECT coalesce(extract(epoch FROM now() - min(e.at)), 0) FROM procrastinate_jobs j
JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred'
WHERE j.status::text = ANY(%s) AND (%s = '' OR j.queue_name = %s) AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())
"""


def oldest_seconds() -> float:
    """Give the age of the oldest job that waits and may run now; 0 when none waits."""
    return _age(statuses=["todo"], queue="")


def outbox_lag_seconds() -> float:
    """Give the age of the oldest event that is not delivered yet; 0 when all are."""
    return _age(statuses=["todo", "doing"], queue="events")


def seconds_since_heartbeat() -> float:
    """Give how long ago a worker last said that it lives; infinite when there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers")
        (seconds,) = cursor.fetchone()
    return float("inf") if seconds is None else float(seconds)


def _age(*, statuses: list[str], queue: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute(_AGE, [statuses, queue, queue])
        (seconds,) = cursor.fetchone()
    return float(seconds)
