"""A journey as its page shows it: numbered stages, what each step gives and takes, the papers to gather, and one's own marks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.wording import fee_text, limit_text
from sala.ui.parts import LinkView

from .totals import Total, cost_total, time_total
from .wording import agency_text

_OR = Text(th="{first} หรือ {second}", en="{first} or {second}")
_HERE = Text(th="ทำออนไลน์บนเว็บไซต์นี้", en="Online, on this website")


@dataclass(frozen=True, slots=True)
class Application:
    """A person's own application for a service: whether it has come out well, and the route that opens it."""

    is_done: bool
    route: str
    case_id: UUID


@dataclass(frozen=True, slots=True)
class WaitView:
    """A paper that is needed first, and who gives it."""

    paper: Text
    issuers: Text
    is_if_needed: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """
    One step. `time` and `fee` are None while nobody has found them.

    `state` is the person's own mark where `is_marked`, else what their application says.
    """

    path: str
    name: Text
    address: str
    summary: Text | None
    where: Text
    time: Text | None
    fee: Text | None
    gives: tuple[Text, ...]
    waits: tuple[WaitView, ...]
    instead: Text | None
    state: Literal["", "begun", "done", "not-mine"]
    is_marked: bool
    application: str


@dataclass(frozen=True, slots=True)
class StageView:
    """Steps that can be done at the same time; `waits` are what all of them need first, `note` says how they go together."""

    number: int
    note: Literal["", "knot", "choice", "together"]
    waits: tuple[WaitView, ...]
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper to gather: originals to take along, copies for all steps together, and where it comes from."""

    paper: catalogue.Paper
    originals: int
    copies: int
    is_if_needed: bool
    given_by: Text | None
    elsewhere: tuple[LinkView, ...]
    is_gathered: bool


@dataclass(frozen=True, slots=True)
class JourneyView:
    """The page of a journey."""

    id: str
    count: int
    stages: tuple[StageView, ...]
    any_time: tuple[StepView, ...]
    papers: tuple[PaperView, ...]
    papers_if_needed: tuple[PaperView, ...]
    time: Total
    cost: Total
    progress: catalogue.Progress
    is_kept: bool


def draw_journey(
    journey: catalogue.Journey,
    checklist: catalogue.Checklist,
    applications: Mapping[str, Application],
    *,
    lang: Lang,
) -> JourneyView:
    """Draw a journey with a person's marks and applications on it; both are empty for a visitor."""
    drawn = [_paper(paper, checklist, lang) for paper in journey.papers]
    done = [path for path, application in applications.items() if application.is_done]
    return JourneyView(
        id=journey.event.id,
        count=len(journey.steps),
        stages=tuple(
            _stage(number, stage, checklist, applications, lang) for number, stage in enumerate(journey.stages, start=1)
        ),
        any_time=tuple(_step(step, (), checklist, applications, lang) for step in journey.any_time),
        papers=tuple(each for each in drawn if not each.is_if_needed),
        papers_if_needed=tuple(each for each in drawn if each.is_if_needed),
        time=time_total(journey.time),
        cost=cost_total(journey.cost),
        progress=catalogue.count_progress(journey, checklist, also_done=done),
        is_kept=checklist.changed_at is not None,
    )


def _stage(
    number: int,
    stage: catalogue.Stage,
    checklist: catalogue.Checklist,
    applications: Mapping[str, Application],
    lang: Lang,
) -> StageView:
    """Draw a stage; what every step of it waits for is said once as most of them need it, and again where a step differs."""
    first, *others = every = [{(each.paper, each.issuers): each for each in step.waits_for} for step in stage.steps]
    shared = {
        key: replace(each, is_if_needed=2 * sum(waits[key].is_if_needed for waits in every) > len(every))
        for key, each in first.items()
        if all(key in waits for waits in others)
    }
    said = tuple(shared.values())
    steps = (_step(step, said, checklist, applications, lang) for step in stage.steps)
    together: Literal["", "together"] = "together" if number == 1 and others else ""
    note: Literal["", "knot", "choice", "together"] = (
        "knot" if stage.is_knot else "choice" if stage.is_choice else together
    )
    return StageView(number=number, note=note, waits=tuple(map(_wait, said)), steps=tuple(steps))


def _step(
    step: catalogue.JourneyStep,
    said: Iterable[catalogue.Waiting],
    checklist: catalogue.Checklist,
    applications: Mapping[str, Application],
    lang: Lang,
) -> StepView:
    service, path = step.service, step.service.shown_path
    mark, application = checklist.services.get(path), applications.get(path)
    known = ("done" if application.is_done else "begun") if application else ""
    has_fee = service.fee.amount is not None or service.fee.set_by is not None
    return StepView(
        path=path,
        name=service.shown_name,
        address=address_of("service", lang=lang, slug=path),
        summary=None if service.discreet else service.summary,
        where=_where(service),
        time=limit_text(service.within) if service.within.length is not None else None,
        fee=fee_text(service.fee) if has_fee else None,
        gives=step.gives,
        waits=tuple(_wait(each) for each in step.waits_for if each not in said),
        instead=_either(step.instead) if step.instead else None,
        state=mark or known,  # type: ignore[arg-type]  # mypy takes the literals of a conditional for plain text
        is_marked=mark is not None,
        application=address_of(application.route, lang=lang, case_id=application.case_id) if application else "",
    )


def _wait(waiting: catalogue.Waiting) -> WaitView:
    return WaitView(waiting.name, _either(waiting.issuers), waiting.is_if_needed)


def _either(services: Iterable[PublicService]) -> Text:
    first, *others = [service.shown_name for service in services]
    for other in others:
        first = _OR.fill(first=first, second=other)
    return first


def _where(service: PublicService) -> Text:
    """Say where a step is done: here, at the first place its service names, else at the agency."""
    if service.level == "apply":
        return _HERE
    place = next((channel.where for channel in service.channels if channel.where), None)
    return place or agency_text(service, catalogue.get_pack())


def _paper(paper: catalogue.Paper, checklist: catalogue.Checklist, lang: Lang) -> PaperView:
    return PaperView(
        paper=paper,
        originals=max(need.document.originals for need in paper.needs),
        copies=sum(need.document.copies for need in paper.needs),
        is_if_needed=all(need.is_if_needed for need in paper.needs),
        given_by=_either(paper.steps) if paper.steps else None,
        elsewhere=tuple(
            LinkView(label=one.shown_name[lang], address=address_of("service", lang=lang, slug=one.shown_path))
            for one in paper.elsewhere
        ),
        is_gathered=paper.id in checklist.papers,
    )
