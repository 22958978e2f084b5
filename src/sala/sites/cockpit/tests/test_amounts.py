"""Sums as they stand in a table: rounded, with a sign only where something is left to be signed."""

import pytest

from .. import amounts


@pytest.mark.parametrize(("satang", "written"), [(-123_456, "−1,235"), (40, "0"), (-40, "0"), (0, "0"), (99, "+1")])
def test_a_change_of_less_than_half_a_baht_has_no_sign(satang: float, written: str) -> None:
    assert amounts.signed_baht(satang) == written


def test_an_uncertainty_that_was_not_told_has_no_sign_before_it() -> None:
    assert amounts.within(None) == "–"
    assert amounts.within(100_000_000 * 100) == "±196"
