"""The office finder as a visitor meets it, without a script: typed, chosen, asked for the village, answered, kept."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SI_PHUM, MAE_HIA = "500101", "500109"


def load(**villages: tuple[int, ...]) -> None:
    """Load the pack's local authorities; `villages` are those of ศรีภูมิ that the town of แม่เหียะ serves."""
    pack = organisations.get_pack()
    town = pack.localities["mae-hia-town"]
    if villages:
        shared = {"sub_districts": (SI_PHUM, MAE_HIA), "villages": {SI_PHUM: villages["si_phum"]}}
        town = town.model_copy(update=shared)
    organisations.load(replace(pack, localities=MappingProxyType({**pack.localities, "mae-hia-town": town})), NOW)


def page(visitor: Client, address: str, **asked: str) -> str:
    answer = visitor.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("prefix", "typed"), [("", "ต.แม่เหียะ อ.เมือง เชียงใหม่"), ("/en", "Mae Hia, Chiang Mai")])
def test_a_place_with_its_service_leads_to_the_answer(visitor: Client, prefix: str, typed: str) -> None:
    load()
    answer = visitor.get(f"{prefix}/find-office", {"q": typed, "service": "house-registration-move"})

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{prefix}/find-office?service=house-registration-move&sub_district={MAE_HIA}"
    html = visitor.get(answer.headers["Location"]).content.decode()
    assert ("Registry of Mae Hia Town Municipality" if prefix else "สำนักทะเบียนเทศบาลเมืองแม่เหียะ") in html


def test_a_house_number_leaves_the_address_at_once(visitor: Client) -> None:
    answer = visitor.get("/find-office", {"q": "99/4 หมู่ 2 ซอย 7 ตำบลศรีภูมิ"})

    assert answer.status_code == 303
    assert "99" not in answer.headers["Location"]
    assert answer.headers["Location"].endswith("&moo=2")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_name_that_several_places_bear_is_offered_to_choose_from(visitor: Client) -> None:
    html = page(visitor, "/find-office", q="บางรัก", service="name-change")

    for code in ("100404", "920109"):
        assert f"/find-office?service=name-change&amp;sub_district={code}" in html


@pytest.mark.parametrize(
    "typed", ["ไม่มีที่นี่", "", "😀", "<script>alert(1)</script>", "'; DROP TABLE", "ລາວ", "ก" * 10_000]
)
def test_what_is_no_place_gets_a_helpful_page(visitor: Client, typed: str) -> None:
    answer = visitor.get("/find-office", {"q": typed}, follow=True)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "ชื่อตำบลอยู่ในทะเบียนบ้าน" in html
    assert "<script>alert" not in html


def test_an_identity_number_is_never_shown_again(visitor: Client) -> None:
    answer = visitor.get("/find-office", {"q": "1-2345-67890-12-1"})

    assert answer.headers["Location"] == "/find-office?q="


def test_a_shared_sub_district_asks_for_the_village_and_then_answers(visitor: Client) -> None:
    load(si_phum=(4,))
    asked = {"sub_district": SI_PHUM, "service": "old-age-allowance"}

    assert 'name="moo"' in page(visitor, "/find-office", **asked)
    assert "กรอกเลขหมู่เป็นตัวเลข" in page(visitor, "/find-office", **asked, moo="สี่")
    assert "เทศบาลเมืองแม่เหียะ" in page(visitor, "/find-office", **asked, moo="๔")
    assert "กรอกเลขหมู่เป็นตัวเลข" in page(visitor, "/find-office", **asked, moo="9" * 5_000)
    unknown = page(visitor, "/find-office", **asked, moo="0")
    assert "ถ้าไม่ทราบเลขหมู่ ถามที่ว่าการอำเภอเมืองเชียงใหม่" in unknown
    assert "/agencies/chiang-mai-city" in unknown and "/agencies/mae-hia-town" in unknown


def test_where_the_pack_knows_no_local_authority_the_page_says_so_and_whom_to_ask(visitor: Client) -> None:
    html = page(visitor, "/en/find-office", sub_district="301701", service="old-age-allowance")

    assert "We do not know yet which local authority serves this place. Ask at Chum Phuang District Office" in html
    assert "Electronic Administration Act B.E. 2565, s. 10" in html


def test_whom_the_act_does_not_bind_is_not_said_to_forward(visitor: Client) -> None:
    load()
    said = {
        slug: "s. 10 paragraph 2" in page(visitor, "/en/find-office", sub_district=MAE_HIA, service=slug)
        for slug in ("estate-administrator", "advance-voting-registration", "name-change")
    }
    assert said == {"estate-administrator": False, "advance-voting-registration": False, "name-change": True}


def test_a_place_is_kept_only_where_its_reader_asks_and_forgotten_as_easily(visitor: Client) -> None:
    load(si_phum=(4,))
    place = {"sub_district": SI_PHUM, "moo": "4"}
    html = page(visitor, "/find-office", **place)
    assert "sala_place" not in visitor.cookies
    token = {"csrfmiddlewaretoken": html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]}

    visitor.post("/find-office/keep", {**place, **token})
    assert visitor.cookies["sala_place"].value == f"{SI_PHUM}.4"
    assert f"sub_district={SI_PHUM}&amp;moo=4" in page(visitor, "/services/old-age-allowance")

    visitor.post("/find-office/keep", {**place, **token, "forget": "1"})
    assert visitor.cookies["sala_place"].value == ""


def test_a_cookie_that_holds_anything_else_is_no_place(visitor: Client) -> None:
    for value in ("999999", "500101.4.4", "'; --", "500101.x"):
        visitor.cookies["sala_place"] = value
        assert page(visitor, "/find-office")


def test_the_privacy_page_names_the_cookie(visitor: Client) -> None:
    assert "sala_place" in page(visitor, "/privacy")


def test_a_discreet_service_bears_its_neutral_name_in_the_finder_too(visitor: Client) -> None:
    for service in (one for one in catalogue.list_public_services() if one.discreet):
        answer = visitor.get("/find-office", {"q": "แขวงสีลม", "service": service.slug})
        assert service.slug not in answer.headers["Location"]
        assert service.name.th not in visitor.get(answer.headers["Location"]).content.decode()


def test_a_service_or_place_that_does_not_exist_is_not_found(visitor: Client) -> None:
    assert visitor.get("/find-office", {"service": "flying-licence"}).status_code == 404
    assert visitor.get("/find-office", {"sub_district": "999999"}).status_code == 404
