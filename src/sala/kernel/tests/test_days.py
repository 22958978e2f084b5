from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.bilingual import LANGS
from sala.kernel.days import (
    BANGKOK,
    DateNotUnderstood,
    Period,
    PeriodBackwards,
    fiscal_period,
    fiscal_year,
    format_date,
    format_moment,
    month_of,
    parse_date,
    thai_day,
)
from sala.kernel.eras import DayDoesNotExist, buddhist_date, buddhist_year
from sala.kernel.thai import to_thai_digits

days = st.dates(min_value=date(1890, 1, 1), max_value=date(2200, 12, 31))

NOVEMBER_20 = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 9, 30, 16, 59, 59, tzinfo=UTC), date(2026, 9, 30)),
        (datetime(2026, 9, 30, 17, 0, tzinfo=UTC), date(2026, 10, 1)),
        (datetime(2026, 10, 1, 6, 59, tzinfo=BANGKOK), date(2026, 10, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_bangkok(at: datetime, day: date) -> None:
    assert thai_day(at) == day


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        thai_day(datetime(2026, 10, 1))  # noqa: DTZ001  # the mistake this test is about


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-20",
        "2569-11-20",
        "20/11/2569",
        "20-11-2026",
        "20.11.2569",
        "20 11 2569",
        "๒๐/๑๑/๒๕๖๙",
        "20 พฤศจิกายน 2569",
        "๒๐ พฤศจิกายน พ.ศ. ๒๕๖๙",
        "20 พ.ย. 2569",
        "20พ.ย.2569",
        "20 พย 2569",
        "วันศุกร์ที่ 20 พฤศจิกายน พ.ศ. 2569",
        "วันที่ 20 เดือนพฤศจิกายน พ.ศ.2569",
        "20 พฤศจิกายน พุทธศักราช 2569",
        "20 พฤศจิกายน ค.ศ. 2026",
        "20 November 2026",
        "20 nov 2026 CE",
        "November 20, 2026",
        "Friday 20 November B.E. 2569",
        "  20   Nov   2026 ",
    ],
)
def test_a_date_is_read_however_people_write_it(written: str) -> None:
    assert parse_date(written) == NOVEMBER_20


@pytest.mark.parametrize(
    "written",
    [
        "",
        "วันนี้",
        "20/11/69",
        "20 พ.ย. 69",
        "11/2569",
        "20 ศจิกายน 2569",
        "20 พ.ย. ค.ศ. 2569",
        "20 Nov 2026 BE",
        "0226-01-01",
    ],
)
def test_text_that_can_be_read_in_two_ways_or_none_is_refused(written: str) -> None:
    with pytest.raises(DateNotUnderstood):
        parse_date(written)


@pytest.mark.parametrize("written", ["31/2/2569", "2026-13-01", "0/1/2569", "15 ก.พ. 2483", "31 มีนาคม 2483"])
def test_a_day_that_never_was_is_refused(written: str) -> None:
    with pytest.raises(DayDoesNotExist):
        parse_date(written)


@pytest.mark.parametrize(
    ("year", "month", "day", "was"),
    [
        (2480, 4, 1, date(1937, 4, 1)),
        (2480, 3, 31, date(1938, 3, 31)),
        (2482, 3, 31, date(1940, 3, 31)),
        (2483, 4, 1, date(1940, 4, 1)),
        (2483, 12, 31, date(1940, 12, 31)),
        (2484, 1, 1, date(1941, 1, 1)),
        (2569, 1, 1, date(2026, 1, 1)),
    ],
)
def test_old_years_began_on_the_first_of_april(year: int, month: int, day: int, was: date) -> None:
    assert buddhist_date(year, month, day) == was
    assert buddhist_year(was) == year


@given(days)
def test_every_way_of_writing_a_day_reads_back(day: date) -> None:
    for lang in LANGS:
        for style in ("long", "short", "full"):
            written = format_date(day, lang, style)
            assert parse_date(written) == parse_date(to_thai_digits(written)) == day
    assert parse_date(day.isoformat()) == day


@given(days)
def test_the_buddhist_year_of_a_day_leads_back_to_it(day: date) -> None:
    assert buddhist_date(buddhist_year(day), day.month, day.day) == day


@given(days)
def test_every_day_lies_in_its_month_and_its_fiscal_year(day: date) -> None:
    assert day in month_of(day)
    assert day in fiscal_period(fiscal_year(day))
    assert fiscal_period(fiscal_year(day)).until == fiscal_period(fiscal_year(day) + 1).from_


def test_a_moment_is_written_by_the_clock_in_bangkok() -> None:
    at = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)
    assert format_moment(at, "th") == "21 พฤศจิกายน 2569 เวลา 01.05 น."
    assert format_moment(at, "en", "full") == "Saturday 21 November 2026, 01:05"


def test_a_period_is_half_open() -> None:
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    assert date(2026, 10, 1) in october
    assert date(2026, 11, 1) not in october
    assert october.days == 31
    assert Period(date(2026, 10, 1)).days is None


def test_periods_that_only_touch_do_not_overlap() -> None:
    october, november = month_of(date(2026, 10, 5)), month_of(date(2026, 11, 5))
    assert not october.overlaps(november)
    assert Period(date(2020, 1, 1)).overlaps(november)
    assert not Period(date(2026, 10, 5), date(2026, 10, 5)).overlaps(october)


@given(days, st.integers(min_value=1, max_value=1000))
def test_a_period_cannot_run_backwards(day: date, length: int) -> None:
    with pytest.raises(PeriodBackwards):
        Period(day, day - timedelta(days=length))
