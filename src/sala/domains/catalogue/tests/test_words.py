"""Words are cut and compared as people type them, not only as they are spelt."""

import pytest

from sala.servicekit.schema.search import SearchWordsFile

from ..logic.layouts import mend_layout
from ..logic.understanding import understand_query
from ..logic.vocabulary import Vocabulary
from ..logic.words import cut, cut_loosely, outline_of

ENGLISH = {"passport", "birth", "certificat", "need", "tax"}
VOCABULARY = Vocabulary(
    [
        SearchWordsFile.model_validate(
            {
                "schema": 1,
                "fillers": {"th": ["อยาก", "ที่ไหน"], "en": ["please"]},
                "meanings": {
                    "licence": {"th": ["ใบขับขี่"], "en": ["driving licence"]},
                    "passport": {"th": ["หนังสือเดินทาง"]},
                    "died": {"th": ["ตาย"]},
                    "grandparents": {"th": ["ตายาย"]},
                },
            }
        )
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"), [("บานเลขที", "บ้านเลขที่"), ("เปลียนชือ", "เปลี่ยนชื่อ"), ("พาสปอต", "พาสปอร์ต"), ("ภาสี", "ภาษี")]
)
def test_a_word_without_its_marks_is_cut_as_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert cut_loosely(typed) == cut_loosely(meant)


def test_a_short_form_in_english_is_one_word() -> None:
    assert cut("my driver's boss won't pay, parents' house") == cut("my driver boss wont pay parent house")


def test_thai_without_spaces_is_cut_into_words() -> None:
    assert cut("จดทะเบียนบริษัท") == cut("จดทะเบียน บริษัท")


def test_signs_are_no_words() -> None:
    assert cut("<b>ภาษี</b> & 'x' ฿ 🙂 ;--") == ["b", "ภาษี", "b", "x"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("c0h'gdbf", "แจ้งเกิด"),
        ("xitdyoly'8, 39", "ประกันสังคม 39"),
        ("ยฟหหยนพะ", "passport"),
        ("ิรพะ้ แำพะรดรแฟะำ", "birth certificate"),
        ("passport ใบเกิด", "passport ใบเกิด"),
        ("do i need a birth certificate", "do i need a birth certificate"),
        ("asdfgh", "asdfgh"),
        ("1669", "1669"),
    ],
)
def test_what_was_typed_with_the_keyboard_in_the_other_language_is_read_as_meant(typed: str, meant: str) -> None:
    assert mend_layout(typed, english=ENGLISH) == meant


@pytest.mark.parametrize("typed", ["ใบขับขี่", "อยากได้ใบขับขี่ที่ไหน", "driving licences please"])
def test_a_phrase_is_understood_by_its_meaning(typed: str) -> None:
    assert "licence" in understand_query(typed, VOCABULARY, english=ENGLISH).meanings


def test_a_misspelt_phrase_is_near_its_meaning() -> None:
    asked = understand_query("ใบขับขี้", VOCABULARY, english=ENGLISH)

    assert not asked.meanings
    assert asked.near_meanings == {"licence"}


@pytest.mark.parametrize("typed", ["bai khap khi", "bai kap kee", "kho bai khap khee"])
def test_thai_in_english_letters_is_heard(typed: str) -> None:
    assert understand_query(typed, VOCABULARY, english=ENGLISH).near_meanings == {"licence"}


def test_english_is_not_heard_as_thai() -> None:
    assert not understand_query("please buy a cup of tea", VOCABULARY, english=ENGLISH).near_meanings


def test_thai_that_is_spelt_by_ear_is_heard() -> None:
    assert understand_query("หนังซือเดินทาง", VOCABULARY, english=ENGLISH).near_meanings == {"passport"}


def test_english_words_are_compared_by_their_stems() -> None:
    assert cut("building taxes, licences renewed") == cut("build tax, licence renew")


def test_a_long_phrase_that_lacks_a_letter_is_near_its_meaning() -> None:
    assert understand_query("หนังสือเดิทาง", VOCABULARY, english=ENGLISH).near_meanings == {"passport"}


def test_of_two_meanings_one_inside_the_other_the_longer_counts() -> None:
    assert understand_query("ตายาย", VOCABULARY, english=ENGLISH).meanings == {"grandparents"}


def test_fillers_are_left_out() -> None:
    assert understand_query("อยาก please", VOCABULARY, english=ENGLISH).words == ()


def test_an_outline_keeps_what_tells_words_apart() -> None:
    assert outline_of("หมา") != outline_of("แมว")
