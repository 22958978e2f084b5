"""
The way of papers: what one service issues and another asks for, read from `issues:` and `documents:` alone.

Three things keep a journey from beginning with what everybody has. A copy, or a new one in place of a lost one
(`again`), is nobody's way to the next service. A service never waits for itself. And a paper that cannot be got without
itself, because whoever issues it asks for it, or for a paper that cannot be got without it, is one that people **hold**:
an identity card is asked of whoever registers the house whose book is asked of whoever wants a first identity card.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sala.kernel.graphs import list_knots

from .schema.facts import Document
from .schema.public_service import PublicService


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One service issues a paper that another asks for, by their slugs; `is_if_needed` when not everyone needs it."""

    issuer: str
    paper: str
    user: str
    is_if_needed: bool


def is_if_needed(document: Document) -> bool:
    """Say whether a document is asked of some people only."""
    return document.when is not None or document.when_words is not None


def list_first_papers(service: PublicService) -> tuple[str, ...]:
    """Name the papers that a service issues to whoever has none yet; a refusal opens no door."""
    return tuple(one.id for one in service.issues if not one.again and one.at != "refused")


def list_links(services: Iterable[PublicService], *, held: Collection[str]) -> tuple[Link, ...]:
    """
    List who waits for whom among some services, in their order. A held paper makes nobody wait, but one that may be new.

    :param held: the papers that people hold, of the whole catalogue.
    """
    among = tuple(services)
    return tuple(
        Link(issuer=issuer.slug, paper=document.id, user=user.slug, is_if_needed=_is_only_sometimes(document))
        for user in among
        for document in user.documents
        for issuer in among
        if issuer is not user
        and document.id in list_first_papers(issuer)
        and (document.id not in held or document.may_be_new)
    )


def find_held(services: Iterable[PublicService]) -> frozenset[str]:
    """Find the papers that people hold: those that cannot be got without themselves. Linear in the catalogue."""
    needs: dict[str, set[str]] = {}
    for service in services:
        always = {one.id for one in service.documents if not is_if_needed(one)}
        for paper in list_first_papers(service):
            needs.setdefault(paper, set()).update(always)
    ways = {paper: needed & needs.keys() for paper, needed in needs.items()}
    return frozenset(paper for knot in list_knots(ways) for paper in knot if len(knot) > 1 or paper in ways[paper])


def find_dead_ends(services: Iterable[PublicService]) -> Iterator[tuple[str, ...]]:
    """Find the services that always wait for each other in a circle, so that nobody could begin."""
    among = tuple(services)
    followers: dict[str, list[str]] = {service.slug: [] for service in among}
    for link in list_links(among, held=()):
        if not link.is_if_needed:
            followers[link.issuer].append(link.user)
    yield from (knot for knot in list_knots(followers) if len(knot) > 1)


def _is_only_sometimes(document: Document) -> bool:
    return document.may_be_new or is_if_needed(document)
