"""The daily job that deletes what people asked when its time is up."""

from datetime import UTC, datetime

from sala.infra.jobs import task
from sala.infra.outbox import the_platform
from sala.kernel.actors import system_actor
from sala.kernel.days import thai_day

from . import operations


@task(queue="upkeep", policy=the_platform, cron="40 19 * * *")  # 02:40 in Thailand
def delete_old_questions(timestamp: int) -> None:
    """Delete what people asked longer ago than it may be kept."""
    the_platform.require(system_actor("upkeep"), None)
    operations.delete_old_questions(on=thai_day(datetime.fromtimestamp(timestamp, UTC)))
