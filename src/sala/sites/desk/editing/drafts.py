"""One draft: what it changes, what is wrong with it, and the steps to its publication."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.kernel.errors import SalaError
from sala.kernel.policies import officer
from sala.servicekit import ServiceFolder
from sala.sites.publishing import publish
from sala.ui.forms import ErrorView

from . import telling
from .showing import reach_of

_SURE_FIRST = ("drop", "publish")  # these ask once more before they are done


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """
    Show a draft, or take it one step on. A refusal changed nothing, so the page says why and has status 200.
    """
    by = actor_of(request)
    if request.method != "POST":
        return _show(request, catalogue.get_draft(slug=slug, by=by))
    do = request.POST.get("do", "")
    if do == "publish" and catalogue.find_draft(slug=slug) is None:  # the second click of two
        return redirect(request, "desk-service", slug=slug)
    now = catalogue.get_draft(slug=slug, by=by)
    if do in _SURE_FIRST and not request.POST.get("sure"):
        return _show_sure(request, now, do)
    try:
        _STEPS.get(do, _nothing)(request, now)
    except SalaError as refusal:
        return _show(request, catalogue.get_draft(slug=slug, by=by), refusal=refusal)
    response = redirect(request, "desk-service" if do in _SURE_FIRST else "desk-draft", slug=slug)
    response.headers["Location"] += f"?done={do}" if do in _STEPS else ""
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show one file of a draft as plain text, or keep it as it was typed; wrong or not, it is kept."""
    now = catalogue.get_draft(slug=slug, by=actor_of(request))
    if request.method != "POST":
        return _show_file(request, now, name, now.texts.files.get(name, ""))
    typed = request.POST.get("text", "")
    try:
        saved = catalogue.save_file(
            draft_id=now.id, version=version_of(request), name=name, text=typed, by=actor_of(request), at=at_of(request)
        )
    except SalaError as refusal:
        return _show_file(request, now, name, typed, refusal=refusal)
    if request.POST.get("do") == "preview" and not catalogue.check_texts(saved.texts):
        standing = catalogue.get_pack().folders[slug].slug
        return redirect(request, "service-draft", slug=standing)
    response = redirect(request, "desk-draft-file", slug=slug, name=name)
    response.headers["Location"] += "?done"
    return response


