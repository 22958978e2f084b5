"""What is suggested while somebody types: quickly, from memory, and nothing for a person's number."""

from typing import Any

import pytest
from django.test import Client

from .listening import listen


def suggest(visitor: Client, typed: str, *, lang: str = "") -> list[dict[str, Any]]:
    answer = visitor.get(f"{lang}/search/suggestions", {"q": typed})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("เบี้ยยัง", "/services/old-age-allowance"),
        ("เบียยัง", "/services/old-age-allowance"),
        ("เบี้ย ยังชีพผู้สู", "/services/old-age-allowance"),
        ("เงินคนแ", "/services/old-age-allowance"),
        ("พาสปอ", "/services/passport-appointment"),
        ("passpo", "/services/passport-appointment"),
        ("rkliv", "/services/passport-appointment"),
        ("ยฟหหยน", "/services/passport-appointment"),
        ("พ่อเพิ่งเสีย ต้องไปติดต่อที่ไหนบ้าง", "/life-events/death-in-the-family"),
    ],
)
def test_the_beginning_of_what_people_say_is_enough(visitor: Client, typed: str, address: str) -> None:
    assert suggest(visitor, typed)[0]["address"] == address


def test_a_later_word_of_a_name_is_a_beginning_too(visitor: Client) -> None:
    assert "/services/old-age-allowance" in {item["address"] for item in suggest(visitor, "ผู้สูงอาย")}


def test_suggestions_speak_the_language_of_the_page(visitor: Client) -> None:
    (first, *_) = suggest(visitor, "เบี้ยยังชีพ", lang="/en")
    assert first["address"] == "/en/services/old-age-allowance"
    assert first["label"].isascii() and first["kind"] == "Service"


def test_there_are_few_and_each_stands_once(visitor: Client) -> None:
    addresses = [item["address"] for item in suggest(visitor, "จด")]
    assert 1 < len(addresses) <= 7
    assert len(addresses) == len(set(addresses))


def test_a_discreet_service_bears_its_neutral_name(visitor: Client) -> None:
    items = suggest(visitor, "เบี้ยยังชีพผู้ป่วยเอดส์")
    assert items and not any("hiv" in item["address"] or "เอดส์" in item["label"] for item in items)


@pytest.mark.parametrize(
    "number", ["1234567890123", "1-2345-67890-12-3", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "081-234-5678", "me@example.com"]
)
def test_a_number_or_address_of_a_person_gets_no_suggestion(visitor: Client, number: str) -> None:
    assert suggest(visitor, f"เบี้ย {number}") == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "ก",
        "ก" * 10_000,
        "🙂",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "ຂ້ອຍ",
        "ខ្ញុំ",
        "ที่ไหน",
        "\x00",
        "่่",
        "%",
        "\\",
    ],
)
def test_anything_typed_gets_an_answer(visitor: Client, typed: str) -> None:
    assert all(set(item) == {"label", "kind", "address"} for item in suggest(visitor, typed))


def test_a_suggestion_costs_no_statement(visitor: Client) -> None:
    suggest(visitor, "เบี้ย")
    with listen() as said:
        suggest(visitor, "เบี้ยยัง")
    assert said == []
