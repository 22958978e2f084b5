"""Reads of organisations: agencies from their tables, and what never changes within a release from the pack."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from sala.kernel.bilingual import Text
from sala.kernel.calendars import GOVERNMENT_HOURS, OfficeHours, WorkingCalendar
from sala.servicekit import Pack, load_pack
from sala.servicekit.areas import Area
from sala.servicekit.positions import load_positions
from sala.servicekit.provinces import Province, load_provinces
from sala.servicekit.schema.offices import DISTRICT_OFFICE

from .contracts import (
    EVERY_OTHER_VILLAGE,
    Agency,
    AgencyNotFound,
    AreaNotFound,
    DistrictNotFound,
    DistrictOffice,
    Nearby,
    Office,
    Served,
)
from .logic import places
from .logic.nearby import sort_by_distance
from .logic.offices import find_offices
from .logic.places import PlaceTyped
from .models import AgencyRow, LocalAreaRow

_MOST_BEGINNING = 20

# Written out: every application that is received asks it, and building it took longer than answering it.
_SERVING = """
SELECT a.* FROM organisations_local_area l JOIN organisations_agency a ON a.code = l.authority_id
WHERE l.sub_district = %s AND l.moo IN (%s, %s) AND a.retired_at IS NULL
ORDER BY l.moo DESC LIMIT 1
"""


def get_agency(*, code: str) -> Agency:
    """
    Get an agency by its code, also one that has left the pack since.

    :raises AgencyNotFound: there never was one.
    """
    row = AgencyRow.objects.filter(pk=code).first()
    if row is None:
        raise AgencyNotFound
    return _agency(row)


def list_agencies(*, parent: str | None = None) -> tuple[Agency, ...]:
    """List every agency of the pack by code, or only those directly under one."""
    rows = AgencyRow.objects.filter(retired_at=None).order_by("code")
    return tuple(_agency(row) for row in (rows.filter(parent=parent) if parent else rows))


def find_local_authority(*, sub_district_code: str, moo: int | None = None) -> Agency | None:
    """
    Find the local authority that serves a place; None where the pack has none, as in Bangkok.

    A sub-district may be shared: an authority that names the village comes before the one that serves the rest.
    """
    given = [sub_district_code, EVERY_OTHER_VILLAGE, moo or EVERY_OTHER_VILLAGE]
    row = next(iter(AgencyRow.objects.raw(_SERVING, given)), None)
    return _agency(row) if row else None


def read_place(*, typed: str) -> PlaceTyped:
    """Read a place out of what a person typed. No statement."""
    return places.read_place(typed)


def list_places(*, text: str) -> tuple[Area, ...]:
    """
    List the sub-districts that a person may mean: by name, by code, or all of a district, province or postcode. No statement.

    Only where nothing is meant so, those whose name begins with what they wrote.
    """
    areas = get_pack().areas
    around = areas.list_around(text)
    if around and areas.says_that_it_is_wider(text):
        return around
    meant = tuple(dict.fromkeys((*areas.list_meant(text), *around)))
    return meant or areas.list_beginning(text, at_most=_MOST_BEGINNING)


def get_served(*, sub_district_code: str) -> Served:
    """Give the local authorities that the pack knows of one sub-district, by village. One statement."""
    rows = LocalAreaRow.objects.filter(sub_district=sub_district_code, authority__retired_at=None)
    return Served({row.moo: _agency(row.authority) for row in rows.select_related("authority")})


def list_offices(
    *, kinds: Iterable[str], area: Area, served: Served, village: int | None = None, agency: str | None = None
) -> tuple[Office, ...]:
    """
    List the offices of some kinds (of `offices.yaml`) that serve a place. No statement.

    :param served: the local authorities of the place.
    :param agency: the code of the agency whose head office is meant.
    """
    pack = get_pack()
    return find_offices(
        (pack.offices[kind] for kind in kinds),
        area=area,
        served=served,
        village=village,
        head=(agency, pack.get_name(agency)) if agency else None,
    )


@cache
def list_district_offices() -> tuple[DistrictOffice, ...]:
    """List the office of every district by the district's code, with its position where the pack has it. No statement."""
    positions = load_positions(Path(settings.SALA_PACK) / "areas")
    return tuple(
        DistrictOffice(
            district=code,
            office=list_offices(kinds=(DISTRICT_OFFICE,), area=area, served=Served({}))[0],
            district_name=area.district,
            province=area.province,
            position=positions.get(code),
        )
        for code, area in sorted(get_pack().areas.districts.items())
    )


def get_district_office(*, district: str) -> DistrictOffice:
    """
    Get the office of a district. No statement.

    :raises DistrictNotFound: no district has this code.
    """
    office = next((one for one in list_district_offices() if one.district == district), None)
    if office is None:
        raise DistrictNotFound
    return office


def list_nearby(*, district: str) -> tuple[Nearby, ...]:
    """
    List the offices of all other districts, the nearest first, those whose distance is not known last. No statement.

    :raises DistrictNotFound: no district has this code.
    """
    return sort_by_distance(list_district_offices(), around=get_district_office(district=district))


def get_sub_district(*, code: str) -> Area:
    """
    Get a sub-district with its district, province and postcode. No statement.

    :raises AreaNotFound: no sub-district has this code.
    """
    area = get_pack().areas.find(code)
    if area is None:
        raise AreaNotFound
    return area


def _agency(row: AgencyRow) -> Agency:
    return Agency(
        code=row.code,
        name=Text(th=row.name_th, en=row.name_en),
        short=Text(th=row.short_th, en=row.short_en) if row.short_th else None,
        kind=row.kind,
        parent=row.parent,
        province=row.province,
        is_local=row.is_local,
        phone=row.phone or None,
        url=row.url or None,
    )


@cache
def list_provinces() -> tuple[Province, ...]:
    """List the provinces of the pack by code, each with its tile on a map. No statement."""
    return load_provinces(Path(settings.SALA_PACK) / "areas")


@cache
def get_calendar() -> WorkingCalendar:
    """Give the pack's calendar of working days, as it stood when this process started. No statement."""
    return WorkingCalendar.load(Path(settings.SALA_PACK) / "calendar")


def get_hours(*, agency: str) -> OfficeHours:
    """Give the hours an agency receives in: a local authority's own, else the government's. No statement."""
    local = get_pack().localities.get(agency)
    if local is None or local.hours.always:
        return GOVERNMENT_HOURS
    return OfficeHours(opens=local.hours.opens, closes=local.hours.closes)


@cache
def get_pack() -> Pack:
    """Give the country pack as it stood when this process started: it is read once, which takes seconds. No statement."""
    return load_pack(Path(settings.SALA_PACK))
