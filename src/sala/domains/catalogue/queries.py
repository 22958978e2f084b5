"""Reads of the catalogue. It stands in memory, read once per process from the country's pack; only changes are in a table."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from django.db.models import Max
from markupsafe import Markup

from sala.domains.law import public as law
from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import Lang, Text
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

from .contracts import Change, Folder, Found, LifeEventCard, LifeEventNotFound, ServiceNotFound
from .logic.finder import Finder
from .logic.pages import to_html
from .models import ChangeRow

_MOST_FOUND = 20


def get_pack() -> Pack:
    """Give the country's pack as it stood when this process started."""
    return organisations.get_pack()


@cache
def list_public_services() -> tuple[Service | Guide, ...]:
    """List everything the state offers here: what is applied for on these pages, then what is explained and done elsewhere."""
    return (*get_pack().services.values(), *get_pack().guides.values())


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
    return Folder(service=service, path=get_pack().folders[service.slug])


@cache
def get_page(*, slug: str, page: str, lang: Lang, on: date) -> Markup:
    """Give one page of a service's words as HTML, with the law's numbers of the day; empty when there is none."""
    words = get_folder(slug=slug).words(page, lang)
    return to_html(law.fill_words(words=words, on=on, lang=lang))


@cache
def list_life_events() -> tuple[LifeEventCard, ...]:
    """List the moments of life, in the order their declarations say."""
    events = sorted(get_pack().life_events.values(), key=lambda event: (event.order, event.id))
    return tuple(
        LifeEventCard(
            id=event.id,
            name=Text(th=event.th, en=event.en),
            summary=event.summary,
            icon=event.icon,
            services=tuple(s for s in list_public_services() if event.id in s.life_events),
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
    finder = _finder()
    asked = finder.understand(query)
    ranking = finder.find(asked, month=on.month if on else None)
    found = (_by_name()[slug] for slug in ranking.slugs)
    services = tuple(one for one in found if ranking.life_event is None or ranking.life_event in one.life_events)
    return Found(services=services[:_MOST_FOUND], words=asked.words, life_event=ranking.life_event)


def list_changes(*, at_most: int) -> tuple[Change, ...]:
    """List the latest changes of what is offered, newest first. One statement."""
    rows = ChangeRow.objects.order_by("-at", "service")[:at_most]
    return tuple(
        Change(
            id=row.id,
            service=row.service,
            kind=row.kind,  # type: ignore[arg-type]  # a constraint of the table allows no other
            path=row.path,
            name=Text(th=row.name_th, en=row.name_en),
            at=row.at,
        )
        for row in rows
    )


def list_last_changed() -> Mapping[str, datetime]:
    """Say when each service last changed, by its slug. One statement."""
    return dict(ChangeRow.objects.values_list("service").annotate(Max("at")))


@cache
def _by_name() -> dict[str, Service | Guide]:
    """Give every service by each of its names; a slug comes before an alias, and an alias before a neutral name."""
    services = list_public_services()
    return {
        **{service.shown_path: service for service in services},
        **{alias: service for service in services for alias in service.aliases},
        **{service.slug: service for service in services},
    }


@cache
def _finder() -> Finder:
    return Finder(get_pack())
