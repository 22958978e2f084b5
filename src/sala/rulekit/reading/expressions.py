"""Read an expression of a rule into the form, with its type. What the language does not have is refused here."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from ..form import (
    Asked,
    Choose,
    Constant,
    Fact,
    Follow,
    Junction,
    Node,
    Opposite,
    Subject,
    Variable,
    Within,
)
from ..kinds import DAY, EXACT_PARTS, TRUTH, Kind, Type, choice, whole
from .arithmetic import Arithmetician, Comparison, Op, Quotient, Value, is_of_money, kind_of
from .scope import Scope

_ARITHMETIC: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What a rule sees: entities by variable, names it has set. `day` is the name of its day."""

    scope: Scope
    day: str
    entities: dict[str, str] = field(default_factory=dict)
    locals: dict[str, Value] = field(default_factory=dict)

    def with_member(self, name: str, entity: str) -> "Sight":
        """See one member more, inside a generator."""
        return replace(self, entities={**self.entities, name: entity})


class ExpressionReader:
    """Reads expressions. Calls are read by `calls`, handed in so that the two may need each other's work."""

    def __init__(self, sight: Sight, read_call: "Callable[[ExpressionReader, ast.Call], Value]") -> None:
        self.sight = sight
        self.read_call = read_call
        self.written = sight.scope.written
        self.numbers = Arithmetician(self.written)

    def value(self, node: ast.expr) -> Value:
        """Read any expression."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            said = ast.unparse(node)
            raise self.written.differ(node, f"{said} ใช้เป็นค่าไม่ได้", f"{said} cannot stand for a value here")
        return cast(Value, method(node))

    def node(self, node: ast.expr) -> Node:
        """Read an expression that must not be an exact quotient."""
        value = self.value(node)
        if isinstance(value, Quotient):
            said = ast.unparse(node)
            raise self.written.differ(
                node,
                f"{said} เป็นเศษส่วนที่ยังไม่ปัด ใช้ round_half_up, floor_to หรือ ceil_to ก่อน",
                f"{said} is an exact quotient: round it first, with round_half_up, floor_to or ceil_to",
            )
        return value

    def of_kind(self, node: ast.expr, kind: Kind) -> Node:
        """Read an expression of one kind."""
        value = self.node(node)
        if value.type.kind is not kind:
            said, wanted, found = ast.unparse(node), kind.words, kind_of(value)
            raise self.written.differ(
                node,
                f"{said} ต้องเป็น {wanted.th} แต่เป็น {found.th}",
                f"{said} must be a {wanted.en}, and is a {found.en}",
            )
        return value

    def subject(self, node: ast.expr) -> tuple[Subject, str]:
        """Read an expression that leads to an entity, and name the entity."""
        if isinstance(node, ast.Name) and node.id in self.sight.entities:
            return Variable(node.id), self.sight.entities[node.id]
        if isinstance(node, ast.Attribute):
            owner, entity = self.subject(node.value)
            fact = self.fact_type(entity, node.attr, node)
            if fact.kind is Kind.LINK:
                return Follow(owner, node.attr), fact.of
        said = ast.unparse(node)
        raise self.written.differ(node, f"{said} ไม่ใช่เรื่องหรือลิงก์ไปยังเรื่อง", f"{said} is not an entity or a link to one")

    def fact_type(self, entity: str, name: str, node: ast.AST) -> Type:
        """Find the type of a fact."""
        for fact in self.sight.scope.everyone[entity].facts:
            if fact.name == name:
                return fact.type
        line = getattr(node, "lineno", 1)
        raise self.written.fail(line, f"ไม่มีข้อเท็จจริงชื่อ “{name}”", f'there is no fact called "{name}"')

    def _constant(self, node: ast.Constant) -> Node:
        match node.value:
            case bool():
                return Constant(TRUTH, node.value)
            case int():
                return Constant(whole(node.value, node.value), node.value)
            case str():
                return Constant(choice("", (node.value,)), node.value)
        raise self.written.differ(node, f"ใช้ค่า {node.value!r} ไม่ได้", f"the value {node.value!r} cannot be used")

    def _name(self, node: ast.Name) -> Value:
        if node.id in self.sight.locals:
            return self.sight.locals[node.id]
        if node.id == self.sight.day:
            return Asked(DAY)
        raise self.written.differ(
            node,
            f"{node.id} ยังไม่มีค่าบนทางนี้ หรือไม่ใช่ค่า",
            f"{node.id} has no value on this path, or is not a value",
        )

    def _attribute(self, node: ast.Attribute) -> Value:
        match node.value:
            case ast.Name(id=name) if name in self.sight.scope.enumerations and name not in self.sight.entities:
                listed = self.sight.scope.enumerations[name]
                if node.attr not in listed.members:
                    raise self.written.fail(node.lineno, f"{name} ไม่มี {node.attr}", f"{name} has no {node.attr}")
                return Constant(choice(name, listed.values), listed.members[node.attr])
        owner, entity = self.subject(node.value)
        found = self.fact_type(entity, node.attr, node)
        if found.kind in (Kind.LINK, Kind.MEMBERS, Kind.PERIOD):
            said = ast.unparse(node)
            raise self.written.differ(
                node,
                f"{said} เป็น {found.kind.words.th} ใช้เป็นค่าตรง ๆ ไม่ได้",
                f"{said} is a {found.kind.words.en}: read a fact of it, count over it, or test a day in it",
            )
        fact = Fact(found, owner, node.attr)
        if found.kind is Kind.EXACT:
            return Quotient(fact, Constant(whole(EXACT_PARTS, EXACT_PARTS), EXACT_PARTS), is_money=False)
        return fact

    def _binop(self, node: ast.BinOp) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.op, ast.Div):
            return self._division(left, right, node)
        op = _ARITHMETIC[type(node.op)]
        if op == "*":
            return self.numbers.multiply(left, right, node)
        return self.numbers.add(cast(Op, op), left, right, node)

    def _division(self, left: Value, right: Value, node: ast.BinOp) -> Quotient:
        if not is_of_money(left) and not isinstance(left, Quotient) and not isinstance(right, Quotient):
            said = ast.unparse(node)
            raise self.written.differ(
                node,
                f"{said}: จำนวนเต็มหารด้วย quotient(…, …) เพราะ / ให้ทศนิยมที่ไม่แม่น",
                f"{said}: divide whole numbers with quotient(…, …), for / makes a float of them",
            )
        return self.numbers.divide(left, right, node)

    def _unaryop(self, node: ast.UnaryOp) -> Value:
        if isinstance(node.op, ast.Not):
            return Opposite(TRUTH, self.of_kind(node.operand, Kind.TRUTH))
        return self.numbers.negate(self.value(node.operand), node)

    def _boolop(self, node: ast.BoolOp) -> Node:
        parts = tuple(self.of_kind(part, Kind.TRUTH) for part in node.values)
        return Junction(TRUTH, "and" if isinstance(node.op, ast.And) else "or", parts)

    def _compare(self, node: ast.Compare) -> Node:
        if isinstance(node.ops[0], ast.In):
            return self._within(node)
        sides = [self.value(side) for side in (node.left, *node.comparators)]
        pairs = tuple(
            self.numbers.compare(cast(Comparison, _COMPARISONS[type(op)]), left, right, node)
            for op, left, right in zip(node.ops, sides, sides[1:], strict=False)
        )
        return pairs[0] if len(pairs) == 1 else Junction(TRUTH, "and", pairs)

    def _within(self, node: ast.Compare) -> Node:
        """Read `day in person.belongs`."""
        period = node.comparators[0]
        if isinstance(period, ast.Attribute) and len(node.ops) == 1:
            owner, entity = self.subject(period.value)
            if self.fact_type(entity, period.attr, period).kind is Kind.PERIOD:
                return Within(TRUTH, self.of_kind(node.left, Kind.DAY), owner, period.attr)
        said = ast.unparse(node)
        raise self.written.differ(node, f"{said}: in ใช้กับวันและช่วงวันเท่านั้น", f"{said}: `in` tests a day in a period only")

    def _ifexp(self, node: ast.IfExp) -> Node:
        test = self.of_kind(node.test, Kind.TRUTH)
        yes, no = self.node(node.body), self.node(node.orelse)
        return Choose(self.join((yes, no), node), test, yes, no)

    def _call(self, node: ast.Call) -> Value:
        return self.read_call(self, node)

    def join(self, parts: tuple[Node, ...], at: ast.AST) -> Type:
        """Find the one type of several values, wide enough for each."""
        first = parts[0].type
        for part in parts[1:]:
            if part.type.kind is not first.kind:
                said, one, other = ast.unparse(at), kind_of(parts[0]), kind_of(part)
                raise self.written.differ(
                    at, f"ใน {said} มีทั้ง {one.th} และ {other.th}", f"{said} holds both a {one.en} and a {other.en}"
                )
        if first.is_number:
            return first.within(min(p.type.low for p in parts), max(p.type.high for p in parts))
        return first
