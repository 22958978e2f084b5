"""Sala's own values as JSON and back, exactly: what is sealed or stored comes out as what went in."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from .addresses import ThaiAddress
from .bilingual import Text
from .identifiers import CitizenId, HouseCode, JuristicId
from .money import Baht
from .people import BirthDate, PersonName

_TAG = "~"
_CLASSES: dict[str, type] = {
    kind.__name__: kind for kind in (Baht, BirthDate, CitizenId, HouseCode, JuristicId, PersonName, Text, ThaiAddress)
}
_WRITTEN: dict[str, Any] = {
    "Decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "UUID": UUID,
}


def to_plain(value: Any) -> Any:
    """
    Turn a value into JSON's own types; tuples come back as tuples only where a class asks for one.

    :raises TypeError: the value is of a type that is not stored.

    >>> from_plain(to_plain({"paid": Baht.of("600"), "on": date(2026, 11, 20)}))
    {'paid': Baht.of("600.00"), 'on': datetime.date(2026, 11, 20)}
    """
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, list | tuple | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        if _TAG in value:
            raise TypeError(f"a key {_TAG} is not stored: it marks Sala's own values")
        return {key: to_plain(item) for key, item in value.items()}
    name = type(value).__name__
    if name in _WRITTEN:
        return {_TAG: name, "v": str(value) if isinstance(value, UUID | Decimal) else value.isoformat()}
    if is_dataclass(value) and _CLASSES.get(name) is type(value):
        return {_TAG: name, **{field.name: to_plain(getattr(value, field.name)) for field in fields(value)}}
    raise TypeError(f"{name} is not stored: add it to kernel.plain")


def from_plain(value: Any) -> Any:
    """Turn JSON's types back into the values they were."""
    if isinstance(value, list):
        return [from_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    tag = value.get(_TAG)
    if tag in _WRITTEN:
        return _WRITTEN[tag](value["v"])
    inner = {key: from_plain(item) for key, item in value.items() if key != _TAG}
    return _CLASSES[tag](**inner) if tag else inner
