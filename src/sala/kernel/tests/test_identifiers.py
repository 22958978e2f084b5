import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.identifiers import (
    CitizenId,
    HouseCode,
    JuristicId,
    NotAJuristicNumber,
    NumberMistyped,
    NumberNotUnderstood,
    citizen_check_digit,
)
from sala.kernel.thai import to_thai_digits

twelve = st.text("0123456789", min_size=12, max_size=12)


@given(twelve)
def test_every_number_with_its_check_digit_is_read(first_twelve: str) -> None:
    number = CitizenId(first_twelve + citizen_check_digit(first_twelve))
    assert CitizenId.parse(number.shown) == CitizenId.parse(to_thai_digits(number.digits)) == number
    assert CitizenId.parse(number.shown.replace("-", " ")) == number


@given(twelve, st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_nearly_always_noticed(first_twelve: str, place: int, change: int) -> None:
    right = first_twelve + citizen_check_digit(first_twelve)
    wrong = right[:place] + str((int(right[place]) + change) % 10) + right[place + 1 :]
    # 10 and 0, 11 and 1 share a check digit, so the rule cannot see every mistake.
    if citizen_check_digit(wrong[:12]) != wrong[12]:
        with pytest.raises(NumberMistyped):
            CitizenId.parse(wrong)


@pytest.mark.parametrize("first_digit", "012345678")
def test_every_kind_of_person_has_a_valid_number(first_digit: str) -> None:
    first_twelve = f"{first_digit}00000000012"
    assert CitizenId.parse(first_twelve + citizen_check_digit(first_twelve))


@pytest.mark.parametrize("written", ["", "12345", "12345678901234", "123456789012x", "หนึ่งสองสาม", "1²345678901²1"])
def test_what_is_no_number_is_refused_in_both_languages(written: str) -> None:
    with pytest.raises(NumberNotUnderstood) as refused:
        CitizenId.parse(written)
    assert "13 หลัก" in refused.value.text.th
    assert "13 digits" in refused.value.text.en


def test_a_number_shows_itself_only_when_asked() -> None:
    number = CitizenId.parse("1-2345-67890-12-1")
    assert f"{number} {number!r} {[number]}".count("x-xxxx-xxxxx-12-1") == 3
    assert number.shown == "1-2345-67890-12-1"


@pytest.mark.parametrize("digits", ["0107536000374", "0107544000108", "0107542000011", "0994000165471"])
def test_numbers_of_real_juristic_persons_are_read(digits: str) -> None:
    assert JuristicId.parse(digits).digits == digits


def test_a_person_is_no_company() -> None:
    with pytest.raises(NotAJuristicNumber):
        JuristicId.parse("1234567890121")
    with pytest.raises(NumberMistyped):
        JuristicId.parse("0107544000109")


def test_a_house_code_has_eleven_digits() -> None:
    assert HouseCode.parse("๑๐๐๑-๐๐๐๐๐๑-๒").digits == "10010000012"
    assert HouseCode.parse("10010000012").masked == "xxxx-xxxx01-2"
    with pytest.raises(NumberNotUnderstood):
        HouseCode.parse("1001000001")
