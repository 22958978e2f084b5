"""A draft as the public will see it: the real page, marked as a draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import at_of, lang_of, render
from sala.infra.routes import actor_of, governed
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import Guide

from .service import draw_service


@require_safe
@governed(by=anyone)
def show_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a service's draft: to the officers who keep it, and to everybody once it is open to the public."""
    service = catalogue.find_public_service(slug=slug)
    if service is None:
        raise catalogue.ServiceNotFound
    draft = catalogue.get_shown_draft(slug=service.slug, by=actor_of(request))
    about: dict[str, Any] = {
        "draft": draft,
        "standing": service,
        "keeps": catalogue.keeps(slug=service.slug, by=actor_of(request)),
    }
    pack = catalogue.find_pack_with(texts=draft.texts)
    if pack is None:
        return render(request, "citizen/draft_unsound.html", **about)
    shown = pack.services.get(service.slug) or pack.guides[service.slug]
    template = "citizen/draft_guide.html" if isinstance(shown, Guide) else "citizen/draft_service.html"
    drawn = draw_service(shown, pack=pack, lang=lang_of(request), on=thai_day(at_of(request)))
    return render(request, template, **drawn, **about)
