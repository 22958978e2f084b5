"""What people asked in vain is kept as words and counts: of nobody, of no moment, and not for ever."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from sala.kernel.actors import ANONYMOUS, Actor, Grant
from sala.kernel.errors import NotFound
from sala.kernel.policies import SignInNeeded

from .. import operations
from .. import public as catalogue
from ..models import Question, QuestionDay, WrongAnswer
from ..operations import questions

TODAY = date(2026, 11, 20)
LONG_AGO = TODAY - timedelta(days=catalogue.DAYS_KEPT + 1)
EVER = {"from_": date(2000, 1, 1), "until": date(2100, 1, 1)}
TEACHER = Actor(person=UUID(int=1), agency="dga", grants=frozenset({Grant("catalogue.words")}))

pytestmark = pytest.mark.django_db


def ask(query: str, *, times: int = 1, on: date = TODAY) -> None:
    for _ in range(times):
        catalogue.keep_question(query=query, lang="th", on=on)


def report(query: str, *, report: UUID | None = None, on: date = TODAY) -> UUID:
    id_ = report or uuid4()
    catalogue.report_first(report=id_, query=query, lang="th", on=on)
    return id_


def asked(*, settled: bool = False) -> dict[str, int]:
    return {one.text: one.times for one in catalogue.list_asked(settled=settled, by=TEACHER, **EVER)}


def test_one_question_is_one_row_a_day_however_it_is_typed() -> None:
    ask("ขึ้นทะเบียนแมว  ")
    ask("ขึ้นทะเบียนแมว")
    ask("ขึ้นทะเบียนแมว", on=TODAY + timedelta(days=1))

    assert list(QuestionDay.objects.order_by("day").values_list("question__text", "times")) == [
        ("ขึ้นทะเบียนแมว", 2),
        ("ขึ้นทะเบียนแมว", 1),
    ]


@pytest.mark.parametrize("typed", ["", "   ", "🙂🧧", "'; --", "12345", "ก", "\x00", "่่่"])
def test_what_says_nothing_is_not_kept(typed: str) -> None:
    ask(typed)

    assert not Question.objects.exists()


def test_keeping_costs_one_statement(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # pytest-django's fixture
        ask("ขึ้นทะเบียนแมว")


def test_nobody_fills_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_A_DAY", 2)
    for word in ("หนึ่ง", "สอง", "สาม"):
        ask(f"ขึ้นทะเบียน{word}")
        report(f"ทะเบียน {word}")
    ask("ขึ้นทะเบียนหนึ่ง")

    assert QuestionDay.objects.count() == 2
    assert WrongAnswer.objects.count() == 2
    assert QuestionDay.objects.get(question__text="ขึ้นทะเบียนหนึ่ง").times == 2


def test_a_question_is_shown_once_it_was_asked_often_enough() -> None:
    ask("ขึ้นทะเบียนแมว", times=3)
    ask("เรื่องที่ถามสองครั้ง", times=2)

    assert asked() == {"ขึ้นทะเบียนแมว": 3}
    assert catalogue.count_seldom_asked(by=TEACHER, **EVER) == 1


def test_of_a_week_only_that_week_is_counted() -> None:
    ask("ขึ้นทะเบียนแมว", times=2, on=TODAY - timedelta(days=7))
    ask("ขึ้นทะเบียนแมว", times=1)

    listed = catalogue.list_asked(settled=False, from_=TODAY, until=TODAY, by=TEACHER)

    assert [(one.times, one.first_on) for one in listed] == [(1, TODAY - timedelta(days=7))]


def test_a_question_dealt_with_comes_back_only_when_it_is_asked_often_again() -> None:
    ask("ขึ้นทะเบียนแมว", times=3)
    (question,) = catalogue.list_asked(settled=False, by=TEACHER, **EVER)
    catalogue.settle_question(question=question.id, by=TEACHER, on=TODAY)
    ask("ขึ้นทะเบียนแมว", times=2, on=TODAY + timedelta(days=1))
    assert (asked(), asked(settled=True)) == ({}, {"ขึ้นทะเบียนแมว": 5})

    ask("ขึ้นทะเบียนแมว", on=TODAY + timedelta(days=1))
    assert asked() == {"ขึ้นทะเบียนแมว": 6}


def test_the_mark_can_be_taken_back() -> None:
    ask("ขึ้นทะเบียนแมว", times=3)
    (question,) = catalogue.list_asked(settled=False, by=TEACHER, **EVER)
    catalogue.settle_question(question=question.id, by=TEACHER, on=TODAY)
    catalogue.reopen_question(question=question.id, by=TEACHER)

    assert asked() == {"ขึ้นทะเบียนแมว": 3}


def test_a_form_sent_twice_reports_once() -> None:
    once = uuid4()
    report("ทำใบขับขี่", report=once)
    report("ทำใบขับขี่", report=once)

    (misled,) = catalogue.list_misled(settled=False, by=TEACHER, **EVER)
    assert (misled.times, misled.first, misled.chosen, misled.none) == (1, "driving-licence-first", (), 0)


def test_what_people_chose_instead_is_counted_and_a_second_choice_replaces_the_first() -> None:
    first, second, third = (report("ทำใบขับขี่") for _ in range(3))
    catalogue.choose_answer(report=first, chosen="vehicle-tax")
    catalogue.choose_answer(report=first, chosen="driving-licence-renewal")
    catalogue.choose_answer(report=second, chosen="driving-licence-renewal")
    catalogue.choose_answer(report=third, chosen="")

    (misled,) = catalogue.list_misled(settled=False, by=TEACHER, **EVER)
    assert (misled.times, misled.chosen, misled.none) == (3, (("driving-licence-renewal", 2),), 1)


def test_a_wrong_first_answer_dealt_with_is_listed_apart() -> None:
    report("ทำใบขับขี่")
    (misled,) = catalogue.list_misled(settled=False, by=TEACHER, **EVER)
    catalogue.settle_question(question=misled.id, by=TEACHER, on=TODAY)

    assert catalogue.list_misled(settled=False, by=TEACHER, **EVER) == ()
    assert [one.id for one in catalogue.list_misled(settled=True, by=TEACHER, **EVER)] == [misled.id]


def test_a_report_of_a_query_without_an_answer_is_not_kept() -> None:
    assert not catalogue.report_first(report=uuid4(), query="qzxjv", lang="th", on=TODAY)
    assert not Question.objects.exists()


def test_there_is_no_report_that_nobody_made() -> None:
    with pytest.raises(catalogue.ReportNotFound):
        catalogue.choose_answer(report=uuid4(), chosen="")


def test_what_is_too_old_is_deleted_and_what_was_asked_since_stays() -> None:
    ask("เรื่องเก่า", on=LONG_AGO)
    report("ทำใบขับขี่", on=LONG_AGO)
    ask("เรื่องที่ถามอีก", on=LONG_AGO)
    ask("เรื่องที่ถามอีก")

    operations.delete_old_questions(on=TODAY)

    assert list(Question.objects.values_list("text", flat=True)) == ["เรื่องที่ถามอีก"]
    assert (QuestionDay.objects.count(), WrongAnswer.objects.count()) == (1, 0)


@pytest.mark.parametrize("by", [ANONYMOUS, Actor(person=UUID(int=2), agency="dga")])
def test_only_who_may_teach_the_search_sees_what_was_asked(by: Actor) -> None:
    for refused in (
        lambda: catalogue.list_asked(settled=False, by=by, **EVER),
        lambda: catalogue.list_misled(settled=False, by=by, **EVER),
        lambda: catalogue.count_seldom_asked(by=by, **EVER),
        lambda: catalogue.get_taught(question=1, by=by),
        lambda: catalogue.settle_question(question=1, by=by, on=TODAY),
    ):
        with pytest.raises((NotFound, SignInNeeded)):
            refused()


def test_a_question_asked_too_seldom_cannot_be_opened_either() -> None:
    ask("เรื่องที่ถามสองครั้ง", times=2)

    with pytest.raises(catalogue.QuestionNotFound):
        catalogue.get_taught(question=Question.objects.get().id, by=TEACHER)


def test_what_people_chose_instead_is_the_first_to_be_taught() -> None:
    chosen = report("ทำใบขับขี่")
    catalogue.choose_answer(report=chosen, chosen="vehicle-tax")

    taught = catalogue.get_taught(question=Question.objects.get().id, by=TEACHER)

    assert taught.lessons[0].service.slug == "vehicle-tax"


def test_what_a_question_can_teach_is_its_strange_words_and_the_services_nearest_to_them() -> None:
    ask("แจ้งเกิด ที่สถานฑูต", times=3)

    taught = catalogue.get_taught(question=Question.objects.get().id, by=TEACHER)

    known = {word.word: word.is_known for word in taught.words}
    assert known["เกิด"] and not known["ฑูต"]
    assert taught.lessons[0].service.slug == "birth-registration"
    assert taught.lessons[0].file == "services/dopa/birth-registration/service.yaml"
    assert ", ฑูต]" in taught.lessons[0].search
    assert taught.weeks == ((date(2026, 11, 16), 3),)
