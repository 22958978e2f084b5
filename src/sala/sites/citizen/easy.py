"""Easy read: a service or a moment of life in its essentials, from the same declaration as its page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import governed
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import Guide
from sala.ui.parts import LinkView

from .cards import life_event_card, way_here
from .service import way_to
from .sheet import make_guide_sheet, make_sheet


@require_safe
@governed(by=anyone)
def show_easy_service(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell what you get, who can, what to bring, what it costs, how long, where, and the steps: one idea a line."""
    lang, today = lang_of(request), thai_day(at_of(request))
    service = catalogue.find_public_service(slug=slug)
    if service is None:
        raise catalogue.ServiceNotFound
    if slug != service.shown_path:
        return redirect(request, "easy-service", slug=service.shown_path)
    address = address_of("service", lang=lang, slug=service.shown_path)
    return render(
        request,
        "citizen/easy.html",
        sheet=make_guide_sheet(service, pack=catalogue.get_pack(), on=today)
        if isinstance(service, Guide)
        else make_sheet(service, pack=catalogue.get_pack(), on=today),
        service=service,
        way=(*way_to(service, lang), LinkView(label=service.shown_name[lang], address=address)),
    )


@require_safe
@governed(by=anyone)
def show_easy_life_event(request: HttpRequest, event: str) -> HttpResponse:
    """Tell what can be done in one moment of life, each leading to its own easy page."""
    lang = lang_of(request)
    found = catalogue.get_life_event(event_id=event)
    card = life_event_card(found, lang)
    return render(
        request,
        "citizen/easy_life_event.html",
        event=found,
        card=card,
        way=way_here(lang, LinkView(label=card.title, address=card.address)),
    )
