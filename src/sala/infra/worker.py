"""The process that runs background jobs, and takes up those of a worker that died."""

import asyncio
import contextlib
import os
from typing import cast

from procrastinate import App
from procrastinate.contrib.django import app as django_app
from procrastinate.contrib.django.django_connector import DjangoConnector

from sala.infra import jobs

CONCURRENCY = 2
HEARTBEAT_SECONDS = 3
STALLED_AFTER_SECONDS = 15


def run() -> None:
    """Work until SIGTERM or SIGINT; the running jobs finish first."""
    asyncio.run(_work())


async def take_up_stalled(app: App) -> int:
    """Queue again every job whose worker has stopped breathing; give how many."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS))
    for job in stalled:
        await app.job_manager.retry_job(job)
    return len(stalled)


async def _work() -> None:
    connector = cast(DjangoConnector, django_app.connector)
    app = django_app.with_connector(connector.get_worker_connector())
    async with app.open_async():
        upkeep = asyncio.create_task(_keep_taking_up(app))
        try:
            await app.run_worker_async(
                queues=list(jobs.QUEUES),  # psycopg sends a tuple as a row, not as an array
                concurrency=CONCURRENCY,
                name=f"sala-{os.getpid()}",
                shutdown_graceful_timeout=20,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_AFTER_SECONDS,
                delete_jobs="successful",
            )
        finally:
            upkeep.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await upkeep


async def _keep_taking_up(app: App) -> None:
    while True:
        await take_up_stalled(app)
        await asyncio.sleep(HEARTBEAT_SECONDS)
