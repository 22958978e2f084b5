"""Read one page as it was posted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sala.kernel.bilingual import Text

from ..schema.conditions import holds
from ..schema.facts import AskedFact, Page
from ..schema.service import Service
from . import kinds
from .asked import Asked, Raw, Surroundings
from .faults import Fault, missing, too_long
from .pages import list_asked

_LONGEST_CONTROL = 20_000
_LONGEST_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class PageResult:
    """
    What one page gave. `values` are valid; `typed` is everything as it was typed, for showing it again.

    `errors` says what to mend, by fact id; `wrong_parts` marks controls of a question that has several.
    """

    values: Mapping[str, Any]
    typed: Mapping[str, tuple[str, ...]]
    errors: Mapping[str, Text]
    wrong_parts: Mapping[str, frozenset[str]]


def read_page(service: Service, page: Page, raw: Raw, facts: Mapping[str, Any], around: Surroundings) -> PageResult:
    """
    Read every question of a page: no error is raised for anything a person can type.

    :param facts: what was known before this page was sent; its own answers decide its own conditions.
    """
    values: dict[str, Any] = {}
    typed: dict[str, tuple[str, ...]] = {}
    errors: dict[str, Text] = {}
    wrong: dict[str, frozenset[str]] = {}
    sent = _by_question(raw)
    for asked in list_asked(service, page, {k: v for k, v in facts.items() if k not in page.ask}):
        own = sent.get(asked.id, {})
        typed |= _cut(own)
        if not holds(asked.when, {**facts, **dict.fromkeys(page.ask), **values}):
            continue
        try:
            value = _read(Asked(asked, own), around)
        except Fault as fault:
            errors[asked.id], wrong[asked.id] = fault.text.fill(label=asked.label), fault.parts
        else:
            if value is not None:
                values[asked.id] = value
    return PageResult(values=values, typed=typed, errors=errors, wrong_parts=wrong)


def _read(asked: Asked, around: Surroundings) -> Any:
    """Read one question; None where it may be and was left empty."""
    if asked.fact.type == "file":
        return _count_files(asked, around)
    if not any(value.strip() for values in asked.raw.values() for value in values):
        if asked.fact.required:
            raise missing(asked.fact)
        return None
    if any(len(value) > _limit(asked.fact) for values in asked.raw.values() for value in values):
        raise too_long(_limit(asked.fact))
    return kinds.READERS[asked.fact.type](asked, around)


def _limit(fact: AskedFact) -> int:
    return fact.max_length or (_LONGEST_KEPT if fact.type == "long-text" else 500)


def _count_files(asked: Asked, around: Surroundings) -> int | None:
    count = around.files.get(asked.fact.id, 0)
    if not count and asked.fact.required:
        raise missing(asked.fact)
    return count or None


def _by_question(raw: Raw) -> dict[str, dict[str, Sequence[str]]]:
    """Sort what was sent by question: fact ids have no hyphen, so the first one in a control's name ends the id."""
    sent: dict[str, dict[str, Sequence[str]]] = {}
    for name, values in raw.items():
        sent.setdefault(name.split("-", 1)[0], {})[name] = values
    return sent


def _cut(own: Raw) -> dict[str, tuple[str, ...]]:
    """Keep what was typed for one question, cut where no honest answer is that long."""
    return {name: tuple(value[:_LONGEST_CONTROL] for value in values) for name, values in own.items()}
