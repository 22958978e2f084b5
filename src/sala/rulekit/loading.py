"""Load a law from its folder: check its language, then let it reason in three values. Nothing is imported."""

import ast
import hashlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from sala.kernel.bilingual import Text

from . import language
from .acts import Citation
from .errors import MalformedLaw, place
from .facts import Entity
from .law import Law, Rule, Sentences
from .rates import Rates
from .rewriting import RUNTIME, ThreeValued
from .trace import Clause

_STATES_OF_A_CLAUSE = 3  # it holds, it does not, nobody knows


def load_law(folder: Path) -> Law:
    """
    Load one law.

    :raises MalformedLaw: a file is absent, or something in it is not as it must be.
    :raises ForbiddenConstruct: rules.py says something the language of law does not have.
    :raises OverlappingDates: a number has two values on one day.
    """
    rates = Rates.load(folder / "rates.yaml")
    written = _read(folder / "rules.py")
    names = _run(written)
    entity = _entity(written, names)
    return Law(
        name=folder.name,
        title=rates.name,
        rules={name: _rule(name, written, names[name], entity, rates) for name in written.rules},
        rates=rates,
        entity=entity,
        digest=hashlib.sha256(written.source.encode() + rates.path.read_bytes()).hexdigest(),
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """A rules.py as it is written: its text and its functions by name."""

    path: Path
    source: str
    tree: ast.Module
    rules: dict[str, ast.FunctionDef]

    def fail(self, line: int, th: str, en: str) -> NoReturn:
        raise MalformedLaw(file=place(self.path), line=line, what=Text(th=th, en=en))

    def reached_from(self, name: str) -> Iterator[ast.FunctionDef]:
        """Walk a rule and every rule it calls."""
        yield self.rules[name]
        for called in language.calls_of(self.rules[name]) & self.rules.keys():
            yield from self.reached_from(called)


def _read(path: Path) -> _Written:
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    written = _Written(path, source, ast.Module(body=[], type_ignores=[]), {})
    try:
        tree = ast.parse(source, filename=str(path))
    except SyntaxError as problem:
        written.fail(problem.lineno or 1, "ไวยากรณ์ Python ไม่ถูกต้อง", "this is not valid Python")
    rules = {rule.name: rule for rule in language.rules_of(tree)}
    if not rules:
        written.fail(1, "ไม่พบแฟ้มนี้ หรือไม่มีกฎในแฟ้ม", "this file does not exist, or has no rule")
    language.check(tree, path)
    return _Written(path, source, tree, rules)


def _run(written: _Written) -> dict[str, Any]:
    law = written.path.parent.name
    names: dict[str, Any] = {**RUNTIME, "__file__": str(written.path), "__name__": f"law_{law}"}
    rewritten = ThreeValued().visit(deepcopy(written.tree))
    exec(compile(rewritten, str(written.path), "exec"), names)  # noqa: S102  the check left nothing but rules in it
    return names


def _entity(written: _Written, names: dict[str, Any]) -> Entity:
    """Find the one class that every rule takes."""
    takes = {rule.args.args[0].annotation for rule in written.rules.values()}
    classes = {annotation.id if isinstance(annotation, ast.Name) else "" for annotation in takes}
    if len(classes) != 1 or not isinstance(names.get(next(iter(classes))), type):
        written.fail(1, "กฎทุกข้อในแฟ้มต้องรับเรื่องชนิดเดียวกัน", "all rules of a file take the same kind of entity")
    return Entity.of(names[next(iter(classes))], names)


def _rule(name: str, written: _Written, asked: Clause[..., Any], entity: Entity, rates: Rates) -> Rule:
    line = written.rules[name].lineno
    if asked.act not in rates.acts:
        known = ", ".join(rates.acts)
        written.fail(
            line,
            f"rates.yaml ไม่มี “{asked.act}” ที่มีคือ {known}",
            f'rates.yaml has no act "{asked.act}"; it has {known}',
        )
    needed = {fact for rule in written.reached_from(name) for fact in language.facts_of(rule)}
    for fact in sorted(needed - entity.types.keys()):
        written.fail(line, f"ไม่มีข้อเท็จจริงชื่อ “{fact}”", f'there is no fact called "{fact}"')
    return Rule(
        name=name,
        function=asked,
        citation=Citation(rates.acts[asked.act], asked.section),
        reads=frozenset(language.facts_of(written.rules[name])),
        facts={fact: wanted for fact, wanted in entity.types.items() if fact in needed},
        doc=_sentences(written, name),
    )


def _sentences(written: _Written, name: str) -> Sentences:
    """Read the three lines of a docstring, each `Thai · English`."""
    rule = written.rules[name]
    halves = [line.split(" · ") for line in (ast.get_docstring(rule) or "").splitlines()]
    if len(halves) != _STATES_OF_A_CLAUSE or any(len(half) != len(("th", "en")) for half in halves):
        written.fail(
            rule.lineno,
            f"คำอธิบายของ {name} ต้องมีสามบรรทัด (เป็นจริง ไม่เป็นจริง ยังไม่รู้) บรรทัดละ ไทย · อังกฤษ",
            f"the docstring of {name} has three lines (holds, does not, unknown), each Thai · English",
        )
    return Sentences(*(Text(th=th.strip(), en=en.strip()) for th, en in halves))
