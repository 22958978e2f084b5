from datetime import date, datetime

import pytest

from sala.cli.asking.answering import AnswerNotUnderstood, read_answer
from sala.kernel.bilingual import Text
from sala.kernel.days import BANGKOK, Period
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate
from sala.rulekit import Question
from sala.rulekit.kinds import DAY, MOMENT, PERIOD, TRUTH, Kind, Type, choice, money, whole

BIRTH = Type(Kind.DAY, is_birth=True)
MEMBERS = Type(Kind.MEMBERS, high=100)


def asking(wanted: Type) -> Question:
    choices = tuple((value, Text(th=f"คำของ {value}", en=f"the words of {value}")) for value in wanted.values)
    return Question("fact", Text(th="ข้อเท็จจริง", en="Fact"), None, wanted, choices)


@pytest.mark.parametrize(
    ("wanted", "typed", "read"),
    [
        (TRUTH, "ใช่", True),
        (TRUTH, "No", False),
        (money(), "๑๒,๕๐๐.๕๐", Baht.of("12500.50")),
        (whole(0, 10), "๗", 7),
        (BIRTH, "2509-10", BirthDate(2509, 10)),
        (DAY, "20 พ.ย. 2569", date(2026, 11, 20)),
        (MOMENT, "20/11/2569 14:30", datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK)),
        (PERIOD, "1/1/2569 ถึง 1/10/2569", Period(date(2026, 1, 1), date(2026, 10, 1))),
        (PERIOD, "1/1/2569", Period(date(2026, 1, 1))),
        (choice("Use", ("farm", "home")), "2", "home"),
        (choice("Use", ("farm", "home")), "คำของ farm", "farm"),
        (choice("Section", ("none", "33", "39")), "33", "33"),
        (MEMBERS, "2", [{}, {}]),
    ],
)
def test_an_answer_is_read_as_people_type_it(wanted: Type, typed: str, read: object) -> None:
    assert read_answer(asking(wanted), typed) == read


@pytest.mark.parametrize(
    ("wanted", "typed"), [(TRUTH, "maybe"), (whole(0, 9), "1.5"), (choice("Use", ("farm",)), "2"), (MEMBERS, "101")]
)
def test_what_is_no_answer_is_told_with_what_would_be(wanted: Type, typed: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        read_answer(asking(wanted), typed)


def test_an_amount_finer_than_a_satang_is_refused() -> None:
    with pytest.raises(SalaError):
        read_answer(asking(money()), "0.001")
