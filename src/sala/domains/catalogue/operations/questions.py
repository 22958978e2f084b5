"""Questions without a good answer: kept without a person, counted by day, dealt with by an officer, deleted in time."""

from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang

from .. import policies, queries
from ..contracts import DAYS_KEPT, QuestionNotFound, Report
from ..models import Question, QuestionDay, WrongAnswer
from ..queries.asked import get_report

MOST_A_DAY = 5_000

# The question's row, made or found; none where the day is full.
_THE_QUESTION = """
WITH the_question AS (
    INSERT INTO catalogue_question (text, lang) SELECT %(text)s, %(lang)s WHERE {there_is_room}
    ON CONFLICT (text, lang) DO UPDATE SET text = excluded.text RETURNING id
)
"""
_ROOM_FOR_ASKED = """
(SELECT count(*) FROM catalogue_question_day WHERE day = %(day)s) < %(most)s
OR EXISTS (SELECT FROM catalogue_question WHERE text = %(text)s AND lang = %(lang)s)
"""
_ROOM_FOR_REPORTED = "(SELECT count(*) FROM catalogue_wrong_answer WHERE day = %(day)s) < %(most)s"
_ASKED = """
INSERT INTO catalogue_question_day AS d (question_id, day, times) SELECT id, %(day)s, 1 FROM the_question
ON CONFLICT (question_id, day) DO UPDATE SET times = d.times + 1
"""
_REPORTED = """
INSERT INTO catalogue_wrong_answer (id, question_id, day, first) SELECT %(id)s, id, %(day)s, %(first)s FROM the_question
ON CONFLICT (id) DO NOTHING
"""


@in_transaction
def keep_question(*, query: str, lang: Lang, on: date) -> None:
    """
    Count a question that found no good answer, without anything that could name a person. One statement.

    Nothing is kept of a question that says nothing, nor of a new one on a day that is full.
    """
    text = queries.get_finder().keep(query)
    if text:
        _execute(_THE_QUESTION.format(there_is_room=_ROOM_FOR_ASKED) + _ASKED, text=text, lang=lang, day=on)


@in_transaction
def report_first(*, report: UUID, query: str, lang: Lang, on: date) -> bool:
    """
    Report that the first answer to a query is not right; say whether it was kept. A form sent twice reports once.

    What stood first is asked of the search itself, never of the form.
    """
    text, first = queries.get_finder().keep(query), queries.search(query=query, on=on).first
    if not text or not first:
        return False
    _execute(
        _THE_QUESTION.format(there_is_room=_ROOM_FOR_REPORTED) + _REPORTED,
        id=report,
        text=text,
        lang=lang,
        day=on,
        first=first,
    )
    return WrongAnswer.objects.filter(pk=report).exists()


@in_transaction
def choose_answer(*, report: UUID, chosen: str) -> Report:
    """
    Say which answer would have been right: the slug of a service, or nothing for none of those found.

    :raises ReportNotFound: there is no such report.
    """
    get_report(report=report)
    WrongAnswer.objects.filter(pk=report).update(chosen=chosen)
    return get_report(report=report)


@in_transaction
def settle_question(*, question: int, by: Actor, on: date) -> None:
    """
    Mark a question as dealt with; it comes back when it is asked often again.

    :raises QuestionNotFound: there is none of this number.
    """
    _settle(question, by, on)


@in_transaction
def reopen_question(*, question: int, by: Actor) -> None:
    """
    Take the mark back.

    :raises QuestionNotFound: there is none of this number.
    """
    _settle(question, by, None)


@in_transaction
def delete_old_questions(*, on: date) -> None:
    """Delete what was asked longer ago than it may be kept, and questions that nobody asked since."""
    before = on - timedelta(days=DAYS_KEPT)
    QuestionDay.objects.filter(day__lt=before).delete()
    WrongAnswer.objects.filter(day__lt=before).delete()
    Question.objects.filter(questionday=None, wronganswer=None).delete()


def _settle(question: int, by: Actor, on: date | None) -> None:
    policies.teach_the_search.require(by, None)
    if not Question.objects.filter(pk=question).update(settled_on=on):
        raise QuestionNotFound


def _execute(sql: str, **values: UUID | date | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"most": MOST_A_DAY, **values})
