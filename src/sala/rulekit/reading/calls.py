"""Read the calls of a rule: other rules, numbers of the law, counting, rounding, and generators over members."""

import ast
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal

from sala.kernel.bilingual import LANGS
from sala.kernel.money import Baht, Rounding

from ..form import (
    Aggregate,
    Ask,
    Constant,
    Count,
    Extreme,
    Gather,
    Ladder,
    Node,
    Parameter,
    ParameterId,
    Rounded,
    Slices,
)
from ..kinds import INT63, RATE_PARTS, Kind, Type, choice, money, whole
from ..language import GENERATORS
from .arithmetic import ONE, Quotient, Value, as_quotient
from .expressions import ExpressionReader
from .functions import FUNCTIONS
from .parameters import rows_type, type_of

_ROUNDINGS = {"round_half_up": Rounding.HALF_UP, "floor_to": Rounding.DOWN, "ceil_to": Rounding.UP}
_PLAIN_NUMBERS = ("number", "baht", "rate", "day", "is_so", "choice")


def read_call(reader: ExpressionReader, node: ast.Call) -> Value:
    """Read one call."""
    match node.func:
        case ast.Attribute(value=ast.Name(id="RATES"), attr=method) if method in _PLAIN_NUMBERS:
            return _parameter(reader, node, method)
        case ast.Attribute(value=ast.Name(id="Baht"), attr="of"):
            return _amount(reader, node)
        case ast.Name(id=name) if name in reader.sight.scope.rules:
            return _rule(reader, node, name)
        case ast.Name(id=name) if name in GENERATORS:
            return _gather(reader, node, Aggregate(name))
        case ast.Name(id=name) if name in _ROUNDINGS:
            return _rounded(reader, node, _ROUNDINGS[name])
        case ast.Name(id=name) if name in FUNCTIONS:
            return _count(reader, node, name)
        case ast.Name(id=name) if len(node.args) >= _LEAST_ARGUMENTS.get(name, len(node.args) + 1):
            return _OTHERS[name](reader, node)
    said = ast.unparse(node.func)
    raise reader.written.differ(node, f"ไม่รู้จัก {said} หรือส่งค่าไม่ครบ", f"{said} is not known, or not with these arguments")


def _extreme(reader: ExpressionReader, node: ast.Call, op: Literal["min", "max"]) -> Node:
    parts = tuple(reader.node(argument) for argument in node.args)
    joined = reader.join(parts, node)
    if joined.is_number:
        pick = min if op == "min" else max
        joined = joined.within(pick(p.type.low for p in parts), pick(p.type.high for p in parts))
    elif joined.kind not in (Kind.DAY, Kind.MOMENT):
        raise reader.written.differ(node, f"{op} ใช้กับจำนวนหรือวัน", f"{op} takes numbers or days")
    return Extreme(joined, op, parts)


def _quotient(reader: ExpressionReader, node: ast.Call) -> Quotient:
    top, bottom = (reader.of_kind(argument, Kind.WHOLE) for argument in node.args[:2])
    return reader.numbers.divide(top, bottom, node)


def _day(reader: ExpressionReader, node: ast.Call, place: int) -> Node:
    if len(node.args) <= place:
        said = ast.unparse(node)
        raise reader.written.differ(node, f"{said} ต้องบอกวัน", f"{said} must name a day")
    return reader.of_kind(node.args[place], Kind.DAY)


def _parameter(reader: ExpressionReader, node: ast.Call, method: str) -> Value:
    name = _parameter_name(reader, node)
    values = reader.sight.scope.rates.values[name]
    found = type_of(method, values)
    reader.sight.scope.rates.check_kind(name, method)
    parameter = Parameter(found, ParameterId(reader.sight.scope.law, name), _day(reader, node, 1))
    if method == "rate":
        return Quotient(parameter, Constant(whole(RATE_PARTS, RATE_PARTS), RATE_PARTS), is_money=False)
    return parameter


def _parameter_name(reader: ExpressionReader, node: ast.Call) -> str:
    match node.args:
        case [ast.Constant(value=str() as name), *_]:
            reader.sight.scope.rates.declared(name)
            return name
    said = ast.unparse(node)
    raise reader.written.differ(node, f"{said} ต้องบอกชื่อค่าใน rates.yaml", f"{said} must name a number of rates.yaml")


