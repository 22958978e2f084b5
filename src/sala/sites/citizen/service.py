"""A service's page: what an agency declared once, told to whoever needs it."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of, at_of, lang_of, redirect, render, see_other
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.servicekit.schema.service import Service
from sala.sites import uris
from sala.ui.parts import LinkView

from .cards import service_card, way_here
from .kept_place import link_to_kept
from .schema_org import structured_data
from .sheet import make_guide_sheet, make_sheet


@require_safe
@governed(by=anyone)
def show_service(request: HttpRequest, slug: str) -> HttpResponse:
    """
    Show a service; a discreet one answers under its neutral path only, one that had another name under the one it has now.

    Who asks for linked data rather than for a page is sent on to it.
    """
    service = catalogue.find_public_service(slug=slug)
    if service is None:
        raise catalogue.ServiceNotFound
    if slug != service.shown_path:
        return redirect(request, "service", slug=service.shown_path)
    response = see_other(uris.service_data(slug)) if uris.wants_data(request) else _show(request, service)
    patch_vary_headers(response, ["Accept"])
    return response


def _show(request: HttpRequest, service: Service | Guide) -> HttpResponse:
    drawn = draw_service(service, pack=catalogue.get_pack(), lang=lang_of(request), on=thai_day(at_of(request)))
    template = "citizen/guide.html" if isinstance(service, Guide) else "citizen/service.html"
    return render(request, template, kept=link_to_kept(request, service), **drawn)


def draw_service(service: Service | Guide, *, pack: Pack, lang: Lang, on: date) -> dict[str, Any]:
    """Draw the page of a service out of a pack: the one that stands, or one with a draft over it."""
    read = partial(catalogue.get_page.of, pack, slug=service.slug, lang=lang, on=on)
    drawn = {"service": service, "about": read(page="about"), "today": on, **_seen_from(service, pack, lang)}
    if isinstance(service, Service):
        return {**drawn, "sheet": make_sheet(service, pack=pack, on=on), "after": read(page="after")}
    related = (catalogue.find_public_service(slug=slug) for slug in service.related)
    cards = [service_card(one, lang) for one in related if one]
    return {**drawn, "sheet": make_guide_sheet(service, pack=pack, on=on), "related": cards}


def _seen_from(service: PublicService, pack: Pack, lang: Lang) -> dict[str, Any]:
    """Say where a service stands: the way to it, and what search engines are told of it."""
    way = way_to(service, lang)
    return {
        "way": way,
        "structured": structured_data(service, pack, way, lang),
        "data_address": uris.service_data(service.shown_path),
    }


def way_to(service: PublicService, lang: Lang) -> tuple[LinkView, ...]:
    """Give the breadcrumbs to a service: by the moment of life that its declaration names first."""
    if not service.life_events:
        return way_here(lang)
    event = catalogue.get_life_event(event_id=service.life_events[0])
    address = address_of("life-event", lang=lang, event=event.id)
    return way_here(lang, LinkView(label=event.name[lang], address=address))
