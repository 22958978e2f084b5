"""The offices of the districts by distance: the nearest first, what is not known last."""

import pytest
from pytest_django import DjangoAssertNumQueries

from .. import public as organisations

CHIANG_MAI, MAE_RIM, BANG_RAK, ALL = "5001", "5007", "1004", 928


def test_the_nearest_come_first_and_the_district_itself_is_left_out() -> None:
    nearby = organisations.list_nearby(district=CHIANG_MAI)
    known = [one.kilometres for one in nearby if one.kilometres is not None]

    assert len(nearby) == ALL - 1
    assert CHIANG_MAI not in {one.office.district for one in nearby}
    assert known == sorted(known)
    assert {one.office.province.th for one in nearby[:5]} <= {"เชียงใหม่", "ลำพูน"}


def test_an_office_without_a_position_is_never_given_a_distance_and_comes_last() -> None:
    nearby = organisations.list_nearby(district=CHIANG_MAI)
    first_unknown = next(index for index, one in enumerate(nearby) if one.kilometres is None)

    assert all(one.kilometres is None and one.office.position is None for one in nearby[first_unknown:])
    assert MAE_RIM in {one.office.district for one in nearby[first_unknown:]}


def test_from_a_district_without_a_position_no_distance_is_known() -> None:
    assert {one.kilometres for one in organisations.list_nearby(district=MAE_RIM)} == {None}


def test_in_bangkok_the_office_is_that_of_the_city() -> None:
    found = organisations.get_district_office(district=BANG_RAK)
    assert (found.office.name.th, found.office.agency, found.province_code) == ("สำนักงานเขตบางรัก", "bangkok", "10")


@pytest.mark.parametrize("code", ["", "50", "9999", "500101", "๕๐๐๑"])
def test_what_is_no_code_of_a_district_is_refused(code: str) -> None:
    with pytest.raises(organisations.DistrictNotFound):
        organisations.list_nearby(district=code)


@pytest.mark.django_db
def test_no_statement_is_needed(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        organisations.list_nearby(district=BANG_RAK)