def _amount(reader: ExpressionReader, node: ast.Call) -> Node:
    match node.args:
        case [ast.Constant(value=(int() | str()) as amount)] if not isinstance(amount, bool):
            satang = Baht.of(amount).satang
            return Constant(money(satang, satang), satang)
    raise reader.written.differ(node, "Baht.of รับตัวเลขที่เขียนไว้ตรงนั้น", "Baht.of takes a number written there")


def _rule(reader: ExpressionReader, node: ast.Call, name: str) -> Node:
    rule = reader.sight.scope.rules[name]
    if not node.args or node.keywords:
        raise reader.written.differ(node, f"{name} รับเรื่องและวัน", f"{name} takes an entity and a day")
    subject, entity = reader.subject(node.args[0])
    if rule.entity.id not in reader.sight.scope.everyone[entity].kin:
        raise reader.written.differ(
            node,
            f"{name} ใช้กับ {rule.entity.id} ไม่ใช่ {entity}",
            f"{name} takes a {rule.entity.id}, not a {entity}",
        )
    return Ask(rule.returns, rule.id, subject, _day(reader, node, 1))


def _count(reader: ExpressionReader, node: ast.Call, name: str) -> Node:
    function = FUNCTIONS[name]
    if len(node.args) != len(function.takes):
        th, en = (", ".join(kind.words[lang] for kind in function.takes) for lang in LANGS)
        raise reader.written.differ(node, f"{name} รับ {th}", f"{name} takes {en}")
    arguments = [reader.of_kind(argument, kind) for argument, kind in zip(node.args, function.takes, strict=True)]
    if function.keyword:
        arguments.append(_keyword(reader, node, name))
    return Count(function.gives, name, tuple(arguments))


def _keyword(reader: ExpressionReader, node: ast.Call, name: str) -> Node:
    function = FUNCTIONS[name]
    given = function.default
    for keyword in node.keywords:
        if keyword.arg == function.keyword and isinstance(keyword.value, ast.Constant):
            given = str(keyword.value.value)
    if given not in function.may_be:
        known = " | ".join(function.may_be)
        raise reader.written.differ(
            node,
            f"{name} ต้องบอก {function.keyword} เป็น {known}",
            f"{name} must say {function.keyword}: {known}",
        )
    return Constant(choice("", (given,)), given)


def _rounded(reader: ExpressionReader, node: ast.Call, mode: Rounding) -> Node:
    exact = as_quotient(reader.value(node.args[0])) if node.args else None
    steps = [*node.args[1:], *(keyword.value for keyword in node.keywords if keyword.arg == "to")]
    if exact is None or len(steps) > 1:
        said = ast.unparse(node)
        raise reader.written.differ(node, f"{said} รับค่าและขั้นที่จะปัด", f"{said} takes a value and the step to round to")
    kind = Kind.MONEY if exact.is_money else Kind.WHOLE
    step = reader.of_kind(steps[0], kind) if steps else ONE
    if step.type.low <= 0:
        raise reader.written.differ(node, "ขั้นที่จะปัดต้องมากกว่าศูนย์", "the step to round to must be above zero")
    # Working out the rounding doubles the top and multiplies the bottom by the step.
    reach = 2 * max(-exact.top.type.low, exact.top.type.high) + 2 * exact.bottom.type.high * step.type.high
    if reach > INT63:
        raise reader.written.overflow(node, reach)
    return Rounded(_rounded_type(kind, exact, step), mode, exact.top, exact.bottom, step)


def _rounded_type(kind: Kind, exact: Quotient, step: Node) -> Type:
    low, high = exact.top.type.low, exact.top.type.high
    least, most = exact.bottom.type.low, exact.bottom.type.high
    lowest = low // (least if low < 0 else most) - step.type.high
    highest = -(-high // (least if high > 0 else most)) + step.type.high
    return Type(kind, min(lowest, 0) if low < 0 else max(0, lowest), highest)


def _ladder(reader: ExpressionReader, node: ast.Call) -> Node:
    number = reader.of_kind(node.args[0], Kind.WHOLE)
    name, day = _table(reader, node.args[1], "steps")
    found = rows_type(reader.sight.scope.rates.values[name])
    return Ladder(found, number, ParameterId(reader.sight.scope.law, name), day)


def _slices(reader: ExpressionReader, node: ast.Call) -> Node:
    amount = reader.of_kind(node.args[0], Kind.MONEY)
    name, day = _table(reader, node.args[1], "brackets")
    match node.args[2]:
        case ast.Attribute(value=ast.Name(id="Rounding"), attr=mode) if mode in Rounding.__members__:
            rounding = Rounding[mode]
        case _:
            raise reader.written.differ(node, "บอกวิธีปัด เช่น Rounding.DOWN", "say how to round, like Rounding.DOWN")
    reach = max(-amount.type.low, amount.type.high) * RATE_PARTS * 2  # no share is above the whole
    if reach > INT63:
        raise reader.written.overflow(node, reach)
    gives = money(0, max(amount.type.high, 0))
    return Slices(gives, amount, ParameterId(reader.sight.scope.law, name), day, rounding)


def _table(reader: ExpressionReader, node: ast.expr, method: str) -> tuple[str, Node]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="RATES"), attr=called)) if called == method:
            name = _parameter_name(reader, node)
            reader.sight.scope.rates.check_kind(name, method)
            return name, _day(reader, node, 1)
    said = ast.unparse(node)
    raise reader.written.differ(node, f"{said} ต้องเป็น RATES.{method}(…)", f"{said} must be RATES.{method}(…)")


