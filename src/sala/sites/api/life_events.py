"""The moments of life for programs: each with the way through it, worked out from what its services issue and ask for."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema

from sala.domains.catalogue import public as catalogue
from sala.infra.apis import answer_json
from sala.infra.pages import at_of
from sala.infra.routes import governed
from sala.kernel.bilingual import Text
from sala.kernel.days import thai_day
from sala.kernel.policies import anyone
from sala.servicekit.schema.public_service import PublicService

from .shapes import ProblemOut, Words

router = Router(tags=["life events"])


class LifeEventOut(Schema):
    """A moment of life, as a card tells of it."""

    life_event: str = Field(description="Its name for ever.")
    name: Words
    summary: Words
    services: int = Field(description="How many services belong to it.")
    page: str = Field(description="Its page in Thai; under /en in English.")


class LifeEventsOut(Schema):
    """Every moment of life, in the order people are shown them."""

    items: list[LifeEventOut]
    next: None = Field(description="There is no more: all stand here.")


class StepOut(Schema):
    """One service on the way, and what it gives."""

    service: str = Field(description="Its name in `/api/v1/services`.")
    name: Words
    gives: list[Words]
    instead: list[str] = Field(description="Services of the same stage that give the same: one of them is enough.")


class StageOut(Schema):
    """Steps that can be taken at the same time."""

    steps: list[StepOut]
    waits_for_itself: bool = Field(description="Whether some of its steps wait for each other, case by case.")


class EdgeOut(Schema):
    """A paper that one service issues and another asks for."""

    from_: str = Field(alias="from", description="The service that issues it.")
    paper: str
    to: str = Field(description="The service that asks for it.")
    if_needed: bool = Field(description="Whether only some people need it.")


class NeedOut(Schema):
    """A paper as one service asks for it."""

    service: str
    words: Words
    when: Words | None = Field(description="Who needs it, where not everyone does.")
    originals: int
    copies: int


class PaperOut(Schema):
    """A paper to gather once for all the services that ask for it."""

    paper: str
    name: Words
    needs: list[NeedOut]
    held: bool = Field(description="Whether people have it already; `elsewhere` is then for who has lost it.")
    on_the_way: list[str] = Field(description="Services of this moment of life that give it.")
    elsewhere: list[str] = Field(description="Other services that issue it.")


class TimeOut(Schema):
    """How long every step takes at its limit, begun today. At least so long where `without_limit` is not 0."""

    days: int
    done_on: date
    steps: int
    without_limit: int = Field(description="Steps with no limit that anybody has found.")


class CostOut(Schema):
    """What every step costs. At least so much where `unknown` or `by_ordinance` is not 0."""

    known: str = Field(description="The sum of the known fees, as text in baht, such as “50.00”.")
    steps: int
    unknown: int = Field(description="Steps whose fee nobody has found.")
    by_ordinance: int = Field(description="Steps whose fee each local authority sets.")


class JourneyOut(LifeEventOut):
    """A moment of life with the way through it."""

    stages: list[StageOut] = Field(description="In order: each step's papers come from the stages before its own.")
    any_time: list[StepOut] = Field(description="Steps that wait for none and that none waits for.")
    edges: list[EdgeOut]
    papers: list[PaperOut]
    time: TimeOut
    cost: CostOut


@router.get("life-events", response=LifeEventsOut)
@governed(by=anyone)
def list_life_events(request: HttpRequest) -> HttpResponse:
    """List the moments of life."""
    return answer_json({"items": [_card(one) for one in catalogue.list_life_events()], "next": None})


@router.get("life-events/{life_event}", response={200: JourneyOut, 404: ProblemOut})
@governed(by=anyone)
def get_life_event(request: HttpRequest, life_event: str) -> HttpResponse:
    """Give the way through one moment of life, begun today."""
    journey = catalogue.get_journey(event_id=life_event, on=thai_day(at_of(request)))
    time, cost = journey.time, journey.cost
    return answer_json(
        {
            **_card(journey.event),
            "stages": [
                {"steps": [_step(step) for step in stage.steps], "waits_for_itself": stage.is_knot}
                for stage in journey.stages
            ],
            "any_time": [_step(step) for step in journey.any_time],
            "edges": [edge for step in journey.steps for edge in _edges(step)],
            "papers": [_paper(paper) for paper in journey.papers],
            "time": {
                "days": time.days,
                "done_on": time.done_on.isoformat(),
                "steps": time.steps,
                "without_limit": time.without_limit,
            },
            "cost": {
                "known": f"{cost.known.amount:.2f}",
                "steps": cost.steps,
                "unknown": cost.unknown,
                "by_ordinance": cost.by_ordinance,
            },
        }
    )


def _card(event: catalogue.LifeEventCard) -> dict[str, object]:
    return {
        "life_event": event.id,
        "name": _words(event.name),
        "summary": _words(event.summary),
        "services": len(event.services),
        "page": f"/life-events/{event.id}",
    }


def _step(step: catalogue.JourneyStep) -> dict[str, object]:
    return {
        "service": step.service.shown_path,
        "name": _words(step.service.shown_name),
        "gives": [_words(one) for one in step.gives],
        "instead": _names(step.instead),
    }


def _edges(step: catalogue.JourneyStep) -> Iterable[dict[str, object]]:
    for waiting in step.waits_for:
        for issuer in waiting.issuers:
            yield {
                "from": issuer.shown_path,
                "paper": waiting.paper,
                "to": step.service.shown_path,
                "if_needed": waiting.is_if_needed,
            }


def _paper(paper: catalogue.Paper) -> dict[str, object]:
    return {
        "paper": paper.id,
        "name": _words(paper.name),
        "needs": [
            {
                "service": need.service.shown_path,
                "words": _words(need.document.label),
                "when": _words(need.document.when_words) if need.document.when_words else None,
                "originals": need.document.originals,
                "copies": need.document.copies,
            }
            for need in paper.needs
        ],
        "held": paper.is_held,
        "on_the_way": _names(paper.steps),
        "elsewhere": _names(paper.elsewhere),
    }


def _names(services: Iterable[PublicService]) -> list[str]:
    return [service.shown_path for service in services]


def _words(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}
