"""Which pages and questions a person sees, and which comes next, from what is known so far."""

from collections.abc import Iterator, Mapping

from ..schema.conditions import holds
from ..schema.facts import AskedFact, Exit, Page
from ..schema.service import Service

Facts = Mapping[str, object]


def visible_pages(service: Service, facts: Facts) -> tuple[Page, ...]:
    """
    List the pages to be answered, in order. A page whose condition is still unknown waits.

    An answer counts only while its question is asked: what a person answered before they changed their mind on an
    earlier page is kept, and opens nothing.
    """
    return tuple(page for page, _ in _walk(service, facts))


def live_facts(service: Service, facts: Facts) -> dict[str, object]:
    """Keep the known facts and the answers whose questions are asked."""
    pages = list(_walk(service, facts))
    return pages[-1][1] if pages else _known(service, facts)


def _walk(service: Service, facts: Facts) -> Iterator[tuple[Page, dict[str, object]]]:
    """Go through the pages as a person does; give each visible one with the facts that count after it."""
    live = _known(service, facts)
    for page in service.pages:
        if not holds(page.when, live):
            continue
        here = {**live, **{fact: facts[fact] for fact in page.ask if fact in facts}}
        asked = list_asked(service, page, here)
        if asked or not page.ask:
            live = {**live, **{each.id: facts[each.id] for each in asked if each.id in facts}}
            yield page, live


def _known(service: Service, facts: Facts) -> dict[str, object]:
    asked = {each.id for each in service.ask}
    return {name: value for name, value in facts.items() if name not in asked}


def list_asked(service: Service, page: Page, facts: Facts) -> tuple[AskedFact, ...]:
    """
    List the questions of a page, in order.

    A question whose condition depends on another of the same page is listed too while that one is unanswered: the
    browser may hide it, and without JavaScript it is simply there.
    """
    asked = (service.find_asked(fact) for fact in page.ask)
    return tuple(each for each in asked if each is not None and holds(each.when, facts) is not False)


def next_page(service: Service, after: str, facts: Facts) -> str | None:
    """Give the page after one, or None when the answers can be checked."""
    order = [page.id for page in service.pages]
    later = order[order.index(after) + 1 :]
    return next((page.id for page in visible_pages(service, facts) if page.id in later), None)


def find_exit(service: Service, facts: Facts) -> Exit | None:
    """Find the first way out that the facts that count lead to: this form is the wrong door."""
    live = live_facts(service, facts)
    return next((way for way in service.exits if holds(way.when, live)), None)
