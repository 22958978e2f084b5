"""An office as its page tells of it: what a local authority of the pack says of itself, else which agency to ask."""

from dataclasses import dataclass

from sala.domains.catalogue import public as catalogue
from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import Text
from sala.servicekit.schema.country import Agency
from sala.servicekit.schema.offer import Contact
from sala.servicekit.schema.public_service import PublicService

from .wording import hours_text


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """
    An office to go to.

    `of` is the name of whose it is. What only a local authority of the pack tells: address, hours and contact. Otherwise
    `ask` is the agency that knows the rest.
    """

    office: organisations.Office
    of: Text | None = None
    address: Text | None = None
    hours: Text | None = None
    contact: Contact | None = None
    ask: Agency | None = None


@dataclass(frozen=True, slots=True)
class CounterSheet:
    """One counter, with its offices."""

    counter: catalogue.Counter
    offices: tuple[OfficeSheet, ...]


def list_counters(answer: catalogue.WhereToGo, service: PublicService | None) -> tuple[CounterSheet, ...]:
    """List the counters of an answer with all that is known of their offices."""
    return tuple(CounterSheet(one, tuple(sheet_of(each, service) for each in one.offices)) for one in answer.counters)


def sheet_of(office: organisations.Office, service: PublicService | None) -> OfficeSheet:
    """Tell of an office all that the pack knows."""
    pack = catalogue.get_pack()
    locality = pack.localities.get(office.agency or "")
    if locality is None:
        agency = pack.agencies.get(office.agency or "")
        return OfficeSheet(office, of=agency.label if agency else None, ask=agency)
    overlay = locality.services.get(service.slug) if service else None
    return OfficeSheet(
        office,
        of=locality.label,
        address=(overlay.where if overlay else None) or locality.address,
        hours=hours_text((overlay.hours if overlay else None) or locality.hours),
        contact=(overlay.contact if overlay else None) or locality.contact,
    )
