"""Questions are deleted by themselves, every night."""

from datetime import UTC, datetime, timedelta

import pytest
from procrastinate.contrib.django import app

from .. import public as catalogue
from .. import tasks
from ..models import Question

NIGHT = datetime(2026, 11, 20, 19, 40, tzinfo=UTC)


def test_the_worker_runs_it_every_night_by_itself() -> None:
    crons = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}

    assert crons["sala.domains.catalogue.tasks.delete_old_questions"] == "40 19 * * *"


@pytest.mark.django_db
def test_the_day_that_counts_is_the_one_in_thailand() -> None:
    kept_until = NIGHT.date() + timedelta(days=1)  # 02:40 in Thailand is the next day
    for days in (catalogue.DAYS_KEPT, catalogue.DAYS_KEPT + 1):
        catalogue.keep_question(query=f"เรื่อง{'เก่า' * (days - 179)}", lang="th", on=kept_until - timedelta(days=days))

    tasks.delete_old_questions(timestamp=int(NIGHT.timestamp()))

    assert list(Question.objects.values_list("text", flat=True)) == ["เรื่องเก่า"]
