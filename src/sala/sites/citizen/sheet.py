"""Everything a service's page says, read from its declaration: for whom, how long, how much, what to bring, what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sala.domains.law import public as law
from sala.domains.registries import public as registries
from sala.kernel.bilingual import Text
from sala.servicekit import Pack
from sala.servicekit.schema.conditions import Comparison, Condition
from sala.servicekit.schema.country import Locality
from sala.servicekit.schema.facts import Action, Document
from sala.servicekit.schema.offer import Channel, Contact
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.servicekit.schema.service import Service, Step
from sala.servicekit.sourcing import tally_facts
from sala.servicekit.wording import fee_text, length_text, limit_text

from .wording import agency_text, hours_text, local_fee_text


@dataclass(frozen=True, slots=True)
class UrgentSheet:
    """What to do at once, before this form, and the question whose yes makes it so."""

    title: Text
    question: Text | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """A document: who issues it, how many, whether it is fetched, and when it is needed at all."""

    document: Document
    issuer: Text | None
    register: Text | None


@dataclass(frozen=True, slots=True)
class StepSheet:
    """A step of the work. `by` is `you`, `system` or `officer`; `is_only_if_asked` may never come."""

    name: Text
    by: str
    limit: Text | None
    is_only_if_asked: bool


@dataclass(frozen=True, slots=True)
class ActSheet:
    """An Act that the service rests on. `is_read` is false where its author had it from a secondary source."""

    title: Text
    gazette: Text | None
    is_read: bool


@dataclass(frozen=True, slots=True)
class ChannelSheet:
    """A way to use the service, with its hours."""

    channel: Channel
    hours: Text | None


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """A local authority where the service works today: address, hours, whom to ask, and its fee by ordinance."""

    name: Text
    address: Text
    hours: Text
    contact: Contact
    fee: Text
    fee_unverified: bool
    ordinances: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PublicSheet:
    """
    What every service's page says. `fetched` are the facts that the state knows already, each with the register it comes from;
    `stale` warns of each number of its laws that nobody has reviewed for the day.
    """

    agency: Text
    limit: Text
    fee: Text
    documents: tuple[DocumentSheet, ...]
    fetched: tuple[tuple[Text, Text], ...]
    laws: tuple[ActSheet, ...]
    stale: tuple[Text, ...]
    channels: tuple[ChannelSheet, ...]
    places: tuple[PlaceSheet, ...]
    contact_hours: Text | None


@dataclass(frozen=True, slots=True)
class ServiceSheet(PublicSheet):
    """The page of a service that is applied for here."""

    service: Service
    urgent: tuple[UrgentSheet, ...]
    steps: tuple[StepSheet, ...]
    paid_by: Text | None
    appeal_within: Text | None
    appeal_answered: Text | None


@dataclass(frozen=True, slots=True)
class GuideSheet(PublicSheet):
    """The page of a service that is done elsewhere. `open` counts what its agency must still confirm."""

    service: Guide
    open: int


def make_sheet(service: Service, *, pack: Pack, on: date) -> ServiceSheet:
    """Gather the page of a service as it stands on a day."""
    return ServiceSheet(
        **_of_every_service(service, pack, on),
        service=service,
        urgent=_urgent(service),
        steps=tuple(_step(service, each) for each in service.steps),
        paid_by=pack.get_name(service.gives.paid_by) if service.gives else None,
        appeal_within=_days(service.appeal.within_days),
        appeal_answered=_days(service.appeal.answered_within_days),
    )


def make_guide_sheet(guide: Guide, *, pack: Pack, on: date) -> GuideSheet:
    """Gather the page of a guide as it stands on a day."""
    return GuideSheet(**_of_every_service(guide, pack, on), service=guide, open=tally_facts(guide).unverified)


def _of_every_service(service: PublicService, pack: Pack, on: date) -> dict[str, Any]:
    known = service.know if isinstance(service, Service) else ()
    return {
        "agency": agency_text(service, pack),
        "limit": limit_text(service.within),
        "fee": fee_text(service.fee),
        "documents": tuple(_document(each, pack) for each in service.documents),
        "fetched": tuple((fact.label, registries.get_register(name=fact.from_).label) for fact in known),
        "laws": _acts(service),
        "stale": law.warn_of_stale(names=service.law, on=on),
        "channels": tuple(_channel(service, each) for each in service.channels),
        "places": _places(service, pack, on) if service.agency.local else (),
        "contact_hours": hours_text(service.contact.hours) if service.contact.hours else None,
    }


def _days(count: int | None) -> Text | None:
    return length_text(count, "days") if count is not None else None


def _urgent(service: Service) -> tuple[UrgentSheet, ...]:
    """Tell the urgent ways out before the form begins: whoever must run should not read first."""
    return tuple(
        UrgentSheet(title=way.title, question=_question_of(service, way.when), actions=way.actions)
        for way in service.exits
        if way.urgent
    )


def _question_of(service: Service, condition: Condition) -> Text | None:
    """Give the yes-no question that a condition waits for, where it is as simple as that."""
    asked = service.find_asked(condition.fact) if isinstance(condition, Comparison) else None
    is_yes = isinstance(condition, Comparison) and condition.operand is True
    return asked.label if asked and is_yes else None


def _document(document: Document, pack: Pack) -> DocumentSheet:
    return DocumentSheet(
        document=document,
        issuer=pack.get_name(document.issuer) if document.issuer else None,
        register=registries.get_register(name=document.fetched_from).label if document.fetched_from else None,
    )


def _step(service: Service, step: Step) -> StepSheet:
    # The first step after submitting is somebody else's: an applicant's own step comes only when something is asked.
    return StepSheet(
        name=step.name,
        by={"applicant": "you", "system": "system"}.get(step.by, "officer"),
        limit=limit_text(step.clock) if step.clock and step.clock.length is not None else None,
        is_only_if_asked=step.by == "applicant",
    )


def _acts(service: PublicService) -> tuple[ActSheet, ...]:
    acts = {act.id: act for name in service.law for act in law.get_law(name=name).rates.acts.values()}
    cited = service.acts if isinstance(service, Guide) else ()
    return (
        *(
            ActSheet(title=act.title, gazette=act.gazette.text if act.gazette else None, is_read=act.read)
            for act in acts.values()
        ),
        *(ActSheet(title=act.cites, gazette=None, is_read=not act.unverified) for act in cited),
    )


def _channel(service: PublicService, channel: Channel) -> ChannelSheet:
    hours = channel.hours or service.hours
    return ChannelSheet(channel=channel, hours=hours_text(hours) if hours else None)


def _places(service: PublicService, pack: Pack, on: date) -> tuple[PlaceSheet, ...]:
    """List the local authorities; of a guide those that say something of it, for it is done at every one."""
    named = (one for one in pack.localities.values() if isinstance(service, Service) or service.slug in one.services)
    return tuple(_place(service, each, pack, on) for each in named)


def _place(service: PublicService, locality: Locality, pack: Pack, on: date) -> PlaceSheet:
    fee = pack.get_fee(service=service.slug, locality=locality.id, on=on)
    overlay = locality.services.get(service.slug)
    ordinances = pack.ordinances.get(locality.id, ())
    return PlaceSheet(
        name=locality.label,
        address=(overlay.where if overlay else None) or locality.address,
        hours=hours_text(pack.get_hours(service=service.slug, locality=locality.id)),
        contact=pack.get_contact(service=service.slug, locality=locality.id),
        fee=local_fee_text(fee),
        fee_unverified=fee.unverified,
        ordinances=tuple(one.label for one in ordinances if service.slug in one.fees),
    )