def version_of(request: HttpRequest) -> int:
    """Read which version of the draft a form was drawn from."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


def _show(request: HttpRequest, now: catalogue.Draft, *, refusal: SalaError | None = None) -> HttpResponse:
    lang, by, slug = lang_of(request), actor_of(request), now.owned.service
    problems = catalogue.check_texts(now.texts)
    _, base = catalogue.get_edition_texts(slug=slug, number=now.base)
    current, common = catalogue.list_editions(slug=slug)[0], common_of(now, lang)
    return render(
        request,
        "desk/draft.html",
        **common,
        **rights_of(now, by),
        files=telling.file_views(now, base, lang),
        sections=telling.section_links(now, lang),
        problems=telling.problem_views(problems, now.texts, lang),
        warnings=telling.problem_views(catalogue.warn_of_texts(now.texts), now.texts, lang),
        **changes_of(now, base),
        passed_by=current.number if current.number != now.base else None,
        history=telling.history(now, by, lang),
        comments=catalogue.list_comments(draft_id=now.id) if now.opened_at else (),
        part_names={part.key: part.name for part in catalogue.list_parts(common["service"])},
        errors=(ErrorView("steps", refusal.text[lang]),) if refusal else (),
        typed=request.POST.get("reason", ""),
        done=done if (done := request.GET.get("done", "")) in _STEPS else "",
    )


def _show_sure(request: HttpRequest, now: catalogue.Draft, do: str) -> HttpResponse:
    lang = lang_of(request)
    _, base = catalogue.get_edition_texts(slug=now.owned.service, number=now.base)
    return render(request, "desk/draft_sure.html", **common_of(now, lang), **changes_of(now, base), do=do)


def _show_file(
    request: HttpRequest, now: catalogue.Draft, name: str, text: str, *, refusal: SalaError | None = None
) -> HttpResponse:
    lang = lang_of(request)
    if not catalogue.is_editable(name):
        raise catalogue.FileNotEditable
    found = [one for one in catalogue.check_texts(now.texts) if one.place.file == f"{now.texts.path}/{name}"]
    return render(
        request,
        "desk/draft_file.html",
        **common_of(now, lang),
        **rights_of(now, actor_of(request)),
        name=name,
        text=text,
        stored=now.texts.files.get(name, "") if refusal else None,
        problems=telling.problem_views(found, now.texts, lang),
        errors=(ErrorView("text", refusal.text[lang]),) if refusal else (),
        is_saved="done" in request.GET,
        longest=catalogue.LONGEST_TEXT,
    )


def common_of(now: catalogue.Draft, lang: Lang) -> dict[str, Any]:
    """Give what every page of a draft shows: the draft, its service as it stands, the way back."""
    pack, slug = catalogue.get_pack(), now.owned.service
    service = pack.services.get(slug) or pack.guides[slug]
    way = telling.way_to(lang, telling.service_link(slug, service.shown_name[lang], lang))
    return {"draft": now, "service": service, "way": way}


def rights_of(now: catalogue.Draft, by: Actor) -> dict[str, bool]:
    """Say what a reader may do with a draft now."""
    owned = now.owned
    is_second = now.state == "asked" and now.asked_by != by.person
    return {
        "may_edit": now.is_open and by.may(catalogue.EDIT, service=owned.service, agency=owned.agency),
        "may_publish": is_second and by.may(catalogue.PUBLISH, service=owned.service, agency=owned.agency),
        "may_answer": by.may(catalogue.EDIT, service=owned.service, agency=owned.agency),
        "is_last_editor": now.saved_by == by.person,
    }


def changes_of(now: catalogue.Draft, base: ServiceFolder) -> dict[str, Any]:
    """Say what a draft changes for people, whom it reaches, and in which lines."""
    return {
        "effects": catalogue.list_effects(texts=now.texts, number=now.base),
        "reach": reach_of(now.owned.service),
        "differences": catalogue.compare_texts(base.files, now.texts.files),
    }


def _ask(request: HttpRequest, now: catalogue.Draft) -> None:
    catalogue.ask_publication(draft_id=now.id, version=version_of(request), by=actor_of(request), at=at_of(request))


def _take_back(request: HttpRequest, now: catalogue.Draft) -> None:
    catalogue.take_back_request(draft_id=now.id, by=actor_of(request), at=at_of(request))


def _send_back(request: HttpRequest, now: catalogue.Draft) -> None:
    reason = request.POST.get("reason", "").replace("\r\n", "\n")
    catalogue.send_back(draft_id=now.id, reason=reason, by=actor_of(request), at=at_of(request))


def _publish(request: HttpRequest, now: catalogue.Draft) -> None:
    publish(draft_id=now.id, version=version_of(request), by=actor_of(request), at=at_of(request))


def _drop(request: HttpRequest, now: catalogue.Draft) -> None:
    catalogue.drop_draft(draft_id=now.id, version=version_of(request), by=actor_of(request), at=at_of(request))


def _catch_up(request: HttpRequest, now: catalogue.Draft) -> None:
    catalogue.catch_up(draft_id=now.id, version=version_of(request), by=actor_of(request), at=at_of(request))


def _open(request: HttpRequest, now: catalogue.Draft) -> None:
    catalogue.open_draft(draft_id=now.id, by=actor_of(request), at=at_of(request))


def _answer(request: HttpRequest, now: catalogue.Draft) -> None:
    found = next(
        (one for one in catalogue.list_comments(draft_id=now.id) if str(one.id) == request.POST.get("comment")), None
    )
    if found is None:
        raise catalogue.DraftNotFound
    words = request.POST.get(f"answer-{found.id}", "").replace("\r\n", "\n")
    hide = request.POST.get("hide") == "yes"
    catalogue.answer_comment(comment_id=found.id, words=words, hide=hide, by=actor_of(request), at=at_of(request))


def _nothing(request: HttpRequest, now: catalogue.Draft) -> None:
    """A button this page does not have: show the draft as it stands."""


_STEPS: Mapping[str, Callable[[HttpRequest, catalogue.Draft], None]] = {
    "ask": _ask,
    "take-back": _take_back,
    "send-back": _send_back,
    "publish": _publish,
    "drop": _drop,
    "catch-up": _catch_up,
    "open": _open,
    "answer": _answer,
}
