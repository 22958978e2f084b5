"""The calendar against real days of B.E. 2567-2570."""

import warnings
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.calendars import (
    CalendarYearMissing,
    OfficeHours,
    OfficeHoursBackwards,
    WorkingCalendar,
)
from sala.kernel.days import BANGKOK, Period

CALENDAR = WorkingCalendar.load(Path(__file__).parents[4] / "thailand" / "calendar")
PATTANI, BANGKOK_AREA, MUANG_PATTANI = "94", "10", "940101"

# Far enough from both ends that no count leaves the years with data.
days = st.dates(min_value=date(2024, 4, 1), max_value=date(2027, 9, 30))
areas = st.sampled_from([None, BANGKOK_AREA, PATTANI])
counts = st.integers(min_value=1, max_value=45)


@pytest.mark.parametrize(
    ("day", "offices_work", "banks_open", "why"),
    [
        (date(2024, 1, 2), True, True, "its substitution was moved to 29 December 2023"),
        (date(2024, 4, 12), False, False, "special day, announced on 13 February 2024"),
        (date(2024, 4, 16), False, False, "Songkran's substitution"),
        (date(2024, 5, 1), True, False, "Labour Day closes banks only"),
        (date(2024, 5, 10), False, True, "the ploughing ceremony closes offices only"),
        (date(2024, 12, 30), False, True, "special day that the Bank of Thailand did not follow"),
        (date(2025, 4, 16), False, True, "Songkran's substitution, for offices only"),
        (date(2025, 6, 2), False, False, "special day"),
        (date(2025, 7, 11), False, True, "Buddhist Lent Day closes offices only"),
        (date(2026, 1, 2), False, False, "special day"),
        (date(2026, 6, 2), True, True, "proposed as a special day and withdrawn"),
        (date(2026, 12, 7), False, False, "5 December fell on a Saturday"),
        (date(2027, 7, 19), False, False, "Buddhist Lent Day for offices, a substitution for banks"),
        (date(2027, 7, 20), False, True, "a substitution for offices"),
        (date(2026, 11, 21), False, False, "a Saturday"),
        (date(2026, 11, 20), True, True, "an ordinary Friday"),
    ],
)
def test_offices_and_banks_keep_their_own_days(day: date, offices_work: bool, banks_open: bool, why: str) -> None:
    assert (CALENDAR.is_working_day(day), CALENDAR.is_bank_day(day)) == (offices_work, banks_open), why


@pytest.mark.parametrize("day", [date(2024, 6, 17), date(2025, 6, 9), date(2026, 2, 17)])
def test_southern_holidays_hold_in_the_southern_provinces_only(day: date) -> None:
    assert not CALENDAR.is_working_day(day, PATTANI)
    assert not CALENDAR.is_working_day(day, MUANG_PATTANI)
    assert CALENDAR.is_working_day(day, BANGKOK_AREA)
    assert CALENDAR.is_working_day(day)
    assert CALENDAR.is_bank_day(day)


def test_a_holiday_announced_late_was_a_working_day_until_then() -> None:
    special = date(2024, 4, 12)
    assert CALENDAR.as_known_on(date(2024, 2, 12)).is_working_day(special)
    assert not CALENDAR.as_known_on(date(2024, 2, 13)).is_working_day(special)


def test_a_substitution_is_named_after_its_holiday() -> None:
    holiday = CALENDAR.find_holiday(date(2024, 2, 26))
    assert holiday is not None
    assert holiday.name.th == "ชดเชยวันมาฆบูชา"
    assert holiday.instead_of == date(2024, 2, 24)


def test_every_substitution_is_a_weekday_after_its_weekend() -> None:
    for holiday in CALENDAR.holidays:
        if holiday.instead_of is not None:
            assert holiday.on.weekday() < 5 <= holiday.instead_of.weekday()
            assert timedelta(0) < holiday.on - holiday.instead_of <= timedelta(days=3)


def test_banks_kept_eighteen_holidays_in_2567() -> None:
    year = Period(date(2024, 1, 1), date(2025, 1, 1))
    on_weekdays = [h for h in CALENDAR.list_holidays(year, closes="banks") if h.on.weekday() < 5]
    assert len(on_weekdays) == 18  # as the Bank of Thailand's list was reported in February 2024


