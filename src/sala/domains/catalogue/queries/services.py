"""Reads of what is offered. It stands in memory: no SQL."""

import logging
from datetime import date

from django.db import DatabaseError, connection

from sala.domains.law import public as law
from sala.infra import listening
from sala.kernel.bilingual import Lang, Text
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

from ..contracts import (
    EDITIONS,
    Folder,
    Found,
    LifeEventCard,
    LifeEventNotFound,
    PageOfWords,
    ServiceNotFound,
    Suggestion,
)
from ..logic.finder import Finder
from ..logic.pages import make_page
from ..logic.suggesting import Kind, Suggester
from .current import get_pack, per_pack, refresh_pack

_MOST_FOUND = 20
_MOST_SUGGESTED, _MOST_FROM_SEARCH = 7, 3

_log = logging.getLogger(__name__)


@per_pack
def list_public_services(pack: Pack) -> tuple[Service | Guide, ...]:
    """List everything the state offers here: what is applied for on these pages, then what is explained and done elsewhere."""
    return (*pack.services.values(), *pack.guides.values())


def find_public_service(*, slug: str) -> Service | Guide | None:
    """Find a service by its name for ever, by a name it once had, or by the neutral name of a discreet one."""
    return _by_name().get(slug)


def list_services() -> tuple[Service, ...]:
    """List every service that is applied for here."""
    return tuple(get_pack().services.values())


def get_service(*, slug: str) -> Service:
    """
    Give a service that is applied for here, by any of the names that `find_public_service` knows.

    :raises ServiceNotFound: nothing is applied for under this name.
    """
    found = find_public_service(slug=slug)
    if not isinstance(found, Service):
        raise ServiceNotFound
    return found


def get_folder(*, slug: str) -> Folder:
    """
    Give any service with the folder of its words.

    :raises ServiceNotFound: nothing is offered under this name.
    """
    service = find_public_service(slug=slug)
    if service is None:
        raise ServiceNotFound
    return Folder(service=service, texts=get_pack().folders[service.slug])


@per_pack
def get_page(pack: Pack, *, slug: str, page: str, lang: Lang, on: date) -> PageOfWords:
    """Give one page of a service's words as it reads on a day, with the law's numbers; empty where there is none."""
    service = _by_name.of(pack).get(slug)
    if service is None:
        raise ServiceNotFound
    words = pack.folders[service.slug].words(page, lang)
    return make_page(law.fill_words(words=words, on=on, lang=lang), lang)


@per_pack
def list_life_events(pack: Pack) -> tuple[LifeEventCard, ...]:
    """List the moments of life, in the order their declarations say."""
    events = sorted(pack.life_events.values(), key=lambda event: (event.order, event.id))
    return tuple(
        LifeEventCard(
            id=event.id,
            name=Text(th=event.th, en=event.en),
            summary=event.summary,
            icon=event.icon,
            services=tuple(s for s in list_public_services.of(pack) if event.id in s.life_events),
        )
        for event in events
    )


def get_life_event(*, event_id: str) -> LifeEventCard:
    """
    Give one moment of life.

    :raises LifeEventNotFound: no moment has this id.
    """
    for card in list_life_events():
        if card.id == event_id:
            return card
    raise LifeEventNotFound


def search(*, query: str, on: date | None = None) -> Found:
    """
    Find services by a person's own words, in either language, however they typed them; of a moment of life, only its own.

    :param on: the day of the season that counts; without one, what is asked all year.
    """
    pack = get_pack()
    finder, by_name = get_finder.of(pack), _by_name.of(pack)
    asked = finder.understand(query)
    ranking = finder.find(asked, month=on.month if on else None)
    found = (by_name[slug] for slug in ranking.slugs)
    services = tuple(one for one in found if ranking.life_event is None or ranking.life_event in one.life_events)
    return Found(
        services=services[:_MOST_FOUND],
        words=asked.words,
        life_event=ranking.life_event,
        is_weak=finder.is_weak(asked, ranking),
    )


def suggest(*, typed: str, on: date | None = None) -> tuple[Suggestion, ...]:
    """
    Suggest services and moments of life for what somebody has typed so far, best first.

    What begins so comes first; then what the search finds well. Costs a few milliseconds at most, and no SQL.
    """
    begun = _suggester().find(typed, at_most=_MOST_SUGGESTED)
    found = search(query=typed, on=on)
    if not found.is_weak:
        begun += [("life-event", found.life_event)] if found.life_event else []
        begun += [("service", service.slug) for service in found.services[:_MOST_FROM_SEARCH]]
    suggested = (_suggestion(kind, id_) for kind, id_ in list(dict.fromkeys(begun))[:_MOST_SUGGESTED])
    return tuple(one for one in suggested if one)


def _suggestion(kind: Kind, id_: str) -> Suggestion | None:
    """Name what is suggested; None for what a newer pack, come in between, has no longer."""
    if kind == "life-event":
        names = {card.id: card.name for card in list_life_events()}
        return Suggestion(kind=kind, path=id_, name=names[id_]) if id_ in names else None
    service = find_public_service(slug=id_)
    return Suggestion(kind=kind, path=service.shown_path, name=service.shown_name) if service else None


@per_pack
def _by_name(pack: Pack) -> dict[str, Service | Guide]:
    """Give every service by each of its names; a slug comes before an alias, and an alias before a neutral name."""
    services = list_public_services.of(pack)
    return {
        **{service.shown_path: service for service in services},
        **{alias: service for service in services for alias in service.aliases},
        **{service.slug: service for service in services},
    }


@per_pack
def get_finder(pack: Pack) -> Finder:
    """Give the search over the pack."""
    return Finder(pack)


@per_pack
def _suggester(pack: Pack) -> Suggester:
    return Suggester(pack)


def refresh() -> bool:
    """Bring what stands in memory to the latest editions; say whether it changed. One statement when nothing did."""
    return refresh_pack(prepare=_make_ready)


def follow_editions() -> None:
    """
    Keep this process at the latest editions from now on: what a desk publishes is served everywhere a moment later.

    Where the database does not answer yet, the folders are served until it does.
    """
    try:
        refresh()
    except DatabaseError as problem:
        _log.warning("serving the folders until the database answers: %s", type(problem).__name__)
    connection.close()
    listening.listen(EDITIONS, look=refresh)


def _make_ready(pack: Pack) -> None:
    """Work out before the first reader what takes long: a second or so, in the thread that brings the new pack."""
    _by_name.of(pack)
    list_life_events.of(pack)
    get_finder.of(pack)
    _suggester.of(pack)
