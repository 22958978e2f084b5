"""What people type becomes a value, or a sentence that says what to mend; nothing typed is lost and nothing raises."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.identifiers import CitizenId, JuristicId
from sala.kernel.money import Baht
from sala.servicekit.answers import PageResult, Surroundings, read_page, typed_from
from sala.servicekit.pack import Pack
from sala.servicekit.schema.facts import AskedFact, AskType, Page
from sala.servicekit.schema.service import Service

TODAY = date(2026, 11, 20)
TEN_MEGABYTES = "ก" * 10_000_000
WORDS = {"th": "คำถาม", "en": "Question", "why": {"th": "เพราะ", "en": "Because"}, "purpose": "register"}
OPTIONS = {"one-of": {"options": {"cat": {"th": "แมว", "en": "Cat"}, "dog": {"th": "หมา", "en": "Dog"}}}}
OPTIONS["many-of"] = OPTIONS["one-of"]

Read = Any


@pytest.fixture(scope="module")
def read(small: Pack, dogs: Service) -> Read:
    """Read one question of any type, as if it stood alone on a page."""
    around = Surroundings(today=TODAY, banks=frozenset(small.banks), areas=small.areas, files={"q": 0})

    def ask(kind: str, raw: Mapping[str, Sequence[str]] | str, **more: Any) -> PageResult:
        asked = AskedFact.model_validate({"id": "q", "type": kind, **WORDS, **OPTIONS.get(kind, {}), **more})
        page = Page.model_validate({"id": "one", "title": {"th": "หน้า", "en": "Page"}, "ask": ["q"]})
        service = dogs.model_copy(update={"ask": (asked,), "pages": (page,)})
        return read_page(service, page, {"q": [raw]} if isinstance(raw, str) else raw, {}, around)

    return ask


def three_boxes(day: str, month: str, year: str) -> dict[str, list[str]]:
    return {"q-day": [day], "q-month": [month], "q-year": [year]}


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "  ร้านนํ้าชา ", "ร้านน้ำชา"),
        ("long-text", "one\r\ntwo", "one\ntwo"),
        ("number", "๑,๒๐๐", 1200),
        ("money", "1,250.50 บาท", Baht.of("1250.50")),
        ("yes-no", "no", False),
        ("confirm", "yes", True),
        ("one-of", "dog", "dog"),
        ("many-of", {"q": ["dog", "cat"]}, ["cat", "dog"]),
        ("citizen-id", "๐ ๐๐๐๐ ๐๐๐๐๐ ๐๑ ๙", CitizenId("0000000000019")),
        ("juristic-id", "0-1075-44000-10-8", JuristicId("0107544000108")),
        ("phone", "081-234 5678", "0812345678"),
        ("phone", "+66 81 234 5678", "0812345678"),
        ("phone", "๐๕๓๑๒๓๔๕๖", "053123456"),
        ("email", "somchai@example.com", "somchai@example.com"),
        ("sub-district", "ศรีภูมิ เชียงใหม่", "500101"),
        ("bank-account", {"q-bank": ["006"], "q-number": ["123-4-56789-0"]}, {"bank": "006", "number": "1234567890"}),
        ("date", three_boxes("20", "11", "2569"), date(2026, 11, 20)),
        ("date", three_boxes("๒๐", "พ.ย.", "๒๕๖๙"), date(2026, 11, 20)),
        ("date", three_boxes("1", "January", "2000"), date(2000, 1, 1)),
    ],
)
def test_an_answer_is_read_however_people_write_it(read: Read, kind: str, raw: Any, value: object) -> None:
    result = read(kind, raw)

    assert result.errors == {}
    assert result.values == {"q": value}


@pytest.mark.parametrize(
    ("kind", "raw", "says"),
    [
        ("number", "twelve", "Enter a number"),
        ("number", "1e999999999", "Enter a number"),
        ("number", "12.5", "Enter a whole number"),
        ("money", "12.345", "at most two decimal places"),
        ("yes-no", "perhaps", "Choose an answer from the list"),
        ("one-of", "horse", "Choose an answer from the list"),
        ("citizen-id", "1234567890123", "one digit is probably wrong"),
        ("citizen-id", "12345", "13 digits"),
        ("juristic-id", "1234567890123", "begins with 0"),
        ("phone", "12345678901234567890", "This is not a telephone number"),
        ("phone", "٠٨١٢٣٤٥٦٧٨", "This is not a telephone number"),
        ("phone", "0112345678", "This is not a telephone number"),
        ("email", "somchai at example.com", "This is not an e-mail address"),
        ("sub-district", "ศรีภูมิ", "Several sub-districts"),
        ("sub-district", "แอตแลนติส", "There is no such sub-district"),
        ("bank-account", {"q-bank": ["999"], "q-number": ["1234567890"]}, "Choose the bank"),
        ("bank-account", {"q-bank": ["006"], "q-number": ["12"]}, "This is not an account number"),
        ("date", three_boxes("31", "2", "2569"), "There is no such day"),
        ("date", three_boxes("1", "2", "69"), "four-digit year"),
        ("date", three_boxes("1", "", "2569"), "Enter the day, month and year"),
        ("address", {"q-sub-district": ["500101"]}, "Enter the house number"),
        ("file", {}, "Attach a file"),
        ("text", "   ", "Enter an answer"),
    ],
)
def test_what_cannot_be_read_says_what_to_mend_and_is_kept(read: Read, kind: str, raw: Any, says: str) -> None:
    result = read(kind, raw)

    assert says in result.errors["q"].en
    assert result.errors["q"].th
    assert result.values == {}
    assert result.typed == {
        name: tuple(values) for name, values in ({"q": [raw]} if isinstance(raw, str) else raw).items()
    }


def test_a_birth_date_in_the_future_is_refused(read: Read) -> None:
    result = read("date", three_boxes("21", "11", "2569"), days="past")

    assert result.errors["q"].en == "Enter today or a day before: Question"
    assert read("date", three_boxes("20", "11", "2569"), days="past").errors == {}


def test_a_wrong_date_marks_only_the_boxes_to_mend(read: Read) -> None:
    assert read("date", three_boxes("1", "", "2569")).wrong_parts == {"q": frozenset({"month"})}


@pytest.mark.parametrize("kind", sorted(set(get_args(AskType)) - {"file"}))
def test_ten_megabytes_in_any_field_are_refused_and_cut(read: Read, kind: str) -> None:
    raw = {name: [TEN_MEGABYTES] for name in ("q", "q-day", "q-bank", "q-number", "q-house-number")}

    result = read(kind, raw)

    assert "q" in result.errors
    assert max(len(value) for values in result.typed.values() for value in values) <= 20_000


def test_a_text_one_letter_too_long_says_the_limit(read: Read) -> None:
    assert read("text", "ก" * 10, max_length=10).errors == {}
    assert read("text", "ก" * 11, max_length=10).errors["q"].en == "Make this 10 characters or fewer: Question"


def test_a_number_is_held_between_its_bounds(read: Read) -> None:
    assert read("number", "0", least=1).errors["q"].en == "Enter 1 or more: Question"
    assert read("number", "501", most=500).errors["q"].th == "กรอกไม่เกิน 500: คำถาม"
    assert read("number", "2.50", whole=False).values == {"q": Decimal("2.50")}


def test_a_caller_may_show_a_number_that_no_thai_telephone_has(read: Read) -> None:
    assert read("phone", "+886 2 1234 5678", abroad_too=True).values == {"q": "+886212345678"}
    assert read("phone", "02001", abroad_too=True).values == {"q": "02001"}
    assert "as the phone showed it" in read("phone", "hidden", abroad_too=True).errors["q"].en


def test_what_no_keyboard_types_is_left_out(read: Read) -> None:
    assert read("text", "a\x00b\x7f").values == {"q": "ab"}


def test_an_answer_that_need_not_be_given_may_stay_empty(read: Read) -> None:
    result = read("email", "", required=False)

    assert (result.values, result.errors) == ({}, {})


def test_an_address_keeps_what_was_written_and_the_area_it_means(read: Read) -> None:
    result = read("address", {"q-house-number": ["๙๙/๑"], "q-moo": ["4"], "q-sub-district": ["ศรีภูมิ เมือง เชียงใหม่"]})

    assert result.values["q"]["sub-district"] == "500101"
    assert result.values["q"]["moo"] == "4"


@pytest.mark.parametrize(
    ("kind", "raw"),
    [("date", three_boxes("20", "11", "2569")), ("yes-no", {"q": ["yes"]}), ("money", {"q": ["600.00"]})],
)
def test_a_value_written_back_reads_as_itself(read: Read, kind: str, raw: dict[str, list[str]]) -> None:
    value = read(kind, raw).values["q"]
    asked = AskedFact.model_validate({"id": "q", "type": kind, **WORDS})

    assert typed_from(asked, value) == {name: tuple(values) for name, values in raw.items()}


TYPED = st.text(alphabet="กำ่า๐๙ๆ09aZ@.,-+/ \x00\n\u200b²½", max_size=20)
ODD = st.sampled_from(["NaN", "1e9", "-0", "\x00", "yes", "31", "2569", "29 ก.พ.", "٣"])
CONTROLS = ("q", "q-day", "q-month", "q-year", "q-bank", "q-number", "q-house-number", "q-sub-district", "other")
RAW = st.dictionaries(st.sampled_from(CONTROLS), st.lists(TYPED | ODD, max_size=2))


@given(kind=st.sampled_from(get_args(AskType)), raw=RAW)
def test_nothing_a_person_can_type_raises(read: Read, kind: str, raw: dict[str, list[str]]) -> None:
    result = read(kind, raw)

    assert not set(result.values) & set(result.errors)