@pytest.mark.parametrize(
    ("received", "working_days", "due"),
    [
        (date(2026, 11, 20), 7, date(2026, 12, 1)),
        (date(2026, 4, 10), 1, date(2026, 4, 16)),  # over Songkran
        (date(2025, 12, 30), 1, date(2026, 1, 5)),  # over the new year and a special day
        (date(2026, 12, 4), 3, date(2026, 12, 11)),  # 7 and 10 December are holidays
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 4, 16), -1, date(2026, 4, 10)),
    ],
)
def test_deadlines_count_working_days(received: date, working_days: int, due: date) -> None:
    assert CALENDAR.add_working_days(received, working_days) == due


@pytest.mark.parametrize(
    ("tenth", "paid_on"),
    [
        (date(2026, 11, 10), date(2026, 11, 10)),
        (date(2026, 10, 10), date(2026, 10, 9)),
        (date(2026, 12, 10), date(2026, 12, 9)),
        (date(2027, 4, 10), date(2027, 4, 9)),
    ],
)
def test_what_falls_due_on_a_holiday_is_paid_the_working_day_before(tenth: date, paid_on: date) -> None:
    assert CALENDAR.working_day_before(tenth) == paid_on
    assert CALENDAR.bank_day_before(tenth) == paid_on


def test_a_bank_day_after_skips_what_only_banks_keep() -> None:
    assert CALENDAR.bank_day_after(date(2026, 5, 1)) == date(2026, 5, 5)
    assert CALENDAR.working_day_after(date(2026, 5, 1)) == date(2026, 5, 1)


@given(days, counts, areas)
def test_adding_and_counting_are_inverse(day: date, n: int, area: str | None) -> None:
    due = CALENDAR.add_working_days(day, n, area)
    assert CALENDAR.is_working_day(due, area)
    tomorrow, day_after_due = day + timedelta(days=1), due + timedelta(days=1)
    assert CALENDAR.count_working_days(tomorrow, day_after_due, area) == n


@given(days, counts, areas)
def test_going_forth_and_back_returns_to_a_working_day(day: date, n: int, area: str | None) -> None:
    start = CALENDAR.working_day_after(day, area)
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, n, area), -n, area) == start


@pytest.mark.parametrize(
    ("arrived", "received"),
    [
        ((2026, 11, 20, 8, 30), (2026, 11, 20, 8, 30)),  # Friday, at opening
        ((2026, 11, 20, 16, 29), (2026, 11, 20, 16, 29)),
        ((2026, 11, 20, 16, 30), (2026, 11, 23, 8, 30)),  # at closing: Monday
        ((2026, 11, 20, 6, 0), (2026, 11, 20, 8, 30)),  # before opening: the same day
        ((2026, 11, 21, 12, 0), (2026, 11, 23, 8, 30)),  # Saturday
        ((2026, 4, 12, 23, 0), (2026, 4, 16, 8, 30)),  # the eve of Songkran
        ((2025, 12, 31, 10, 0), (2026, 1, 5, 8, 30)),
    ],
)
def test_what_arrives_outside_office_hours_counts_from_the_next(
    arrived: tuple[int, ...], received: tuple[int, ...]
) -> None:
    at = datetime(*arrived, tzinfo=BANGKOK)  # type: ignore[misc,arg-type]  # year to minute, then the zone by name
    assert CALENDAR.next_office_moment(at) == datetime(*received, tzinfo=BANGKOK)  # type: ignore[misc,arg-type]  # same


@given(st.datetimes(datetime(2024, 4, 1), datetime(2027, 9, 30), timezones=st.just(UTC)), areas)  # noqa: DTZ001
def test_a_received_moment_stays_where_it_is(at: datetime, area: str | None) -> None:
    received = CALENDAR.next_office_moment(at, area=area)
    assert received >= at
    assert CALENDAR.next_office_moment(received, area=area) == received


def test_an_office_may_keep_its_own_hours() -> None:
    late = OfficeHours(opens=time(10), closes=time(20))
    at = datetime(2026, 11, 20, 19, 0, tzinfo=BANGKOK)
    assert CALENDAR.next_office_moment(at, late) is at
    with pytest.raises(OfficeHoursBackwards):
        OfficeHours(opens=time(17), closes=time(8))


def test_a_year_without_data_is_a_loud_warning() -> None:
    with pytest.warns(CalendarYearMissing, match=r"2028 .*2571.*2028\.yaml"):
        assert CALENDAR.is_working_day(date(2028, 4, 13))


def test_a_year_with_data_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert CALENDAR.count_working_days(date(2024, 1, 1), date(2028, 1, 1)) == 967


def test_what_is_not_announced_yet_is_awaited() -> None:
    assert {(a.year, a.name.en) for a in CALENDAR.awaited} >= {(2027, "Royal Ploughing Ceremony Day")}
