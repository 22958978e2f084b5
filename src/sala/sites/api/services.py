"""The services of the state for programs: found in people's own words, best first, or listed."""

from bisect import bisect_right
from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from sala.domains.catalogue import public as catalogue
from sala.infra.apis import answer_json
from sala.infra.pages import at_of
from sala.infra.routes import governed
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import PublicService

from .shapes import ProblemOut, Words

MOST_LISTED = 100
router = Router(tags=["services"])


class ServiceOut(Schema):
    """A public service, as a card tells of it."""

    service: str = Field(description="Its name for ever; of a discreet service the one it bears in public.")
    level: Literal["apply", "guide", "appointment"] = Field(
        description="Applied for here, explained here, or booked elsewhere."
    )
    name: Words
    summary: Words | None = Field(description="Null for a discreet service.")
    for_whom: Words | None
    agency: str | None = Field(description="The code of the agency; null where each local authority is in charge.")
    topic: str | None
    life_events: list[str]
    page: str = Field(description="Its page in Thai; under /en in English.")


class ServicesOut(Schema):
    """Services, best first where words were asked for, else by name."""

    items: list[ServiceOut]
    life_event: str | None = Field(
        description="The moment of life that the words are about; the items are its services."
    )
    next: str | None = Field(description="`after` for the services that follow; null at the end.")


class Asked(Schema):
    """What is looked for."""

    q: str = Field(
        "", description="A person's own words, in Thai or English. Numbers that could name a person are left out."
    )
    after: str = Field("", max_length=60, description="Where a list goes on.")


@router.get("services", response={200: ServicesOut, 422: ProblemOut})
@governed(by=anyone)
def find_services(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """Find services by a person's own words; without words, list them all."""
    if "q" not in request.GET:
        return answer_json(_listed(asked.after))
    query = catalogue.clean_query(asked.q)
    found = catalogue.search(query=query.text, on=thai_day(at_of(request)))
    return answer_json({"items": [_card(one) for one in found.services], "life_event": found.life_event, "next": None})


def _listed(after: str) -> dict[str, object]:
    """List what comes after a name."""
    services = sorted(catalogue.list_public_services(), key=lambda one: one.shown_path)
    begin = bisect_right(services, after, key=lambda one: one.shown_path)
    page = services[begin : begin + MOST_LISTED]
    goes_on = begin + MOST_LISTED < len(services)
    return {"items": [_card(one) for one in page], "life_event": None, "next": page[-1].shown_path if goes_on else None}


def _card(service: PublicService) -> dict[str, object]:
    name, summary, for_whom = service.shown_name, service.summary, service.for_whom
    told = not service.discreet
    return {
        "service": service.shown_path,
        "level": service.level,
        "name": {"th": name.th, "en": name.en},
        "summary": {"th": summary.th, "en": summary.en} if told else None,
        "for_whom": {"th": for_whom.th, "en": for_whom.en} if told else None,
        "agency": service.agency.code,
        "topic": service.topic if told else None,
        "life_events": list(service.life_events) if told else [],
        "page": f"/services/{service.shown_path}",
    }
