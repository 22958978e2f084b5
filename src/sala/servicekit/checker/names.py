"""Names that a service or agency mentions, and that must exist elsewhere in the pack or in the same file."""

from collections.abc import Collection, Iterator

from ..loader import name_nearest
from ..pack import PackReading
from ..problems import (
    Problem,
    UnknownAgency,
    UnknownFact,
    UnknownLaw,
    UnknownLifeEvent,
    UnknownPurpose,
    UnknownRegister,
    UnknownRegisterFact,
    UnknownService,
    UnknownTopic,
    WrongFolder,
)
from ..schema.conditions import facts_of
from ..schema.public_service import PublicService
from ..source import Loc
from .subject import Catalogued, Country, S, Subject


def check_agencies(reading: PackReading, country: Country) -> Iterator[Problem]:
    """Check that every agency's parent and the keeper of local services exist, and that life events bear their file's name."""
    for index, agency in enumerate(reading.agencies.model.agencies if reading.agencies.model else ()):
        if agency.parent and agency.parent not in country.agencies:
            place = reading.agencies.place("agencies", index, "parent")
            yield UnknownAgency(place, name=agency.parent, near=name_nearest(agency.parent, country.agencies))
    keeper = reading.head.model.keeps_local if reading.head.model else None
    if keeper and keeper not in country.agencies:
        place = reading.head.place("keeps_local")
        yield UnknownAgency(place, name=keeper, near=name_nearest(keeper, country.agencies))
    for event in reading.life_events:
        if event.model and event.model.id != event.path.stem:
            yield WrongFolder(event.place("life_event"), name=event.model.id, folder=event.path.name)


def check_catalogued(subject: Catalogued[S]) -> Iterator[Problem]:
    """Check what every service names: its folder, agencies, laws, life events and services related to it."""
    service, country = subject.service, subject.country
    if service.slug != subject.folder.slug:
        yield WrongFolder(subject.place("service"), name=service.slug, folder=subject.folder.slug)
    for name, loc, known, problem in _list_names(service, country):
        if name not in known:
            yield problem(subject.place(*loc), name=name, near=name_nearest(name, known))


def _list_names(service: PublicService, country: Country) -> Iterator[tuple[str, Loc, Collection[str], type[Problem]]]:
    """Give every name of something else in the pack, where it stands, what it may be, and the problem when it is not."""
    offices = country.agencies | country.localities
    if service.agency.code:
        yield service.agency.code, ("agency",), offices, UnknownAgency
    for i, document in enumerate(service.documents):
        if document.issuer:
            yield document.issuer, ("documents", i, "issuer"), offices, UnknownAgency
    if service.topic:
        yield service.topic, ("topic",), country.topics, UnknownTopic
    yield from ((law, ("law", i), country.laws, UnknownLaw) for i, law in enumerate(service.law))
    for i, event in enumerate(service.life_events):
        yield event, ("life_events", i), country.life_events, UnknownLifeEvent
    for i, slug in enumerate(service.related):
        yield slug, ("related", i), country.services, UnknownService


def check_names(subject: Subject) -> Iterator[Problem]:
    """Check the service's payer, registers, purposes and facts."""
    gives, known = subject.service.gives, subject.country.agencies | subject.country.localities
    if gives and gives.paid_by not in known:
        near = name_nearest(gives.paid_by, known)
        yield UnknownAgency(subject.place("gives", "paid_by"), name=gives.paid_by, near=near)
    yield from _check_registers(subject)
    yield from _check_purposes(subject)
    yield from _check_facts(subject)


def _check_registers(subject: Subject) -> Iterator[Problem]:
    registers = subject.country.registers
    fetched: list[tuple[str, Loc]] = [(one.from_, ("know", i, "from")) for i, one in enumerate(subject.service.know)]
    for i, document in enumerate(subject.service.documents):
        if document.fetched_from:
            fetched.append((document.fetched_from, ("documents", i, "fetched_from")))
    for name, loc in fetched:
        if name not in registers:
            yield UnknownRegister(subject.place(*loc), name=name, near=name_nearest(name, registers))
    for i, known in enumerate(subject.service.know):
        fact, held = known.held_as, registers.get(known.from_, frozenset())
        if held and fact not in held:
            place = subject.place("know", i)
            yield UnknownRegisterFact(place, register=known.from_, name=fact, near=name_nearest(fact, held))


def _check_purposes(subject: Subject) -> Iterator[Problem]:
    service = subject.service
    known = {purpose.id for purpose in service.purposes}
    named: list[tuple[str, Loc]] = [(fact.purpose, ("know", i, "purpose")) for i, fact in enumerate(service.know)]
    named += [(fact.purpose, ("ask", i, "purpose")) for i, fact in enumerate(service.ask)]
    for purpose, loc in named:
        if purpose not in known:
            yield UnknownPurpose(subject.place(*loc), name=purpose, near=name_nearest(purpose, known))


def _check_facts(subject: Subject) -> Iterator[Problem]:
    for name, loc, allowed in _list_named_facts(subject):
        if name not in allowed:
            yield UnknownFact(subject.place(*loc), name=name, near=name_nearest(name, allowed))


def _list_named_facts(subject: Subject) -> Iterator[tuple[str, Loc, Collection[str]]]:
    """Give every fact that is named outside a condition, where it stands, and what it may be."""
    service, facts = subject.service, subject.facts
    asked = {fact.id for fact in service.ask}
    known = {fact.id for fact in service.know}
    if service.agency.local:
        yield service.agency.local, ("agency", "local"), facts
    for i, fact in enumerate(service.ask):
        if fact.prefill:
            yield fact.prefill, ("ask", i, "prefill"), known
    for i, page in enumerate(service.pages):
        yield from ((name, ("pages", i, "ask", j), asked) for j, name in enumerate(page.ask))
    for i, document in enumerate(service.documents):
        if document.uploaded_as:
            yield document.uploaded_as, ("documents", i, "uploaded_as"), asked
    for i, issued in enumerate(service.issues):
        yield from ((name, ("issues", i, "check_shows", j), facts) for j, name in enumerate(issued.check_shows))
    for i, exit_ in enumerate(service.exits):
        if exit_.countdown and exit_.countdown.from_ != "now":
            yield exit_.countdown.from_, ("exits", i, "countdown", "from"), facts
    yield from _list_deciding_facts(subject)


def _list_deciding_facts(subject: Subject) -> Iterator[tuple[str, Loc, Collection[str]]]:
    decide = subject.service.decide
    if decide is None:
        return
    if decide.as_of not in ("received", "each-payment-month"):
        yield decide.as_of, ("decide", "as_of"), subject.facts
    for name, answer in decide.facts.items():
        needed = {answer} if isinstance(answer, str) else facts_of(answer)
        yield from ((fact, ("decide", "facts", name), subject.facts) for fact in sorted(needed))
