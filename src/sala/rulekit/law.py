"""A law, loaded from its folder, and the one thing it is asked: what follows from these facts on this day?"""

import ast
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar

from . import language, trace
from .acts import Citation
from .errors import LawNotInForce, MalformedLaw, RuleNotFound, place
from .facts import Entity, Facts
from .rates import Rates
from .rewriting import RUNTIME, ThreeValued
from .shown import shown
from .values import DatedValue


@dataclass(frozen=True, slots=True)
class Sentences:
    """How a clause speaks to a person: when it holds, when it does not, and while nobody knows."""

    holds: Text
    fails: Text
    unknown: Text

    def about(self, value: object) -> Text:
        """Choose the sentence for what the clause said. An amount or a day is said as something that holds."""
        if value is None:
            return self.unknown
        return self.fails if value is False else self.holds


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause that can be asked. `facts` are those it needs, itself or through the rules it calls."""

    name: str
    function: Callable[[Any, date], Any]
    citation: Citation
    facts: Mapping[str, type]
    doc: Sentences


@dataclass(frozen=True, slots=True)
class Reason:
    """What one clause said in a decision. `holds` is None while it is unknown."""

    rule: str
    clause: Citation
    text: Text
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What the law says of one case on one day.

    `value` is None while unknown; `missing` then names the facts to ask for. `reasons` come in the order the clauses
    were asked; `conclusion` is the decided rule's own sentence. `used` are the dated numbers that took part.
    """

    rule: str
    on: date
    value: Any
    conclusion: Reason
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    used: tuple[DatedValue, ...]

    @property
    def stale(self) -> tuple[DatedValue, ...]:
        """The numbers that nobody has reviewed for this day: a page warns of them."""
        return tuple(dated for dated in self.used if dated.is_stale(self.on))


@dataclass(frozen=True, slots=True)
class Law:
    """One folder of `laws/`: its rules, its dated numbers, the Acts it cites. `digest` names this very release."""

    name: str
    title: Text
    rules: Mapping[str, Rule]
    rates: Rates
    entity: Entity
    digest: str

    def rule(self, name: str) -> Rule:
        """
        Find a rule.

        :raises RuleNotFound: the law has none of this name.
        """
        if name not in self.rules:
            raise RuleNotFound(law=self.name, rule=name, known=", ".join(self.rules))
        return self.rules[name]

    def decide(self, rule: str, facts: Facts, on: date, *, calendar: WorkingCalendar | None = None) -> Outcome:
        """
        Say what follows from the facts on the day, and why. An unknown fact never becomes a guess.

        :raises RuleNotFound: the law has no such rule.
        :raises LawNotInForce: the day lies before the law.
        :raises FactNotInLaw: a fact the law does not know.
        :raises FactHasWrongType: a fact of another type than declared.
        :raises NoValueOnDate: a number of the law has no value on the day.
        :raises CalendarNeeded: the rule counts working days and no calendar was given.
        """
        asked = self.rule(rule)
        if on < self.rates.in_force_from:
            raise LawNotInForce(law=self.name, from_=self.rates.in_force_from, on=on)
        case = self.entity.fill(facts, law=self.name)
        with trace.following(calendar) as followed:
            value = asked.function(case, on)
        said = {name: self._reason(name, day, answer) for name, (day, answer) in followed.said.items()}
        conclusion = said.pop(rule)
        unknown = tuple(fact for fact in asked.facts if getattr(case, fact) is None)
        return Outcome(
            rule=f"{self.name}.{rule}",
            on=on,
            value=value,
            conclusion=conclusion,
            reasons=tuple(said.values()) or (conclusion,),
            missing=unknown if value is None else (),
            used=tuple(followed.used.values()),
        )

    def _reason(self, name: str, day: date, answer: object) -> Reason:
        rule = self.rules[name]
        sentence = rule.doc.about(answer).fill(**self.rates.texts(day), value=shown(answer))
        holds = answer if isinstance(answer, bool) or answer is None else True
        return Reason(rule=name, clause=rule.citation, text=sentence, holds=holds)


