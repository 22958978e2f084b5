"""The trace of a decision: which clause was asked of whom, which way its branches went, with which values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ..form import RuleId
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


@dataclass(frozen=True)
class Trace:
    """
    The entries as the rules left them; `steps` reads them, when somebody looks.

    `order` is the place of each rule when the question is asked as it is written: a clause after those it asks.
    """

    sites: Sequence[Site]
    entries: Sequence[Entry]
    order: Mapping[RuleId, int]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Read every entry, each clause after those that it asks; the clause that was asked comes last."""
        steps = (step for entry in self.entries for step in self._read(entry))
        return tuple(sorted(steps, key=lambda step: self.order[step.rule]))

    def _read(self, entry: Entry) -> Iterator[Step]:
        site, values = self.sites[entry[0]], iter(entry[1:])
        for one in (site, *site.inlined):
            record, on, value = (next(values) for _ in range(3))
            yield Step(
                rule=one.form.id,
                record=record,
                on=on,
                value=value,
                line=one.line,
                taken=one.taken,
                values=tuple((watched, next(values)) for watched in one.watched),
            )
