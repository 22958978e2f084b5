"""The office finder: from a place, as people write it, to the offices that serve it. No place needs an account or a script."""

import re
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.infra.pages import address_of, lang_of, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.policies import anyone
from sala.kernel.thai import sort_key, to_arabic_digits
from sala.servicekit.areas import Area
from sala.servicekit.schema.offices import DISTRICT_OFFICE
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service
from sala.ui.parts import LinkView

from .cards import way_here
from .kept_place import Where, address_in_finder, forget, keep, link_to_kept, read_kept
from .nearby import list_around, may_ask_position
from .service import way_to
from .whereto import list_counters

_VILLAGE = re.compile(r"[0-9]{1,2}")
_VILLAGE_UNREADABLE = Text(
    th="กรอกเลขหมู่เป็นตัวเลข 1 ถึง 99 เช่น 4 ถ้าไม่ทราบ เลือก “ไม่ทราบเลขหมู่”",
    en="Enter the village number as a number from 1 to 99, such as 4. If you do not know it, choose “I do not know it”",
)


@require_safe
@governed(by=anyone)
def find_office(request: HttpRequest) -> HttpResponse:
    """Ask for a place, offer those that may be meant, ask for the village where the answer hangs on it, and answer."""
    service = _read_service(request)
    typed = request.GET.get("q")
    if typed is not None:
        return _find_place(request, service, typed)
    code = request.GET.get("sub_district", "")
    if not code:
        return _show(
            request, service, "citizen/find_office.html", kept=link_to_kept(request, service), typed="", groups=None
        )
    return _answer(request, service, code)


@require_POST
@governed(by=anyone)
def keep_place(request: HttpRequest) -> HttpResponse:
    """Keep a place in this browser, or forget it: nothing of it is stored here."""
    service = _read_service(request)
    if "forget" in request.POST:
        response = _lead_on(request, service, {})
        forget(response)
        return response
    area = organisations.get_sub_district(code=request.POST.get("sub_district", ""))
    where = Where(area, _read_village(request.POST.get("moo", "")))
    response = _lead_on(request, service, where.query)
    keep(request, response, where)
    return response


def _read_service(request: HttpRequest) -> Service | Guide | None:
    slug = request.GET.get("service", "") or request.POST.get("service", "")
    service = catalogue.find_public_service(slug=slug) if slug else None
    if slug and service is None:
        raise catalogue.ServiceNotFound
    return service


def _find_place(request: HttpRequest, service: Service | Guide | None, typed: str) -> HttpResponse:
    """Lead on to the one place that is meant, else offer those that may be. House numbers leave the address at once."""
    place = organisations.read_place(typed=catalogue.clean_query(typed).text)
    meant = organisations.list_places(text=place.text)
    village = {} if place.village is None else {"moo": str(place.village)}
    if len(meant) == 1:
        return _lead_on(request, service, {"sub_district": meant[0].code, **village})
    if place.text != typed:
        return _lead_on(request, service, {"q": place.text, **village})
    given = _read_village(request.GET.get("moo", ""))
    groups = _group(meant, service, given, lang_of(request))
    return _show(request, service, "citizen/find_office.html", kept=None, typed=typed, groups=groups)


def _answer(request: HttpRequest, service: Service | Guide | None, code: str) -> HttpResponse:
    written = request.GET.get("moo", "")
    village = _read_village(written)
    answer = catalogue.find_where_to_go(service=service, sub_district_code=code, village=village or None)
    if answer.needs_village and village is None:
        error = _VILLAGE_UNREADABLE[lang_of(request)] if written else ""
        return _show(request, service, "citizen/village.html", area=answer.area, typed=written, error=error)
    near = list_around(answer.area.district_code, lang_of(request)) if _helps_elsewhere(answer, service) else None
    response = _show(
        request,
        service,
        "citizen/where_to_go.html",
        answer=answer,
        counters=list_counters(answer, service),
        must_forward=_must_forward(service),
        near=near,
        is_kept=read_kept(request) == Where(answer.area, answer.village),
    )
    return may_ask_position(response) if near else response


def _helps_elsewhere(answer: catalogue.WhereToGo, service: Service | Guide | None) -> bool:
    """Say whether the district office of another place may do as well."""
    return service is None or any(
        counter.anywhere and any(office.kind == DISTRICT_OFFICE for office in counter.offices)
        for counter in answer.counters
    )


def _must_forward(service: Service | Guide | None) -> bool:
    """Say whether the agency in charge must pass on what came to it by mistake; of no one agency, the rule holds."""
    code = service.agency.code if service else None
    return organisations.get_agency(code=code).must_forward if code else True


def _show(request: HttpRequest, service: Service | Guide | None, template: str, **context: Any) -> HttpResponse:
    lang = lang_of(request)
    way = way_here(lang)
    if service:
        address = address_of("service", lang=lang, slug=service.shown_path)
        way = (*way_to(service, lang), LinkView(label=service.shown_name[lang], address=address))
    return render(request, template, service=service, way=way, **context)


def _lead_on(request: HttpRequest, service: Service | Guide | None, query: dict[str, str]) -> HttpResponseRedirect:
    response = HttpResponseRedirect(address_in_finder(service, query, lang_of(request)))
    response.status_code = 303
    response.headers["Cache-Control"] = "no-store"
    return response


def _read_village(written: str) -> int | None:
    """Read a village's number; 0 says that its reader does not know it."""
    digits = _VILLAGE.fullmatch(to_arabic_digits(written.strip()))
    return int(digits.group()) if digits else None


def _group(
    areas: tuple[Area, ...], service: Service | Guide | None, village: int | None, lang: Lang
) -> list[tuple[str, list[LinkView]]]:
    """Group the places that may be meant by district, in the order of the dictionary."""
    ordered = sorted(areas, key=lambda area: (_district(area, lang)[1], sort_key(area.sub_district[lang])))
    return [
        (
            name,
            [
                LinkView(area.name[lang], address_in_finder(service, Where(area, village).query, lang))
                for area in listed
            ],
        )
        for (name, _), listed in groupby(ordered, key=lambda area: _district(area, lang))
    ]


def _district(area: Area, lang: Lang) -> tuple[str, str]:
    """Name a place's district with its province, with the key that it is sorted by."""
    name = f"{area.district[lang]}, {area.province[lang]}" if lang == "en" else _thai_district(area)
    return name, sort_key(f"{area.province[lang]} {area.district[lang]}")


def _thai_district(area: Area) -> str:
    if area.is_in_bangkok:
        return f"เขต{area.district.th} {area.province.th}"
    return f"อำเภอ{area.district.th} จังหวัด{area.province.th}"
