"""Where to go for one service, or for any, from one place: each counter with its offices, said no surer than is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import Text
from sala.servicekit import Pack
from sala.servicekit.schema.country import Agency
from sala.servicekit.schema.offer import Channel, Contact
from sala.servicekit.schema.offices import LOCAL_AUTHORITY
from sala.servicekit.schema.public_service import PublicService

from .kept_place import Where
from .wording import hours_text

_DISTRICT_OFFICE = "district-office"
_BY_VILLAGE = frozenset({"local-authority", "civil-registry"})
_OUTSIDE_THE_ACT = frozenset({"court", "prosecution", "constitutional"})


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """
    An office to go to.

    What only a local authority of the pack tells: address, hours and contact. `ask` is the agency that knows the rest.
    """

    office: organisations.Office
    address: Text | None = None
    hours: Text | None = None
    contact: Contact | None = None
    ask: Agency | None = None


@dataclass(frozen=True, slots=True)
class CounterSheet:
    """One counter of a service: the place it means, in the service's own words, and its offices. `anywhere` is any of them."""

    where: Text | None
    anywhere: bool
    offices: tuple[OfficeSheet, ...]


@dataclass(frozen=True, slots=True)
class WhereTo:
    """Where to go from a place. `district_office` is who can say which local authority serves it."""

    counters: tuple[CounterSheet, ...]
    district_office: organisations.Office


def depends_on_village(service: PublicService | None, pack: Pack) -> bool:
    """Say whether the answer may hang on the village, where local authorities share the sub-district."""
    kinds = {kind for counter in _counters(service) for kind in counter.offices}
    return any(pack.offices[kind].reach in _BY_VILLAGE for kind in kinds)


def find_where_to_go(service: PublicService | None, where: Where, served: organisations.Served, pack: Pack) -> WhereTo:
    """
    Find the offices for a service from a place; without a service, those of both trees.

    :param served: the local authorities of the place.
    """

    def offices(kinds: Iterable[str]) -> tuple[organisations.Office, ...]:
        return organisations.list_offices(
            kinds=kinds,
            area=where.area,
            served=served,
            village=where.village or None,
            agency=service.agency.code if service else None,
        )

    counters = (
        (counter, counter.in_bangkok if where.area.is_in_bangkok and counter.in_bangkok else counter.offices)
        for counter in _counters(service)
    )
    return WhereTo(
        counters=tuple(
            CounterSheet(
                where=counter.where,
                anywhere=counter.anywhere,
                offices=tuple(_office(one, service, pack) for one in offices(kinds)),
            )
            for counter, kinds in counters
        ),
        district_office=offices([_DISTRICT_OFFICE])[0],
    )


def must_forward(kind: str) -> bool:
    """
    Say whether an agency of this kind must pass on what was sent to it by mistake.

    Source: Electronic Administration Act B.E. 2565, s. 4 (whom the Act binds) and s. 10 paragraph 2.
    """
    return kind not in _OUTSIDE_THE_ACT


def _counters(service: PublicService | None) -> tuple[Channel, ...]:
    if service:
        return service.counters
    return (Channel(kind="counter", offices=(LOCAL_AUTHORITY, _DISTRICT_OFFICE)),)


def _office(office: organisations.Office, service: PublicService | None, pack: Pack) -> OfficeSheet:
    locality = pack.localities.get(office.agency or "")
    if locality is None:
        return OfficeSheet(office, ask=pack.agencies.get(office.agency or ""))
    overlay = locality.services.get(service.slug) if service else None
    return OfficeSheet(
        office,
        address=(overlay.where if overlay else None) or locality.address,
        hours=hours_text((overlay.hours if overlay else None) or locality.hours),
        contact=(overlay.contact if overlay else None) or locality.contact,
    )
