"""Read the entities and enumerations of a rules.py: what a fact may be, its words, its range, where a link leads."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from ..errors import MalformedLaw
from ..form import EntityForm, FactForm
from ..kinds import (
    DAY,
    EXACT_PARTS,
    MOMENT,
    PARTS,
    PERIOD,
    TRUTH,
    Kind,
    Type,
    choice,
    money,
    whole,
)
from .written import Written

MOST_MEMBERS = 100  # of one household; a sum over them is range-checked with it
_WHOLE_LIMIT = 10**9

_PLAIN: Mapping[str, Type] = {
    "bool": TRUTH,
    "date": DAY,
    "datetime": MOMENT,
    "BirthDate": replace(DAY, is_birth=True),
    "Period": PERIOD,
    "int": whole(-_WHOLE_LIMIT, _WHOLE_LIMIT),
    "Baht": money(),
    "Decimal": Type(Kind.EXACT, -_WHOLE_LIMIT * EXACT_PARTS, _WHOLE_LIMIT * EXACT_PARTS),
}


def is_enumeration(node: ast.ClassDef) -> bool:
    """Say whether a class is an enumeration."""
    return [ast.unparse(base) for base in node.bases] == ["Enum"]


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An enumeration: its members by name, and the words of each text that facts are written in."""

    members: Mapping[str, str]
    words: Mapping[str, tuple[str, str]]

    @property
    def values(self) -> tuple[str, ...]:
        """What a fact may be, in the order of the declaration."""
        return tuple(self.members.values())


def read_enumeration(node: ast.ClassDef, written: Written) -> Enumeration:
    """Read the members of an enumeration, each with its words where they stand under it."""
    members: dict[str, str] = {}
    words: dict[str, tuple[str, str]] = {}
    for part, following in zip(node.body, [*node.body[1:], None], strict=True):
        match part:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as text)):
                members[name] = text
                if (told := _words_in(following)) is not None:
                    words[text] = told
            case ast.Expr(value=ast.Constant(value=str())):
                continue
            case _:
                raise written.fail(
                    part.lineno, 'ค่าของ Enum เขียนเป็น ชื่อ = "ค่า"', 'a member of an Enum is written NAME = "value"'
                )
    return Enumeration(members, words)


