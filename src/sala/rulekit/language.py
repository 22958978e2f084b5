"""
The language of law: what a rules.py may say, checked before anything in it runs.

One entity argument and a day; single assignment; `if`/`elif`/`else`; a return on every path; `+ - * /`, comparison,
`and`/`or`/`not`, conditional expressions; `sum`, `count`, `any` and `all` over members; calls to other rules and to what
rulekit offers. Nothing else, so that the same lines can decide a case, ask the next question and count a nation. Every
fact, and every choice of an enumeration, has its words under it in both languages. Types are the business of `reading`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sala.kernel.bilingual import Text

from .errors import ForbiddenConstruct, place

IMPORTABLE = ("sala.rulekit", "dataclasses", "datetime", "decimal", "enum", "typing")
_OTHER_LAW = re.compile(r"laws\.[a-z][a-z0-9_]*\.rules")
BUILTINS = ("min", "max", "sum", "any", "all", "bool", "int", "str", "__file__")
GENERATORS = ("sum", "count", "any", "all")
KEYWORDS = ("to", "rounding")
_USE_RULES = Text(th="เขียนเงื่อนไขทีละข้อเป็นกฎแยก แล้วเรียกชื่อกฎนั้น", en="Write each condition as its own rule and call it.")
_NAMED_NUMBER = Text(th="ใช้ RATES กับค่าใน rates.yaml", en="Take the number from rates.yaml through RATES.")

_IN_RULES: tuple[type[ast.AST], ...] = (
    *(ast.FunctionDef, ast.arguments, ast.arg, ast.Return, ast.If, ast.Assign, ast.Expr),
    *(ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div),
    *(ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.IfExp, ast.Call, ast.keyword),
    *(ast.Name, ast.Load, ast.Store, ast.Attribute, ast.Constant, ast.GeneratorExp, ast.comprehension),
)
_ROUND = Text(
    th="ปัดเศษอย่างที่กฎหมายบอก ด้วย round_half_up, floor_to หรือ ceil_to",
    en="Round as the law says, with round_half_up, floor_to or ceil_to.",
)
_OVER_MEMBERS = Text(
    th="ใช้ sum, count, any หรือ all กับสมาชิก เช่น count(m for m in household.members if ...)",
    en="Use sum, count, any or all over members, like count(m for m in household.members if ...).",
)

_CURES: dict[type[ast.AST], tuple[Text, Text]] = {
    ast.For: (Text(th="วนซ้ำ (for)", en="a loop (for)"), _USE_RULES),
    ast.While: (Text(th="วนซ้ำ (while)", en="a loop (while)"), _USE_RULES),
    ast.Lambda: (Text(th="lambda", en="a lambda"), _USE_RULES),
    ast.ListComp: (Text(th="comprehension", en="a comprehension"), _OVER_MEMBERS),
    ast.SetComp: (Text(th="comprehension", en="a comprehension"), _OVER_MEMBERS),
    ast.DictComp: (Text(th="comprehension", en="a comprehension"), _OVER_MEMBERS),
    ast.JoinedStr: (Text(th="ข้อความประกอบ (f-string)", en="an f-string"), _USE_RULES),
    ast.Import: (
        Text(th="import ทั้งโมดูล", en="import of a module"),
        Text(th="ใช้ from sala.rulekit import ...", en="Use from sala.rulekit import ..."),
    ),
    ast.ImportFrom: (
        Text(th="import ในกฎ", en="an import inside a rule"),
        Text(th="ย้ายไปไว้บรรทัดบนสุดของแฟ้ม", en="Move it to the top of the file."),
    ),
    ast.AugAssign: (
        Text(th="การเปลี่ยนค่าตัวแปร", en="a change of a name"),
        Text(th="ตั้งชื่อใหม่ให้ค่าใหม่", en="Give the new value its own name."),
    ),
    ast.FloorDiv: (Text(th="//", en="//"), _ROUND),
    ast.Mod: (Text(th="%", en="%"), _ROUND),
    ast.Is: (
        Text(th="การถามว่ารู้ข้อเท็จจริงหรือยัง (is None)", en="a test for an unknown (is None)"),
        Text(th="ไม่ต้องถาม ค่าที่ไม่รู้ทำให้ผลเป็นไม่รู้เอง", en="Leave it out: an unknown makes the result unknown by itself."),
    ),
}


def check(tree: ast.Module, path: Path) -> None:
    """
    Check one rules.py.

    :raises ForbiddenConstruct: it says something the language does not have; names the line and the cure.
    """
    for statement in tree.body:
        _check_top(statement, path)
    known_names = set(_names_of(tree)) | set(BUILTINS)
    for rule in rules_of(tree):
        _check_rule(rule, known_names, path)
    _refuse_cycles(tree, path)


def rules_of(tree: ast.Module) -> list[ast.FunctionDef]:
    """List the functions of a rules.py in the order they are written."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def calls_of(rule: ast.FunctionDef) -> set[str]:
    """Name what a rule calls by a bare name."""
    return {n.func.id for n in ast.walk(rule) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}