def _gather(reader: ExpressionReader, node: ast.Call, op: Aggregate) -> Node:
    match node.args:
        case [ast.GeneratorExp(generators=[ast.comprehension(ifs=tests) as loop]) as generator, *start]:
            pass
        case _:
            said = ast.unparse(node)
            raise reader.written.differ(node, f"{said}: รวมได้เฉพาะสมาชิก", f"{said}: only members can be gathered")
    if not isinstance(loop.target, ast.Name) or not isinstance(loop.iter, ast.Attribute) or len(tests) > 1:
        said = ast.unparse(generator)
        raise reader.written.differ(
            node, f"{said}: ใช้ for เดียวกับ if ไม่เกินหนึ่ง", f"{said}: one `for` over members and at most one `if`"
        )
    owner, entity = reader.subject(loop.iter.value)
    members = reader.fact_type(entity, loop.iter.attr, loop.iter)
    if members.kind is not Kind.MEMBERS:
        raise reader.written.differ(node, f"{loop.iter.attr} ไม่ใช่สมาชิก", f"{loop.iter.attr} are not members")
    sight = reader.sight.with_member(loop.target.id, members.of)
    inner = ExpressionReader(sight, reader.read_call)
    where = inner.of_kind(tests[0], Kind.TRUTH) if tests else None
    value = _gathered(inner, generator.elt, op)
    kind = _gathered_type(reader, node, op, value, members, start)
    return Gather(kind, op, owner, loop.iter.attr, loop.target.id, where, value)


def _gathered(inner: ExpressionReader, element: ast.expr, op: Aggregate) -> Node | None:
    """Read what is gathered of each member. A count counts members: what stands before `for` is the member itself."""
    if op is Aggregate.COUNT:
        inner.subject(element)
        return None
    return inner.node(element) if op is Aggregate.SUM else inner.of_kind(element, Kind.TRUTH)


def _gathered_type(
    reader: ExpressionReader,
    node: ast.Call,
    op: Aggregate,
    value: Node | None,
    members: Type,
    start: Sequence[ast.expr],
) -> Type:
    if op is Aggregate.COUNT:
        return whole(0, members.high)
    if value is None or op is not Aggregate.SUM:
        return Type(Kind.TRUTH)
    starts_at = reader.node(start[0]) if start else Constant(whole(0, 0), 0)
    if not value.type.is_number or starts_at.type.kind is not value.type.kind or starts_at.type.high != 0:
        said = ast.unparse(node)
        raise reader.written.differ(
            node,
            f"{said}: ผลรวมของเงินเริ่มด้วย Baht.of(0) ผลรวมของจำนวนไม่ต้องบอก",
            f"{said}: a sum of money starts with Baht.of(0), a sum of numbers with nothing",
        )
    low, high = min(0, value.type.low * members.high), max(0, value.type.high * members.high)
    if max(-low, high) > INT63:
        raise reader.written.overflow(node, max(-low, high))
    return value.type.within(low, high)


_LEAST_ARGUMENTS = {"min": 2, "max": 2, "quotient": 2, "ladder": 2, "brackets": 3}
_OTHERS: Mapping[str, Callable[[ExpressionReader, ast.Call], Value]] = {
    "min": partial(_extreme, op="min"),
    "max": partial(_extreme, op="max"),
    "quotient": _quotient,
    "ladder": _ladder,
    "brackets": _slices,
}
