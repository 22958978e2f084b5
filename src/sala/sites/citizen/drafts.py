"""A draft as the public will see it: the real page, marked as a draft, with what people say of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.catalogue import public as catalogue
from sala.infra import limits
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.days import thai_day
from sala.kernel.errors import SalaError
from sala.kernel.policies import anyone
from sala.kernel.unique import uuid7
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.ui.forms import ErrorView

from .kept_place import link_to_kept
from .service import draw_service

_MOST_COMMENTS_AN_HOUR = 20


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=anyone)
def show_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a service's draft to the officers who keep it, and to everybody once it is open; then a POST is a comment on it."""
    service = catalogue.find_public_service(slug=slug)
    if service is None:
        raise catalogue.ServiceNotFound
    draft = catalogue.get_shown_draft(slug=service.slug, by=actor_of(request))
    if request.method != "POST":
        return _show(request, service, draft)
    try:
        _comment(request, draft)
    except catalogue.CommentEmpty as refusal:
        return _show(request, service, draft, refusal=refusal)
    response = redirect(request, "service-draft", slug=service.shown_path)
    response.headers["Location"] += "?done#comments"
    return response


def _comment(request: HttpRequest, draft: catalogue.Draft) -> None:
    at, who = at_of(request), request.META.get("REMOTE_ADDR", "")
    limits.count(what="draft-comment", who=who, at_most=_MOST_COMMENTS_AN_HOUR, within=limits.HOUR, at=at)
    catalogue.comment_on_draft(
        comment_id=_id_of(request),
        draft_id=draft.id,
        part=request.POST.get("part", ""),
        name=request.POST.get("name", ""),
        words=request.POST.get("words", ""),
        at=at,
    )


def _id_of(request: HttpRequest) -> UUID:
    """Read the id that the form was drawn with; one that is none gets another."""
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError:
        return uuid7(at_of(request))


def _show(
    request: HttpRequest, service: PublicService, draft: catalogue.Draft, *, refusal: SalaError | None = None
) -> HttpResponse:
    lang, at = lang_of(request), at_of(request)
    parts = catalogue.list_parts(service)
    about: dict[str, Any] = {
        "draft": draft,
        "standing": service,
        "keeps": catalogue.keeps(slug=service.slug, by=actor_of(request)),
        "parts_to_comment": parts,
        "part_names": {part.key: part.name for part in parts},
        "comments": catalogue.list_comments(draft_id=draft.id) if draft.opened_at else (),
        "comment_id": uuid7(at),
        "typed": {name: request.POST.get(name, "") for name in ("part", "name", "words")},
        "errors": (ErrorView("words", refusal.text[lang]),) if refusal else (),
        "is_said": "done" in request.GET,
    }
    pack = catalogue.find_pack_with(texts=draft.texts)
    if pack is None:
        return render(request, "citizen/draft_unsound.html", **about)
    shown = pack.services.get(service.slug) or pack.guides[service.slug]
    template = "citizen/draft_guide.html" if isinstance(shown, Guide) else "citizen/draft_service.html"
    drawn = draw_service(shown, pack=pack, lang=lang, on=thai_day(at))
    return render(request, template, kept=link_to_kept(request, shown), **drawn, **about)
