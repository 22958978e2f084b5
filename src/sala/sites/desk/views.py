"""The officer's desk: what waits by the legal clock, one case on one screen, and what its step lets an officer do."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from sala.domains.casework import public as casework
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.bilingual import Text
from sala.kernel.policies import officer

from . import forms, screen
from . import inbox as rows
from .forms import Errors, Typed
from .phrases import say

_MONTHS_SHOWN = 3
_CONFLICTS = (casework.CaseAlreadyDecided, casework.CaseChangedMeanwhile, casework.CorrectionAskedBefore)
_FILE_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


@require_safe
@governed(officer)
def inbox(request: HttpRequest) -> HttpResponse:
    """List the cases of the officer's agency by urgency. Five statements, whatever the number of cases."""
    by, at, lang = actor_of(request), at_of(request), lang_of(request)
    services = casework.list_desk_services(by=by)
    wanted = rows.Wanted.read(request.GET.dict(), services)
    slugs = wanted.slugs(services)
    page = casework.list_inbox(by=by, services=slugs, state=wanted.state, after=wanted.after or None)
    counts = casework.count_inbox(by=by, services=slugs, at=at)
    clocks = casework.read_clocks(cases=page.items, by=by, at=at)
    return render(
        request,
        "desk/inbox.html",
        wanted=wanted,
        counts=counts,
        tabs=rows.tabs_of(wanted, counts, lang),
        services=rows.options_of(services, lang),
        rows=rows.rows_of(page.items, services=services, clocks=clocks, lang=lang),
        pages=rows.pages_of(wanted, page, lang),
        to_first=wanted.address(lang) if wanted.after else "",
    )


@require_safe
@governed(officer)
def case(request: HttpRequest, case: UUID) -> HttpResponse:
    """Show one case; the reading is recorded in its applicant's access view."""
    opened = casework.get_case(case_id=case, by=actor_of(request), at=at_of(request))
    return _show(request, opened, Typed(), {}, is_saved="done" in request.GET)


@require_http_methods(["GET", "HEAD", "POST"])
@governed(officer)
def act(request: HttpRequest, case: UUID) -> HttpResponse:
    """
    Take what an officer typed one step on: check it, show what would follow, and do it once it is confirmed.

    Answers that show the case again have status 200: a refusal takes back its transaction, and with it the row that
    tells the applicant who read their case.
    """
    if request.method != "POST":
        return redirect(request, "desk-case", case=case)
    typed = Typed.read(request.POST)
    opened = casework.get_case(case_id=case, by=actor_of(request), at=at_of(request))
    if _is_done(opened, typed, request):
        return _go_on(request, opened)
    if typed.do == "change":
        return _show(request, opened, typed, {})
    if opened.state == "open" and not typed.outcome:
        return _show(request, opened, typed, {"outcome": say("desk.choose-missing", lang_of(request))})
    try:
        return _check_or_do(request, opened, typed)
    except _CONFLICTS as conflict:
        now = casework.get_case(case_id=case, by=actor_of(request), at=at_of(request))
        return _show(request, now, typed, {}, conflict=conflict.text)


@require_safe
@governed(officer)
def file(request: HttpRequest, case: UUID, file: UUID) -> HttpResponse:
    """Open a file that came with a case: shown as what its first bytes say it is, able to run nothing."""
    about, content = casework.get_file(case_id=case, file_id=file, by=actor_of(request), at=at_of(request))
    response = HttpResponse(content, content_type=about.media_type)
    response.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(about.name)}"
    response.headers["Content-Security-Policy"] = _FILE_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _check_or_do(request: HttpRequest, opened: casework.Case, typed: Typed) -> HttpResponse:
    facts = screen.facts_of(opened)
    move = casework.get_offer(
        case=opened, step=typed.step, version=typed.version, outcome=typed.outcome, by=actor_of(request)
    )
    errors = forms.faults_of(typed, move, facts.service, lang_of(request))
    if errors:
        return _show(request, opened, typed, errors)
    finding = casework.find_by_law(facts.service, facts=facts.values, received_on=opened.received_on)
    if typed.do != "confirm":
        return _show_check(request, opened, typed, move, finding)
    _do(request, opened, typed, move, finding)
    return _go_on(request, opened)


def _do(
    request: HttpRequest, opened: casework.Case, typed: Typed, move: casework.Move, finding: casework.Finding | None
) -> None:
    common: dict[str, Any] = {
        "case_id": opened.id,
        "step": typed.step,
        "version": typed.version,
        "outcome": typed.outcome,
        "by": actor_of(request),
        "at": at_of(request),
    }
    if move.asks_applicant:
        casework.ask_correction(items=typed.items, message=typed.message, **common)
    else:
        casework.decide_case(reasons=finding.reasons if finding else (), note=typed.note, **common)


def _is_done(opened: casework.Case, typed: Typed, request: HttpRequest) -> bool:
    """Say whether this officer's own earlier click did exactly this: the second click of two is no conflict."""
    if typed.do != "confirm" or opened.state == "open":
        return False
    decision, asked = opened.decision, opened.correction
    if decision is not None:
        return (decision.decided_by, decision.outcome) == (actor_of(request).person, typed.outcome)
    return asked is not None and (dict(asked.items), asked.message) == (typed.items, typed.message)


def _go_on(request: HttpRequest, opened: casework.Case) -> HttpResponse:
    response = redirect(request, "desk-case", case=opened.id)
    response.headers["Location"] += "?done"
    return response


def _show(
    request: HttpRequest,
    opened: casework.Case,
    typed: Typed,
    errors: Errors,
    *,
    conflict: Text | None = None,
    is_saved: bool = False,
) -> HttpResponse:
    """Draw a case with the action form as it was typed. Two statements beside those that opened the case."""
    lang, by, at = lang_of(request), actor_of(request), at_of(request)
    facts = screen.facts_of(opened)
    finding = casework.find_by_law(facts.service, facts=facts.values, received_on=opened.received_on)
    payments = casework.list_payments(facts.service, facts=facts.values, after=at, months=_MONTHS_SHOWN)
    clock = casework.read_clock(case=opened, at=at)
    moves = casework.list_offers(case=opened, by=by)
    return render(
        request,
        "desk/case.html",
        case=opened,
        service=facts.service,
        known=screen.known_rows(opened, facts, lang),
        answers=screen.answer_rows(facts, lang),
        files=screen.file_links(opened, facts, lang),
        law=screen.law_view(finding, payments if opened.state != "closed" else (), lang),
        clock=screen.clock_view(clock, lang),
        mark=rows.mark_of(clock, lang),
        account=screen.account_lines(opened, lang),
        decided=screen.decision_rows(opened, facts.service, by, lang),
        asked_again=screen.asked_again(opened, facts.service, lang),
        form=forms.page_of(moves, facts.asked, typed, errors, lang) if moves else None,
        typed=typed,
        conflict=conflict,
        is_saved=is_saved,
    )


def _show_check(
    request: HttpRequest,
    opened: casework.Case,
    typed: Typed,
    move: casework.Move,
    finding: casework.Finding | None,
) -> HttpResponse:
    service = casework.service_of(opened)
    return render(
        request,
        "desk/check.html",
        case=opened,
        rows=screen.chosen_rows(service, move, lang_of(request)),
        move=move,
        typed=typed,
        items=screen.item_rows(typed.items, service, lang_of(request)),
        reasons=finding.reasons if finding and not move.asks_applicant else (),
        goes_against=screen.goes_against(finding, move),
        documents=[issued.label for issued in service.issues if issued.id in move.issues],
    )
