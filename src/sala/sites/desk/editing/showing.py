"""The services an agency keeps, one service with its editions, and one edition with what it changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from sala.domains.casework import public as casework
from sala.domains.catalogue import public as catalogue
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.errors import SalaError
from sala.kernel.policies import officer

from . import telling


@require_safe
@governed(officer)
def show_services(request: HttpRequest) -> HttpResponse:
    """List the services whose text this officer may change, those with a draft first. Two statements."""
    owned = catalogue.list_owned_services(by=actor_of(request))
    ordered = sorted(owned, key=lambda one: one.draft is None)
    return render(request, "desk/services.html", owned=ordered)


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def show_service(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a service's editions and its draft; a POST begins a draft, or goes on with the one that stands."""
    by, lang = actor_of(request), lang_of(request)
    owned = catalogue.get_owned(slug=slug, by=by)
    if request.method == "POST":
        catalogue.start_draft(slug=slug, by=by, at=at_of(request))
        return redirect(request, "desk-draft", slug=slug)
    editions = catalogue.list_editions(slug=slug)
    return render(
        request,
        "desk/service.html",
        service=_standing(slug),
        editions=[(one, telling.came_by(one, lang)) for one in editions],
        draft=catalogue.find_draft(slug=slug),
        may_edit=by.may(catalogue.EDIT, service=slug, agency=owned.agency),
        done=request.GET.get("done", ""),
        way=telling.way_to(lang),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def show_edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show what an edition changed; a POST brings its text back as a new draft."""
    by, lang = actor_of(request), lang_of(request)
    owned = catalogue.get_owned(slug=slug, by=by)
    refused: SalaError | None = None
    if request.method == "POST":
        try:
            catalogue.start_draft(slug=slug, by=by, at=at_of(request), edition=number)
            return redirect(request, "desk-draft", slug=slug)
        except catalogue.DraftStands as standing:
            refused = standing
    edition, texts = catalogue.get_edition_texts(slug=slug, number=number)
    return render(
        request,
        "desk/edition.html",
        service=_standing(slug),
        edition=edition,
        came=telling.came_by(edition, lang),
        differences=_differences_of(slug, number, texts.files),
        is_current=edition.number == catalogue.list_editions(slug=slug)[0].number,
        refused=refused,
        may_edit=by.may(catalogue.EDIT, service=slug, agency=owned.agency),
        way=telling.way_to(lang, telling.service_link(slug, _standing(slug).shown_name[lang], lang)),
    )


def reach_of(slug: str) -> Any:
    """Say whom a publication concerns, and which cases it leaves as they are. One statement where cases are filed here."""
    service = _standing(slug)
    running = casework.count_under_way(service=slug) if slug in catalogue.get_pack().services else 0
    return catalogue.say_reach(service, running=running)


def _differences_of(slug: str, number: int, files: Any) -> tuple[catalogue.FileDifference, ...]:
    """Compare an edition with the one before it; the first has none."""
    if number == 1:
        return ()
    _, before = catalogue.get_edition_texts(slug=slug, number=number - 1)
    return catalogue.compare_texts(before.files, files)


def _standing(slug: str) -> Any:
    pack = catalogue.get_pack()
    return pack.services.get(slug) or pack.guides[slug]
