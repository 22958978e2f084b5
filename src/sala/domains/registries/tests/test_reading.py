"""Readings on a real PostgreSQL, as the role that serves."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from sala.domains.ledger import public as ledger
from sala.infra import envelopes, tenancy
from sala.kernel.actors import ANONYMOUS, Actor
from sala.kernel.addresses import ThaiAddress
from sala.kernel.age import full_years
from sala.kernel.errors import NotAllowed
from sala.kernel.people import BirthDate, PersonName

from .. import public as registries
from ..models import FactRow

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
BOTH = {"civil-registry": ["name", "born"], "house-registry": ["address", "municipality"]}


def officer_of(agency: str, cast: dict[str, UUID]) -> Actor:
    return Actor(person=cast["officer"], agency=agency, role="municipal-officer")


def test_facts_of_several_registers_cost_two_statements(
    cast: dict[str, UUID], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    elder = cast["elder"]
    with django_assert_num_queries(2):
        found = registries.fetch_many(
            wanted=BOTH, person=elder, by=Actor(person=elder), purpose="prefill", at=NOW, through="citizen.form"
        )
    name, born = (found["civil-registry"][fact].value for fact in ("name", "born"))
    assert isinstance(name, PersonName) and name.full() == "นางสมมติ ตัวอย่างหกสิบ"
    assert isinstance(born, BirthDate) and full_years(born, TODAY) == 60
    assert found["house-registry"]["municipality"].value == "chiang-mai-city"
    assert found["house-registry"]["address"].source["th"] == "ทะเบียนบ้าน"


def test_an_address_is_whole_though_only_its_code_was_declared(cast: dict[str, UUID]) -> None:
    by = Actor(person=cast["nearly-sixty"])
    found = registries.fetch(
        register="house-registry", person=cast["nearly-sixty"], facts=["address"], by=by, purpose="prefill", at=NOW
    )
    address = found["address"].value
    assert isinstance(address, ThaiAddress)
    assert address.one_line("th") == "999/2 หมู่ที่ 4 ตำบลช้างเผือก อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50300"


def test_an_unknown_birthday_and_a_missing_surname_stay_unknown_and_missing(cast: dict[str, UUID]) -> None:
    person = cast["eldest"]
    found = registries.fetch(
        register="civil-registry",
        person=person,
        facts=["name", "born"],
        by=Actor(person=person),
        purpose="decide",
        at=NOW,
    )
    name, born = found["name"].value, found["born"].value
    assert isinstance(name, PersonName) and name.last == ""
    assert isinstance(born, BirthDate) and born.month is None and full_years(born, TODAY) == 84


def test_every_reading_stands_in_the_persons_access_view(cast: dict[str, UUID]) -> None:
    by = officer_of("chiang-mai-city", cast)
    elder = cast["elder"]
    registries.fetch_many(wanted=BOTH, person=elder, by=by, purpose="decide", at=NOW, through="desk.case")
    tenancy.enter(person=elder)
    (seen,) = ledger.list_access(person=elder).items
    assert (seen.by_person, seen.agency, seen.purpose, seen.through) == (
        cast["officer"],
        "chiang-mai-city",
        "decide",
        "desk.case",
    )


def test_rows_are_hidden_before_and_after_a_reading(cast: dict[str, UUID]) -> None:
    tenancy.enter(agency="chiang-mai-city", person=cast["officer"])
    assert not FactRow.objects.filter(person=cast["elder"]).exists()
    by = officer_of("chiang-mai-city", cast)
    assert registries.fetch(
        register="civil-registry", person=cast["elder"], facts=["born"], by=by, purpose="decide", at=NOW
    )
    assert not FactRow.objects.filter(person=cast["elder"]).exists()


def test_someone_elses_facts_are_refused_and_nothing_is_read(
    cast: dict[str, UUID], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for nosy in (ANONYMOUS, Actor(person=cast["shop-owner"])):
        with django_assert_num_queries(0), pytest.raises(NotAllowed):
            registries.fetch(
                register="civil-registry", person=cast["elder"], facts=["name"], by=nosy, purpose="prefill", at=NOW
            )


def test_facts_stand_nowhere_in_the_clear(cast: dict[str, UUID]) -> None:
    tenancy.enter(person=cast["elder"])
    sealed = b"".join(bytes(row.sealed) for row in FactRow.objects.filter(person=cast["elder"]))
    assert sealed and "สมมติ".encode() not in sealed


def test_an_erased_person_has_no_facts_left(cast: dict[str, UUID]) -> None:
    elder = cast["elder"]
    assert envelopes.destroy_data_key(subject=elder)
    by = Actor(person=elder)
    assert (
        registries.fetch(register="civil-registry", person=elder, facts=["name"], by=by, purpose="prefill", at=NOW)
        == {}
    )


def test_loading_again_a_year_later_changes_nothing(cast: dict[str, UUID]) -> None:
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    later = NOW + timedelta(days=365)
    pack = Path(settings.SALA_PACK)
    assert registries.load_demonstration_registers(pack=pack, people=cast, at=later) == 0
