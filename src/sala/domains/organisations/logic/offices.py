"""The offices of a place: named from the table of areas, or from what a local authority says of itself."""

from collections.abc import Iterable
from dataclasses import replace

from sala.kernel.bilingual import Text
from sala.servicekit.areas import Area
from sala.servicekit.schema.offices import OfficeKind

from ..contracts import Agency, Certainty, Office, Served

_MUNICIPALITIES = frozenset({"city-municipality", "town-municipality", "subdistrict-municipality"})


def find_offices(
    kinds: Iterable[OfficeKind], *, area: Area, served: Served, village: int | None, head: tuple[str, Text] | None
) -> tuple[Office, ...]:
    """
    Find the office of each kind that serves a place; one that serves as two kinds is named once.

    :param head: code and name of the agency whose head office one may go to.
    """
    authority = served.find(village)
    found: dict[Text, Office] = {}
    for kind in kinds:
        office = replace(_find(kind, area, authority, head), unverified=kind.unverified)
        found.setdefault(office.name, office)
    return tuple(found.values())


def _find(kind: OfficeKind, area: Area, authority: Agency | None, head: tuple[str, Text] | None) -> Office:
    if kind.instead and area.province_code in kind.instead.provinces:
        certainty: Certainty = "unnamed" if kind.reach == "branch" else "named"
        return Office(kind.id, _fill(kind.instead.label, area), kind.instead.agency, certainty)
    if kind.reach == "head-office":
        code, name = head or (None, kind.label)
        return Office(kind.id, name, code, "named")
    if kind.reach == "local-authority":
        return _of_local_authority(kind, area, authority)
    if kind.reach == "civil-registry":
        return _of_registry(kind, area, authority)
    if kind.reach == "branch":
        return Office(kind.id, kind.kind_label, kind.agency, "unnamed")
    if area.is_in_bangkok:
        return Office(kind.id, kind.kind_label, kind.agency, "not-in-bangkok")
    return Office(kind.id, _fill(kind.label, area), kind.agency, "named")


def _of_local_authority(kind: OfficeKind, area: Area, authority: Agency | None) -> Office:
    if authority:
        return Office(kind.id, authority.name, authority.code, "known")
    return Office(kind.id, _fill(kind.label, area), kind.agency, "unnamed")


def _of_registry(kind: OfficeKind, area: Area, authority: Agency | None) -> Office:
    """A municipality keeps its own registry; everywhere else the district does, so not knowing of one must be said."""
    if authority and kind.municipal and authority.kind in _MUNICIPALITIES:
        return Office(kind.id, kind.municipal.label.fill(authority=authority.name), authority.code, "known")
    certainty: Certainty = "named" if authority else "outside-municipality"
    return Office(kind.id, _fill(kind.label, area), kind.agency, certainty)


def _fill(words: Text, area: Area) -> Text:
    return words.fill(sub_district=area.sub_district, district=area.district, province=area.province)
