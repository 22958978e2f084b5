"""Reads of what people asked and did not find: for whoever teaches the search, and for the person who reported a first answer."""

import json
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db import connection

from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.servicekit.folder import DECLARATION
from sala.servicekit.schema.public_service import PublicService

from .. import policies
from ..contracts import LEAST_TIMES_SHOWN, Asked, Lesson, Misled, QuestionNotFound, Report, ReportNotFound, Taught
from ..logic.teaching import nearest_services, phrases_of, search_words_with, words_of
from ..models import WrongAnswer
from .current import get_pack
from .services import find_public_service, get_finder

MOST_LISTED = 50

# Asked often enough to be shown at all; settled unless asked as often again since.
_ASKED = """
SELECT q.id, q.text, q.lang, sum(d.times) FILTER (WHERE d.day BETWEEN %(from)s AND %(until)s), min(d.day), max(d.day),
    coalesce(sum(d.times) FILTER (WHERE d.day > coalesce(q.settled_on, '-infinity')), 0) < %(least)s
FROM catalogue_question q JOIN catalogue_question_day d ON d.question_id = q.id
WHERE %(id)s IS NULL OR q.id = %(id)s
GROUP BY q.id HAVING sum(d.times) >= %(least)s AND max(d.day) FILTER (WHERE d.day BETWEEN %(from)s AND %(until)s) IS NOT NULL
"""

_MISLED = """
WITH told AS (
    SELECT question_id, first, chosen, count(*) AS times, max(day) AS last_on
    FROM catalogue_wrong_answer WHERE day BETWEEN %(from)s AND %(until)s GROUP BY question_id, first, chosen
)
SELECT q.id, q.text, q.lang, t.first, sum(t.times),
    coalesce(jsonb_object_agg(t.chosen, t.times) FILTER (WHERE t.chosen <> ''), '{}'),
    coalesce(sum(t.times) FILTER (WHERE t.chosen = ''), 0), coalesce(max(t.last_on) <= q.settled_on, false)
FROM catalogue_question q JOIN told t ON t.question_id = q.id GROUP BY q.id, t.first
"""
_REPORTED = """
SELECT q.id, q.text, q.lang, count(*), min(w.day), max(w.day), coalesce(max(w.day) <= q.settled_on, false)
FROM catalogue_question q JOIN catalogue_wrong_answer w ON w.question_id = q.id WHERE q.id = %(id)s GROUP BY q.id
"""
_SELDOM = """
SELECT count(*) FROM (
    SELECT question_id FROM catalogue_question_day GROUP BY question_id
    HAVING sum(times) < %(least)s AND bool_or(day BETWEEN %(from)s AND %(until)s)
) seldom
"""
_CHOSEN = """
SELECT chosen FROM catalogue_wrong_answer WHERE question_id = %(id)s AND chosen <> ''
GROUP BY chosen ORDER BY count(*) DESC, chosen LIMIT 3
"""
_WEEKS = """
SELECT date_trunc('week', day)::date AS week, sum(times) FROM catalogue_question_day
WHERE question_id = %(id)s GROUP BY week ORDER BY week DESC
"""


def list_asked(*, settled: bool, from_: date, until: date, by: Actor) -> tuple[Asked, ...]:
    """List the questions that found no good answer, most asked first; those asked too seldom to be shown are left out."""
    policies.teach_the_search.require(by, None)
    sql = f"SELECT * FROM ({_ASKED}) asked (id, text, lang, times, first_on, last_on, is_settled)"  # noqa: S608  no values in it
    sql += " WHERE is_settled = %(settled)s ORDER BY times DESC, last_on DESC, id LIMIT %(most)s"
    values = {"id": None, "from": from_, "until": until, "settled": settled, "most": MOST_LISTED}
    return tuple(_asked_of(row) for row in _rows(sql, **values))


def count_seldom_asked(*, from_: date, until: date, by: Actor) -> int:
    """Count the questions that were asked too seldom to be shown."""
    policies.teach_the_search.require(by, None)
    return int(_rows(_SELDOM, **{"from": from_, "until": until})[0][0])


def list_misled(*, settled: bool, from_: date, until: date, by: Actor) -> tuple[Misled, ...]:
    """List the questions whose first answer people called wrong, most often first."""
    policies.teach_the_search.require(by, None)
    sql = f"SELECT * FROM ({_MISLED}) misled (id, text, lang, first, times, chosen, none, is_settled)"  # noqa: S608  as above
    sql += " WHERE is_settled = %(settled)s ORDER BY times DESC, id, first LIMIT %(most)s"
    rows = _rows(sql, **{"from": from_, "until": until, "settled": settled, "most": MOST_LISTED})
    return tuple(_misled_of(row) for row in rows)


def get_taught(*, question: int, by: Actor) -> Taught:
    """
    Give what one question can teach the search. At most four statements.

    :raises QuestionNotFound: none of this number may be shown.
    """
    policies.teach_the_search.require(by, None)
    rows = _rows(_ASKED, **{"id": question, "from": date.min, "until": date.max}) or _rows(_REPORTED, id=question)
    if not rows:
        raise QuestionNotFound
    asked, finder = _asked_of(rows[0]), get_finder()
    words = words_of(asked.text, finder)
    chosen = (slug for (slug,) in _rows(_CHOSEN, id=question))
    services = (find_public_service(slug=slug) for slug in (*chosen, *nearest_services(asked.text, words, finder)))
    taught = dict.fromkeys(service for service in services if service)
    return Taught(
        question=asked,
        weeks=tuple((week, int(times)) for week, times in _rows(_WEEKS, id=question)),
        words=words,
        lessons=tuple(_lesson(service, phrases_of(words)) for service in taught),
    )


def _lesson(service: PublicService, phrases: tuple[str, ...]) -> Lesson:
    return Lesson(
        service=service,
        file=f"{get_pack().folders[service.slug].path}/{DECLARATION}",
        search=search_words_with(service, phrases),
    )


def get_report(*, report: UUID) -> Report:
    """
    Give a first answer that was called wrong; whoever knows its name made it.

    :raises ReportNotFound: there is none, or no longer.
    """
    row = WrongAnswer.objects.select_related("question").filter(pk=report).first()
    if row is None:
        raise ReportNotFound
    return Report(row.id, row.question.text, cast(Lang, row.question.lang), row.first, row.chosen)


def _rows(sql: str, **values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"least": LEAST_TIMES_SHOWN, **values})
        return list(cursor.fetchall())


def _asked_of(row: tuple[Any, ...]) -> Asked:
    id_, text, lang, times, first_on, last_on, is_settled = row
    return Asked(id_, text, lang, int(times), first_on, last_on, is_settled)


def _misled_of(row: tuple[Any, ...]) -> Misled:
    id_, text, lang, first, times, chosen, none, is_settled = row
    order = tuple(sorted(json.loads(chosen).items(), key=lambda one: (-one[1], one[0])))
    return Misled(id_, text, lang, first, int(times), order, int(none), is_settled)
