"""Reads of the catalogue. It stands in memory, read once per process from the country's pack: no SQL."""

from datetime import date
from functools import cache

from markupsafe import Markup

from sala.domains.law import public as law
from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import LANGS, Lang, Text
from sala.servicekit import Pack
from sala.servicekit.schema.service import Service

from .contracts import Folder, Found, LifeEventCard, LifeEventNotFound, ServiceNotFound
from .logic.index import SearchIndex
from .logic.pages import to_html
from .logic.words import words_of

_MOST_FOUND = 20


def get_pack() -> Pack:
    """Give the country's pack as it stood when this process started."""
    return organisations.get_pack()


def list_services() -> tuple[Service, ...]:
    """List every service."""
    return tuple(get_pack().services.values())


def get_service(*, slug: str) -> Service:
    """
    Give a service by its name for ever, or by the neutral name of a discreet one.

    :raises ServiceNotFound: nothing is offered under this name.
    """
    found = get_pack().services.get(slug) or _by_shown_path().get(slug)
    if found is None:
        raise ServiceNotFound
    return found


def get_folder(*, slug: str) -> Folder:
    """Give a service with the folder of its words."""
    service = get_service(slug=slug)
    return Folder(service=service, path=get_pack().folders[service.slug])


@cache
def get_page(*, slug: str, page: str, lang: Lang, on: date) -> Markup:
    """Give one page of a service's words as HTML, with the law's numbers of the day; empty when there is none."""
    words = get_folder(slug=slug).words(page, lang)
    return to_html(law.fill_words(words=words, on=on, lang=lang))


def list_life_events() -> tuple[LifeEventCard, ...]:
    """List the moments of life, in the order their declarations say."""
    events = sorted(get_pack().life_events.values(), key=lambda event: (event.order, event.id))
    return tuple(
        LifeEventCard(
            id=event.id,
            name=Text(th=event.th, en=event.en),
            summary=event.summary,
            icon=event.icon,
            services=tuple(s for s in list_services() if event.id in s.life_events),
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


def search(*, query: str) -> Found:
    """Find services by a person's own words, in either language."""
    words = words_of(query)
    slugs = _index().find(words, at_most=_MOST_FOUND)
    return Found(services=tuple(get_pack().services[slug] for slug in slugs), words=words)


@cache
def _by_shown_path() -> dict[str, Service]:
    return {service.shown_path: service for service in list_services()}


@cache
def _index() -> SearchIndex:
    return SearchIndex((service.slug, _texts(service)) for service in list_services())


def _texts(service: Service) -> dict[str, str]:
    """Gather what a service says, in both languages, by the fields of the index."""
    folder = get_folder(slug=service.slug)
    events = [get_pack().life_events[event] for event in service.life_events]
    return {
        "name": _both(service.name),
        "called": "\n".join([*service.search.th, *service.search.en]),
        "summary": "\n".join([_both(service.summary), _both(service.for_whom)]),
        "body": "\n".join(
            [*(folder.words("about", lang) for lang in LANGS), *(f"{event.th}\n{event.en}" for event in events)]
        ),
    }


def _both(text: Text) -> str:
    return f"{text.th}\n{text.en}"
