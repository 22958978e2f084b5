"""The legal clock, by dated examples. Each says which rule it shows; the holidays stand in the pack with their sources."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sala.kernel.calendars import GOVERNMENT_HOURS, CalendarYearMissing, WorkingCalendar
from sala.kernel.days import BANGKOK, ONE_DAY
from sala.servicekit.schema.offer import Clock

from ..contracts import ClockEffect
from ..logic.clock import Tick, counted_from, days_left, due_on

CHIANG_MAI, SONGKHLA = "50", "90"
SEVEN = Clock(length=7, unit="working-days", unverified=True)  # Public Health Act B.E. 2535, s. 48
FIFTEEN_DAYS = Clock(length=15, unit="days", unverified=True)

RECEIVED = [
    # why: the Electronic Administration Act B.E. 2565 (EAA), the Civil and Commercial Code (CCC)
    ("EAA s. 10: received in office hours", "2026-11-20 10:00", CHIANG_MAI, "2026-11-20", "2026-12-01"),
    ("EAA s. 10: the last minute of the office", "2026-11-20 16:29", CHIANG_MAI, "2026-11-20", "2026-12-01"),
    ("EAA s. 10: closed at the hour itself, a Friday", "2026-11-20 16:30", CHIANG_MAI, "2026-11-23", "2026-12-02"),
    ("EAA s. 10: before opening, the same day", "2026-11-20 08:00", CHIANG_MAI, "2026-11-20", "2026-12-01"),
    ("EAA s. 10: on a Saturday", "2026-11-21 12:00", CHIANG_MAI, "2026-11-23", "2026-12-02"),
    ("EAA s. 10: late on a Sunday", "2026-11-22 23:59", CHIANG_MAI, "2026-11-23", "2026-12-02"),
    ("EAA s. 10: after midnight, still Sunday in UTC", "2026-11-23 00:30", CHIANG_MAI, "2026-11-23", "2026-12-02"),
    (
        "CCC s. 193/3: Father's Day on a Saturday, and the Monday for it",
        "2026-12-03 10:00",
        "50",
        "2026-12-03",
        "2026-12-16",
    ),
    ("EAA s. 10: on a substitution day", "2026-12-07 10:00", CHIANG_MAI, "2026-12-08", "2026-12-18"),
    ("EAA s. 10: New Year's Eve, into another year", "2026-12-31 10:00", CHIANG_MAI, "2027-01-04", "2027-01-13"),
    ("CCC s. 193/3: over Songkran", "2026-04-09 10:00", CHIANG_MAI, "2026-04-09", "2026-04-23"),
    (
        "CCC s. 193/3: Songkran begins on a Sunday, offices close a day more",
        "2025-04-11 15:00",
        "50",
        "2025-04-11",
        "2025-04-25",
    ),
    ("EAA s. 10: in the middle of Songkran", "2025-04-14 09:00", CHIANG_MAI, "2025-04-17", "2025-04-28"),
    ("CCC s. 193/3: Labour Day closes banks, not offices", "2026-04-30 10:00", CHIANG_MAI, "2026-04-30", "2026-05-12"),
    ("Cabinet of 12 November 2567: a special holiday", "2025-12-30 10:00", CHIANG_MAI, "2025-12-30", "2026-01-13"),
    ("PM's Office No. 20: Chinese New Year closes Songkhla", "2026-02-16 10:00", SONGKHLA, "2026-02-16", "2026-02-26"),
    ("PM's Office No. 20: and not Chiang Mai", "2026-02-16 10:00", CHIANG_MAI, "2026-02-16", "2026-02-25"),
    ("EAA s. 10: received on that day in Songkhla", "2026-02-17 10:00", SONGKHLA, "2026-02-18", "2026-02-27"),
    (
        "Sheikhul Islam Office: Eid on a Saturday, in a sub-district there",
        "2026-03-20 10:00",
        "900101",
        "2026-03-20",
        "2026-04-01",
    ),
    (
        "Sheikhul Islam Office: and elsewhere that Monday works",
        "2026-03-20 10:00",
        CHIANG_MAI,
        "2026-03-20",
        "2026-03-31",
    ),
    ("PM's Office: the Ploughing Ceremony closes offices", "2026-05-12 10:00", CHIANG_MAI, "2026-05-12", "2026-05-22"),
    ("PM's Office: Makha Bucha", "2026-03-02 10:00", CHIANG_MAI, "2026-03-02", "2026-03-12"),
    (
        "PM's Office: Visakha Bucha on a Sunday, then the Queen's Birthday",
        "2026-05-29 10:00",
        "50",
        "2026-05-29",
        "2026-06-11",
    ),
    ("PM's Office: three holidays on end in July", "2026-07-27 10:00", CHIANG_MAI, "2026-07-27", "2026-08-10"),
]

STOPPED: list[tuple[str, list[tuple[ClockEffect, str]], str | None]] = [
    ("it runs on with the five days left", [("stop", "2026-11-24"), ("resume", "2026-11-30")], "2026-12-08"),
    ("stopped on the first day it keeps all", [("stop", "2026-11-20"), ("resume", "2026-11-25")], "2026-12-04"),
    ("it stands", [("stop", "2026-11-24")], None),
    ("the law gives the whole time again", [("stop", "2026-11-24"), ("restart", "2026-11-30")], "2026-12-11"),
    ("a Saturday uses nothing", [("stop", "2026-11-21"), ("resume", "2026-11-23")], "2026-12-02"),
    ("it has ended", [("end", "2026-11-24")], None),
    ("what was late stays due at once", [("stop", "2026-12-04"), ("resume", "2026-12-08")], "2026-12-08"),
    (
        "two stops take only what ran",
        [("stop", "2026-11-23"), ("resume", "2026-11-25"), ("stop", "2026-11-26"), ("resume", "2026-11-30")],
        "2026-12-08",
    ),
]


def bangkok(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(("why", "at", "area", "counted", "due"), RECEIVED, ids=lambda value: str(value)[:60])
def test_a_clock_of_seven_working_days(
    why: str, at: str, area: str, counted: str, due: str, calendar: WorkingCalendar
) -> None:
    start = counted_from(received_at=bangkok(at), calendar=calendar, hours=GOVERNMENT_HOURS, area=area)

    assert start == day(counted)
    assert due_on(clock=SEVEN, ticks=[Tick("start", start)], calendar=calendar, area=area) == day(due)


@pytest.mark.parametrize(("why", "ticks", "due"), STOPPED, ids=lambda value: str(value)[:60])
def test_a_clock_that_was_stopped(
    why: str, ticks: list[tuple[ClockEffect, str]], due: str | None, calendar: WorkingCalendar
) -> None:
    account = [Tick("start", day("2026-11-20")), *(Tick(effect, day(on)) for effect, on in ticks)]

    found = due_on(clock=SEVEN, ticks=account, calendar=calendar, area=CHIANG_MAI)

    assert found == (day(due) if due else None)


def test_a_clock_of_days_counts_weekends_too(calendar: WorkingCalendar) -> None:
    ticks = [Tick("start", day("2026-11-20")), Tick("stop", day("2026-11-22")), Tick("resume", day("2026-11-25"))]

    assert due_on(clock=FIFTEEN_DAYS, ticks=ticks[:1], calendar=calendar, area=None) == day("2026-12-05")
    assert due_on(clock=FIFTEEN_DAYS, ticks=ticks, calendar=calendar, area=None) == day("2026-12-08")


def test_a_time_limit_that_nobody_found_runs_no_clock(calendar: WorkingCalendar) -> None:
    ticks = [Tick("start", day("2026-11-20"))]

    assert due_on(clock=Clock(unverified=True), ticks=ticks, calendar=calendar, area=None) is None


def test_a_year_without_holidays_is_a_loud_warning(calendar: WorkingCalendar) -> None:
    with pytest.warns(CalendarYearMissing, match="2031"):
        due_on(clock=SEVEN, ticks=[Tick("start", day("2031-03-03"))], calendar=calendar, area=None)


@pytest.mark.parametrize(
    ("today", "left"), [("2026-11-20", 7), ("2026-11-28", 2), ("2026-12-01", 0), ("2026-12-03", -2)]
)
def test_the_days_left_are_counted_in_the_unit_of_the_law(today: str, left: int, calendar: WorkingCalendar) -> None:
    due = day("2026-12-01")

    assert days_left(unit="working-days", due=due, today=day(today), calendar=calendar, area=CHIANG_MAI) == left


@settings(max_examples=150, deadline=None)
@given(
    start=st.dates(day("2024-01-02"), day("2026-06-30")),
    length=st.integers(1, 60),
    pauses=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 30)), max_size=5),
    area=st.sampled_from([None, CHIANG_MAI, SONGKHLA]),
)
def test_stops_and_resumes_never_lose_or_gain_a_working_day(
    start: date, length: int, pauses: list[tuple[int, int]], area: str | None, calendar: WorkingCalendar
) -> None:
    running = calendar.working_day_after(start, area)
    ticks, used = [Tick("start", running)], 0
    for ran_for, stood_for in pauses:
        stopped = running + ONE_DAY * ran_for
        ran = calendar.count_working_days(running + ONE_DAY, stopped + ONE_DAY, area)
        if used + ran >= length:
            break
        used += ran
        running = calendar.working_day_after(stopped + ONE_DAY * stood_for, area)
        ticks += [Tick("stop", stopped), Tick("resume", running)]

    due = due_on(clock=Clock(length=length, unverified=True), ticks=ticks, calendar=calendar, area=area)

    assert due is not None
    assert used + calendar.count_working_days(running + ONE_DAY, due + ONE_DAY, area) == length
    assert calendar.is_working_day(due, area)


@settings(max_examples=50, deadline=None)
@given(start=st.dates(day("2024-01-02"), day("2026-06-30")), length=st.integers(1, 60), stood=st.integers(0, 60))
def test_a_restart_gives_the_whole_time_whatever_was_used(
    start: date, length: int, stood: int, calendar: WorkingCalendar
) -> None:
    clock, again = Clock(length=length, unverified=True), start + ONE_DAY * stood
    ticks = [Tick("start", start), Tick("stop", again), Tick("restart", again)]

    assert due_on(clock=clock, ticks=ticks, calendar=calendar, area=None) == calendar.add_working_days(again, length)