def _check_top(statement: ast.stmt, path: Path) -> None:
    match statement:
        case ast.FunctionDef() | ast.Expr(value=ast.Constant(value=str())):
            return
        case ast.Assign(targets=[ast.Name()]) if ast.unparse(statement.value) == "Rates.beside(__file__)":
            return
        case ast.ClassDef(decorator_list=marks, bases=bases):
            plain = all(isinstance(base, ast.Name) for base in bases) and not statement.keywords
            if plain and all(map(_marks_dataclass, marks)) and all(map(_declares, statement.body)):
                return
            raise _forbidden(statement, statement.lineno, path)
        case ast.ImportFrom(module=module) if module in IMPORTABLE or _OTHER_LAW.fullmatch(module or ""):
            return
        case ast.ImportFrom(module=module):
            known = ", ".join(IMPORTABLE)
            construct = Text(th=f"import จาก {module}", en=f"an import from {module}")
            cure = Text(
                th=f"import ได้เฉพาะจาก {known} และ laws.<กฎหมาย>.rules",
                en=f"Import only from {known} and laws.<law>.rules.",
            )
            raise _error(path, statement, construct, cure)
        case _:
            raise _forbidden(statement, statement.lineno, path)


def _marks_dataclass(mark: ast.expr) -> bool:
    match mark:
        case ast.Call(func=ast.Name(id="dataclass"), args=[], keywords=keywords):
            return all(isinstance(keyword.value, ast.Constant) for keyword in keywords)
    return False


def _declares(part: ast.stmt) -> bool:
    """Say whether a line of a class only declares: its docstring, a fact with its type, or a member of an enum."""
    match part:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.AnnAssign(annotation=annotation, value=None):
            return _types(annotation)
        case ast.Assign(value=ast.Constant()):
            return True
    return False


def _types(annotation: ast.expr) -> bool:
    """Say whether an annotation has the shape of a type; `reading.entities` says whether it is one."""
    match annotation:
        case ast.Name() | ast.Constant(value=str()):
            return True
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, ast.Call(func=ast.Name())])):
            return _types(inner)
        case ast.Subscript(value=ast.Name(id="Members"), slice=inner):
            return _types(inner)
    return False


def _check_rule(rule: ast.FunctionDef, known: set[str], path: Path) -> None:
    if not (_takes_entity_and_day(rule) and _is_clause(rule) and ast.get_docstring(rule)):
        raise _error(
            path,
            rule,
            construct=Text(th=f"ฟังก์ชัน {rule.name} แบบนี้", en=f"the function {rule.name} as it stands"),
            cure=Text(
                th="กฎต้องมี @clause คำอธิบายสองภาษา ตัวแปรเรื่องหนึ่งตัว และวันหนึ่งวัน",
                en="A rule has @clause, a docstring in both languages, one entity and one day.",
            ),
        )
    for statement in rule.body:
        _check_node(statement, statement.lineno, path)
    _check_names(rule, known, path)
    if not _returns(rule.body):
        raise _error(
            path,
            rule,
            construct=Text(th="ทางที่ไม่มี return", en="a path without a return"),
            cure=Text(th="ใส่ return ให้ครบทุกทาง", en="Return on every path."),
        )


def _check_node(node: ast.AST, line: int, path: Path) -> None:
    """Check one node and all under it. An operator has no line of its own: it takes its parent's."""
    line = getattr(node, "lineno", line)
    if not isinstance(node, _IN_RULES):
        raise _forbidden(node, line, path)
    if isinstance(node, ast.Call | ast.GeneratorExp):
        _check_call(node, path)
    match node:
        case ast.Constant(value=float() | complex() | bytes() | None):
            raise _error(path, node, Text(th=f"ค่า {node.value!r}", en=f"the value {node.value!r}"), _NAMED_NUMBER)
        case ast.Attribute(ctx=ast.Store()):
            raise _error(path, node, Text(th="การแก้ข้อเท็จจริง", en="a change of a fact"), _USE_RULES)
        case ast.Attribute() if node.attr.startswith("_"):
            raise _error(path, node, Text(th=f"ชื่อ {node.attr}", en=f"the inner name {node.attr}"), _USE_RULES)
        case ast.Attribute(attr="now" | "today" | "utcnow"):
            cure = Text(th="ใช้วันที่ส่งเข้ามาในกฎ", en="Use the day that the rule is asked about.")
            raise _error(path, node, Text(th="การดูนาฬิกา", en="the clock"), cure)
        case ast.Call(func=ast.Name(id=name), args=[ast.GeneratorExp() as members, *rest]) if name in GENERATORS:
            for child in (*ast.iter_child_nodes(members), *rest):
                _check_node(child, line, path)
            return
    for child in ast.iter_child_nodes(node):
        _check_node(child, line, path)


