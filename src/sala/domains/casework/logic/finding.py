"""What the law finds on a case's facts: an answer with its reasons, for a person to confirm."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sala.kernel.calendars import WorkingCalendar
from sala.kernel.money import Baht
from sala.servicekit.schema.conditions import holds
from sala.servicekit.schema.offer import Decide, Gives, PaidOn
from sala.servicekit.schema.service import Service

from ..contracts import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """The law's answer (True, False, an amount, or None while a fact is unknown) as of one day, with its reasons."""

    value: Any
    as_of: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """Money to come: how much, and the day it is paid."""

    amount: Baht
    on: date


def law_facts(decide: Decide, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Name the case's facts as the law names them; a condition answers a fact of the law that nobody asked."""
    named = {
        theirs: facts.get(ours) if isinstance(ours, str) else holds(ours, facts)
        for theirs, ours in decide.facts.items()
    }
    return {**facts, **named}


def as_of_day(service: Service, *, received_on: date, facts: Mapping[str, Any]) -> date:
    """Give the day whose law decides: the day the law counts as received, unless the declaration names another."""
    named = service.decide.as_of if service.decide else "received"
    day = facts.get(named)
    return day if isinstance(day, date) else received_on


def payment_days(gives: Gives, *, after: date, months: int, calendar: WorkingCalendar) -> Iterator[date]:
    """Give the next days money is paid on, one after another, moved off holidays as the declaration says."""
    firsts = (_month_first(after, ahead) for ahead in range(months + 1))
    days = (_paid_on(gives.paid_on, first, calendar) for first in firsts)
    return islice((day for day in days if day > after), months)


def _month_first(day: date, ahead: int) -> date:
    months = day.year * 12 + day.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1)


def _paid_on(rule: PaidOn, first: date, calendar: WorkingCalendar) -> date:
    last = monthrange(first.year, first.month)[1]
    day = first.replace(day=min(rule.day, last))
    if calendar.is_working_day(day):
        return day
    if rule.if_holiday == "working-day-before":
        return calendar.working_day_before(day)
    return calendar.working_day_after(day)
