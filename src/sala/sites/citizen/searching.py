"""The search page, and what is suggested while somebody types. Nothing here needs a script, and no visitor costs a statement."""

from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra import limits
from sala.infra.afterwards import after_answering
from sala.infra.pages import address_of, at_of, lang_of, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone

from .cards import life_event_card, service_card

_QUESTIONS_KEPT_AN_HOUR = 30  # of one visitor, so that nobody can crowd out everybody else's
_KINDS = {"service": Text(th="บริการ", en="Service"), "life-event": Text(th="เรื่องในชีวิต", en="Life event")}


@require_safe
@governed(by=anyone)
def show_search(request: HttpRequest) -> HttpResponse:
    """Find services by a person's own words. What could identify a person leaves the address at once."""
    lang = lang_of(request)
    typed = request.GET.get("q", "")
    query = catalogue.clean_query(typed)
    if query.text != typed:
        return _search_again(lang, query.text, was_personal=query.was_personal)
    found = catalogue.search(query=query.text, on=thai_day(at_of(request)))
    journey = catalogue.get_life_event(event_id=found.life_event) if found.life_event else None
    response = render(
        request,
        "citizen/search.html",
        query=query.text,
        report=uuid4(),
        was_personal=request.GET.get("removed") == "1",
        journey=life_event_card(journey, lang) if journey else None,
        found=[service_card(service, lang) for service in found.services],
        events=[life_event_card(event, lang) for event in catalogue.list_life_events()],
    )
    return _keep_afterwards(request, response, query.text) if found.is_weak else response


@require_safe
@governed(by=anyone)
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer services and moments of life for what was typed so far; nothing where a person's number stands in it."""
    lang = lang_of(request)
    query = catalogue.clean_query(request.GET.get("q", ""))
    found = () if query.was_personal else catalogue.suggest(typed=query.text, on=thai_day(at_of(request)))
    return JsonResponse({"items": [_suggestion(one, lang) for one in found]}, headers={"Cache-Control": "no-store"})


def _suggestion(found: catalogue.Suggestion, lang: Lang) -> dict[str, str]:
    which = {"service": "slug", "life-event": "event"}[found.kind]
    address = address_of(found.kind, lang=lang, **{which: found.path})
    return {"label": found.name[lang], "kind": _KINDS[found.kind][lang], "address": address}


def _keep_afterwards(request: HttpRequest, response: HttpResponse, query: str) -> HttpResponse:
    """Keep a question without a good answer once the page is sent; a browser that only looks ahead asked nothing."""
    if request.method != "GET" or request.headers.get("Sec-Purpose"):
        return response
    return after_answering(response, lambda: _keep(request, query))


def _keep(request: HttpRequest, query: str) -> None:
    at = at_of(request)
    try:
        who = request.META.get("REMOTE_ADDR", "")
        limits.count(what="ask", who=who, at_most=_QUESTIONS_KEPT_AN_HOUR, within=limits.HOUR, at=at)
    except limits.TooOften:
        return
    catalogue.keep_question(query=query, lang=lang_of(request), on=thai_day(at))


def _search_again(lang: Lang, text: str, *, was_personal: bool) -> HttpResponseRedirect:
    query = {"q": text} if text else {}
    if was_personal:
        query["removed"] = "1"
    address = address_of("search", lang=lang)
    response = HttpResponseRedirect(f"{address}?{urlencode(query)}" if query else address)
    response.status_code = 303
    response.headers["Cache-Control"] = "no-store"
    return response
