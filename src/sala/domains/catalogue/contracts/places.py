"""Where a service is done, seen from a place."""

from dataclasses import dataclass

from sala.domains.organisations.contracts import Agency, Office
from sala.kernel.bilingual import Text
from sala.servicekit.areas import Area


@dataclass(frozen=True, slots=True)
class Counter:
    """
    One counter of a service, seen from a place: the offices that serve the place.

    `where` says in the service's own words which place counts: that of the house, of the shop, of the birth. `anywhere`
    says that any other such office will do too.
    """

    where: Text | None
    anywhere: bool
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class WhereToGo:
    """
    Where to go from a place.

    `needs_village` says that local authorities share the sub-district, so that one answer hangs on a village not given;
    `sharing` are those of them that the pack knows. `district_office` is who can tell which local authority it is.
    """

    area: Area
    village: int | None
    needs_village: bool
    sharing: tuple[Agency, ...]
    counters: tuple[Counter, ...]
    district_office: Office
