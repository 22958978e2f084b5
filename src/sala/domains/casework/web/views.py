"""The form: one page at a time, saved at every step, and sent when it is whole."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from sala.domains.catalogue import public as catalogue
from sala.infra import limits
from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.actors import Actor
from sala.kernel.policies import anyone
from sala.servicekit import answers as answering
from sala.servicekit.schema.conditions import facts_of as facts_needed_by

from .. import public as casework
from ..contracts import CaseNotFound, Draft, Saved, Upload
from .opening import give_code, opener_of
from .showing import before_you_start, draw_check, draw_exit, draw_page, facts_of, list_pages, page_beside

_STARTS_PER_HOUR = 60
_MOST_SUGGESTED = 10
_OPEN = ("draft", "waiting")


@governed(by=anyone)
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what will be fetched and asked; a POST opens the application, or the one left unfinished."""
    service, actor = catalogue.get_service(slug=slug), actor_of(request)
    casework.may_start.require(actor, service)
    if request.method != "POST":
        return render(request, "casework/start.html", **before_you_start(service, lang_of(request)))
    if actor.person is None:
        who = request.META.get("REMOTE_ADDR", "")
        limits.count(what="start", who=who, at_most=_STARTS_PER_HOUR, within=limits.HOUR, at=at_of(request))
    started = casework.start_draft(slug=service.slug, by=actor, lang=lang_of(request), at=at_of(request))
    response = redirect(request, "apply", case_id=started.id, page_id=started.first_page)
    if started.code:
        give_code(response, request, started.id, started.code)
    return response


@governed(by=anyone)
def page(request: HttpRequest, case_id: UUID, page_id: str) -> HttpResponse:
    """Show one page of the form, or keep what was typed on it and go where the button says."""
    by = opener_of(request, case_id)
    if request.method == "POST":
        return _save(request, case_id, page_id, by)
    draft = casework.get_draft(case_id=case_id, by=by)
    if draft.state not in _OPEN:
        return redirect(request, "case", case_id=case_id)
    errors = casework.list_faults(draft, at=at_of(request)) if "mend" in request.GET else {}
    view = draw_page(draft, page_id, lang=lang_of(request), errors=errors)
    return render(request, "casework/page.html", **view, overtook="overtook" in request.GET)


@governed(by=anyone)
def resume(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Go to the first page that needs something: what an officer asked to mend, else what is missing; else to the check."""
    draft = casework.get_draft(case_id=case_id, by=opener_of(request, case_id))
    if draft.state not in _OPEN:
        return redirect(request, "case", case_id=case_id)
    faults = casework.list_faults(draft, at=at_of(request))
    for each in list_pages(draft):
        if draft.state == "waiting" or any(fact in faults for fact in each.ask):
            return redirect(request, "apply", case_id=case_id, page_id=each.id)
    return redirect(request, "apply-check", case_id=case_id)


@governed(by=anyone)
def leave_form(request: HttpRequest, case_id: UUID, exit_id: str) -> HttpResponse:
    """Show what to do instead of filling in this form, urgent things first."""
    draft = casework.get_draft(case_id=case_id, by=opener_of(request, case_id))
    return render(request, "casework/exit.html", **draw_exit(draft, exit_id, lang=lang_of(request), at=at_of(request)))


@governed(by=anyone)
def check(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show every answer to be checked; a POST declares them true and sends the application."""
    by = opener_of(request, case_id)
    is_sending = request.method == "POST" and request.POST.get("declared") == "yes"
    if is_sending and request.POST.get("mending") != "yes":
        casework.submit(case_id=case_id, by=by, at=at_of(request))
        return redirect(request, "receipt", case_id=case_id)
    draft = casework.get_draft(case_id=case_id, by=by)
    if draft.state not in _OPEN:
        return redirect(request, "case", case_id=case_id)
    if is_sending:
        casework.answer_correction(case_id=case_id, by=by, at=at_of(request))
        return redirect(request, "case", case_id=case_id)
    view = draw_check(draft, lang=lang_of(request), at=at_of(request), undeclared=request.method == "POST")
    return render(request, "casework/check.html", **view)


@governed(by=anyone)
def suggest_areas(request: HttpRequest) -> HttpResponse:
    """Answer the sub-districts that what was typed so far may mean."""
    meant = catalogue.get_pack().areas.list_beginning(request.GET.get("q", "")[:100], at_most=_MOST_SUGGESTED)
    return JsonResponse({"items": [{"label": f"{area.name[lang_of(request)]} ({area.code})"} for area in meant]})


def _save(request: HttpRequest, case_id: UUID, page_id: str, by: Actor) -> HttpResponse:
    saved = casework.save_page(
        case_id=case_id,
        page_id=page_id,
        raw={name: request.POST.getlist(name) for name in request.POST},
        version=_number(request.POST.get("version", "")),
        by=by,
        at=at_of(request),
        uploads=[
            Upload(field=name, name=file.name or "", content=file.read())
            for name in request.FILES
            for file in request.FILES.getlist(name)
        ],
        without=[_file_id(file) for file in request.GET.getlist("remove")],
    )
    return _go_on(request, page_id, saved)


def _go_on(request: HttpRequest, page_id: str, saved: Saved) -> HttpResponse:
    """Go where the pressed button says: back, away, to the other language, or on, once the page is right."""
    lang, draft, pressed = lang_of(request), saved.draft, request.POST.get("go", "")
    if pressed == "away":
        return redirect(request, "saved", case_id=draft.id)
    if pressed == "language":
        other = address_of("apply", lang="th" if lang == "en" else "en", case_id=draft.id, page_id=page_id)
        return HttpResponseRedirect(other, status=303)
    if pressed == "back":
        before = page_beside(draft, page_id, ahead=-1)
        return redirect(request, "apply", case_id=draft.id, page_id=before or page_id)
    if saved.errors or "remove" in request.GET:
        only_files = "remove" in request.GET
        view = draw_page(draft, page_id, lang=lang, saved=None if only_files else saved)
        return render(request, "casework/page.html", **view, overtook=saved.overtook)
    return _onward(request, page_id, saved, draft)


def _onward(request: HttpRequest, page_id: str, saved: Saved, draft: Draft) -> HttpResponse:
    way_out = answering.find_exit(casework.service_of(draft), facts_of(draft))
    if way_out is not None and way_out.id != request.POST.get("seen_exit"):
        is_here = any(fact in facts_needed_by(way_out.when) for fact in _asked_on(draft, page_id))
        if is_here or not way_out.may_continue:
            return redirect(request, "apply-exit", case_id=draft.id, exit_id=way_out.id)
    following = page_beside(draft, page_id, ahead=1)
    if following is None:
        return redirect(request, "apply-check", case_id=draft.id)
    response = redirect(request, "apply", case_id=draft.id, page_id=following)
    if saved.overtook:
        response.headers["Location"] += "?overtook=1"
    return response


def _asked_on(draft: Draft, page_id: str) -> tuple[str, ...]:
    found = casework.service_of(draft).find_page(page_id)
    return found.ask if found else ()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _file_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise CaseNotFound from error
