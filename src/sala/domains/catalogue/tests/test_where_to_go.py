"""Where to go, from every sub-district of the country, for every service that has a counter."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from sala.domains.organisations import public as organisations

from .. import public as catalogue

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SI_PHUM, MAE_HIA, SI_LOM = "500101", "500109", "100402"
SHARED = next((each / "shared/data" for each in Path(__file__).parents if (each / "shared/data").is_dir()), None)


def find(slug: str | None, code: str, village: int | None = None) -> catalogue.WhereToGo:
    service = catalogue.find_public_service(slug=slug) if slug else None
    return catalogue.find_where_to_go(service=service, sub_district_code=code, village=village)


def names(answer: catalogue.WhereToGo) -> list[str]:
    offices = (office for counter in answer.counters for office in counter.offices)
    return [office.name.th for office in offices if office.certainty != "not-in-bangkok"]


@pytest.fixture
def shared() -> None:
    """A sub-district that two local authorities share by village."""
    pack = organisations.get_pack()
    town = pack.localities["mae-hia-town"].model_copy(
        update={"sub_districts": (SI_PHUM, MAE_HIA), "villages": {SI_PHUM: (4,)}}
    )
    organisations.load(replace(pack, localities=MappingProxyType({**pack.localities, "mae-hia-town": town})), NOW)


@pytest.mark.skipif(SHARED is None, reason="the public list of sub-districts is not on this machine")
def test_every_sub_district_of_the_country_gets_an_answer() -> None:
    assert SHARED is not None
    districts = {str(one["districtCode"]): one["districtNameTh"] for one in _read(SHARED / "geo_districts.json")}
    kinds = organisations.get_pack().offices
    for one in _read(SHARED / "geo_subdistricts.json"):
        area = organisations.get_sub_district(code=str(one["subdistrictCode"]))
        answer = organisations.list_offices(kinds=kinds, area=area, served=organisations.Served({}), agency="dopa")
        kind = "สำนักงานเขต" if area.is_in_bangkok else "ที่ว่าการอำเภอ"
        assert kind + districts[str(one["districtCode"])] in {office.name.th for office in answer}
        assert all(office.name.th and office.name.en and "{" not in office.name.th for office in answer)


def test_every_counter_of_every_service_leads_somewhere() -> None:
    for service in catalogue.list_public_services():
        for code in (SI_LOM, MAE_HIA, "301701"):
            answer = catalogue.find_where_to_go(service=service, sub_district_code=code)
            assert all(counter.offices for counter in answer.counters), service.slug


def test_no_office_outside_bangkok_is_called_a_khet_and_none_in_it_an_amphoe() -> None:
    for service in catalogue.list_public_services():
        outside, inside = (
            names(catalogue.find_where_to_go(service=service, sub_district_code=code)) for code in (MAE_HIA, SI_LOM)
        )
        assert not [name for name in outside if "เขต" in name and "เขตอำนาจ" not in name], service.slug
        assert not [name for name in inside if "อำเภอ" in name or "จังหวัด" in name], service.slug


def test_the_answer_is_for_this_service_and_this_place(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        names_found = names(find("elderly-fund-loan", MAE_HIA))

    assert names_found == ["สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดเชียงใหม่"]
    assert names(find("elderly-fund-loan", SI_LOM)) == ["กรมกิจการผู้สูงอายุ"]
    assert names(find("marriage-registration", MAE_HIA)) == ["ที่ว่าการอำเภอเมืองเชียงใหม่"]
    assert find("marriage-registration", MAE_HIA).counters[0].anywhere


def test_without_a_service_both_trees_answer() -> None:
    organisations.load(organisations.get_pack(), NOW)

    assert names(find(None, MAE_HIA)) == ["เทศบาลเมืองแม่เหียะ", "ที่ว่าการอำเภอเมืองเชียงใหม่"]
    assert names(find(None, SI_LOM)) == ["สำนักงานเขตบางรัก"]


def test_a_shared_sub_district_asks_for_the_village_only_where_the_answer_hangs_on_it(shared: None) -> None:
    assert find("old-age-allowance", SI_PHUM).needs_village
    assert find("house-registration-move", SI_PHUM).needs_village
    assert not find("marriage-registration", SI_PHUM).needs_village
    assert not find("old-age-allowance", MAE_HIA).needs_village


def test_the_village_decides_in_a_shared_sub_district(shared: None) -> None:
    served: Mapping[int, list[str]] = {
        village: names(find("old-age-allowance", SI_PHUM, village)) for village in (4, 5)
    }
    assert served == {4: ["เทศบาลเมืองแม่เหียะ"], 5: ["เทศบาลนครเชียงใหม่"]}


def test_a_place_that_does_not_exist_is_refused() -> None:
    with pytest.raises(organisations.AreaNotFound):
        find(None, "999999")


def _read(file: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return listed
