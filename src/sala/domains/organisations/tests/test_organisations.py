"""The pack's agencies on a real PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest
from pytest_django import DjangoAssertNumQueries

from sala.servicekit import Pack

from .. import public as organisations

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def pack(db: None) -> Pack:
    """The country pack, loaded."""
    organisations.load(organisations.get_pack(), NOW)
    return organisations.get_pack()


def test_the_agencies_stand_as_a_tree(pack: Pack) -> None:
    assert organisations.get_agency(code="dopa").parent == "moi"
    below = {agency.code for agency in organisations.list_agencies(parent="moi")}
    assert {"dopa", "dla"} <= below


def test_a_place_is_served_by_its_local_authority(
    pack: Pack, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        authority = organisations.find_local_authority(sub_district_code="500101")
    assert authority is not None
    assert (authority.code, authority.name["th"], authority.is_local) == ("chiang-mai-city", "เทศบาลนครเชียงใหม่", True)


def test_a_place_without_a_local_authority_in_the_pack_has_none(pack: Pack) -> None:
    assert organisations.find_local_authority(sub_district_code="100101") is None


def test_a_named_village_belongs_to_the_authority_that_names_it(pack: Pack) -> None:
    town = pack.localities["mae-hia-town"].model_copy(
        update={"sub_districts": ("500101", "500109"), "villages": {"500101": (4,)}}
    )
    organisations.load(replace(pack, localities=MappingProxyType({**pack.localities, "mae-hia-town": town})), NOW)
    served = {moo: organisations.find_local_authority(sub_district_code="500101", moo=moo) for moo in (None, 3, 4)}
    codes = {moo: authority.code if authority else None for moo, authority in served.items()}
    assert codes == {None: "chiang-mai-city", 3: "chiang-mai-city", 4: "mae-hia-town"}


def test_loading_twice_changes_nothing(pack: Pack) -> None:
    before = organisations.list_agencies()
    organisations.load(pack, NOW + timedelta(days=1))
    assert organisations.list_agencies() == before


def test_an_agency_that_left_the_pack_is_retired_and_still_has_its_name(pack: Pack) -> None:
    without = {code: agency for code, agency in pack.agencies.items() if code != "nbtc"}
    organisations.load(replace(pack, agencies=MappingProxyType(without)), NOW)
    assert "nbtc" not in {agency.code for agency in organisations.list_agencies()}
    assert organisations.get_agency(code="nbtc").name["en"]


def test_an_unknown_agency_or_area_is_not_found(pack: Pack) -> None:
    with pytest.raises(organisations.AgencyNotFound):
        organisations.get_agency(code="ministry-of-magic")
    with pytest.raises(organisations.AreaNotFound):
        organisations.get_sub_district(code="999999")


def test_a_sub_district_knows_what_it_lies_in() -> None:
    area = organisations.get_sub_district(code="500101")
    assert (area.sub_district["th"], area.province["en"], area.postcode) == ("ศรีภูมิ", "Chiang Mai", "50200")
