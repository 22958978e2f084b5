"""Who and where for programs: the agencies of the state as a tree, and the offices that serve a place."""

from bisect import bisect_right
from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.infra.apis import answer_json
from sala.infra.routes import governed
from sala.kernel.bilingual import Text
from sala.kernel.policies import anyone

from .shapes import ProblemOut, Words

MOST_LISTED = 100
router = Router(tags=["agencies"])


class AgencyOut(Schema):
    """An agency of the state, or a local authority."""

    agency: str = Field(description="Its code for ever.")
    name: Words
    short: Words | None
    kind: str
    parent: str | None = Field(description="The code of the agency above it.")
    province: str | None = Field(description="The two-digit code of the province; local authorities alone have one.")
    phone: str | None
    url: str | None
    verified: bool = Field(description="False where telephone and address come from a secondary source.")
    must_forward: bool = Field(description="Whether it must pass on what was sent to it online by mistake (s. 10).")
    page: str = Field(description="Its page in Thai; under /en in English.")


class AgenciesOut(Schema):
    """Agencies by code."""

    items: list[AgencyOut]
    next: str | None = Field(description="`after` for the agencies that follow; null at the end.")


class AgencyDetailOut(AgencyOut):
    """An agency, those under it and what it is in charge of."""

    below: list[str] = Field(description="The codes of the agencies directly under it.")
    services: list[str] = Field(description="The services it is in charge of, under the names they bear in public.")


class OfficeOut(Schema):
    """Where one goes."""

    office: str = Field(description="The kind of office.")
    name: Words
    agency: str | None = Field(description="The code of the agency or local authority whose it is.")
    certainty: Literal["known", "named", "outside-municipality", "unnamed", "not-in-bangkok"] = Field(
        description="Known: a local authority of this pack. Named: its name follows from the place. Outside-municipality: "
        "named, unless the place lies in a municipality. Unnamed: ask the agency which one it is. Not-in-bangkok: each "
        "province has one, and what does its work in Bangkok is not known."
    )


class CounterOut(Schema):
    """One counter: any of its offices will do."""

    where: Words | None = Field(description="Which place counts, in the service's own words.")
    anywhere: bool = Field(description="Whether any such office in the country will do.")
    items: list[OfficeOut]


class OfficesOut(Schema):
    """Where to go from a place."""

    sub_district: str
    place: Words
    moo: int | None
    needs_moo: bool = Field(description="Whether the local authority hangs on a village that was not given.")
    service: str | None
    items: list[CounterOut]
    district_office: OfficeOut = Field(description="Who can tell which local authority serves the place.")


class Listed(Schema):
    """Where a list goes on."""

    after: str = Field("", max_length=60)


class Asked(Schema):
    """The place, and the service if one is meant."""

    sub_district: str = Field(pattern=r"^\d{6}$", description="The six-digit code of a sub-district.")
    moo: int | None = Field(None, ge=1, le=99, description="The number of the village (หมู่).")
    service: str | None = Field(None, max_length=60, description="A service; without one, both trees answer.")


@router.get("agencies", response={200: AgenciesOut, 422: ProblemOut})
@governed(by=anyone)
def list_agencies(request: HttpRequest, listed: Query[Listed]) -> HttpResponse:
    """List every agency and local authority, by code."""
    agencies = sorted(organisations.list_agencies(), key=lambda one: one.code)
    begin = bisect_right(agencies, listed.after, key=lambda one: one.code)
    page = agencies[begin : begin + MOST_LISTED]
    goes_on = begin + MOST_LISTED < len(agencies)
    return answer_json({"items": [_agency(one) for one in page], "next": page[-1].code if goes_on else None})


@router.get("agencies/{slug:code}", response={200: AgencyDetailOut, 404: ProblemOut})
@governed(by=anyone)
def get_agency(request: HttpRequest, code: str) -> HttpResponse:
    """Give one agency, with those under it and its services."""
    agency = organisations.get_agency(code=code)
    below = [one.code for one in organisations.list_agencies(parent=code)]
    services = [one.shown_path for one in catalogue.list_services_of(agency=agency)]
    return answer_json({**_agency(agency), "below": below, "services": sorted(services)})


@router.get("offices", response={200: OfficesOut, 404: ProblemOut, 422: ProblemOut})
@governed(by=anyone)
def find_offices(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """Say where to go from a place, for one service or for any."""
    service = catalogue.find_public_service(slug=asked.service) if asked.service else None
    if asked.service and service is None:
        raise catalogue.ServiceNotFound
    answer = catalogue.find_where_to_go(service=service, sub_district_code=asked.sub_district, village=asked.moo)
    return answer_json(
        {
            "sub_district": answer.area.code,
            "place": _words(answer.area.name),
            "moo": answer.village,
            "needs_moo": answer.needs_village,
            "service": service.shown_path if service else None,
            "items": [_counter(one) for one in answer.counters],
            "district_office": _office(answer.district_office),
        }
    )


def _agency(agency: organisations.Agency) -> dict[str, object]:
    declared = catalogue.get_pack().agencies.get(agency.code)
    locality = catalogue.get_pack().localities.get(agency.code)
    return {
        "agency": agency.code,
        "name": _words(agency.name),
        "short": _words(agency.short) if agency.short else None,
        "kind": agency.kind,
        "parent": agency.parent,
        "province": agency.province,
        "phone": agency.phone,
        "url": agency.url,
        "verified": not (declared.unverified if declared else bool(locality and locality.contact.unverified)),
        "must_forward": agency.must_forward,
        "page": f"/agencies/{agency.code}",
    }


def _counter(counter: catalogue.Counter) -> dict[str, object]:
    return {
        "where": _words(counter.where) if counter.where else None,
        "anywhere": counter.anywhere,
        "items": [_office(one) for one in counter.offices],
    }


def _office(office: organisations.Office) -> dict[str, object]:
    return {
        "office": office.kind,
        "name": _words(office.name),
        "agency": office.agency,
        "certainty": office.certainty,
    }


def _words(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}
