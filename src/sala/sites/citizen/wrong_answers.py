"""“The first answer is not right”: one tap reports it, and whoever likes says which answer would have been."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.catalogue import public as catalogue
from sala.infra import limits
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import PublicService
from sala.ui.forms import FieldView, OptionView, PageView

from .cards import life_event_card, service_card, way_here

_REPORTS_AN_HOUR = 30
_MOST_OFFERED = 6
_NONE = "none"
_WHICH = Text(th="เรื่องไหนตรงกับที่คุณต้องการ", en="Which of these is what you need?")
_NONE_OF_THESE = Text(th="ไม่มีข้อไหนตรง", en="None of these")
_CHOOSE_ONE = Text(th="เลือกหนึ่งข้อ", en="Choose one")


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=anyone)
def report(request: HttpRequest) -> HttpResponse:
    """Report that the first answer to a query is not right. What was typed is cleaned here again."""
    name, query = _uuid_of(request.POST.get("report", "")), catalogue.clean_query(request.POST.get("q", ""))
    if request.method != "POST" or name is None:
        return redirect(request, "search")
    at, who = at_of(request), request.META.get("REMOTE_ADDR", "")
    limits.count(what="wrong-answer", who=who, at_most=_REPORTS_AN_HOUR, within=limits.HOUR, at=at)
    is_kept = catalogue.report_first(report=name, query=query.text, lang=lang_of(request), on=thai_day(at))
    return redirect(request, "wrong-answer-report", report=name) if is_kept else redirect(request, "search")


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=anyone)
def choose(request: HttpRequest, report: UUID) -> HttpResponse:
    """Thank for a report and ask which answer would have been right; then lead there."""
    lang, made = lang_of(request), catalogue.get_report(report=report)
    offered = _offered(made, request)
    error = ""
    if request.method == "POST":
        chosen = request.POST.get("chosen", "")
        if chosen == _NONE or chosen in offered:
            slug = offered[chosen].slug if chosen in offered else ""
            catalogue.choose_answer(report=report, chosen=slug)
            return redirect(request, "wrong-answer-report", report=report)
        error = _CHOOSE_ONE[lang]
    chosen_service = catalogue.find_public_service(slug=made.chosen) if made.chosen else None
    return render(
        request,
        "citizen/wrong_answer.html",
        report=made,
        page=_page(offered, error, lang),
        chosen=service_card(chosen_service, lang) if chosen_service else None,
        events=[life_event_card(event, lang) for event in catalogue.list_life_events()],
        way=way_here(lang),
    )


def _offered(made: catalogue.Report, request: HttpRequest) -> dict[str, PublicService]:
    """Give the services that were found beside the first answer, by the name each bears in public."""
    found = catalogue.search(query=made.text, on=thai_day(at_of(request))).services
    return {service.shown_path: service for service in found[: _MOST_OFFERED + 1] if service.slug != made.first}


def _page(offered: dict[str, PublicService], error: str, lang: Lang) -> PageView:
    options = [OptionView(value=path, label=service.shown_name[lang]) for path, service in offered.items()]
    options.append(OptionView(value=_NONE, label=_NONE_OF_THESE[lang]))
    field = FieldView(name="chosen", type="one-of", label=_WHICH[lang], error=error, options=tuple(options))
    return PageView(title=_WHICH[lang], fields=(field,))


def _uuid_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
