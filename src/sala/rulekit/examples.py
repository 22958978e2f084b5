"""
The examples of a law: dated, checkable by hand, with a citation each. They run as tests and can be shown to people.

A rule that counts working days needs a calendar, which the one who runs the examples hands in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.money import Baht

from .casefiles import plain_fact, plain_facts
from .facts import Facts
from .law import Law, Outcome
from .yamls import Node, read_yaml


@dataclass(frozen=True, slots=True)
class Example:
    """One case with the answer the law must give. `source` says who can be asked whether that is so."""

    title: Text
    rule: str
    on: date
    facts: Facts
    expect: object
    source: str
    line: int

    def decide(self, law: Law, *, calendar: WorkingCalendar | None = None) -> Outcome:
        """Ask the law."""
        return law.decide(self.rule, self.facts, self.on, calendar=calendar)

    def agrees(self, outcome: Outcome) -> bool:
        """Compare with no margin. Money, days and moments stand in the file as text."""
        if isinstance(outcome.value, Baht):
            return outcome.value == Baht.of(str(self.expect))
        if isinstance(outcome.value, date):
            return outcome.value.isoformat() == str(self.expect)
        return bool(outcome.value == self.expect)


def load_examples(folder: Path) -> tuple[Example, ...]:
    """
    Read the examples.yaml of a law.

    :raises MalformedLaw: a key is absent, unknown, or of the wrong kind.
    """
    found = read_yaml(folder / "examples.yaml").fields(required="schema examples", optional="people")
    people = {name: plain_facts(node) for name, node in found["people"].items()} if "people" in found else {}
    return tuple(_read_example(node, people) for node in found["examples"].each())


def _read_example(node: Node, people: Mapping[str, Mapping[str, Any]]) -> Example:
    found = node.fields(required="title rule on facts expect source", optional="like")
    like = str(found["like"].value) if "like" in found else None
    if like is not None and like not in people:
        found["like"].fail(f"ไม่มี “{like}” ใน people", f'there is no "{like}" under people')
    return Example(
        title=found["title"].words(),
        rule=str(found["rule"].value),
        on=found["on"].day(),
        facts={**(people[like] if like else {}), **plain_facts(found["facts"])},
        expect=plain_fact(found["expect"].value),
        source=str(found["source"].value),
        line=node.line,
    )
