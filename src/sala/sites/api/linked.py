"""The catalogue as linked data, and the stable names of things, each of which leads to where the thing is told of."""

from bisect import bisect_right
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import conditional_page, require_safe
from ninja import Field, Query, Router, Schema

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.infra.apis import answer_json
from sala.infra.pages import address_of, at_of, see_other
from sala.infra.routes import governed
from sala.kernel.days import thai_day
from sala.kernel.errors import NotFound
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import PublicService
from sala.sites import uris

from .cpsv.services import tell_agency, tell_catalogue, tell_service
from .shapes import ProblemOut

MOST_TOLD = 200
router = Router(tags=["linked data"])

_ANSWER = {
    "description": "CPSV-AP 3 as JSON-LD; the document holds its own context.",
    "content": {uris.LINKED_DATA: {"schema": {"type": "object", "required": ["@context", "@graph"]}}},
}


class Part(Schema):
    """Which part of the catalogue."""

    after: str = Field("", max_length=60, description="Where the catalogue goes on; its `view` names what follows.")
    limit: int = Field(MOST_TOLD, ge=1, le=MOST_TOLD, description="How many services in full.")


@router.get("catalogue.jsonld", response={422: ProblemOut}, openapi_extra={"responses": {200: _ANSWER}})
@conditional_page
@governed(by=anyone)
def show_catalogue(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    """Give the whole catalogue as linked data (CPSV-AP 3); a catalogue of more than 200 services page by page."""
    services = sorted(catalogue.list_public_services(), key=lambda one: one.shown_path)
    begin = bisect_right(services, part.after, key=lambda one: one.shown_path)
    told = services[begin : begin + part.limit]
    goes_on = begin + part.limit < len(services)
    following = {"after": told[-1].shown_path, "limit": part.limit} if goes_on else None
    next_page = f"{uris.CATALOGUE}?{urlencode(following)}" if following else None
    response = _answer(tell_catalogue(told, catalogue.get_pack(), on=thai_day(at_of(request)), next_page=next_page))
    if next_page:
        response.headers["Link"] = f'<{uris.site(next_page)}>; rel="next"'
    return response


@router.get("services/{slug}.jsonld", response={404: ProblemOut}, openapi_extra={"responses": {200: _ANSWER}})
@conditional_page
@governed(by=anyone)
def show_service_data(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Give a service as linked data (CPSV-AP 3); under a name it once had, go to the one it has now."""
    service = _get_service(slug)
    if slug != service.shown_path:
        return see_other(uris.service_data(service.shown_path))
    return _answer(tell_service(service, catalogue.get_pack(), on=thai_day(at_of(request))))


@router.get("agencies/{code}.jsonld", response={404: ProblemOut}, openapi_extra={"responses": {200: _ANSWER}})
@conditional_page
@governed(by=anyone)
def show_agency_data(request: HttpRequest, code: str) -> HttpResponse:
    """Give an agency or a local authority as linked data, with those it is part of and the services it is in charge of."""
    pack = catalogue.get_pack()
    if code not in pack.agencies and code not in pack.localities:
        raise organisations.AgencyNotFound
    return _answer(tell_agency(code, catalogue.list_public_services(), pack))


@require_safe
@governed(by=anyone)
def follow_name(request: HttpRequest, kind: str, name: str) -> HttpResponseRedirect:
    """Lead from the stable name of a thing to its page, or to its data where that is what was asked for."""
    if kind not in uris.KINDS:
        raise NotFound
    response = see_other(_place_of(kind, name, wants_data=uris.wants_data(request)))
    response.headers["Vary"] = "Accept"
    return response


def _place_of(kind: str, name: str, *, wants_data: bool) -> str:
    match kind:
        case "service":
            path = _get_service(name).shown_path
            return uris.service_data(path) if wants_data else address_of("service", lang="th", slug=path)
        case "life-event" if not wants_data:
            return address_of("life-event", lang="th", event=name)
        case "agency" if name in catalogue.get_pack().agencies or name in catalogue.get_pack().localities:
            return uris.agency_data(name) if wants_data else address_of("agency", lang="th", code=name)
        case "law":
            return f"/api/v1/laws/{name}"
    return uris.CATALOGUE


def _get_service(slug: str) -> PublicService:
    service = catalogue.find_public_service(slug=slug)
    if service is None:
        raise catalogue.ServiceNotFound
    return service


def _answer(document: object) -> HttpResponse:
    response = answer_json(document)
    response.headers["Content-Type"] = uris.LINKED_DATA
    return response
