"""A search answers people's own words with the right service or journey, and whatever is typed with no mistake of ours."""

from dataclasses import replace

import pytest

from sala.servicekit import Pack
from sala.servicekit.schema.search import SearchWordsFile

from .. import public as catalogue
from ..logic.finder import Finder


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("แม่อายุ 60 แล้วอยากรับเบี้ยคนชรา", "old-age-allowance"),
        ("เบียยังชีพผูสูงอายุ", "old-age-allowance"),
        ("g[uhppy'=ur", "old-age-allowance"),
        ("มิจฉาชีพโทรมาหลอกให้โอนตังค์", "scam-report"),
        ("I want to open a little coffee shop", "food-shop-notification"),
        ("ททท แต่งงานกับแฟน", "marriage-registration"),
        ("หแฟท แฟสส", "scam-report"),
        ("jod tabian borisat", "company-registration"),
        ("ที่นาผืนนี้อยากแบ่งเป็นสองส่วน", "land-survey"),
    ],
)
def test_peoples_own_words_lead_to_the_right_service(asked: str, slug: str) -> None:
    assert catalogue.search(query=asked).services[0].slug == slug


def test_a_guide_is_found_beside_the_services_that_are_applied_for_here() -> None:
    found = {service.slug for service in catalogue.list_public_services()}

    assert {"marriage-registration", "old-age-allowance"} <= found
    assert "marriage-registration" not in {service.slug for service in catalogue.list_services()}


def test_a_guide_cannot_be_applied_for() -> None:
    with pytest.raises(catalogue.ServiceNotFound):
        catalogue.get_service(slug="marriage-registration")


def test_nothing_is_found_under_a_name_that_nobody_has() -> None:
    assert catalogue.find_public_service(slug="no-such-service") is None


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "   \n\t",
        "ก" * 10_000,
        "a " * 5_000,
        "่" * 300,
        "🙂🧧🇹🇭",
        "'; DROP TABLE catalogue; --",
        "<script>alert(1)</script>",
        "name:ภาษี^9 AND (body:[* TO *])",
        "1-2345-67890-12-3",
        "๑๒๓๔๕๖๗๘๙๐๑๒๓",
        "ຂ້ອຍຢາກແຕ່ງງານ",
        "ខ្ញុំចង់រៀបការ",
        "ที่ไหนบ้างครับ",
        "the of and",
        "\x00\ud800\u200b",
        "= ~ =tax ~0",
    ],
)
def test_whatever_is_typed_is_answered(asked: str) -> None:
    found = catalogue.search(query=asked)

    assert len(found.services) <= 20
    assert found.life_event is None


def test_only_words_that_say_nothing_find_nothing() -> None:
    assert catalogue.search(query="ที่ไหนบ้างครับ please").services == ()


def test_a_question_about_a_moment_of_life_is_answered_by_its_journey(finder: Finder) -> None:
    ranking = finder.find(finder.understand("จะเปิดร้านของตัวเองต้องเริ่มยังไง"))

    assert ranking.life_event == "opening-a-business"


def test_a_question_about_one_matter_is_answered_by_its_service_before_the_journey(finder: Finder) -> None:
    ranking = finder.find(finder.understand("ย้ายบ้านมาแล้ว อยากแจ้งย้ายทะเบียนบ้าน"))

    assert (ranking.slugs[0], ranking.life_event) == ("house-registration-move", None)


def test_a_pack_without_words_for_the_search_is_searched_all_the_same(thailand: Pack) -> None:
    plain = Finder(replace(thailand, search=()))

    assert plain.find(plain.understand("เบี้ยยังชีพ")).slugs[0] == "old-age-allowance"


def test_a_season_lifts_what_it_brings_and_hides_nothing(thailand: Pack) -> None:
    rains = {"id": "rains", "services": ["scam-report"], "percent": 20, "months": [9]}
    words = SearchWordsFile.model_validate({"schema": 1, "boosts": {"rains": rains}})
    finder = Finder(replace(thailand, search=(words,)))
    asked = finder.understand("โทรศัพท์")

    assert set(finder.find(asked, month=9).slugs) == set(finder.find(asked, month=1).slugs)
