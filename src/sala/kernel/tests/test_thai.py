import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sala.kernel.thai import fold, nfc, sort_key, to_arabic_digits, to_thai_digits

thai_text = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from("aZ 09-\u200b"))

# The ordering example of ISO/IEC 14651, annex C, after the Royal Institute Dictionary B.E. 2525.
IN_ORDER = """
    กก กรรม กรรม์ -กระแย่ง กราบ กะเกณฑ์ กัก ก้าว กำ กิน กี่ กึ๋น กุน กูด เก้ง เกล้า เกลียว เก้า เกาะ เกี่ยว เกี๊ยะ
    เกือก แกง แกะ โกน โกร๋น ใกล้ ไก่ ไกล ข้น ขนาบ ข้าง ข้างๆ ข้างกระดาน ข้างขึ้น ข้างควาย
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("เเม่", "แม่"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ที่\u200bอยู่", "ที่อยู่"),
        ("๑๒๓", "123"),
        ("  สมชาย\u00a0 ใจดี ", "สมชาย ใจดี"),
        ("SALA", "sala"),
    ],
)
def test_the_same_words_are_equal_however_they_were_typed(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant) == meant


def test_sara_am_and_sara_aa_stay_different() -> None:
    assert fold("ทำ") != fold("ทา")


@given(thai_text)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(nfc(text))
    assert nfc(nfc(text)) == nfc(text)


@given(thai_text)
def test_digits_go_there_and_back(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)
    assert fold(to_thai_digits(text)) == fold(text)


def test_words_sort_as_in_the_dictionary() -> None:
    words = IN_ORDER.split()
    assert sorted(set(words), key=sort_key) == words


@given(thai_text, thai_text)
@example("่ัิ", "")
@example("่ิุ", "")
def test_words_that_are_equal_have_one_key(a: str, b: str) -> None:
    assert sort_key(a) == sort_key(fold(a))
    assert (sort_key(a) < sort_key(b)) + (sort_key(a) == sort_key(b)) + (sort_key(a) > sort_key(b)) == 1
    assert "\x00" not in sort_key(a)
