"""The form of an application: which questions stand open, what a page gave, what is still missing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sala.kernel.actors import Actor, Assurance
from sala.kernel.bilingual import Text
from sala.kernel.policies import SignInNeeded, policy
from sala.servicekit import answers as reading
from sala.servicekit.schema.conditions import facts_of
from sala.servicekit.schema.facts import Page
from sala.servicekit.schema.service import Service

from ..contracts import Answers, AttachedFile, CaseNotFound, Known

Facts = Mapping[str, Any]
Typed = Mapping[str, Sequence[str]]


@policy(refusal=SignInNeeded)
def may_start(actor: Actor, service: Service) -> bool:
    """Allow whoever is known as surely as the service needs; some services need nobody to sign in."""
    needed = Assurance(identity=service.sign_in.identity, authentication=service.sign_in.authentication)
    return not service.sign_in.required or (actor.person is not None and actor.assurance.reaches(needed))


def get_page(service: Service, page_id: str) -> Page:
    """
    Give a page of the form.

    :raises CaseNotFound: the form has no such page.
    """
    page = service.find_page(page_id)
    if page is None:
        raise CaseNotFound
    return page


def join(known: Mapping[str, Known], answers: Answers) -> dict[str, Any]:
    """Join what the state knows and what was answered, by fact id."""
    return {**{name: fact.value for name, fact in known.items()}, **answers.values}


def prefilled(service: Service, known: Mapping[str, Known]) -> Answers:
    """Put into the fields at first what a register knows and the person may still change."""
    typed: dict[str, tuple[str, ...]] = {}
    for asked in service.ask:
        if asked.prefill and asked.prefill in known:
            typed |= reading.typed_from(asked, known[asked.prefill].value)
    return Answers(values={}, typed=typed)


def opened_again(service: Service, items: Collection[str]) -> frozenset[str]:
    """Name the questions that a correction request opens again: those it lists, and those that hang on their answers."""
    opened, grown = frozenset[str](), frozenset(items)
    while grown != opened:
        opened = grown
        hanging = (asked.id for asked in service.ask if facts_of(asked.when) & opened)
        on_pages = (fact for page in service.pages if facts_of(page.when) & opened for fact in page.ask)
        grown = opened.union(hanging, on_pages)
    return opened


def merge(page: Page, before: Answers, result: reading.PageResult, files: tuple[AttachedFile, ...]) -> Answers:
    """Put one page's result in the place of what stood there."""
    others = {name: value for name, value in before.values.items() if name not in page.ask}
    typed = {name: raw for name, raw in before.typed.items() if _fact_of(name) not in page.ask}
    return Answers(values={**others, **result.values}, typed={**typed, **result.typed}, files=files)


def differs(page: Page, before: Answers, after: Answers) -> bool:
    """Say whether a page's valid answers were others before."""
    return any(before.values.get(fact) not in (None, after.values.get(fact)) for fact in page.ask)


def faults(service: Service, facts: Facts, answers: Answers, around: reading.Surroundings) -> dict[str, Text]:
    """List what must be mended before an application can be sent, by fact id, in the order of the form."""
    found: dict[str, Text] = {}
    for page in reading.visible_pages(service, facts):
        found |= reading.read_page(service, page, answers.typed, facts, around).errors
    return found


def restrict(raw: Typed, facts: Collection[str]) -> dict[str, Sequence[str]]:
    """Keep only the controls of some questions."""
    return {name: values for name, values in raw.items() if _fact_of(name) in facts}


def without(raw: Typed, facts: Collection[str]) -> dict[str, Sequence[str]]:
    """Leave out the controls of some questions."""
    return {name: values for name, values in raw.items() if _fact_of(name) not in facts}


def _fact_of(control: str) -> str:
    """Tell which question a control belongs to: fact ids have no hyphen, so the first one ends the id."""
    return control.split("-", 1)[0]