def _check_call(node: ast.Call | ast.GeneratorExp, path: Path) -> None:
    match node:
        case ast.Call(func=ast.Name(id=name), args=[ast.GeneratorExp(generators=[loop]), *_]) if name in GENERATORS:
            is_over_members = isinstance(loop.iter, ast.Attribute)
        case ast.Call():
            is_over_members = True
        case _:
            is_over_members = False
    if not is_over_members:
        raise _error(path, node, Text(th="comprehension", en="a comprehension"), _OVER_MEMBERS)
    if isinstance(node, ast.Call) and any(keyword.arg not in KEYWORDS for keyword in node.keywords):
        cure = Text(th="ส่งค่าตามลำดับ", en="Pass values by position.")
        raise _error(path, node, Text(th="อาร์กิวเมนต์แบบมีชื่อ", en="a keyword argument"), cure)


def _check_names(rule: ast.FunctionDef, known: set[str], path: Path) -> None:
    own = {arg.arg for arg in rule.args.args}
    loops = [node.target for node in ast.walk(rule) if isinstance(node, ast.comprehension)]
    members = {target.id for target in loops if isinstance(target, ast.Name)}
    known = known | members
    for node in (n for statement in rule.body for n in ast.walk(statement)):
        if not isinstance(node, ast.Name):
            continue
        if isinstance(node.ctx, ast.Store) and node not in loops:
            if node.id in own | members:
                raise _error(path, node, *_CURES[ast.AugAssign])
            own.add(node.id)
        elif node.id not in own | known:
            construct = Text(th=f"ชื่อ {node.id} ที่ไม่มีในแฟ้มนี้", en=f"the name {node.id}, which this file does not have")
            raise _error(path, node, construct, _USE_RULES)


def _refuse_cycles(tree: ast.Module, path: Path) -> None:
    rules = {rule.name: rule for rule in rules_of(tree)}
    finished: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            circle = " → ".join((*above, name))
            construct = Text(th=f"กฎที่อ้างกันเป็นวง ({circle})", en=f"rules that call each other in a circle ({circle})")
            raise _error(path, rules[name], construct, Text(th="ตัดวงออกหนึ่งจุด", en="Break the circle at one place."))
        if name in finished:
            return
        for called in sorted(calls_of(rules[name]) & rules.keys()):
            visit(called, (*above, name))
        finished.add(name)

    for name in rules:
        visit(name, ())


def _returns(body: list[ast.stmt]) -> bool:
    """Say whether every path returns; a branch that is taken ends the rule, so that no name is set on one path only."""
    if not all(_returns(branch.body) for part in body for branch in _chain(part)):
        return False
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and _returns(last.orelse)
    return isinstance(last, ast.Return) and last.value is not None


def _chain(statement: ast.stmt) -> Iterator[ast.If]:
    """List an `if` and each `elif` of it."""
    while isinstance(statement, ast.If):
        yield statement
        if len(statement.orelse) != 1:
            return
        (statement,) = statement.orelse


def _takes_entity_and_day(rule: ast.FunctionDef) -> bool:
    match rule.args:
        case ast.arguments(args=[ast.arg(annotation=ast.Name()), ast.arg(annotation=ast.Name(id="date"))], vararg=None):
            others = (rule.args.posonlyargs, rule.args.kwonlyargs, rule.args.defaults, rule.args.kwarg)
            return isinstance(rule.returns, ast.Name) and not any(others)
    return False


def _is_clause(rule: ast.FunctionDef) -> bool:
    match rule.decorator_list:
        case [ast.Call(func=ast.Name(id="clause"), args=cited, keywords=[])]:
            return all(isinstance(part, ast.Constant) for part in cited)
    return False


def _names_of(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.ImportFrom():
                yield from (alias.asname or alias.name for alias in node.names)
            case ast.ClassDef() | ast.FunctionDef():
                yield node.name
            case ast.Assign():
                yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _forbidden(node: ast.AST, line: int, path: Path) -> ForbiddenConstruct:
    name = type(node).__name__
    construct, cure = _CURES.get(type(node), (Text(th=name, en=name), _USE_RULES))
    return ForbiddenConstruct(file=place(path), line=line, construct=construct, cure=cure)


def _error(path: Path, node: ast.expr | ast.stmt, construct: Text, cure: Text) -> ForbiddenConstruct:
    return ForbiddenConstruct(file=place(path), line=node.lineno, construct=construct, cure=cure)
