"""What may be kept of a question: its words, and nothing that could say who asked or about whom."""

import pytest

from ..logic.asking import clean_query
from ..logic.finder import Finder
from ..logic.keeping import LONGEST_KEPT
from ..logic.teaching import phrases_of, words_of


def keep(typed: str, finder: Finder) -> str:
    return finder.keep(clean_query(typed).text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ไม่จ่ายเงินเดือน นายสมชาย ใจดี", "ไม่จ่ายเงินเดือน"),
        ("น.ส. วิภาวรรณ แสงทอง โกงเงิน", "โกงเงิน"),
        ("แจ้งหาย เด็กหญิงพรทิพย์ รักดี", "แจ้งหาย"),
        ("Mr John Smith lost passport", "lost passport"),
        ("ป้าสมหญิงข้างบ้านเปิดเพลงดัง", "ป้าข้างบ้านเปิดเพลงดัง"),
    ],
)
def test_peoples_names_are_left_out_as_far_as_they_can_be_known(typed: str, kept: str, finder: Finder) -> None:
    assert keep(typed, finder) == kept


@pytest.mark.parametrize("typed", ["นายจ้างไม่จ่ายเงินเดือน", "อยากเปลี่ยนชื่อ", "นายทะเบียนไม่รับแจ้ง", "หมาจรจัดกัดคนแถวตลาด"])
def test_words_that_only_look_like_names_stay(typed: str, finder: Finder) -> None:
    assert keep(typed, finder) == typed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("บ้านเลขที่ 123/45 หมู่ 6 ซอย 7 น้ำไม่ไหล", "บ้านเลขที่ หมู่ ซอย น้ำไม่ไหล"),
        ("รถ กข 9876 โดนชน", "รถ กข โดนชน"),
        ("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓ เบี้ย", "เบี้ย"),
        ("ประกันสังคมมาตรา 39", "ประกันสังคมมาตรา 39"),
    ],
)
def test_a_number_stays_only_where_the_catalogue_speaks_of_it(typed: str, kept: str, finder: Finder) -> None:
    assert keep(typed, finder) == kept


def test_what_was_typed_on_the_other_keyboard_is_kept_as_it_was_meant(finder: Finder) -> None:
    assert keep("c0h'gdbf", finder) == "แจ้งเกิด"
    assert keep("Solar rooftop", finder) == "solar rooftop"


def test_a_long_question_is_cut_where_a_word_ends(finder: Finder) -> None:
    words = "ขอถามเรื่องยาวมาก " * 5
    assert keep(words, finder) == ("ขอถามเรื่องยาวมาก " * 4).strip()
    assert len(keep("ก" * 100, finder)) == LONGEST_KEPT


@pytest.mark.parametrize("asked", ["asdfgh", "แจ้งเกิด ที่สถานฑูต", "ปลูกกัญชา", "พกปืน"])
def test_an_answer_that_leaves_most_of_the_question_untold_is_weak(asked: str, finder: Finder) -> None:
    understood = finder.understand(asked)
    assert finder.is_weak(understood, finder.find(understood))


@pytest.mark.parametrize("asked", ["ทำใบขับขี่", "พ่อเพิ่งเสีย", "I lost my passport", "ที่ไหนบ้างครับ", "", "เบียยังชีพผูสูงอายุ"])
def test_an_answer_in_the_words_of_the_question_is_not_weak_nor_one_to_no_question(asked: str, finder: Finder) -> None:
    understood = finder.understand(asked)
    assert not finder.is_weak(understood, finder.find(understood))


def test_a_misspelt_word_is_near_the_one_that_was_meant(finder: Finder) -> None:
    assert finder.lexicon.near("pasport")[0] == "passport"
    assert finder.lexicon.near("โด") == ()


def test_strange_words_are_told_as_they_are_written(finder: Finder) -> None:
    words = words_of("solar rooftop licence please", finder)
    assert [word.word for word in words if not word.is_known] == ["solar", "rooftop"]
    assert phrases_of(words) == ("solar rooftop",)
