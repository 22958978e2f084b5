"""
The registers of fictional people, told from the day they are loaded.

Someone "just over sixty" stays so in any year: a birth date is declared as an age and the days since it was reached.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sala.kernel.addresses import ThaiAddress
from sala.kernel.bilingual import Text
from sala.kernel.declarations import read_declaration
from sala.kernel.eras import buddhist_year
from sala.kernel.people import BirthDate, PersonName

from ..contracts import FactValue


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fictional house stands, with the names that the areas and agencies give it."""

    code: str
    sub_district: Text
    district: Text
    province: Text
    postcode: str
    local_authority: str | None


def read_entries(pack: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """Read what the registers say of each fictional person: by the person's key, then by register."""
    declared = read_declaration(pack / "demonstration" / "people.yaml")["people"]
    return {person["key"]: person["registers"] for person in declared}


def civil_facts(entry: dict[str, Any], *, today: date) -> dict[str, FactValue]:
    """Turn a fictional person's civil registration into facts."""
    return {
        "name": _name(entry["name"]),
        "born": born(entry["born"], today=today),
        "nationality": entry["nationality"],
        "alive": entry["alive"],
    }


def house_facts(entry: dict[str, Any], *, place: Place, today: date) -> dict[str, FactValue]:
    """Turn a fictional person's house registration into facts; a place without a local authority has none."""
    written = {key: value for key, value in entry["address"].items() if key != "sub_district_code"}
    address = ThaiAddress(
        use="registered",
        sub_district_code=place.code,
        sub_district=place.sub_district,
        district=place.district,
        province=place.province,
        postcode=place.postcode,
        **written,
    )
    facts: dict[str, FactValue] = {
        "address": address,
        "house_code": entry["house_code"],
        "sub_district": place.code,
        "resident_from": _years_before(today, entry["resident_from"]["years_ago"]),
    }
    return facts | ({"municipality": place.local_authority} if place.local_authority else {})


def born(declared: dict[str, Any], *, today: date) -> BirthDate:
    """
    Tell a birth date from an age and the days since it was complete; `known: year` leaves month and day unknown.

    Source: Civil and Commercial Code, s. 16 (a year of age is complete on the day before the birthday).

    >>> born({"completed_years": 60, "days_ago": 45}, today=date(2026, 11, 20))
    BirthDate(year=2509, month=10, day=7)
    >>> born({"completed_years": 84, "known": "year"}, today=date(2026, 11, 20))
    BirthDate(year=2485, month=None, day=None)
    """
    years = declared["completed_years"]
    if declared.get("known") == "year":
        return BirthDate(buddhist_year(today) - years)
    birthday = today - timedelta(days=declared["days_ago"] - 1)
    return BirthDate.of(_years_before(birthday, years))


def _years_before(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day + timedelta(days=1) if is_leap_day else day).replace(year=day.year - years)


def _name(declared: dict[str, Any]) -> PersonName:
    latin = declared["latin"]
    return PersonName(**{**declared, "latin": PersonName(**latin)})
