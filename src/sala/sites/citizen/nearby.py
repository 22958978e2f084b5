"""
District offices by distance.

From a district the server sorts them, without a script. From where somebody stands their own browser does, with the table that
`tell_positions` gives to everybody alike: a reader's position is never sent here.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.organisations import public as organisations
from sala.infra.pages import address_of, lang_of, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.policies import anyone
from sala.kernel.thai import sort_key
from sala.servicekit.positions import Position
from sala.ui.parts import LinkView

from .cards import way_here
from .whereto import sheet_of

A_PAGE = 10
_FINDER = Text(th="หาสำนักงานที่ต้องไป", en="Find the office to go to")
_MAY_ASK_POSITION = "camera=(), microphone=(), geolocation=(self)"


@dataclass(frozen=True, slots=True)
class NearbySheet:
    """
    One page of the offices near a district.

    `unsorted` are those of the same provinces whose distance is not known: one of them may be the nearest.
    `previous` and `next` are addresses.
    """

    around: organisations.DistrictOffice
    listed: tuple[organisations.Nearby, ...]
    unsorted: tuple[organisations.DistrictOffice, ...]
    previous: str
    next: str


@require_safe
@governed(by=anyone)
def show_nearby(request: HttpRequest) -> HttpResponse:
    """Choose a province and a district of it, and read which district offices are near; a script asks for no choice."""
    lang = lang_of(request)
    code, province = request.GET.get("district", ""), request.GET.get("province", "")
    if code:
        sheet = list_around(code, lang, page=_read_page(request.GET.get("page", "")))
        return _show(request, "citizen/nearby_district.html", sheet=sheet, office=sheet_of(sheet.around.office, None))
    chosen = (one for one in organisations.list_district_offices() if one.province_code == province)
    districts = [_link(one, lang) for one in _sorted(chosen, lang)]
    return _show(request, "citizen/nearby.html", provinces=_provinces(lang), chosen=province, districts=districts)


@require_safe
@governed(by=anyone)
def tell_positions(request: HttpRequest) -> HttpResponse:
    """Give every district office with the position of its town, the same to everybody, for a browser to measure by."""
    response = HttpResponse(_positions(lang_of(request)), content_type="application/json")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def list_around(district: str, lang: Lang, *, page: int = 1) -> NearbySheet:
    """
    List one page of the offices near a district.

    :raises DistrictNotFound: no district has this code.
    """
    around = organisations.get_district_office(district=district)
    nearby = organisations.list_nearby(district=district)
    known = [one for one in nearby if one.kilometres is not None]
    page = min(page, max(1, ceil(len(known) / A_PAGE)))
    listed = tuple(known[(page - 1) * A_PAGE : page * A_PAGE])
    provinces = {around.province_code, *(one.office.province_code for one in listed)}
    unknown = (one.office for one in nearby if one.kilometres is None and one.office.province_code in provinces)
    return NearbySheet(
        around=around,
        listed=listed,
        unsorted=tuple(_sorted(unknown, lang)),
        previous=_address(district, lang, page - 1) if page > 1 else "",
        next=_address(district, lang, page + 1) if page * A_PAGE < len(known) else "",
    )


def may_ask_position(response: HttpResponse) -> HttpResponse:
    """Let a page's script ask the browser where it is; every other page may not."""
    response.headers["Permissions-Policy"] = _MAY_ASK_POSITION
    return response


def _show(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    lang = lang_of(request)
    way = (*way_here(lang), LinkView(_FINDER[lang], address_of("find-office", lang=lang)))
    return may_ask_position(render(request, template, way=way, **context))


@cache
def _positions(lang: Lang) -> bytes:
    offices = organisations.list_district_offices()
    table = {
        "provinces": {one.province_code: one.province[lang] for one in offices},
        "offices": [[one.district, one.office.name[lang], *_point(one.position)] for one in offices],
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _point(position: Position | None) -> tuple[float, ...]:
    return (position.latitude, position.longitude) if position else ()


def _provinces(lang: Lang) -> list[tuple[str, str]]:
    named = {one.province_code: one.province[lang] for one in organisations.list_district_offices()}
    return sorted(named.items(), key=lambda one: sort_key(one[1]))


def _sorted(offices: Iterable[organisations.DistrictOffice], lang: Lang) -> list[organisations.DistrictOffice]:
    return sorted(offices, key=lambda one: sort_key(one.district_name[lang]))


def _link(one: organisations.DistrictOffice, lang: Lang) -> LinkView:
    return LinkView(one.office.name[lang], _address(one.district, lang))


def _address(district: str, lang: Lang, page: int = 1) -> str:
    query = {"district": district} | ({"page": str(page)} if page > 1 else {})
    return f"{address_of('nearby', lang=lang)}?{urlencode(query)}"


def _read_page(written: str) -> int:
    return max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 4 else 1
