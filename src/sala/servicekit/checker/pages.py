"""Pages: every question stands on one page, and some answers lead to every page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from ..problems import DuplicateId, Problem, QuestionOnNoPage, QuestionOnTwoPages, UnreachablePage
from ..schema.conditions import Condition, holds, list_comparisons
from ..schema.service import Service
from .conditions import compared_values, list_answers
from .subject import Subject

# Above this many combinations of answers a page counts as reachable, so that a check stays under a second.
MOST_COMBINATIONS = 20_000


def check_pages(subject: Subject) -> Iterator[Problem]:
    """Check ids, that each question stands on exactly one page, and that every page can be reached."""
    service = subject.service
    seen: dict[str, int] = {}
    for i, page in enumerate(service.pages):
        if page.id in seen:
            line = subject.place("pages", seen[page.id], "id").line
            yield DuplicateId(subject.place("pages", i, "id"), id=page.id, line=line)
        seen.setdefault(page.id, i)
    yield from _check_questions(subject)
    for i, page in enumerate(service.pages):
        if not _can_be_reached(service, i):
            yield UnreachablePage(subject.place("pages", i, "when" if page.when else "id"), page=page.id)


def _check_questions(subject: Subject) -> Iterator[Problem]:
    service = subject.service
    placed: set[str] = set()
    for i, page in enumerate(service.pages):
        for j, fact in enumerate(page.ask):
            if fact in placed:
                yield QuestionOnTwoPages(subject.place("pages", i, "ask", j), fact=fact)
            placed.add(fact)
    for i, asked in enumerate(service.ask):
        if asked.id not in placed:
            yield QuestionOnNoPage(subject.place("ask", i), fact=asked.id)


def _can_be_reached(service: Service, index: int) -> bool:
    """Try every combination of answers that the conditions up to this page tell apart."""
    earlier = {fact for page in service.pages[:index] for fact in page.ask}
    asked_so_far = {known.id for known in service.know} | earlier
    exits = [one.when for one in service.exits if not one.may_continue]
    conditions = [service.pages[index].when, *exits, *_conditions_of(service, earlier)]
    values = _values_told_apart(service, conditions, asked_so_far)
    if prod(len(choices) for choices in values.values()) > MOST_COMBINATIONS:
        return True
    return any(
        _lets_through(service, index, exits, dict(zip(values, chosen, strict=True)))
        for chosen in product(*values.values())
    )


def _conditions_of(service: Service, facts: set[str]) -> list[Condition | None]:
    asked = [one.when for one in service.ask if one.id in facts]
    return asked + [page.when for page in service.pages if facts & set(page.ask)]


def _values_told_apart(
    service: Service, conditions: list[Condition | None], known: set[str]
) -> Mapping[str, tuple[object, ...]]:
    """Give, for each fact in the conditions, its possible answers, or those next to the values compared with."""
    values: dict[str, set[object]] = {}
    for comparison in (one for condition in conditions for one in list_comparisons(condition)):
        if comparison.fact not in known:
            continue
        asked = service.find_asked(comparison.fact)
        chosen = values.setdefault(comparison.fact, set())
        if comparison.operator in ("is", "in"):
            chosen.update(list_answers(asked) if asked and list_answers(asked) else (*compared_values(comparison), ""))
        elif comparison.operator == "has":
            chosen.update([(comparison.operand,), ()])
        else:
            chosen.update((comparison.operand - 1, comparison.operand, comparison.operand + 1))
    return {fact: tuple(choices) for fact, choices in values.items()}


def _lets_through(service: Service, index: int, exits: Sequence[Condition], answers: dict[str, object]) -> bool:
    """Walk the pages with these answers: a fact counts only where its question was shown."""
    facts = {known.id: answers[known.id] for known in service.know if known.id in answers}
    for page in service.pages[:index]:
        if any(holds(exit_, facts) for exit_ in exits):
            return False
        if holds(page.when, facts) is not True:
            continue
        for name in page.ask:
            asked = service.find_asked(name)
            if asked and name in answers and holds(asked.when, facts) is True:
                facts[name] = answers[name]
    return holds(service.pages[index].when, facts) is True and not any(holds(exit_, facts) for exit_ in exits)
