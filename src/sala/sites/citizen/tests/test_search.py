"""The search box takes anything a person may type, and gives nothing personal back."""

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("เงินคนแก่", "old-age-allowance"),
        ("แก๊งคอลเซ็นเตอร์โทรมา", "scam-report"),
        ("อยากเปิดร้านก๋วยเตี๋ยว", "food-shop-notification"),
        ("open a noodle shop", "food-shop-notification"),
    ],
)
def test_everyday_words_find_the_service(visitor: Client, typed: str, slug: str) -> None:
    html = visitor.get("/search", {"q": typed}).content.decode()
    assert html.index(f"/services/{slug}") == html.index("/services/")


@pytest.mark.parametrize(
    "typed", ["", "   ", "🐘🙏", "<script>alert(1)</script>", "ก" * 10_000, "\x00\x07", "' OR 1=1 --", "ๆฯ"]
)
def test_anything_typed_gets_a_helpful_page(visitor: Client, typed: str) -> None:
    answer = visitor.get("/search", {"q": typed}, follow=True)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<script>alert" not in html
    assert "/life-events/growing-old" in html


@pytest.mark.parametrize(
    "number", ["1234567890123", "1-2345-67890-12-3", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "081-234-5678", "+66 81 234 5678"]
)
def test_a_long_number_leaves_the_address_and_is_never_shown(visitor: Client, number: str) -> None:
    answer = visitor.get("/search", {"q": f"เบี้ย {number}"})
    assert (answer.status_code, answer["Cache-Control"]) == (303, "no-store")
    assert answer["Location"] == "/search?q=%E0%B9%80%E0%B8%9A%E0%B8%B5%E0%B9%89%E0%B8%A2&removed=1"
    html = visitor.get(answer["Location"]).content.decode()
    assert number not in html and "เราไม่ได้ใช้เลข" in html


def test_an_address_of_e_mail_is_taken_out() -> None:
    assert catalogue.clean_query("เบี้ย somchai@example.com").text == "เบี้ย"


def test_a_short_number_stays() -> None:
    assert catalogue.clean_query("1441").text == "1441"


def test_a_query_is_cut_before_it_grows_long() -> None:
    assert len(catalogue.clean_query("ก" * 5_000).text) == catalogue.LONGEST_QUERY
