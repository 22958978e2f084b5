"""
A condition in a declaration: `{fact: transferred, is: true}`, joined by `all`, `any` and `not`.

It has three answers. None means that a fact it needs is not known yet, so nothing is shown or refused too early.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from sala.kernel.money import Baht

from .base import Declared, FactId

Scalar = bool | int | str
Operator = Literal["is", "in", "has", "at_least", "at_most", "more_than", "less_than"]
OPERATORS: tuple[Operator, ...] = ("is", "in", "has", "at_least", "at_most", "more_than", "less_than")


class Comparison(Declared):
    """One fact against one value. `is` and `in` compare, `has` looks into a many-of answer, the rest order numbers."""

    fact: FactId
    is_: Scalar | None = Field(default=None, alias="is")
    in_: tuple[Scalar, ...] | None = Field(default=None, alias="in")
    has: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    more_than: int | None = None
    less_than: int | None = None

    @model_validator(mode="after")
    def _compare_once(self) -> Self:
        if len([name for name in OPERATORS if self._operand(name) is not None]) != 1:
            raise PydanticCustomError("one_comparison", "exactly one of {names}", {"names": ", ".join(OPERATORS)})
        return self

    def _operand(self, name: Operator) -> Any:
        return getattr(self, {"is": "is_", "in": "in_"}.get(name, name))

    @cached_property
    def operator(self) -> Operator:
        """The one comparison that was written."""
        return next(name for name in OPERATORS if self._operand(name) is not None)

    @cached_property
    def operand(self) -> Any:
        """The value compared with."""
        return self._operand(self.operator)


class AllOf(Declared):
    """Every one of these holds."""

    all: tuple["Condition", ...] = Field(min_length=1)


class AnyOf(Declared):
    """At least one of these holds."""

    any: tuple["Condition", ...] = Field(min_length=1)


class Not(Declared):
    """This does not hold."""

    not_: "Condition" = Field(alias="not")


def _kind_of(value: Any) -> str:
    """Choose the model by the key that the author wrote, so that an error speaks of that one only."""
    for kind, model in (("all", AllOf), ("any", AnyOf), ("not", Not)):
        if isinstance(value, model) or (isinstance(value, dict) and kind in value):
            return f"({kind})"
    return "(comparison)"


Condition = Annotated[
    Annotated[Comparison, Tag("(comparison)")]
    | Annotated[AllOf, Tag("(all)")]
    | Annotated[AnyOf, Tag("(any)")]
    | Annotated[Not, Tag("(not)")],
    Discriminator(_kind_of),
]

AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def holds(condition: Condition | None, facts: Mapping[str, object]) -> bool | None:
    """
    Say whether the condition holds for these facts; None when that cannot be known yet. No condition always holds.

    Source: Kleene, Introduction to Metamathematics (1952), s. 64 (strong three-valued logic).

    >>> holds(Comparison.model_validate({"fact": "area", "at_most": 200}), {"area": 180})
    True
    """
    match condition:
        case None:
            return True
        case AllOf():
            return _all_hold([holds(part, facts) for part in condition.all])
        case AnyOf():
            inner = _all_hold([_invert(holds(part, facts)) for part in condition.any])
            return _invert(inner)
        case Not():
            return _invert(holds(condition.not_, facts))
        case Comparison():
            return _compare(condition, facts.get(condition.fact))


def list_comparisons(condition: Condition | None) -> Iterator[Comparison]:
    """Give every comparison in the condition, from left to right."""
    match condition:
        case None:
            return
        case Comparison():
            yield condition
        case AllOf():
            for part in condition.all:
                yield from list_comparisons(part)
        case AnyOf():
            for part in condition.any:
                yield from list_comparisons(part)
        case Not():
            yield from list_comparisons(condition.not_)


def facts_of(condition: Condition | None) -> frozenset[str]:
    """Name the facts that the condition needs."""
    return frozenset(comparison.fact for comparison in list_comparisons(condition))


def _invert(value: bool | None) -> bool | None:
    return None if value is None else not value


def _all_hold(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _compare(comparison: Comparison, value: object) -> bool | None:
    if value is None:
        return None
    operand = comparison.operand
    match comparison.operator:
        case "is":
            return bool(value == operand)
        case "in":
            return value in operand
        case "has":
            return isinstance(value, tuple | list | frozenset) and operand in value
        case order:
            return _is_ordered(order, _as_number(value), Decimal(operand))


def _is_ordered(order: str, number: Decimal | None, limit: Decimal) -> bool | None:
    if number is None:
        return None
    return {
        "at_least": number >= limit,
        "at_most": number <= limit,
        "more_than": number > limit,
        "less_than": number < limit,
    }[order]


def _as_number(value: object) -> Decimal | None:
    """Read money as baht and a number as itself; anything else has no order here."""
    if isinstance(value, Baht):
        return Decimal(value.satang) / 100
    return Decimal(value) if isinstance(value, int | Decimal) else None