class EntityReader:
    """Reads the entities of one file; `enumerations` and `others` are what its names mean."""

    def __init__(
        self, written: Written, enumerations: Mapping[str, Enumeration], others: Mapping[str, EntityForm]
    ) -> None:
        self.written = written
        self.enumerations = enumerations
        self.others = others
        classes = (node for node in written.tree.body if isinstance(node, ast.ClassDef))
        self.declared = {node.name: node for node in classes if not is_enumeration(node)}

    def read_all(self) -> dict[str, EntityForm]:
        """Read every entity, in the order they are written."""
        found: dict[str, EntityForm] = {}
        for name, node in self.declared.items():
            found[name] = self._read(node, found)
        return found

    def _read(self, node: ast.ClassDef, found: Mapping[str, EntityForm]) -> EntityForm:
        facts: dict[str, FactForm] = {}
        kin = [f"{self.written.law}.{node.name}"]
        for base in node.bases:
            parent = self._parent(base, found)
            kin += [one for one in parent.kin if one not in kin]
            for fact in parent.facts:
                self._merge(facts, _adopt(fact, parent.id, kin[0]), node)
        for fact in self._own_facts(node):
            facts[fact.name] = fact
        return EntityForm(self.written.law, node.name, tuple(facts.values()), tuple(kin))

    def _parent(self, base: ast.expr, found: Mapping[str, EntityForm]) -> EntityForm:
        name = ast.unparse(base)
        parent = found.get(name) or self.others.get(name)
        if parent is None:
            raise self.written.fail(base.lineno, f"ไม่มีเรื่องชื่อ “{name}”", f'there is no entity called "{name}"')
        return parent

    def _merge(self, facts: dict[str, FactForm], fact: FactForm, node: ast.ClassDef) -> None:
        known = facts.get(fact.name)
        if known is None:
            facts[fact.name] = fact
            return
        if known.type.kind is not fact.type.kind or known.type.values != fact.type.values:
            raise self.written.fail(
                node.lineno,
                f"“{fact.name}” มีสองชนิดในเรื่องที่นำมารวมกัน",
                f'"{fact.name}" has two types in the entities that this one joins',
            )
        if known.type.is_number:
            narrow = known.type.within(max(known.type.low, fact.type.low), min(known.type.high, fact.type.high))
            facts[fact.name] = replace(known, type=narrow)

    def _own_facts(self, node: ast.ClassDef) -> Iterator[FactForm]:
        for part, following in zip(node.body, [*node.body[1:], None], strict=True):
            if not isinstance(part, ast.AnnAssign) or not isinstance(part.target, ast.Name):
                continue
            written_type, inverse = self._type(part.annotation, node.name)
            words, choices = self._words(part, following), self._choice_words(written_type)
            yield FactForm(part.target.id, written_type, words, inverse, part.lineno, choices)

    def _words(self, part: ast.AnnAssign, following: ast.stmt | None) -> tuple[str, str]:
        """Read the words of a fact: the text that stands under it."""
        if (words := _words_in(following)) is not None:
            return words
        name = ast.unparse(part.target)
        raise self.written.fail(
            part.lineno,
            f"ใต้ {name} ต้องมีคำเรียกสองภาษา เช่น “วันเกิด · Date of birth”",
            f'under {name} its words are missing, like "วันเกิด · Date of birth"',
        )

    def _choice_words(self, of: Type) -> tuple[tuple[str, str], ...]:
        """Give the words of each choice; a choice without words is told as it is written."""
        if of.kind is not Kind.CHOICE:
            return ()
        words = self.enumerations[of.of].words
        return tuple(words.get(value, (value, value)) for value in of.values)

    def _type(self, annotation: ast.expr, owner: str) -> tuple[Type, tuple[str, ...]]:
        match annotation:
            case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, ast.Call() as mark])):
                found, _ = self._type(inner, owner)
                return self._marked(found, mark)
            case ast.Subscript(value=ast.Name(id="Members"), slice=inner):
                return Type(Kind.MEMBERS, 0, MOST_MEMBERS, of=self._entity(_name_in(inner), annotation)), ()
            case ast.Name(id=name) if name in _PLAIN:
                return _PLAIN[name], ()
            case ast.Name(id=name) if name in self.enumerations:
                return choice(name, self.enumerations[name].values), ()
            case ast.Name() | ast.Constant(value=str()):
                return Type(Kind.LINK, of=self._entity(_name_in(annotation), annotation)), ()
        raise self._refuse_type(annotation)

    def _entity(self, name: str, annotation: ast.expr) -> str:
        if name in self.declared:
            return f"{self.written.law}.{name}"
        if name in self.others:
            return self.others[name].id
        raise self._refuse_type(annotation)

    def _refuse_type(self, annotation: ast.expr) -> MalformedLaw:
        said, known = ast.unparse(annotation), ", ".join(_PLAIN)
        return self.written.fail(
            annotation.lineno,
            f"ไม่รู้จักชนิด {said} ใช้ {known}, Enum, Members[...] หรือชื่อเรื่องในแฟ้ม",
            f"the type {said} is not known; use {known}, an Enum, Members[...] or an entity of the file",
        )

    def _marked(self, found: Type, mark: ast.Call) -> tuple[Type, tuple[str, ...]]:
        """Read `Between(low, high)` or `Inverse("mother", "father")`."""
        match mark.func:
            case ast.Name(id="Between") if found.kind in PARTS and len(mark.args) == len(("low", "high")):
                low, high = (int(self._number(arg) * PARTS[found.kind]) for arg in mark.args)
                return found.within(low, high), ()
            case ast.Name(id="Inverse") if found.kind in (Kind.LINK, Kind.MEMBERS) and mark.args:
                return found, tuple(_texts(mark.args))
        said = ast.unparse(mark)
        raise self.written.fail(mark.lineno, f"{said} ใช้กับชนิดนี้ไม่ได้", f"{said} does not go with this type")

    def _number(self, node: ast.expr) -> Decimal:
        try:
            return Decimal(str(ast.literal_eval(node)))
        except (ValueError, InvalidOperation) as problem:
            refused = self.written.fail(node.lineno, "ขอบของช่วงต้องเป็นตัวเลข", "the end of a range is a number")
            raise refused from problem


def _words_in(node: ast.stmt | None) -> tuple[str, str] | None:
    """Read words in both languages from a text that stands by itself: `"วันเกิด · Date of birth"`."""
    match node:
        case ast.Expr(value=ast.Constant(value=str() as text)) if text.count(" · ") == 1:
            th, en = text.split(" · ")
            return th.strip(), en.strip()
    return None


def _adopt(fact: FactForm, parent: str, child: str) -> FactForm:
    """Let a link to one's own kind lead to the kind that inherits it."""
    return replace(fact, type=replace(fact.type, of=child)) if fact.type.of == parent else fact


def _name_in(annotation: ast.expr) -> str:
    return annotation.value if isinstance(annotation, ast.Constant) else ast.unparse(annotation)  # type: ignore[return-value]  # a constant here is text


def _texts(arguments: Sequence[ast.expr]) -> Iterator[str]:
    return (str(argument.value) for argument in arguments if isinstance(argument, ast.Constant))
