"""Numbers and check codes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..logic.numbers import check_code, number_year, read_code, show_code


@given(st.binary(min_size=16, max_size=16))
def test_a_code_survives_being_shown_and_typed_back(entropy: bytes) -> None:
    code = check_code(entropy)
    assert read_code(show_code(code).lower()) == code


@pytest.mark.parametrize("typed", ["", "12345", "U" * 26, "ก" * 26, "0" * 27])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_a_code_needs_all_its_randomness() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        check_code(b"short")


def test_the_year_of_a_number_is_the_year_in_bangkok() -> None:
    assert number_year(datetime(2026, 12, 31, 18, tzinfo=UTC)) == 2570
