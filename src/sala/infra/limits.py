"""Rate limits, counted in an unlogged table that every web process shares."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

HOUR = timedelta(hours=1)


class TooOften(SalaError):
    """The same visitor did the same thing too often in a short while."""

    code = "too-often"
    status = 429
    message = Text(
        th="มีการทำรายการนี้ถี่เกินไป รอ {minutes} นาทีแล้วลองอีกครั้ง ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ",
        en="This was done too often. Wait {minutes} minutes and try again. What you saved is still there",
    )


def count(*, what: str, who: str, at_most: int, within: timedelta, at: datetime) -> None:
    """
    Count one event and refuse it when there were too many. One statement.

    :raises TooOften: more than `at_most` events within the window.
    """
    key = hashlib.sha256(f"{what}\0{who}".encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO infra_rate_window AS w (key, count, until) VALUES (%(key)s, 1, %(until)s)"
            " ON CONFLICT (key) DO UPDATE SET"
            " count = CASE WHEN w.until <= %(at)s THEN 1 ELSE w.count + 1 END,"
            " until = CASE WHEN w.until <= %(at)s THEN %(until)s ELSE w.until END RETURNING count",
            {"key": key, "until": at + within, "at": at},
        )
        (counted,) = cursor.fetchone()
    if counted > at_most:
        raise TooOften(minutes=max(1, round(within.total_seconds() / 60)))
