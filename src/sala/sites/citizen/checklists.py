"""The way through a moment of life, and what a person ticks on it: translate in, compose catalogue and casework, draw."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from sala.domains.casework import public as casework
from sala.domains.catalogue import public as catalogue
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone, signed_in
from sala.servicekit.schema.service import Service

from .cards import life_event_card, way_here
from .journeys import Application, draw_journey

_STATES: dict[str, catalogue.MarkState | None] = {"done": "done", "not-mine": "not-mine", "open": None}
_ENDED_WELL = frozenset({"granted", "certified", "recorded", "forwarded"})


@require_safe
@governed(by=anyone)
def show_life_event(request: HttpRequest, event: str) -> HttpResponse:
    """Show the way through one moment of life, with a signed-in person's own marks on it."""
    lang, today, actor = lang_of(request), thai_day(at_of(request)), actor_of(request)
    journey = catalogue.get_journey(event_id=event, on=today)
    checklist = catalogue.get_checklist(event_id=event, by=actor, on=today)
    applications = _applications(actor) if _is_applied_for(journey) else {}
    return render(
        request,
        "citizen/life_event.html",
        journey=draw_journey(journey, checklist, applications, lang=lang),
        event=life_event_card(journey.event, lang),
        others=[life_event_card(other, lang) for other in catalogue.list_life_events() if other.id != event],
        way=way_here(lang),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=signed_in)
def keep_marks(request: HttpRequest, event: str) -> HttpResponse:
    """Keep what was ticked and go back to where it stands on the page; a GET just goes there."""
    response = redirect(request, "life-event", event=event)
    if request.method != "POST":
        return response
    service, _, state = request.POST.get("mark", "").partition(":")
    if service and state not in _STATES:
        raise catalogue.StepNotFound
    catalogue.keep_marks(
        event_id=event,
        steps={service: _STATES[state]} if service else {},
        papers=request.POST.getlist("paper"),
        by=actor_of(request),
        at=at_of(request),
    )
    response.headers["Location"] += f"#step-{service}" if service else "#papers"
    return response


@require_safe
@governed(by=signed_in)
def list_mine(request: HttpRequest) -> HttpResponse:
    """List the journeys a person has in hand, with how far each is."""
    lang, today, actor = lang_of(request), thai_day(at_of(request)), actor_of(request)
    applications = _applications(actor)
    rows = []
    for checklist in catalogue.list_checklists(by=actor, on=today):
        journey = catalogue.get_journey(event_id=checklist.life_event, on=today)
        done = [path for path, application in applications.items() if application.is_done]
        progress = catalogue.count_progress(journey, checklist, also_done=done)
        rows.append((life_event_card(journey.event, lang), progress, checklist))
    return render(request, "citizen/my_life_events.html", rows=rows)


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=signed_in)
def delete(request: HttpRequest, event: str) -> HttpResponse:
    """Ask whether to delete a list of one's own, and do it."""
    card = catalogue.get_life_event(event_id=event)
    if request.method != "POST":
        return render(request, "citizen/delete_life_event.html", event=life_event_card(card, lang_of(request)))
    catalogue.delete_checklist(event_id=event, by=actor_of(request))
    return redirect(request, "my-life-events")


def _is_applied_for(journey: catalogue.Journey) -> bool:
    return any(isinstance(step.service, Service) for step in journey.steps)


def _applications(actor: Actor) -> dict[str, Application]:
    """Give a person's newest application for each service, by its name in public. One statement; none for a visitor."""
    if actor.subject is None:
        return {}
    found: dict[str, Application] = {}
    for case in casework.list_own(by=actor):
        service = catalogue.find_public_service(slug=case.service)
        path = service.shown_path if service else ""
        is_done = case.state == "closed" and case.result in _ENDED_WELL
        is_open = case.state != "closed"
        if path and path not in found and (is_done or is_open):
            route = "resume" if case.state in ("draft", "waiting") else "case"
            found[path] = Application(is_done=is_done, route=route, case_id=case.id)
    return found
