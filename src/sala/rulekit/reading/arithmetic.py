"""Arithmetic with bounds: whole numbers, money, and exact quotients that are never worked out until they are rounded."""

import ast
from dataclasses import dataclass
from typing import Literal, cast

from sala.kernel.bilingual import Text

from ..errors import TypesDiffer
from ..form import Arithmetic, Compare, Constant, Negative, Node
from ..kinds import INT63, TRUTH, Kind, Type, whole
from .written import Written

Op = Literal["+", "-", "*"]
Comparison = Literal["==", "!=", "<", "<=", ">", ">="]
ONE = Constant(whole(1, 1), 1)
_QUOTIENT = Text(th="เศษส่วนที่ยังไม่ปัด", en="exact quotient")
_QUOTIENT_OF_MONEY = Text(th="เศษส่วนของเงินที่ยังไม่ปัด", en="exact quotient of money")


@dataclass(frozen=True, slots=True)
class Quotient:
    """`top / bottom`, exact. `bottom` is above zero. In satang where it is of money."""

    top: Node
    bottom: Node
    is_money: bool


Value = Node | Quotient


@dataclass(frozen=True, slots=True)
class Arithmetician:
    """Works on values of one file; what does not go together is refused with its line."""

    written: Written

    def add(self, op: Op, left: Value, right: Value, at: ast.AST) -> Value:
        """Add or subtract two values of one kind."""
        if isinstance(left, Quotient) or isinstance(right, Quotient):
            one, other = as_quotient(left), as_quotient(right)
            if one.is_money is not other.is_money:
                raise self._differ(op, left, right, at)
            top = self._whole(
                op,
                self._whole("*", one.top, other.bottom, at),
                self._whole("*", other.top, one.bottom, at),
                at,
            )
            return Quotient(top, self._whole("*", one.bottom, other.bottom, at), one.is_money)
        if not (left.type.is_number and left.type.kind is right.type.kind):
            raise self._differ(op, left, right, at)
        return self._whole(op, left, right, at, left.type.kind)

    def multiply(self, left: Value, right: Value, at: ast.AST) -> Value:
        """Multiply; money only by what is not money."""
        if is_of_money(left) and is_of_money(right):
            raise self._differ("*", left, right, at)
        is_money = is_of_money(left) or is_of_money(right)
        if isinstance(left, Quotient) or isinstance(right, Quotient):
            one, other = as_quotient(left), as_quotient(right)
            top = self._whole("*", one.top, other.top, at)
            return Quotient(top, self._whole("*", one.bottom, other.bottom, at), is_money)
        if not (left.type.is_number and right.type.is_number):
            raise self._differ("*", left, right, at)
        return self._whole("*", left, right, at, Kind.MONEY if is_money else Kind.WHOLE)

    def divide(self, left: Value, right: Value, at: ast.AST) -> Quotient:
        """Make an exact quotient. Two plain whole numbers are divided by `quotient`, for `/` would make a float."""
        if not isinstance(left, Quotient) and not left.type.is_number:
            raise self._differ("/", left, right, at)
        if is_of_money(right) and not is_of_money(left):
            raise self._differ("/", left, right, at)
        one, other = as_quotient(left), as_quotient(right)
        if other.top.type.low <= 0:
            said = ast.unparse(at)
            raise self.written.differ(
                at,
                f"ตัวหารใน {said} อาจเป็นศูนย์หรือติดลบ ใช้ max(1, …) หรือประกาศช่วงที่เริ่มเหนือศูนย์",
                f"the divisor in {said} may be zero or less: write max(1, …) or declare a range above zero",
            )
        top = self._whole("*", one.top, other.bottom, at)
        bottom = self._whole("*", one.bottom, other.top, at)
        return Quotient(top, bottom, is_of_money(left) and not is_of_money(right))

    def negate(self, operand: Value, at: ast.AST) -> Value:
        """Turn a sign."""
        if isinstance(operand, Quotient):
            top = cast(Node, self.negate(operand.top, at))
            return Quotient(top, operand.bottom, operand.is_money)
        if not operand.type.is_number:
            raise self.written.differ(at, "เครื่องหมายลบใช้กับจำนวนเท่านั้น", "a minus sign goes before a number only")
        kind = operand.type
        if isinstance(operand, Constant):
            return Constant(kind.within(-kind.high, -kind.low), -cast(int, operand.value))
        return Negative(kind.within(-kind.high, -kind.low), operand)

    def compare(self, op: Comparison, left: Value, right: Value, at: ast.AST) -> Compare:
        """Compare two values of one kind; quotients by their products."""
        if isinstance(left, Quotient) or isinstance(right, Quotient):
            one, other = as_quotient(left), as_quotient(right)
            if one.is_money is not other.is_money:
                raise self._differ(op, left, right, at)
            if one.bottom == other.bottom:
                return Compare(TRUTH, op, one.top, other.top)
            first = self._whole("*", one.top, other.bottom, at)
            return Compare(TRUTH, op, first, self._whole("*", other.top, one.bottom, at))
        if not _comparable(op, left.type, right.type):
            raise self._differ(op, left, right, at)
        return Compare(TRUTH, op, left, right)

    def _whole(self, op: Op, left: Node, right: Node, at: ast.AST, kind: Kind = Kind.WHOLE) -> Node:
        if op == "*" and ONE in (left, right):
            return right if left == ONE else left
        low, high = bounds(op, left.type, right.type)
        if max(-low, high) > INT63:
            raise self.written.overflow(at, max(-low, high))
        made = Type(kind, low, high)
        if isinstance(left, Constant) and isinstance(right, Constant):
            return Constant(made, low)  # the bounds of constants are their values
        return Arithmetic(made, op, left, right)

    def _differ(self, op: str, left: Value, right: Value, at: ast.AST) -> TypesDiffer:
        said, one, other = ast.unparse(at), kind_of(left), kind_of(right)
        return self.written.differ(
            at,
            f"{op} ใน {said} ใช้กับ {one.th} และ {other.th} ด้วยกันไม่ได้",
            f"{op} in {said} does not go between {one.en} and {other.en}",
        )


