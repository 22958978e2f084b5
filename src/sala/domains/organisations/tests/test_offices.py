"""The offices of a place: what is known, what follows from a name, and what is said to be unknown."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from pytest_django import DjangoAssertNumQueries

from sala.kernel.bilingual import Text
from sala.servicekit import Pack

from .. import public as organisations
from ..contracts import Agency, Office, Served
from ..logic.places import read_place

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SI_LOM, MAE_HIA, SI_PHUM, CHUM_PHUANG = "100402", "500109", "500101", "301701"
NOBODY = Served({})


def authority(code: str, kind: str) -> Agency:
    name = Text(th=f"ท้องถิ่น {code}", en=f"Authority {code}")
    return Agency(code, name, None, kind, None, "50", True, None, None)


TOWN, VILLAGES = authority("town", "town-municipality"), authority("villages", "subdistrict-administration")


def offices(code: str, *kinds: str, served: Served = NOBODY, village: int | None = None) -> tuple[Office, ...]:
    area = organisations.get_sub_district(code=code)
    return organisations.list_offices(kinds=kinds, area=area, served=served, village=village, agency="dopa")


def test_the_name_of_a_district_office_follows_from_the_place() -> None:
    (found,) = offices(MAE_HIA, "district-office")
    assert (found.name.th, found.agency, found.certainty) == ("ที่ว่าการอำเภอเมืองเชียงใหม่", "dopa", "named")


def test_in_bangkok_the_office_of_the_district_does_the_work_of_both_trees() -> None:
    (found,) = offices(SI_LOM, "local-authority", "district-office", "civil-registry")
    assert (found.name.th, found.agency) == ("สำนักงานเขตบางรัก", "bangkok")


def test_an_office_that_nobody_has_named_in_bangkok_is_not_called_after_the_province() -> None:
    (found,) = offices(SI_LOM, "social-development-province")
    assert found.certainty == "not-in-bangkok"
    assert "กรุงเทพ" not in found.name.th


def test_a_local_authority_that_the_pack_does_not_know_is_said_to_be_unknown() -> None:
    (found,) = offices(CHUM_PHUANG, "local-authority")
    assert (found.name.th, found.certainty, found.agency) == ("เทศบาลหรือ อบต. ที่ดูแลตำบลชุมพวง", "unnamed", None)


def test_the_registry_is_the_municipality_s_in_one_and_the_district_s_outside() -> None:
    served = Served({0: VILLAGES, 4: TOWN})
    in_town, outside = (offices(MAE_HIA, "civil-registry", served=served, village=moo)[0] for moo in (4, 5))
    assert (in_town.name.en, in_town.agency, in_town.certainty) == ("Registry of Authority town", "town", "known")
    assert (outside.name.th, outside.certainty) == ("ที่ว่าการอำเภอเมืองเชียงใหม่", "named")


def test_where_no_municipality_is_known_of_the_registry_is_the_district_s_unless_there_is_one() -> None:
    assert offices(MAE_HIA, "civil-registry")[0].certainty == "outside-municipality"


def test_a_shared_place_names_nobody_until_the_village_is_known() -> None:
    served = Served({0: VILLAGES, 4: TOWN})
    assert served.is_shared
    assert served.find(None) is None
    assert (served.find(4), served.find(9)) == (TOWN, VILLAGES)
    assert served.sharing == (TOWN, VILLAGES)


def test_a_metropolitan_utility_stands_in_where_it_serves() -> None:
    agencies = {code: offices(code, "electricity-branch")[0].agency for code in (SI_LOM, MAE_HIA)}
    assert agencies == {SI_LOM: "mea", MAE_HIA: "pea"}


def test_the_head_office_is_that_of_the_service_s_agency() -> None:
    assert offices(SI_LOM, "head-office")[0].name.th == "กรมการปกครอง"


@pytest.mark.django_db
def test_who_serves_a_place_is_read_in_one_statement(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    pack: Pack = organisations.get_pack()
    town = pack.localities["mae-hia-town"].model_copy(
        update={"sub_districts": (SI_PHUM, MAE_HIA), "villages": {SI_PHUM: (4,)}}
    )
    organisations.load(replace(pack, localities=MappingProxyType({**pack.localities, "mae-hia-town": town})), NOW)

    with django_assert_num_queries(1):
        served = organisations.get_served(sub_district_code=SI_PHUM)

    assert {village: one.code for village, one in served.by_village.items()} == {
        0: "chiang-mai-city",
        4: "mae-hia-town",
    }


@pytest.mark.parametrize(
    ("typed", "text", "village"),
    [
        ("99/4 หมู่ ๔ ซอย 5 ต.แม่เหียะ อ.เมือง เชียงใหม่", "ต.แม่เหียะ อ.เมือง เชียงใหม่", 4),
        ("Moo 12 Mae Hia", "Mae Hia", 12),
        ("ตำบลแม่เหียะ อำเภอเมืองเชียงใหม่ (500109)", "500109", None),
        ("แม่เหียะ 50100", "แม่เหียะ", None),
        ("50100", "50100", None),
        ("หมู่บ้านสุขใจ", "หมู่บ้านสุขใจ", None),
        ("", "", None),
        ("123456789", "", None),
    ],
)
def test_a_place_is_read_out_of_what_people_type(typed: str, text: str, village: int | None) -> None:
    place = read_place(typed)
    assert (place.text, place.village) == (text, village)
    assert read_place(place.text).text == place.text


@pytest.mark.parametrize(
    ("text", "count"),
    [("แขวงสีลม", 1), ("สีลม กทม", 1), ("เขตบางรัก", 5), ("แขวงบางรัก", 2), ("บางรัก", 6), ("10500", 5), ("ไม่มีที่นี่", 0)],
)
def test_a_place_may_be_meant_by_its_district_or_postcode_too(text: str, count: int) -> None:
    assert len(organisations.list_places(text=text)) == count


def test_a_province_s_name_is_never_taken_for_the_sub_district_of_that_name() -> None:
    meant = organisations.list_places(text="เชียงใหม่")
    assert {area.province_code for area in meant} == {"45", "50"}
