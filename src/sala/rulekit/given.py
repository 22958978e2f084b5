"""
Read one fact as its type declares, from what a caller or a file writes, and give a value back as a caller knows it.

What does not fit raises, without repeating it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sala.kernel.days import Period
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .kinds import EXACT_PARTS, Kind, Type


class OutOfRange(Exception):
    """A number lies outside its declared range."""


def _truth(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if type(value) is not bool:
            raise TypeError
        return value

    return read


def _whole(wanted: Type) -> Callable[[Any], object]:
    low, high = wanted.low, wanted.high

    def read(value: object) -> object:
        if type(value) is not int:
            raise TypeError
        if not low <= value <= high:
            raise OutOfRange
        return value

    return read


def _money(wanted: Type) -> Callable[[Any], object]:
    low, high = wanted.low, wanted.high

    def read(value: object) -> object:
        if isinstance(value, Baht):
            satang = value.satang
        elif isinstance(value, str) and value[-3:-2] == "." and (digits := value.replace(".", "", 1)).isdecimal():
            satang = int(digits)  # as interfaces write it: 1250.50
        elif isinstance(value, str) or type(value) is int:
            satang = Baht.of(value).satang
        else:
            raise TypeError
        if not low <= satang <= high:
            raise OutOfRange
        return satang

    return read


def _exact(wanted: Type) -> Callable[[Any], object]:
    whole = _whole(wanted)

    def read(value: object) -> object:
        if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
            raise TypeError
        parts = Decimal(value) * EXACT_PARTS
        if parts != int(parts):
            raise ValueError
        return whole(int(parts))

    return read


def _day(wanted: Type) -> Callable[[Any], object]:
    return _birth if wanted.is_birth else _plain_day


def _birth(value: object) -> date:
    """Read a day of birth. Most are days of the Christian era, as registers and interfaces write them."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        is_day = len(value) == len("2000-01-01") and value[:2] in ("18", "19", "20")
        value = date.fromisoformat(value) if is_day else BirthDate.parse(value)
    return value.counted_from if isinstance(value, BirthDate) else _plain_day(value)


def _plain_day(value: object) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if type(value) is not date:
        raise TypeError
    return value


def _moment(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        if not isinstance(value, datetime):
            raise TypeError
        return value

    return read


def _choice(wanted: Type) -> Callable[[Any], object]:
    values = frozenset(wanted.values)

    def read(value: object) -> object:
        found = value.value if isinstance(value, Enum) else value
        if found not in values:
            raise TypeError
        return found

    return read


def _period(wanted: Type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if isinstance(value, Mapping):
            until = value.get("until")
            value = Period(_plain_day(value["from"]), None if until is None else _plain_day(until))
        if not isinstance(value, Period):
            raise TypeError
        return value

    return read


REFUSED = (ArithmeticError, LookupError, ValueError, TypeError, SalaError, OutOfRange)
READERS: Mapping[Kind, Callable[[Type], Callable[[Any], object]]] = {
    Kind.TRUTH: _truth,
    Kind.WHOLE: _whole,
    Kind.MONEY: _money,
    Kind.EXACT: _exact,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.PERIOD: _period,
}


def given_back(of: Type, raw: Any) -> Any:
    """
    Give a value that forms hold as a caller knows it.

    >>> given_back(Type(Kind.MONEY), 12_550), given_back(Type(Kind.EXACT), 12_500), given_back(Type(Kind.MONEY), None)
    (Baht.of("125.50"), Decimal('1.25'), None)
    """
    if of.kind is Kind.MONEY and raw is not None:
        return Baht(raw)
    return Decimal(raw) / EXACT_PARTS if of.kind is Kind.EXACT and raw is not None else raw
