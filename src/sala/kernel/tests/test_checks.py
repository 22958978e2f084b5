import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.checks import CannotBeChecked, check_character, is_checked

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
numbers = st.text(ALPHABET, min_size=1, max_size=24)


def test_a_published_identifier_carries_its_check_character() -> None:
    # Source: the Global Release Identifier standard, which uses ISO 7064 MOD 37,36.
    assert is_checked("A1-2425G-ABC1234002-M")


@given(numbers)
def test_a_number_with_its_character_is_checked(number: str) -> None:
    whole = number + check_character(number)
    assert is_checked(whole)
    assert is_checked("-".join(whole).lower())


@given(numbers, st.data())
def test_one_wrong_character_is_always_noticed(number: str, data: st.DataObject) -> None:
    whole = number + check_character(number)
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(whole[place], "")))
    assert not is_checked(whole[:place] + wrong + whole[place + 1 :])


@pytest.mark.parametrize("text", ["", "-", "ก1", "A*B"])
def test_other_characters_cannot_be_checked(text: str) -> None:
    with pytest.raises(CannotBeChecked):
        check_character(text)
    assert not is_checked(text)
