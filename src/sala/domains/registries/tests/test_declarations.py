"""The pack's registers as they are declared: pure."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.age import full_years
from sala.kernel.people import PersonName
from sala.kernel.plain import from_plain, to_plain

from ..contracts import FactNotDeclared, PurposeNotAllowed, Register, RegisterNotFound
from ..logic.declarations import check_reading, find_declared, read_registers
from ..logic.fiction import born

PACK = Path(__file__).parents[5] / "thailand"


def civil() -> Register:
    return find_declared(read_registers(PACK), "civil-registry")


def test_every_purpose_names_its_law_in_both_languages_and_reads_only_what_the_register_holds() -> None:
    for register in read_registers(PACK).values():
        assert register.owner == "dopa"
        for purpose in register.purposes.values():
            assert purpose.facts <= set(register.facts)
            assert purpose.law and all(law.th and law.en for law in purpose.law)


def test_a_purpose_reads_its_facts_and_no_others() -> None:
    check_reading(civil(), facts=["name", "born"], purpose="prefill")
    with pytest.raises(PurposeNotAllowed):
        check_reading(civil(), facts=["name", "alive"], purpose="prefill")
    with pytest.raises(PurposeNotAllowed):
        check_reading(civil(), facts=["name"], purpose="curiosity")


def test_a_fact_or_a_register_that_is_not_declared_is_named() -> None:
    with pytest.raises(FactNotDeclared, match="favourite_colour"):
        check_reading(civil(), facts=["favourite_colour"], purpose="prefill")
    with pytest.raises(RegisterNotFound):
        find_declared(read_registers(PACK), "gossip")


@given(today=st.dates(date(2026, 1, 1), date(2060, 12, 31)), days_ago=st.integers(0, 300), years=st.integers(1, 80))
def test_a_fictional_person_has_the_declared_age_on_whatever_day_they_are_loaded(
    today: date, days_ago: int, years: int
) -> None:
    assert full_years(born({"completed_years": years, "days_ago": days_ago}, today=today), today) == years


def test_a_name_without_a_surname_comes_back_as_it_was_kept() -> None:
    name = PersonName(title="นาย", first="จำลอง", latin=PersonName(title="Mr", first="Chamlong"))
    assert from_plain(to_plain(name)) == name
    assert name.full() == "นายจำลอง"
