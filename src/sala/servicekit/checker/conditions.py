"""Conditions: the facts they name, the answers they compare with, and whether they wait for each other."""

from collections.abc import Iterator

from ..loader import name_nearest
from ..problems import ConditionAsksLater, CyclicCondition, Problem, UnknownFact, UnknownOption
from ..schema.conditions import Comparison, Condition, facts_of, list_comparisons
from ..schema.facts import AskedFact
from ..source import Loc
from .subject import Subject


def check_conditions(subject: Subject) -> Iterator[Problem]:
    """Check every `when:` of pages, questions, exits and documents."""
    for condition, loc in _list_conditions(subject):
        for comparison in list_comparisons(condition):
            yield from _check_comparison(subject, comparison, loc)
    rings = list(_find_rings(subject))
    yield from rings
    if not rings:
        yield from _check_order(subject)


def _list_conditions(subject: Subject) -> Iterator[tuple[Condition | None, Loc]]:
    service = subject.service
    yield from ((one.when, ("ask", i, "when")) for i, one in enumerate(service.ask))
    yield from ((one.when, ("pages", i, "when")) for i, one in enumerate(service.pages))
    yield from ((one.when, ("exits", i, "when")) for i, one in enumerate(service.exits))
    yield from ((one.when, ("documents", i, "when")) for i, one in enumerate(service.documents))
    for key, sources in (("decide", service.decide), ("check", service.check)):
        for name, answer in sources.facts.items() if sources else ():
            if not isinstance(answer, str):
                yield answer, (key, "facts", name)


def _check_comparison(subject: Subject, comparison: Comparison, loc: Loc) -> Iterator[Problem]:
    if comparison.fact not in subject.facts:
        near = name_nearest(comparison.fact, subject.facts)
        yield UnknownFact(subject.place(*loc), name=comparison.fact, near=near)
        return
    asked = subject.service.find_asked(comparison.fact)
    answers = list_answers(asked) if asked else ()
    if not answers:
        return
    for value in compared_values(comparison):
        if value not in answers:
            shown = ", ".join(str(answer).lower() for answer in answers)
            yield UnknownOption(subject.place(*loc), fact=comparison.fact, name=value, known=shown)


def list_answers(asked: AskedFact) -> tuple[object, ...]:
    """List every answer a question can have, where they can be listed."""
    if asked.type in ("yes-no", "confirm"):
        return (True, False) if asked.type == "yes-no" else (True,)
    return tuple(option.value for option in asked.options)


def compared_values(comparison: Comparison) -> tuple[object, ...]:
    """List the values that a comparison looks for; an order looks for none."""
    if comparison.operator == "in":
        return tuple(comparison.operand)
    return (comparison.operand,) if comparison.operator in ("is", "has") else ()


def _needs(subject: Subject) -> dict[str, tuple[frozenset[str], Loc]]:
    """Say what each question and page waits for: its condition's facts, and for a question also its page."""
    service = subject.service
    needs: dict[str, tuple[frozenset[str], Loc]] = {}
    for i, page in enumerate(service.pages):
        needs[f"page {page.id}"] = facts_of(page.when), ("pages", i, "when")
    for i, asked in enumerate(service.ask):
        on = frozenset(f"page {page.id}" for page in service.pages if asked.id in page.ask)
        needs[asked.id] = facts_of(asked.when) | on, ("ask", i, "when")
    return needs


def _find_rings(subject: Subject) -> Iterator[Problem]:
    """Walk depth first; coming back to something on the way is a ring, told once from its first member."""
    needs = _needs(subject)
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if name in way:
            yield (*way[way.index(name) :], name)
        elif name in needs and name not in done:
            for needed in sorted(needs[name][0]):
                yield from walk(needed, (*way, name))
            done.add(name)

    for name in needs:
        for ring in walk(name, ()):
            yield CyclicCondition(subject.place(*needs[ring[0]][1]), ring=" → ".join(ring))


def _check_order(subject: Subject) -> Iterator[Problem]:
    """Find conditions that need a fact asked on a later page."""
    service = subject.service
    page_of = {fact: i for i, page in enumerate(service.pages) for fact in page.ask}
    waits: list[tuple[int, Condition | None, Loc]] = [
        (i - 1, page.when, ("pages", i, "when")) for i, page in enumerate(service.pages)
    ]
    waits += [(page_of.get(a.id, len(service.pages)), a.when, ("ask", i, "when")) for i, a in enumerate(service.ask)]
    for latest, condition, loc in waits:
        for fact in sorted(facts_of(condition)):
            if page_of.get(fact, -1) > latest:
                page = service.pages[page_of[fact]].id
                yield ConditionAsksLater(subject.place(*loc), fact=fact, page=page)
