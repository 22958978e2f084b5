"""What the names of a rules.py mean: its entities, enumerations and rules, those of other laws, and its numbers."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..form import EntityForm, RuleId
from ..kinds import Type
from ..rates import Rates
from .entities import EntityReader, Enumeration, is_enumeration, read_enumeration
from .written import Written


@dataclass(frozen=True, slots=True)
class Signature:
    """A rule as others may ask it."""

    id: RuleId
    entity: EntityForm
    returns: Type


@dataclass(frozen=True, slots=True)
class Scope:
    """
    The names of one law, before its rules are read.

    `entities` go by the name that the file calls them, `everyone` by full name: those of the laws it imports too.
    """

    written: Written
    rates: Rates
    enumerations: Mapping[str, Enumeration]
    entities: Mapping[str, EntityForm]
    everyone: Mapping[str, EntityForm]
    rules: dict[str, Signature] = field(default_factory=dict)

    @property
    def law(self) -> str:
        """The law's name."""
        return self.written.law


def read_scope(written: Written, rates: Rates, neighbour: Callable[[str, int], Scope]) -> Scope:
    """Read what the names of a file mean. `neighbour` gives the scope of a law imported on a line."""
    enumerations: dict[str, Enumeration] = {}
    entities: dict[str, EntityForm] = {}
    everyone: dict[str, EntityForm] = {}
    rules: dict[str, Signature] = {}
    for node in written.tree.body:
        if isinstance(node, ast.ImportFrom) and (law := law_imported(node)):
            other = neighbour(law, node.lineno)
            everyone.update(other.everyone)
            for alias in node.names:
                _bring_in(alias, other, (enumerations, entities, rules), node, written)
    for node in written.tree.body:
        if isinstance(node, ast.ClassDef) and is_enumeration(node):
            enumerations[node.name] = read_enumeration(node, written)
    own = EntityReader(written, enumerations, entities).read_all()
    everyone.update((entity.id, entity) for entity in own.values())
    return Scope(written, rates, enumerations, {**entities, **own}, everyone, rules)


def law_imported(node: ast.ImportFrom) -> str | None:
    """Name the law of `from laws.<law>.rules import ...`."""
    match (node.module or "").split("."):
        case ["laws", law, "rules"]:
            return law
    return None


def _bring_in(
    alias: ast.alias,
    other: Scope,
    into: tuple[dict[str, Enumeration], dict[str, EntityForm], dict[str, Signature]],
    node: ast.ImportFrom,
    written: Written,
) -> None:
    name, shown = alias.name, alias.asname or alias.name
    enumerations, entities, rules = into
    if name in other.enumerations:
        enumerations[shown] = other.enumerations[name]
    elif name in other.entities:
        entities[shown] = other.entities[name]
    elif name in other.rules:
        rules[shown] = other.rules[name]
    else:
        raise written.fail(
            node.lineno,
            f"กฎหมาย {other.law} ไม่มี “{name}”",
            f'the law {other.law} has no "{name}"',
        )
