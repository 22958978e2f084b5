"""A loaded pack answers by name, and puts a locality's overlay over the declaration."""

from datetime import date, time
from pathlib import Path

from sala.kernel.money import Baht
from sala.servicekit import load_service
from sala.servicekit.pack import Pack
from sala.servicekit.schema.service import Service

from .conftest import SERVICE, Spoil

DOGS = "dog-registration"


def test_a_fee_is_that_of_the_ordinance_in_force_on_the_day(small: Pack) -> None:
    last_day = small.get_fee(service=DOGS, locality="riverside", on=date(2025, 12, 31))
    next_day = small.get_fee(service=DOGS, locality="riverside", on=date(2026, 1, 1))

    assert (last_day.amount, next_day.amount) == (Baht.of("50"), Baht.of("60.50"))
    assert next_day.source is not None
    assert next_day.source.en == "Dog ordinance 2026"


def test_a_fee_that_no_ordinance_states_is_unknown_and_says_so(small: Pack) -> None:
    fee = small.get_fee(service=DOGS, locality=None, on=date(2026, 1, 1))

    assert fee.amount is None
    assert fee.unverified


def test_hours_and_contact_come_from_the_locality(small: Pack) -> None:
    hours = small.get_hours(service=DOGS, locality="riverside")

    assert (hours.days, hours.opens) == (("mon", "wed"), time(9))
    assert small.get_contact(service=DOGS, locality="riverside").phone == "053000001"


def test_without_a_locality_the_usual_hours_hold(small: Pack) -> None:
    assert small.get_hours(service=DOGS, locality=None).closes == time(16, 30)


def test_a_place_leads_to_its_local_authority(small: Pack) -> None:
    found = small.find_locality_of("500101")

    assert found is not None
    assert found.id == "riverside"
    assert small.find_locality_of("100101") is None


def test_an_area_is_found_by_what_people_write(small: Pack) -> None:
    written = ("500101", "ต.ศรีภูมิ อ.เมือง จ.เชียงใหม่", "ศรีภูมิ เชียงใหม่", "Si Phum, Mueang, Chiang Mai", "๕๐๐๑๐๑")

    assert [[area.code for area in small.areas.list_meant(text)] for text in written] == [["500101"]] * 5


def test_a_name_that_several_areas_share_means_all_of_them(small: Pack) -> None:
    assert {area.code for area in small.areas.list_meant("ศรีภูมิ")} == {"500101", "310311"}
    assert small.areas.list_meant("nowhere") == ()


def test_layout_and_comments_do_not_change_a_release(country: Path, dogs: Service, spoil: Spoil) -> None:
    spoil("kind: registration\n", "\n# a comment\nkind:   'registration'\n")

    assert load_service(country / Path(SERVICE).parent).digest == dogs.digest


def test_one_word_changes_a_release(country: Path, dogs: Service, spoil: Spoil) -> None:
    spoil("en: Dog keepers", "en: Dog owners")

    assert load_service(country / Path(SERVICE).parent).digest != dogs.digest


def test_a_stored_declaration_reads_back_as_the_same_release(dogs: Service) -> None:
    assert Service.model_validate(dogs.model_dump(mode="json", by_alias=True)).digest == dogs.digest


def test_a_guide_stands_beside_what_is_applied_for_here(small: Pack) -> None:
    assert set(small.guides) == {"dog-passport"}
    assert DOGS not in small.guides and "dog-passport" not in small.services
    assert small.folders["dog-passport"].slug == "dog-passport"
    assert small.get_fee(service="dog-passport", locality=None, on=date(2026, 1, 1)).unverified
