"""The facts a law asks for, and how what arrives is read: as declared, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, get_type_hints

from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .errors import FactHasWrongType, FactNotInLaw

Facts = Mapping[str, object]

_FROM_TEXT: Mapping[type, Callable[[str], object]] = MappingProxyType(
    {
        BirthDate: BirthDate.parse,
        Baht: Baht.of,
        Decimal: Decimal,
        date: date.fromisoformat,
        datetime: datetime.fromisoformat,
    }
)


@dataclass(frozen=True, slots=True)
class Entity:
    """What a law speaks of: one class of its rules.py, and the types of its facts."""

    made_by: type[Any]
    types: Mapping[str, type]

    @classmethod
    def of(cls, made_by: type[Any], names: Mapping[str, Any]) -> "Entity":
        """Read the facts that a class declares."""
        hints = get_type_hints(made_by, globalns=dict(names))
        return cls(made_by, {field.name: hints[field.name] for field in fields(made_by)})

    def fill(self, facts: Facts, *, law: str) -> Any:
        """
        Make the entity of one case. What is absent or None is unknown.

        :raises FactNotInLaw: a name that the law does not know.
        :raises FactHasWrongType: a value of another type than declared.
        """
        for name in facts:
            if name not in self.types:
                raise FactNotInLaw(law=law, fact=name, known=", ".join(self.types))
        values = {name: _read(facts.get(name), wanted, name, law) for name, wanted in self.types.items()}
        return self.made_by(**values)


def _read(value: object, wanted: type, name: str, law: str) -> object:
    """Take a value of the declared type, or the text that an interface or a file writes for it."""
    if value is None or type(value) is wanted:
        return value
    try:
        if isinstance(value, str) and issubclass(wanted, Enum):
            return wanted(value)
        if isinstance(value, str) and wanted in _FROM_TEXT:
            return _FROM_TEXT[wanted](value)
    except (ArithmeticError, ValueError, SalaError) as problem:
        raise _wrong(value, wanted, name, law) from problem
    if wanted is BirthDate and type(value) is date:
        return BirthDate.of(value)
    if wanted is Decimal and type(value) is int:
        return Decimal(value)
    raise _wrong(value, wanted, name, law)


def _wrong(value: object, wanted: type, name: str, law: str) -> FactHasWrongType:
    return FactHasWrongType(law=law, fact=name, wanted=wanted.__name__, given=type(value).__name__)
