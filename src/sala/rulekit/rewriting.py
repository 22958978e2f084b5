"""Turn a checked rules.py into plain Python that reasons in three values. Lines keep their numbers."""

import ast
import operator
from typing import Any

from . import kleene

# Names that no rules.py can say: the checker refuses a name that begins with an underscore.
RUNTIME: dict[str, Any] = {
    "_both": kleene.both,
    "_either": kleene.either,
    "_opposite": kleene.opposite,
    "_test": kleene.test,
    "_choose": kleene.choose,
    "_apply": kleene.apply,
    "_three_valued": kleene.three_valued,
    "_Add": operator.add,
    "_Sub": operator.sub,
    "_Mult": operator.mul,
    "_USub": operator.neg,
    "_Eq": operator.eq,
    "_NotEq": operator.ne,
    "_Lt": operator.lt,
    "_LtE": operator.le,
    "_Gt": operator.gt,
    "_GtE": operator.ge,
}


class ThreeValued(ast.NodeTransformer):
    """Puts the functions of `kleene` in the place of `and`, `or`, `not`, `if`, operators and calls."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Rewrite the rules and leave the rest of the file as it is."""
        node.body = [self.visit(part) if isinstance(part, ast.FunctionDef) else part for part in node.body]
        return ast.fix_missing_locations(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Rewrite a body, and let the rule be unknown where an `if` in it is."""
        node.body = [self.visit(part) for part in node.body]
        node.decorator_list.append(_name("_three_valued"))
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        """`if test` asks first whether the test is known."""
        self.generic_visit(node)
        node.test = _call("_test", node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """`a if test else b` is unknown where the test is."""
        self.generic_visit(node)
        return _call("_choose", node.test, _later(node.body), _later(node.orelse))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """`and` and `or` ask every part."""
        self.generic_visit(node)
        return _call("_both" if isinstance(node.op, ast.And) else "_either", *node.values)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """`not` of an unknown is unknown."""
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            return _call("_opposite", node.operand)
        return _call("_apply", _name("_USub"), node.operand)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Arithmetic on an unknown is unknown."""
        self.generic_visit(node)
        return _call("_apply", _name(f"_{type(node.op).__name__}"), node.left, node.right)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """A comparison with an unknown is unknown; `a < b < c` is two comparisons."""
        self.generic_visit(node)
        sides = [node.left, *node.comparators]
        pairs = [
            _call("_apply", _name(f"_{type(op).__name__}"), left, right)
            for op, left, right in zip(node.ops, sides, sides[1:], strict=False)
        ]
        return pairs[0] if len(pairs) == 1 else _call("_both", *pairs)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A function of an unknown is unknown."""
        self.generic_visit(node)
        return _call("_apply", node.func, *node.args)


def _name(name: str) -> ast.Name:
    return ast.Name(id=name, ctx=ast.Load())


def _call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(func=_name(name), args=list(args), keywords=[])


def _later(body: ast.expr) -> ast.Lambda:
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.Lambda(args=nothing, body=body)
