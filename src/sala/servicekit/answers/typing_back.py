"""Write a value as a person would have typed it, to stand in a field at first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sala.kernel.addresses import ThaiAddress
from sala.kernel.identifiers import CitizenId, JuristicId
from sala.kernel.money import Baht

from ..schema.facts import AskedFact
from .asked import control

_BUDDHIST_YEARS = 543


def typed_from(fact: AskedFact, value: Any) -> dict[str, tuple[str, ...]]:
    """Write a value into the controls of a question; empty for a value that the question cannot hold."""
    match value:
        case None:
            return {}
        case bool():
            return {fact.id: ("yes" if value else "no",)}
        case date():
            parts = {"day": str(value.day), "month": str(value.month), "year": str(value.year + _BUDDHIST_YEARS)}
            return _controls(fact, parts)
        case ThaiAddress():
            return _controls(fact, _address_parts(value))
        case Mapping():
            return _controls(fact, {name: str(part) for name, part in value.items()})
        case list() | tuple():
            return {fact.id: tuple(str(item) for item in value)}
        case Baht():
            return {fact.id: (str(value),)}
        case CitizenId() | JuristicId():
            return {fact.id: (value.shown,)}
    return {fact.id: (str(value),)}


def _controls(fact: AskedFact, parts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {control(fact.id, name): (part,) for name, part in parts.items() if part}


def _address_parts(address: ThaiAddress) -> dict[str, str]:
    return {
        "house-number": address.house_number,
        "moo": address.moo,
        "building": address.building,
        "soi": address.soi,
        "road": address.road,
        "sub-district": address.sub_district_code,
        "postcode": address.postcode,
    }
