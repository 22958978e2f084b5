"""The readability check names what is hard, where it stands and the better word, and is silent about what is right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sala.servicekit import examine_pack
from sala.servicekit.problems import LongSentence, Officialese, Problem, TranslatedPassive, UnexplainedAbbreviation

from .conftest import GUIDE, SMALL, Spoil

ON = date(2026, 11, 20)
PAGE = "services/town/dog-registration/content/th/about.md"
NOTE = "สุนัขฉีดวัคซีนแล้ว"
ENGLISH_NOTE = "The dog is vaccinated"

Reader = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def read(country: Path, spoil: Spoil) -> Reader:
    """Give what the check says when the guide's one requirement reads otherwise."""

    def reader(words: str, before: str = NOTE) -> tuple[Problem, ...]:
        assert spoil(before, words, GUIDE) == ()
        return examine_pack(country, on=ON).warnings

    return reader


def test_the_small_country_reads_well() -> None:
    assert examine_pack(SMALL, on=ON).warnings == ()


@pytest.mark.parametrize(
    ("words", "kind", "word"),
    [
        ("เจ้าของดำเนินการแล้ว", Officialese, "ดำเนินการ"),
        ("มา ณ ด่านกักกัน", Officialese, "ณ"),
        ("ด่านทำการตรวจสุนัข", Officialese, "ทำการตรวจ"),
        ("ข้อมูลถูกบันทึกไว้", TranslatedPassive, "ถูกบันทึก"),
        ("แจ้ง สพส. ก่อน", UnexplainedAbbreviation, "สพส."),
        ("แบบ ร.7 ที่กรอกแล้ว", UnexplainedAbbreviation, "ร."),
        ("ขอกับ DLD ก่อน", UnexplainedAbbreviation, "DLD"),
    ],
)
def test_a_hard_word_is_named(read: Reader, words: str, kind: type[Problem], word: str) -> None:
    (found,) = read(words)

    assert type(found) is kind
    assert found.values["word"] == word
    assert found.place.file == GUIDE


@pytest.mark.parametrize(
    "words",
    [
        "คุณถูกกัดที่มือ",
        "ยานี้ถูกกว่า",
        "ทำให้ถูกต้อง",
        "ราคาถูก ซื้อได้",
        "คุณณัฐพาสุนัขมา",
        "ภาษีหัก ณ ที่จ่าย",
        "ตามพระราชบัญญัติดำเนินการสุนัข พ.ศ. 2500",
        "กรมปศุสัตว์ (ปศ.) ออกให้",
        "ปศ. (กรมปศุสัตว์) ออกให้",
        "แบบคำขอ (ร.7 หรือ ร.8) ที่กรอกแล้ว",
        "ใช้แอป DLD Pet Pass ได้",
        "เปิดเว็บ DLD.go.th",
    ],
)
def test_what_is_right_is_left_alone(read: Reader, words: str) -> None:
    assert read(words) == ()


def test_a_long_thai_sentence_is_counted_in_words_and_a_space_between_thoughts_ends_one(read: Reader) -> None:
    (found,) = read("ถ้าคุณพาสุนัขของคุณไปเที่ยวที่ต่างประเทศกับครอบครัวในวันหยุดยาวปีนี้ ให้ฉีดวัคซีนก่อน")

    assert isinstance(found, LongSentence)
    assert found.values["most"] == 12
    assert "ให้ฉีดวัคซีน" not in str(found.values["sentence"])


def test_a_joining_word_or_a_number_carries_a_sentence_over_a_space(read: Reader) -> None:
    (found,) = read("พาสุนัขอายุ 3 เดือนและแมวอายุ 5 เดือน และหนูของคุณไปที่ด่านด้วยกัน")

    assert isinstance(found, LongSentence)


def test_a_long_english_sentence_is_counted_too(read: Reader) -> None:
    (found,) = read("Take the dog to the vet and have it made safe against rabies first", ENGLISH_NOTE)

    assert isinstance(found, LongSentence)
    assert found.values["count"] == 14


def test_a_full_stop_ends_an_english_sentence(read: Reader) -> None:
    assert read("Take the dog to the vet. Have it made safe against rabies first", ENGLISH_NOTE) == ()


def test_a_page_of_words_is_read_to_its_line_and_its_sources_are_left_alone(country: Path) -> None:
    page = country / PAGE
    page.write_text("## สุนัข\n\nพามาวันนี้\nมา ณ ด่าน\n\n## ที่มา\n\n- มา ณ ด่าน\n", encoding="utf-8")

    assert [str(found.place) for found in examine_pack(country, on=ON).warnings] == [f"{PAGE}:4:1"]


def test_what_one_text_explains_counts_for_the_whole_page(country: Path, read: Reader) -> None:
    page = country / GUIDE
    page.write_text(page.read_text("utf-8").replace("ด่านกักกันสัตว์", "ด่านกักกันสัตว์ (ดก.)"), encoding="utf-8")

    assert read("ไปที่ ดก.") == ()


def test_a_source_is_cited_as_it_is_called(country: Path, read: Reader) -> None:
    assert (
        read(f"{NOTE}, source: {{th: หนังสือ สพส. มิได้ลงวันที่ ณ ด่าน, en: A letter}}, en: A dog, unverified: true}}\n#") == ()
    )


def test_a_country_without_a_list_of_plain_words_is_not_read(country: Path, read: Reader) -> None:
    (country / "plain_words.yaml").unlink()

    assert read("เจ้าของดำเนินการแล้ว") == ()
