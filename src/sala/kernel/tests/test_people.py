from datetime import date

import pytest

from sala.kernel.days import DateNotUnderstood
from sala.kernel.eras import DayDoesNotExist
from sala.kernel.people import BirthDate, BirthDateNotUnderstood, PersonName


@pytest.mark.parametrize(
    ("name", "full"),
    [
        (PersonName("นาย", "สมชาย", last="ใจดี"), "นายสมชาย ใจดี"),
        (PersonName("นางสาว", "มาลี", "แก้ว", "ใจดี"), "นางสาวมาลี แก้ว ใจดี"),
        (PersonName("นาย", "ดวง"), "นายดวง"),
        (PersonName("", "ดวง"), "ดวง"),
        (PersonName("ร้อยตำรวจเอก", "สมชาย", last="ใจดี"), "ร้อยตำรวจเอก สมชาย ใจดี"),
        (PersonName("หม่อมราชวงศ์", "เกษม", last="ใจดี"), "หม่อมราชวงศ์เกษม ใจดี"),
        (PersonName("Ms", "Malee", last="Jaidee"), "Ms Malee Jaidee"),
    ],
)
def test_a_name_is_written_as_thai_spacing_has_it(name: PersonName, full: str) -> None:
    assert name.full() == full


def test_english_readers_get_the_latin_name_where_there_is_one() -> None:
    malee = PersonName("นาง", "มาลี", last="ใจดี", latin=PersonName("Mrs", "Malee", last="Jaidee"))
    assert malee.full("en") == "Mrs Malee Jaidee"
    assert malee.full("th") == PersonName("นาง", "มาลี", last="ใจดี").full("en") == "นางมาลี ใจดี"


def test_people_are_listed_by_first_name_without_their_title() -> None:
    people = [PersonName("นาย", "เกษม"), PersonName("นาง", "ขวัญ"), PersonName("นางสาว", "กานดา")]
    assert [person.first for person in sorted(people, key=lambda p: p.order)] == ["กานดา", "เกษม", "ขวัญ"]


@pytest.mark.parametrize(
    ("written", "born", "counted_from"),
    [
        ("15 มีนาคม 2509", BirthDate(2509, 3, 15), date(1966, 3, 15)),
        ("1966-03-15", BirthDate(2509, 3, 15), date(1966, 3, 15)),
        ("25090315", BirthDate(2509, 3, 15), date(1966, 3, 15)),
        ("25090300", BirthDate(2509, 3), date(1966, 3, 1)),
        ("2509-03", BirthDate(2509, 3), date(1966, 3, 1)),
        ("๒๕๐๙", BirthDate(2509), date(1966, 1, 1)),
        ("25090000", BirthDate(2509), date(1966, 1, 1)),
        ("2480", BirthDate(2480), date(1937, 4, 1)),
        ("2480-02", BirthDate(2480, 2), date(1938, 2, 1)),
        ("2483", BirthDate(2483), date(1940, 4, 1)),
    ],
)
def test_a_birth_date_holds_what_is_known(written: str, born: BirthDate, counted_from: date) -> None:
    assert BirthDate.parse(written) == born
    assert born.counted_from == counted_from


def test_only_what_is_known_is_written() -> None:
    assert [BirthDate.parse(text).format("th") for text in ("2509", "2509-03", "25090315")] == [
        "2509",
        "มีนาคม 2509",
        "15 มีนาคม 2509",
    ]
    assert BirthDate(2480, 2).format("en") == "February 1938"


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("25090015", BirthDateNotUnderstood),
        ("9999", BirthDateNotUnderstood),
        ("เมื่อก่อน", DateNotUnderstood),
        ("2483-02", DayDoesNotExist),
        ("25091301", DayDoesNotExist),
        ("25090231", DayDoesNotExist),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(written: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        BirthDate.parse(written)


def test_a_year_of_the_common_era_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="Buddhist Era"):
        BirthDate(1966)
    with pytest.raises(ValueError, match="needs its month"):
        BirthDate(2509, None, 15)
