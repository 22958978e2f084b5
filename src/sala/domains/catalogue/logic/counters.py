"""The counters of a service, and whether one must know a village to say where they are."""

from collections.abc import Iterable, Mapping

from sala.servicekit.areas import Area
from sala.servicekit.schema.offer import Channel
from sala.servicekit.schema.offices import DISTRICT_OFFICE, LOCAL_AUTHORITY, OfficeKind
from sala.servicekit.schema.public_service import PublicService

_BY_VILLAGE = frozenset({"local-authority", "civil-registry"})


def counters_of(service: PublicService | None) -> tuple[Channel, ...]:
    """Give the counters of a service; without one, those that everybody has: their local authority and their district."""
    if service:
        return service.counters
    return (Channel(kind="counter", offices=(LOCAL_AUTHORITY, DISTRICT_OFFICE)),)


def kinds_at(counter: Channel, area: Area) -> tuple[str, ...]:
    """Give the kinds of office that a counter is at for a place: Bangkok may have its own."""
    return counter.in_bangkok if area.is_in_bangkok and counter.in_bangkok else counter.offices


def hangs_on_village(kinds: Iterable[str], offices: Mapping[str, OfficeKind]) -> bool:
    """Say whether one of these kinds is another office for another village, where local authorities share a place."""
    return any(offices[kind].reach in _BY_VILLAGE for kind in kinds)
