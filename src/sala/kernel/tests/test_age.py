from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.age import NotYetBorn, day_of_age, full_years
from sala.kernel.people import BirthDate

births = st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("born", "years", "complete_on"),
    [
        (date(1966, 10, 1), 60, date(2026, 9, 30)),
        (date(1966, 1, 1), 60, date(2025, 12, 31)),
        (date(1966, 3, 1), 60, date(2026, 2, 28)),
        (date(1964, 3, 1), 60, date(2024, 2, 29)),
        (date(1964, 2, 29), 60, date(2024, 2, 28)),
        (date(1964, 2, 29), 61, date(2025, 2, 28)),
        (date(2020, 11, 20), 6, date(2026, 11, 19)),
        (BirthDate(2509, 10), 60, date(2026, 9, 30)),
        (BirthDate(2509), 60, date(2025, 12, 31)),
        (BirthDate(2480), 90, date(2027, 3, 31)),
        (BirthDate(2480, 2, 15), 90, date(2028, 2, 14)),
    ],
)
def test_a_year_of_age_is_complete_the_day_before_the_birthday(
    born: date | BirthDate, years: int, complete_on: date
) -> None:
    assert day_of_age(born, years) == complete_on
    assert full_years(born, complete_on) == years
    assert full_years(born, complete_on - timedelta(days=1)) == years - 1


@given(births, st.integers(min_value=1, max_value=120))
def test_counting_years_and_naming_their_day_agree(born: date, years: int) -> None:
    complete_on = day_of_age(born, years)
    assert full_years(born, complete_on) == years
    assert full_years(born, complete_on - timedelta(days=1)) == years - 1


def test_the_day_of_birth_is_day_one_of_age_nought() -> None:
    assert full_years(date(2026, 11, 20), date(2026, 11, 20)) == 0
    with pytest.raises(NotYetBorn):
        full_years(date(2026, 11, 20), date(2026, 11, 19))
