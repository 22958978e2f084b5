"""Read the rules of a law: signature, citation, the sentences for people, and the body as a form."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sala.kernel.bilingual import Text

from ..acts import Citation
from ..errors import MalformedLaw
from ..form import Answer, Bind, Branch, Local, RuleForm, RuleId, Statement
from ..kinds import DAY, MOMENT, TRUTH, Kind, Type, choice, money, whole
from ..language import calls_of
from ..sentences import Sentences
from .arithmetic import Quotient, kind_of
from .calls import read_call
from .expressions import ExpressionReader, Sight
from .scope import Scope, Signature

_RETURNS: Mapping[str, Type] = {
    "bool": TRUTH,
    "date": DAY,
    "datetime": MOMENT,
    "int": whole(0, 0),
    "Baht": money(0, 0),
}
_STATES = {True: ("holds", "fails", "unknown"), False: ("value", "unknown")}


class RuleReader:
    """Reads one function of a rules.py, given that the rules it asks have been read."""

    def __init__(self, scope: Scope, rule: ast.FunctionDef) -> None:
        self.scope = scope
        self.written = scope.written
        self.rule = rule
        entity = ast.unparse(rule.args.args[0].annotation or ast.Name(id=""))
        if entity not in scope.entities:
            raise self.written.fail(rule.lineno, f"ไม่มีเรื่องชื่อ “{entity}”", f'there is no entity called "{entity}"')
        self.entity = scope.entities[entity]
        self.variable = rule.args.args[0].arg
        self.declared = self._declared()
        self.returns: list[Type] = []

    def read(self) -> RuleForm:
        """Read the body."""
        sight = Sight(self.scope, self.rule.args.args[1].arg, {self.variable: self.entity.id})
        _docstring, *statements = self.rule.body
        body = tuple(self._block(statements, sight))
        low, high = min(found.low for found in self.returns), max(found.high for found in self.returns)
        rule_id = RuleId(self.scope.law, self.rule.name)
        returns = self.declared.within(low, high)
        self.scope.rules[self.rule.name] = Signature(rule_id, self.entity, returns)
        return RuleForm(rule_id, self.entity.id, self.variable, returns, body, self.rule.lineno)

    def citation(self) -> Citation:
        """Read which section of which Act the rule is."""
        (mark,) = self.rule.decorator_list
        assert isinstance(mark, ast.Call)  # noqa: S101  the language check has seen to it
        act, section, *_ = [*(str(ast.literal_eval(arg)) for arg in mark.args), "", ""]
        acts = self.scope.rates.acts
        if act not in acts:
            known = ", ".join(acts)
            raise self.written.fail(
                self.rule.lineno,
                f"rates.yaml ไม่มี “{act}” ที่มีคือ {known}",
                f'rates.yaml has no act "{act}"; it has {known}',
            )
        return Citation(acts[act], section)

    def sentences(self) -> Sentences:
        """Read the lines of the docstring, each `Thai · English`."""
        halves = [line.split(" · ") for line in (ast.get_docstring(self.rule) or "").splitlines()]
        states = _STATES[self.declared.kind is Kind.TRUTH]
        enough = len(halves) == len(states) or (len(states), len(halves)) == (2, 3)
        if not enough or any(len(half) != len(("th", "en")) for half in halves):
            raise self._refuse_docstring(states)
        said = [Text(th=th.strip(), en=en.strip()) for th, en in halves]
        return Sentences(holds=said[0], fails=said[-2], unknown=said[-1])

    def _refuse_docstring(self, states: Sequence[str]) -> MalformedLaw:
        name = self.rule.name
        words = {"holds": "เป็นจริง", "fails": "ไม่เป็นจริง", "value": "มีค่า", "unknown": "ยังไม่รู้"}
        th = ", ".join(words[state] for state in states)
        return self.written.fail(
            self.rule.lineno,
            f"คำอธิบายของ {name} ต้องมี {len(states)} บรรทัด ({th}) บรรทัดละ ไทย · อังกฤษ",
            f"the docstring of {name} has {len(states)} lines ({', '.join(states)}), each Thai · English",
        )

    def _declared(self) -> Type:
        name = ast.unparse(self.rule.returns or ast.Name(id="None"))
        if name in self.scope.enumerations:
            return choice(name, self.scope.enumerations[name].values)
        if name not in _RETURNS:
            known = ", ".join(_RETURNS)
            raise self.written.fail(
                self.rule.lineno,
                f"{self.rule.name} ให้ {name} ไม่ได้ ใช้ {known} หรือ Enum",
                f"{self.rule.name} cannot return {name}; use {known} or an Enum",
            )
        return _RETURNS[name]

    def _block(self, body: Sequence[ast.stmt], sight: Sight) -> Iterator[Statement]:
        for place, statement in enumerate(body):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)]):
                    yield from self._bind(name, statement, sight)
                case ast.Return(value=ast.expr() as value):
                    yield self._answer(value, sight)
                    return
                case ast.If():
                    yield self._branch(statement, body[place + 1 :], sight)
                    return
                case _:
                    said = ast.unparse(statement)
                    raise self.written.differ(statement, f"{said} ไม่มีผลอะไร", f"{said} does nothing here")

    def _bind(self, name: str, statement: ast.Assign, sight: Sight) -> Iterator[Bind]:
        value, line = self._reader(sight).value(statement.value), statement.lineno
        if isinstance(value, Quotient):
            top, bottom = f"{name} top", f"{name} bottom"
            yield Bind(top, value.top, line)
            yield Bind(bottom, value.bottom, line)
            sight.locals[name] = Quotient(Local(value.top.type, top), Local(value.bottom.type, bottom), value.is_money)
        else:
            yield Bind(name, value, line)
            sight.locals[name] = Local(value.type, name)

    def _branch(self, statement: ast.If, rest: Sequence[ast.stmt], sight: Sight) -> Branch:
        test = self._reader(sight).of_kind(statement.test, Kind.TRUTH)
        sides = [
            tuple(self._block(side, replace(sight, locals=dict(sight.locals))))
            for side in (statement.body, [*statement.orelse, *rest])
        ]
        return Branch(test, sides[0], sides[1], statement.lineno)

    def _answer(self, value: ast.expr, sight: Sight) -> Answer:
        node = self._reader(sight).node(value)
        if node.type.kind is not self.declared.kind or node.type.of != self.declared.of:
            wanted, found = ast.unparse(self.rule.returns or value), kind_of(node)
            raise self.written.differ(
                value,
                f"{self.rule.name} ต้องให้ {wanted} แต่บรรทัดนี้ให้ {found.th}",
                f"{self.rule.name} returns {wanted}, and this line a {found.en}",
            )
        self.returns.append(node.type)
        return Answer(node, value.lineno)

    def _reader(self, sight: Sight) -> ExpressionReader:
        return ExpressionReader(sight, read_call)


def read_forms(readers: Mapping[str, RuleReader]) -> dict[RuleId, RuleForm]:
    """Read every rule of a file, each after those that it asks. The language check has found that there is no circle."""
    forms: dict[str, RuleForm] = {}

    def read(name: str) -> None:
        if name not in forms:
            for asked in sorted(calls_of(readers[name].rule) & readers.keys()):
                read(asked)
            forms[name] = readers[name].read()

    for name in readers:
        read(name)
    return {forms[name].id: forms[name] for name in readers}
