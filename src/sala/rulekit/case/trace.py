"""The trace of a decision: which clause was asked of whom, which way its branches went, with which values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ..form import ParameterId, RuleId
from ..walking import parameters
from .running import Entry
from .sites import Site, Taken, Watched


@dataclass(frozen=True, slots=True)
class Step:
    """What one clause answered about one entity. `values` are what its tests saw, in the order they were worked out."""

    rule: RuleId
    record: Any
    on: date
    value: Any
    line: int
    taken: tuple[Taken, ...]
    values: tuple[tuple[Watched, Any], ...]
    numbers: tuple[ParameterId, ...]


@dataclass(frozen=True)
class Trace:
    """The entries as the rules left them; `steps` reads them, when somebody looks."""

    sites: Sequence[Site]
    entries: Sequence[Entry]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Read every entry, in the order the clauses answered."""
        return tuple(self._step(entry) for entry in self.entries)

    def _step(self, entry: Entry) -> Step:
        number, record, on, value, *watched = entry
        site = self.sites[number]
        return Step(
            rule=site.form.id,
            record=record,
            on=on,
            value=value,
            line=site.line,
            taken=site.taken,
            values=tuple(zip(site.watched, watched, strict=True)),
            numbers=parameters(site.form),
        )