def bounds(op: Op, left: Type, right: Type) -> tuple[int, int]:
    """Say between which ends the result lies."""
    if op == "+":
        return left.low + right.low, left.high + right.high
    if op == "-":
        return left.low - right.high, left.high - right.low
    ends = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
    return min(ends), max(ends)


def as_quotient(value: Value) -> Quotient:
    """See a plain number as a quotient by one."""
    return value if isinstance(value, Quotient) else Quotient(value, ONE, value.type.kind is Kind.MONEY)


def is_of_money(value: Value) -> bool:
    """Say whether a value is money, exact or whole."""
    return value.is_money if isinstance(value, Quotient) else value.type.kind is Kind.MONEY


def kind_of(value: Value) -> Text:
    """Name a value's kind for an error."""
    if isinstance(value, Quotient):
        return _QUOTIENT_OF_MONEY if value.is_money else _QUOTIENT
    words, of = value.type.kind.words, value.type.of
    return Text(th=f"{words.th} {of}", en=f"{words.en} {of}") if of else words


def _comparable(op: str, left: Type, right: Type) -> bool:
    if left.kind is not right.kind or left.kind in (Kind.LINK, Kind.MEMBERS, Kind.PERIOD):
        return False
    if left.kind is Kind.CHOICE:
        one_list = not left.of or not right.of or left.values == right.values
        return op in ("==", "!=") and one_list
    if left.kind is Kind.TRUTH:
        return op in ("==", "!=")
    # A birth date may be known by its year only; it is not equal to a day, but it lies before or after one.
    return op not in ("==", "!=") or left.is_birth is right.is_birth
