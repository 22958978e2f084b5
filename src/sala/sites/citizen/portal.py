"""The portal: the ways in for someone who does not know which agency to ask, and what Sala says of itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of, lang_of, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.policies import anyone
from sala.kernel.thai import sort_key
from sala.servicekit.schema.public_service import PublicService
from sala.ui.parts import LinkView

from .cards import life_event_card, service_card, way_here
from .records import list_records
from .wording import agency_group_text

Groups = Iterable[tuple[str, tuple[PublicService, ...]]]
"""Services under the name of what they have in common."""

_ON_THE_START_PAGE = 6
_ELSEWHERE = Text(th="เรื่องอื่น ๆ", en="Other matters")


@require_safe
@governed(by=anyone)
def show_home(request: HttpRequest) -> HttpResponse:
    """Open with the search box, the moments of life and what can be done here."""
    lang = lang_of(request)
    return render(
        request,
        "citizen/home.html",
        events=[life_event_card(event, lang) for event in catalogue.list_life_events()],
        services=[service_card(service, lang) for service in catalogue.list_services()[:_ON_THE_START_PAGE]],
    )


@require_safe
@governed(by=anyone)
def show_services(request: HttpRequest) -> HttpResponse:
    """List every service, by moment of life, topic or agency."""
    lang = lang_of(request)
    asked = request.GET.get("by", "")
    by = asked if asked in _WAYS_TO_LIST else _BY_LIFE
    here = address_of("services", lang=lang)
    return render(
        request,
        "citizen/services.html",
        groups=[
            (name, [service_card(service, lang) for service in services])
            for name, services in _WAYS_TO_LIST[by].groups(lang)
        ],
        ways_to_sort=[
            LinkView(
                label=way.name[lang], address=here if key == _BY_LIFE else f"{here}?by={key}", is_current=key == by
            )
            for key, way in _WAYS_TO_LIST.items()
        ],
        way=way_here(lang),
    )


@require_safe
@governed(by=anyone)
def show_about(request: HttpRequest) -> HttpResponse:
    """Say what Sala is, and what it promises."""
    return render(request, "citizen/about.html", way=way_here(lang_of(request)))


@require_safe
@governed(by=anyone)
def show_privacy(request: HttpRequest) -> HttpResponse:
    """Say which cookies there are, and give the record of processing of every service."""
    return render(
        request,
        "citizen/privacy.html",
        records=list_records(),
        days_kept=catalogue.DAYS_KEPT,
        least_times=catalogue.LEAST_TIMES_SHOWN,
        way=way_here(lang_of(request)),
    )


@require_safe
@governed(by=anyone)
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """Say for whom these pages were made to work, how that was tested, and where they still fail."""
    return render(request, "citizen/accessibility.html", way=way_here(lang_of(request)))


def _by_life_event(lang: Lang) -> Groups:
    events = catalogue.list_life_events()
    yield from ((event.name[lang], event.services) for event in events if event.services)
    homeless = tuple(service for service in catalogue.list_public_services() if not service.life_events)
    if homeless:
        yield _ELSEWHERE[lang], homeless


def _by_topic(lang: Lang) -> Groups:
    every = catalogue.list_public_services()
    topics = [(topic.id, topic.label) for topic in catalogue.get_pack().topics.values()]
    for topic, name in (*topics, (None, _ELSEWHERE)):
        listed = tuple(service for service in every if service.topic == topic)
        if listed:
            yield name[lang], listed


def _by_agency(lang: Lang) -> Groups:
    pack = catalogue.get_pack()
    services: dict[str, list[PublicService]] = {}
    for service in catalogue.list_public_services():
        services.setdefault(agency_group_text(service.agency, pack)[lang], []).append(service)
    return ((name, tuple(listed)) for name, listed in sorted(services.items(), key=_thai_order))


def _thai_order(group: tuple[str, list[PublicService]]) -> str:
    return sort_key(group[0])


@dataclass(frozen=True, slots=True)
class _WayToList:
    """A way in which every service is listed: its name, and the groups it makes."""

    name: Text
    groups: Callable[[Lang], Groups]


_BY_LIFE = "life"
_WAYS_TO_LIST = {
    _BY_LIFE: _WayToList(Text(th="ตามเรื่องในชีวิต", en="By life event"), _by_life_event),
    "topic": _WayToList(Text(th="ตามหัวข้อ", en="By topic"), _by_topic),
    "agency": _WayToList(Text(th="ตามหน่วยงาน", en="By agency"), _by_agency),
}
