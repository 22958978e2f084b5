"""The agencies of the state as a tree, and each with what it does, how to reach it and where it has offices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.infra.pages import address_of, lang_of, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.policies import anyone
from sala.kernel.thai import sort_key
from sala.servicekit import Pack
from sala.servicekit.schema.country import Locality
from sala.ui.parts import LinkView

from .cards import service_card, way_here
from .wording import hours_text

_AGENCIES = Text(th="หน่วยงานของรัฐ", en="Agencies")


@dataclass(frozen=True, slots=True)
class Branch:
    """One agency in the tree, with those under it."""

    agency: organisations.Agency
    below: "tuple[Branch, ...]"


@dataclass(frozen=True, slots=True)
class Tree:
    """The agencies: ministries, those that stand beside them, and the local authorities of each province."""

    ministries: tuple[Branch, ...]
    others: tuple[Branch, ...]
    local: tuple[tuple[Text, tuple[organisations.Agency, ...]], ...]


@dataclass(frozen=True, slots=True)
class OfficeKindSheet:
    """A kind of office that an agency has: what it is called, and elsewhere, in some provinces."""

    name: Text
    provinces: tuple[Text, ...]


@require_safe
@governed(by=anyone)
def show_agencies(request: HttpRequest) -> HttpResponse:
    """Show every agency as a tree, in the order of the dictionary."""
    lang = lang_of(request)
    tree = grow(organisations.list_agencies(), catalogue.get_pack().areas.provinces, lang)
    return render(request, "citizen/agencies.html", tree=tree, way=way_here(lang))


@require_safe
@governed(by=anyone)
def show_agency(request: HttpRequest, code: str) -> HttpResponse:
    """Show one agency; one that has left the pack says so."""
    lang, pack = lang_of(request), catalogue.get_pack()
    agency = organisations.get_agency(code=code)
    declared, locality = pack.agencies.get(code), pack.localities.get(code)
    below = sorted(organisations.list_agencies(parent=code), key=lambda one: sort_key(one.name[lang]))
    services = [service_card(one, lang) for one in catalogue.list_services_of(agency=agency)]
    return render(
        request,
        "citizen/agency.html",
        agency=agency,
        is_current=bool(declared or locality),
        is_unverified=declared.unverified if declared else bool(locality and locality.contact.unverified),
        above=organisations.get_agency(code=agency.parent) if agency.parent else None,
        below=below,
        province=pack.areas.provinces.get(agency.province or ""),
        services=sorted(services, key=lambda card: sort_key(card.title)),
        kinds=list_office_kinds(code, pack),
        locality=locality,
        hours=hours_text(locality.hours) if locality else None,
        areas=_areas_of(locality, pack) if locality else (),
        way=(*way_here(lang), LinkView(label=_AGENCIES[lang], address=address_of("agencies", lang=lang))),
    )


def grow(agencies: Iterable[organisations.Agency], provinces: Mapping[str, Text], lang: Lang) -> Tree:
    """Grow the tree out of agencies that name the one above them; local authorities stand by province."""
    ordered = sorted(agencies, key=lambda one: sort_key(one.name[lang]))
    local = [one for one in ordered if one.province]
    state = [one for one in ordered if not one.province]
    codes = {one.code for one in state}

    def branch(agency: organisations.Agency) -> Branch:
        return Branch(agency, tuple(branch(one) for one in state if one.parent == agency.code))

    roots = [branch(one) for one in state if one.parent not in codes]
    held = sorted({one.province for one in local if one.province}, key=lambda code: sort_key(provinces[code][lang]))
    return Tree(
        ministries=tuple(one for one in roots if one.agency.kind == "ministry"),
        others=tuple(one for one in roots if one.agency.kind != "ministry"),
        local=tuple((provinces[code], tuple(one for one in local if one.province == code)) for code in held),
    )


def list_office_kinds(code: str, pack: Pack) -> tuple[OfficeKindSheet, ...]:
    """List the kinds of office that an agency has; those it has in some provinces only, with their names."""
    found: dict[Text, OfficeKindSheet] = {}
    for kind in pack.offices.values():
        if kind.agency == code:
            found.setdefault(kind.kind_label, OfficeKindSheet(kind.kind_label, ()))
        if kind.instead and kind.instead.agency == code:
            provinces = tuple(pack.areas.provinces[one] for one in kind.instead.provinces)
            found.setdefault(kind.instead.kind_label, OfficeKindSheet(kind.instead.kind_label, provinces))
    return tuple(found.values())


def _areas_of(locality: Locality, pack: Pack) -> tuple[tuple[Text, tuple[int, ...]], ...]:
    """List the sub-districts of a local authority, with its villages where others share one."""
    found = ((code, pack.areas.find(code)) for code in locality.sub_districts)
    return tuple((area.name, locality.villages.get(code, ())) for code, area in found if area)
