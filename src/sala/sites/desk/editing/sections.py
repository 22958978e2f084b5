"""The forms of a draft, one for each part of its declaration, derived from the model that reads it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.errors import SalaError
from sala.kernel.policies import officer
from sala.servicekit import forms
from sala.servicekit.folder import DECLARATION
from sala.ui.forms import ErrorView

from . import telling
from .drafts import common_of, rights_of, version_of
from .fields import Sheet, draw_entry, draw_part, entry_rows, section_of


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def section(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one part of a declaration: its form, or its entries where it is a list. What is typed is kept, right or wrong."""
    now = catalogue.get_draft(slug=slug, by=actor_of(request))
    part = section_of(now, key)
    if part.shape.kind == "list":
        return _list(request, now, part)
    typed = _typed(request) if request.method == "POST" else None
    refusal: SalaError | None = None
    if typed is not None:
        values = forms.read_typed(part.shape, typed)
        refusal = _save(request, now, part, lambda group: forms.set_part(group, part.shape, values))
        if refusal is None:
            return _saved(request, "desk-draft-section", slug=slug, key=key)
    sheet = Sheet(now, part, lang_of(request))
    page = draw_part(sheet, typed)
    return _show(request, "desk/draft_section.html", now, part, page=page, refusal=refusal, general=sheet.general(page))


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def entry(request: HttpRequest, slug: str, key: str, at: int) -> HttpResponse:
    """Show one entry of a list, or a new one after the last; a POST keeps it as it was typed."""
    now = catalogue.get_draft(slug=slug, by=actor_of(request))
    part = section_of(now, key)
    if part.shape.kind != "list":
        raise catalogue.FileNotEditable
    typed = _typed(request) if request.method == "POST" else None
    refusal: SalaError | None = None
    if typed is not None:
        values = forms.read_typed(forms.entry_shape(part.shape), typed)
        refusal = _save(request, now, part, lambda group: forms.put_entry(group, part.shape, at, values))
        if refusal is None:
            return _saved(request, "desk-draft-entry", slug=slug, key=key, at=at)
    sheet = Sheet(now, part, lang_of(request))
    page = draw_entry(sheet, at, typed)
    return _show(
        request, "desk/draft_section.html", now, part, page=page, refusal=refusal, at=at, general=sheet.general(page)
    )


def _list(request: HttpRequest, now: catalogue.Draft, part: forms.Section) -> HttpResponse:
    refusal: SalaError | None = None
    if request.method == "POST":
        do, _, where = request.POST.get("do", "").partition(":")
        at = int(where) if where.isascii() and where.isdigit() and len(where) < 5 else -1
        refusal = _save(request, now, part, lambda group: _change_list(group, part.shape, do, at))
        if refusal is None:
            return _saved(request, "desk-draft-section", slug=now.owned.service, key=part.key)
    rows = entry_rows(Sheet(now, part, lang_of(request)))
    return _show(request, "desk/draft_list.html", now, part, rows=rows, refusal=refusal)


def _change_list(group: Any, shape: forms.Shape, do: str, at: int) -> None:
    if do == "remove":
        forms.remove_entry(group, shape, at)
    elif do in ("up", "down"):
        forms.move_entry(group, shape, at, by=-1 if do == "up" else 1)


def _save(request: HttpRequest, now: catalogue.Draft, part: forms.Section, change: Any) -> SalaError | None:
    """Write a change into the declaration and keep it; give the refusal, if any."""
    order = [each.key for each in forms.list_sections(telling.model_of(now))]
    try:
        text = forms.change_section(now.texts.declaration, part.key, change, order=order)
        catalogue.save_file(
            draft_id=now.id,
            version=version_of(request),
            name=DECLARATION,
            text=text,
            by=actor_of(request),
            at=at_of(request),
        )
    except SalaError as refusal:
        return refusal
    return None


def _typed(request: HttpRequest) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in request.POST.lists()}


def _saved(request: HttpRequest, route: str, **arguments: Any) -> HttpResponse:
    response = redirect(request, route, **arguments)
    response.headers["Location"] += "?done"
    return response


def _show(
    request: HttpRequest,
    template: str,
    now: catalogue.Draft,
    part: forms.Section,
    *,
    refusal: SalaError | None,
    **context: Any,
) -> HttpResponse:
    lang = lang_of(request)
    return render(
        request,
        template,
        **common_of(now, lang),
        **rights_of(now, actor_of(request)),
        part=part,
        errors=(ErrorView("main", refusal.text[lang]),) if refusal else (),
        is_saved="done" in request.GET,
        **context,
    )
