"""One who answers every question of an interview, at random."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sala.kernel.calendars import WorkingCalendar
from sala.kernel.days import BANGKOK
from sala.rulekit import Facts, Interview, Law
from sala.rulekit.interview.places import with_fact
from sala.rulekit.kinds import Kind, Type

_PATIENCE = 400


def answer_all(law: Law, name: str, draw: Random, *, on: date, calendar: WorkingCalendar | None = None) -> Interview:
    """Answer until nothing more is asked."""
    facts: Facts = {}
    for _ in range(_PATIENCE):
        interview = law.interview(name, facts, on, calendar=calendar)
        if interview.next is None:
            return interview
        facts = with_fact(interview.outcome.facts, interview.next.path, an_answer(interview.next.type, draw, on=on))
    raise AssertionError("an interview that does not end")


def an_answer(wanted: Type, draw: Random, *, on: date) -> Any:
    """Answer one question."""
    day = on - timedelta(days=draw.randrange(30_000))
    match wanted.kind:
        case Kind.TRUTH:
            return draw.random() < 0.5
        case Kind.MEMBERS:
            return [{} for _ in range(draw.randrange(3))]
        case Kind.CHOICE:
            return draw.choice(wanted.values)
        case Kind.DAY:
            return day
        case Kind.MOMENT:
            return datetime(day.year, day.month, day.day, 9, tzinfo=BANGKOK)
        case Kind.PERIOD:
            return {"from": day}
    low, high = max(0, wanted.low), min(wanted.high, 10_000_000)
    number = draw.randrange(low, high + 1)
    return f"{number / 100:.2f}" if wanted.kind is Kind.MONEY else number
