"""Facts as JSON for the envelope, and back."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from sala.kernel.addresses import ThaiAddress
from sala.kernel.bilingual import Text
from sala.kernel.people import BirthDate, PersonName

from ..contracts import FactType, FactValue


def to_plain(value: FactValue) -> Any:
    """
    Write a fact as JSON can keep it.

    >>> to_plain(BirthDate(2485))
    {'year': 2485, 'month': None, 'day': None}
    """
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | bool) else asdict(value)


def from_plain(kind: FactType, plain: Any) -> FactValue:
    """
    Read a fact of a declared type back.

    >>> from_plain("birth-date", {"year": 2485, "month": None, "day": None})
    BirthDate(year=2485, month=None, day=None)
    """
    return _READERS[kind](plain)


def _name(plain: dict[str, Any]) -> PersonName:
    latin = plain.get("latin")
    return PersonName(**{**plain, "latin": PersonName(**latin) if latin else None})


def _address(plain: dict[str, Any]) -> ThaiAddress:
    named = {key: Text(**plain[key]) for key in ("sub_district", "district", "province")}
    return ThaiAddress(**{**plain, **named})


_READERS: dict[FactType, Callable[[Any], FactValue]] = {
    "text": str,
    "local-authority": str,
    "yes-no": bool,
    "date": date.fromisoformat,
    "birth-date": lambda plain: BirthDate(**plain),
    "person-name": _name,
    "address": _address,
}
