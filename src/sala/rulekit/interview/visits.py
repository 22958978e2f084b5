"""What a walk through a form finds: values with the facts they hang on, comparisons, and clauses asked of someone."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..form import Compare, ParameterId, RuleForm, RuleId
from .places import Path

VisitKey = tuple[RuleId, int, date]


@dataclass(frozen=True, slots=True)
class Found:
    """A value, or None with the facts that it hangs on, each by its path from the case."""

    value: Any
    open: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity in sight: its record, None while the link to it is unknown, and its path."""

    record: Any
    path: Path
    open: tuple[Path, ...] = ()

    def step(self, name: str) -> Path:
        """Give the path of a fact of it."""
        return f"{self.path}.{name}" if self.path else name


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values compared, as forms hold them, and the facts that they hang on."""

    node: Compare
    left: Any
    right: Any
    holds: bool | None
    facts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """
    One clause asked of one entity on one day: its answer, what it compared, and the clauses it asked.

    `reads` are the facts it read itself, `facts` also those that the clauses under it read.
    """

    rule: RuleForm
    entity: Entity
    on: date
    found: Found
    tests: tuple[Comparison, ...]
    reads: tuple[Path, ...]
    facts: tuple[Path, ...]
    numbers: tuple[tuple[ParameterId, date], ...]
    parts: tuple["Visit", ...]

    @property
    def key(self) -> VisitKey:
        """What tells it from any other of the walk."""
        return self.rule.id, id(self.entity.record), self.on

    def every(self) -> "tuple[Visit, ...]":
        """List this visit and all under it, each once, those it asked first."""
        found: dict[VisitKey, Visit] = {}
        self._gather(found)
        return tuple(found.values())

    def _gather(self, found: "dict[VisitKey, Visit]") -> None:
        if self.key not in found:
            for part in self.parts:
                part._gather(found)
            found[self.key] = self


@dataclass(slots=True)
class Notes:
    """What a clause has compared, read and asked so far."""

    tests: list[Comparison] = field(default_factory=list)
    reads: dict[Path, None] = field(default_factory=dict)
    facts: dict[Path, None] = field(default_factory=dict)
    numbers: dict[tuple[ParameterId, date], None] = field(default_factory=dict)
    parts: list[Visit] = field(default_factory=list)

    def take(self, other: "Notes") -> None:
        """Take in what was noted apart."""
        self.tests += other.tests
        self.reads.update(other.reads)
        self.facts.update(other.facts)
        self.numbers.update(other.numbers)
        self.parts += other.parts
