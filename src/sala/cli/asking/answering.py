"""Read what a person types as the answer to a question of a law."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from sala.kernel.bilingual import Text
from sala.kernel.days import BANGKOK, Period, parse_date
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate
from sala.kernel.thai import fold
from sala.rulekit import Question
from sala.rulekit.kinds import Kind

_YES = frozenset(map(fold, ("ใช่", "y", "yes")))
_NO = frozenset(map(fold, ("ไม่ใช่", "ไม่", "n", "no")))
_TIME = re.compile(r"(.+?)[\sT]+(\d{1,2})[:.](\d{2})")
_SPAN = re.compile(r"\s+(?:ถึง|to|until)\s+")

_HINTS: Mapping[Kind, Text] = {
    Kind.TRUTH: Text(th="ใช่ หรือ ไม่ใช่", en="yes or no"),
    Kind.MONEY: Text(th="บาท เช่น 12500 หรือ 12,500.50", en="baht, such as 12500 or 12,500.50"),
    Kind.WHOLE: Text(th="จำนวนเต็ม", en="a whole number"),
    Kind.EXACT: Text(th="ตัวเลข", en="a number"),
    Kind.DAY: Text(th="วันที่ เช่น 20 พ.ย. 2569 หรือ 20/11/2569", en="a day, such as 20 Nov 2026 or 20/11/2026"),
    Kind.MOMENT: Text(th="วันและเวลา เช่น 20/11/2569 14:30", en="a day and time, such as 20/11/2026 14:30"),
    Kind.PERIOD: Text(
        th="วันแรก หรือ วันแรก ถึง วันที่สิ้นสุด เช่น 1/1/2569 ถึง 1/10/2569",
        en="the first day, or: first day to day of the end, such as 1/1/2026 to 1/10/2026",
    ),
    Kind.MEMBERS: Text(th="กี่คน", en="how many"),
    Kind.CHOICE: Text(th="เลือกด้วยตัวเลขหรือคำ", en="choose by number or by word"),
}
_BIRTH = Text(
    th="เช่น 20 พ.ย. 2509 ถ้ารู้แต่ปีหรือเดือน เขียนเป็น 2509 หรือ 2509-10",
    en="such as 20 Nov 1966; where only the Buddhist Era year or month is known, 2509 or 2509-10",
)


class AnswerNotUnderstood(SalaError):
    """What was typed is not an answer to the question."""

    code = "answer-not-understood"
    status = 422
    message = Text(th="อ่านคำตอบนี้ไม่ได้ ตอบเป็น: {hint}", en="That is not an answer to this. Answer with: {hint}")


def hint_of(question: Question) -> Text:
    """Say how a question is answered."""
    return _BIRTH if question.type.is_birth else _HINTS[question.type.kind]


def read_answer(question: Question, typed: str) -> object:
    """
    Read an answer as facts hold it.

    :raises SalaError: it cannot be read as an answer to this question.
    """
    text = fold(typed)
    if question.type.is_birth:
        return BirthDate.parse(text)
    try:
        return _READERS[question.type.kind](question, text)
    except (ValueError, InvalidOperation) as problem:
        raise AnswerNotUnderstood(hint=hint_of(question)) from problem


def _truth(_: Question, text: str) -> bool:
    if text not in _YES | _NO:
        raise ValueError(text)
    return text in _YES


def _choice(question: Question, text: str) -> str:
    """Take a choice by its words or its number, unless the number is itself the name of one."""
    named = {fold(word): value for value, said in question.choices for word in (said.th, said.en, value)}
    if text in named:
        return named[text]
    number = int(text)
    if not 1 <= number <= len(question.choices):
        raise ValueError(text)
    return question.choices[number - 1][0]


def _whole(_: Question, text: str) -> int:
    return int(text.replace(",", ""))


def _members(question: Question, text: str) -> list[dict[str, object]]:
    number = _whole(question, text)
    if not 0 <= number <= question.type.high:
        raise ValueError(text)
    return [{} for _ in range(number)]


def _moment(_: Question, text: str) -> datetime:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day = parse_date(found[1])
    return datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=BANGKOK)


def _period(_: Question, text: str) -> Period:
    first, *end = _SPAN.split(text, maxsplit=1)
    return Period(parse_date(first), parse_date(end[0]) if end else None)


def _day(_: Question, text: str) -> date:
    return parse_date(text)


_READERS: Mapping[Kind, Callable[[Question, str], object]] = {
    Kind.TRUTH: _truth,
    Kind.CHOICE: _choice,
    Kind.WHOLE: _whole,
    Kind.MONEY: lambda _, text: Baht.of(text),
    Kind.EXACT: lambda _, text: Decimal(text),
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.PERIOD: _period,
    Kind.MEMBERS: _members,
}