def load_law(folder: Path) -> Law:
    """
    Load one law: check the language of its rules.py, and make it reason in three values. The file is not imported.

    :raises MalformedLaw: a file is absent, or something in it is not as it must be.
    :raises ForbiddenConstruct: rules.py says something the language of law does not have.
    :raises OverlappingDates: a number has two values on one day.
    """
    rates = Rates.load(folder / "rates.yaml")
    path = folder / "rules.py"
    source = (
        path.read_text(encoding="utf-8") if path.is_file() else _fail(path, 1, "ไม่พบแฟ้มนี้", "this file does not exist")
    )
    try:
        tree = ast.parse(source, filename=str(path))
    except SyntaxError as problem:
        _fail(path, problem.lineno or 1, "ไวยากรณ์ Python ไม่ถูกต้อง", "this is not valid Python")
    language.check(tree, path)
    written = {rule.name: rule for rule in language.rules_of(tree)}
    names = _run(tree, path)
    entity = _entity(written, names, path)
    return Law(
        name=folder.name,
        title=rates.name,
        rules={name: _rule(name, written, names[name], entity, rates, path) for name in written},
        rates=rates,
        entity=entity,
        digest=hashlib.sha256(source.encode() + (folder / "rates.yaml").read_bytes()).hexdigest(),
    )


def _run(tree: ast.Module, path: Path) -> dict[str, Any]:
    names: dict[str, Any] = {**RUNTIME, "__file__": str(path), "__name__": f"law_{path.parent.name}"}
    rewritten = ThreeValued().visit(tree)
    exec(compile(rewritten, str(path), "exec"), names)  # noqa: S102  checked above: it can say nothing but rules
    return names


def _entity(written: Mapping[str, ast.FunctionDef], names: Mapping[str, Any], path: Path) -> Entity:
    """Find the one class that every rule takes."""
    takes = {ast.unparse(rule.args.args[0].annotation or ast.Constant("")): rule for rule in written.values()}
    if len(takes) != 1:
        _fail(path, 1, "กฎทุกข้อในแฟ้มต้องรับเรื่องชนิดเดียวกัน", "all rules of a file take the same kind of entity")
    return Entity.of(names[next(iter(takes))], names)


def _rule(
    name: str,
    written: Mapping[str, ast.FunctionDef],
    asked: trace.Clause[..., Any],
    entity: Entity,
    rates: Rates,
    path: Path,
) -> Rule:
    node = written[name]
    if asked.act not in rates.acts:
        known = ", ".join(rates.acts)
        _fail(
            path,
            node.lineno,
            f"rates.yaml ไม่มี “{asked.act}” ที่มีคือ {known}",
            f'rates.yaml has no act "{asked.act}"; it has {known}',
        )
    needed = set().union(*(language.facts_of(written[called]) for called in _reached(name, written)))
    for fact in needed - entity.types.keys():
        _fail(path, node.lineno, f"ไม่มีข้อเท็จจริงชื่อ “{fact}”", f'there is no fact called "{fact}"')
    return Rule(
        name=name,
        function=asked,
        citation=Citation(rates.acts[asked.act], asked.section),
        facts={fact: wanted for fact, wanted in entity.types.items() if fact in needed},
        doc=_sentences(node, path),
    )


def _reached(name: str, written: Mapping[str, ast.FunctionDef]) -> Iterator[str]:
    yield name
    for called in language.calls_of(written[name]) & written.keys():
        yield from _reached(called, written)


def _sentences(node: ast.FunctionDef, path: Path) -> Sentences:
    """Read the three lines of a docstring, each `Thai · English`."""
    lines = (ast.get_docstring(node) or "").splitlines()
    halves = [line.split(" · ") for line in lines]
    if len(halves) != 3 or any(len(half) != 2 for half in halves):
        _fail(
            path,
            node.lineno,
            f"คำอธิบายของ {node.name} ต้องมีสามบรรทัด (เป็นจริง ไม่เป็นจริง ยังไม่รู้) บรรทัดละ ไทย · อังกฤษ",
            f"the docstring of {node.name} has three lines (holds, does not, unknown), each Thai · English",
        )
    return Sentences(*(Text(th=th.strip(), en=en.strip()) for th, en in halves))


def _fail(path: Path, line: int, th: str, en: str) -> Any:
    raise MalformedLaw(file=place(path), line=line, what=Text(th=th, en=en))
