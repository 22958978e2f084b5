"""What crosses the door of organisations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound
from sala.servicekit.positions import Position

_OUTSIDE_THE_ACT = frozenset({"court", "prosecution", "constitutional"})

EVERY_OTHER_VILLAGE = 0
"""In place of a village: all of the sub-district that no other authority names."""


@dataclass(frozen=True, slots=True)
class Agency:
    """
    One agency of the state or one local authority, by its permanent code.

    `parent` is the agency above it. A local authority has `is_local`, and `province` is the code of the one it lies in.
    """

    code: str
    name: Text
    short: Text | None
    kind: str
    parent: str | None
    province: str | None
    is_local: bool
    phone: str | None
    url: str | None

    @property
    def must_forward(self) -> bool:
        """
        Say whether it must pass on what was sent to it online by mistake.

        Source: Electronic Administration Act B.E. 2565, s. 4 (whom the Act binds) and s. 10 paragraph 2.
        """
        return self.kind not in _OUTSIDE_THE_ACT


@dataclass(frozen=True, slots=True)
class Served:
    """
    The local authorities of one sub-district, by the village (หมู่) that each names; 0 is every other village.

    Nothing here says that the pack knows every authority of the place.
    """

    by_village: Mapping[int, Agency]

    @property
    def is_shared(self) -> bool:
        """Say whether one must know the village to name the authority."""
        return any(village != EVERY_OTHER_VILLAGE for village in self.by_village)

    @property
    def sharing(self) -> tuple[Agency, ...]:
        """The authorities that share it, by code; none where one must not know the village."""
        by_code = {agency.code: agency for agency in self.by_village.values()}
        return tuple(by_code[code] for code in sorted(by_code)) if self.is_shared else ()

    def find(self, village: int | None) -> Agency | None:
        """Find the authority of a village; without one, that of a place which nobody shares."""
        if village is None and self.is_shared:
            return None
        return self.by_village.get(village or EVERY_OTHER_VILLAGE) or self.by_village.get(EVERY_OTHER_VILLAGE)


Certainty = Literal["known", "named", "outside-municipality", "unnamed", "not-in-bangkok"]


@dataclass(frozen=True, slots=True)
class Office:
    """
    Where one goes for one matter from one place.

    `known` is a local authority of the pack, with all that it says of itself; `named` is an office whose name follows from
    the name of the place, and whose address nobody has given; `outside-municipality` is named too, and right unless the
    place lies in a municipality that the pack does not know; `unnamed` is a kind of office, where only its agency, or the
    district office, can say which one serves the place; `not-in-bangkok` stands in provinces alone, and nobody has read what
    does its work in Bangkok. `agency` is the code of the agency or local authority whose it is.
    """

    kind: str
    name: Text
    agency: str | None
    certainty: Certainty
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class DistrictOffice:
    """
    The office of one district (ที่ว่าการอำเภอ or สำนักงานเขต), by the district's four-digit code.

    `position` is the middle of the district's town, never the door of the office; None where the pack has none.
    """

    district: str
    office: Office
    district_name: Text
    province: Text
    position: Position | None

    @property
    def province_code(self) -> str:
        """The two digits of its province."""
        return self.district[:2]


@dataclass(frozen=True, slots=True)
class Nearby:
    """A district's office, and about how far it is from somewhere; None where that is not known."""

    office: DistrictOffice
    kilometres: float | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one loading of the pack left in the database."""

    agencies: int
    local_authorities: int


class AgencyNotFound(NotFound):
    """No agency has this code."""

    code = "agency-not-found"


class AreaNotFound(NotFound):
    """No sub-district has this code."""

    code = "area-not-found"


class DistrictNotFound(NotFound):
    """No district has this code."""

    code = "district-not-found"
