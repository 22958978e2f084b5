"""The agencies as a tree, and the page of each."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import LANGS

from ..agencies import Branch, grow

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def loaded(db: None) -> None:
    """The country's agencies."""
    organisations.load(organisations.get_pack(), NOW)


def codes(branches: tuple[Branch, ...]) -> list[str]:
    return [code for one in branches for code in (one.agency.code, *codes(one.below))]


def test_every_agency_stands_in_the_tree_once() -> None:
    agencies, provinces = organisations.list_agencies(), organisations.get_pack().areas.provinces
    for lang in LANGS:
        tree = grow(agencies, provinces, lang)
        local = [one.code for _, authorities in tree.local for one in authorities]
        assert sorted([*codes(tree.ministries), *codes(tree.others), *local]) == [one.code for one in agencies]


def test_the_tree_is_in_the_order_of_the_thai_dictionary() -> None:
    tree = grow(organisations.list_agencies(), organisations.get_pack().areas.provinces, "th")
    names = [one.agency.name.th for one in tree.ministries]
    # A leading vowel is sorted after its consonant: เกษตร stands among the ก.
    assert names[:4] == [
        "กระทรวงกลาโหม",
        "กระทรวงการคลัง",
        "กระทรวงการต่างประเทศ",
        "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    ]
    assert names[4] == "กระทรวงเกษตรและสหกรณ์"


def test_local_authorities_stand_by_province_and_bangkok_among_them() -> None:
    tree = grow(organisations.list_agencies(), organisations.get_pack().areas.provinces, "en")
    assert {name.en: [one.code for one in held] for name, held in tree.local} == {
        "Bangkok": ["bangkok"],
        "Chiang Mai": ["chiang-mai-city", "mae-hia-town"],
    }


def test_the_tree_takes_one_statement(visitor: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        organisations.list_agencies()
    assert visitor.get("/agencies").status_code == 200


def test_every_agency_has_a_page_in_both_languages(visitor: Client) -> None:
    for agency in organisations.list_agencies():
        for prefix in ("", "/en"):
            assert visitor.get(f"{prefix}/agencies/{agency.code}").status_code == 200, agency.code


def test_an_agency_s_page_leads_up_down_and_to_its_services(visitor: Client) -> None:
    html = visitor.get("/en/agencies/moi").content.decode()
    assert 'href="/en/agencies/dopa"' in html

    html = visitor.get("/en/agencies/dopa").content.decode()
    assert 'href="/en/agencies/moi"' in html
    assert 'href="/en/services/house-registration-move"' in html
    assert "Electronic Administration Act B.E. 2565, s. 10 paragraph 2" in html


def test_a_number_that_nobody_has_confirmed_bears_the_mark(visitor: Client) -> None:
    html = visitor.get("/en/agencies/damrongtham").content.decode()
    assert 'href="tel:1567"' in html and "To be confirmed" in html


@pytest.mark.parametrize("code", ["court", "attorney", "ect"])
def test_whom_the_act_does_not_bind_is_not_said_to_forward(visitor: Client, code: str) -> None:
    html = visitor.get(f"/en/agencies/{code}").content.decode()
    assert "does not bind this one" in html
    assert "s. 10 paragraph 2" not in html


def test_a_local_authority_tells_its_area_and_what_is_local(visitor: Client) -> None:
    html = visitor.get("/agencies/mae-hia-town").content.decode()
    assert "ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่" in html
    assert "/services/old-age-allowance" in html


def test_an_agency_that_never_was_is_not_found(visitor: Client) -> None:
    assert visitor.get("/agencies/ministry-of-magic").status_code == 404
