"""The offices of the districts by how far they are."""

from collections.abc import Iterable

from sala.servicekit.positions import kilometres_between

from ..contracts import DistrictOffice, Nearby


def sort_by_distance(offices: Iterable[DistrictOffice], *, around: DistrictOffice) -> tuple[Nearby, ...]:
    """Sort all but the one in the middle by their distance from it; where that is not known they follow, by code."""
    nearby = (Nearby(one, _kilometres(one, around)) for one in offices if one.district != around.district)
    return tuple(sorted(nearby, key=_nearest_first))


def _kilometres(one: DistrictOffice, other: DistrictOffice) -> float | None:
    if one.position is None or other.position is None:
        return None
    return kilometres_between(one.position, other.position)


def _nearest_first(one: Nearby) -> tuple[bool, float, str]:
    return one.kilometres is None, one.kilometres or 0.0, one.office.district
