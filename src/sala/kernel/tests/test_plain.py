"""Values go into JSON and come back exactly as they were."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sala.kernel.addresses import ThaiAddress
from sala.kernel.bilingual import Text
from sala.kernel.identifiers import CitizenId, HouseCode, JuristicId
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate, PersonName
from sala.kernel.plain import from_plain, to_plain

WHOLE = [
    CitizenId.parse("0-0000-00000-01-9"),
    JuristicId.parse("0-1075-44000-10-8"),
    HouseCode.parse("50010000019"),
    PersonName(title="นางสาว", first="ทดสอบ", middle="ใจดี", last="ตัวอย่างครัว"),
    BirthDate(year=2485, month=None, day=None),
    BirthDate(year=2509, month=10, day=1),
    Text(th="ข้อ 6", en="cl. 6"),
    ThaiAddress(
        house_number="999/1",
        moo="",
        building="",
        soi="",
        road="ตัวอย่าง",
        sub_district=Text(th="ศรีภูมิ", en="Si Phum"),
        district=Text(th="เมืองเชียงใหม่", en="Mueang Chiang Mai"),
        province=Text(th="เชียงใหม่", en="Chiang Mai"),
        postcode="50200",
        sub_district_code="500101",
        use="registered",
    ),
]

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.dates()
    | st.datetimes(timezones=st.just(UTC))
    | st.uuids()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.integers(0, 10**12).map(lambda satang: Baht(satang=satang))
    | st.sampled_from(WHOLE)
)
keys = st.text().filter(lambda key: key != "~")
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=20)


def through_json(value: Any) -> Any:
    return from_plain(json.loads(json.dumps(to_plain(value), ensure_ascii=False)))


@settings(max_examples=60, deadline=None)
@given(value=values)
def test_whatever_goes_in_comes_out_the_same(value: Any) -> None:
    assert through_json(value) == value


@pytest.mark.parametrize("value", WHOLE, ids=lambda value: type(value).__name__)
def test_each_of_our_own_classes_comes_back_as_itself(value: Any) -> None:
    assert through_json(value) == value
    assert type(through_json(value)) is type(value)


def test_a_moment_keeps_its_zone_and_a_day_stays_a_day() -> None:
    assert through_json([datetime(2026, 1, 1, tzinfo=UTC), date(2026, 1, 1)]) == [
        datetime(2026, 1, 1, tzinfo=UTC),
        date(2026, 1, 1),
    ]


def test_a_tuple_comes_back_as_a_list() -> None:
    assert through_json((1, 2)) == [1, 2]


@pytest.mark.parametrize("value", [1.5, b"bytes", object(), {1: "key"}.keys()])
def test_what_would_not_come_back_is_not_stored(value: Any) -> None:
    with pytest.raises(TypeError, match="is not stored"):
        to_plain(value)


@pytest.mark.parametrize("value", [Decimal("1.10"), UUID(int=7), Baht.of("0.01")])
def test_numbers_and_ids_are_exact(value: Any) -> None:
    assert str(through_json(value)) == str(value)


def test_a_key_that_would_be_mistaken_for_a_class_is_not_stored() -> None:
    with pytest.raises(TypeError, match="is not stored"):
        to_plain({"~": "Baht", "satang": 1})
