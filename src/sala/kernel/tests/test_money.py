from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.money import AmountNotExact, AmountNotUnderstood, Baht, Rounding

amounts = st.integers(min_value=-(10**14), max_value=10**14).map(Baht)
rates = st.fractions(min_value=-2, max_value=2, max_denominator=10_000)


@pytest.mark.parametrize(
    ("written", "satang"),
    [("600", 60_000), ("1,250.50", 125_050), ("๖๐๐", 60_000), (" 0.5 ", 50), ("-3", -300), (Decimal("7.25"), 725)],
)
def test_amounts_are_read_as_people_write_them(written: str | Decimal, satang: int) -> None:
    assert Baht.of(written).satang == satang


@pytest.mark.parametrize("written", ["", "หกร้อย", "1,2,3", "1e3", "600 บาท", "12,34.50", "NaN"])
def test_text_that_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(AmountNotUnderstood):
        Baht.of(written)


def test_a_part_of_a_satang_is_refused() -> None:
    with pytest.raises(AmountNotExact):
        Baht.of("1.005")


def test_a_float_is_never_money() -> None:
    with pytest.raises(TypeError):
        Baht.of(0.1)  # type: ignore[arg-type]  # the mistake this test is about
    with pytest.raises(TypeError):
        Baht(1.0)  # type: ignore[arg-type]  # the mistake this test is about
    with pytest.raises(TypeError):
        Baht.of(1).times(0.5, rounding=Rounding.DOWN)  # type: ignore[arg-type]  # the mistake this test is about


@pytest.mark.parametrize(
    ("rounding", "share"),
    [(Rounding.HALF_UP, "0.03"), (Rounding.DOWN, "0.02"), (Rounding.UP, "0.03")],
)
def test_a_share_is_rounded_as_told(rounding: Rounding, share: str) -> None:
    assert Baht.of("0.05").times(Fraction(1, 2), rounding=rounding) == Baht.of(share)
    assert Baht.of("-0.05").times(Fraction(1, 2), rounding=rounding) == -Baht.of(share)


def test_money_is_written_in_both_languages() -> None:
    assert Baht.of("1250.5").format("th") == "1,250.50 บาท"
    assert Baht.of("600").format("en") == "600 baht"
    assert Baht.of("-0.05").format("en") == "-0.05 baht"


@given(amounts, amounts)
def test_adding_and_taking_away_undo_each_other(a: Baht, b: Baht) -> None:
    assert a + b - b == a
    assert sum([a, b]) == b + a


@given(amounts, st.integers(min_value=1, max_value=500))
def test_a_split_loses_no_satang(whole: Baht, parts: int) -> None:
    shares = whole.split(parts)
    assert sum(shares, Baht(0)) == whole
    assert max(shares) - min(shares) <= Baht(1)


@given(amounts)
def test_what_is_written_is_read_back(amount: Baht) -> None:
    assert Baht.of(str(amount)) == amount == Baht.of(amount.amount)
    assert Baht.of(amount.format("en").removesuffix(" baht")) == amount


@given(amounts, rates)
def test_a_rounded_share_is_within_one_satang(amount: Baht, rate: Fraction) -> None:
    exact = amount.satang * rate
    down, up = (amount.times(rate, rounding=way).satang for way in (Rounding.DOWN, Rounding.UP))
    assert abs(down) <= abs(exact) <= abs(up)
    assert abs(up - down) <= 1
    assert abs(amount.times(rate, rounding=Rounding.HALF_UP).satang - exact) <= Fraction(1, 2)
