"""Reads of organisations: one statement each."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection

from sala.kernel.bilingual import Text
from sala.kernel.calendars import GOVERNMENT_HOURS, OfficeHours, WorkingCalendar
from sala.servicekit import load_pack

from .contracts import Agency, AgencyNotFound, Area, AreaNotFound, SubDistrict
from .models import AgencyRow, AreaRow, LocalAreaRow

_SUB_DISTRICT = """
SELECT s.name_th, s.name_en, d.name_th, d.name_en, p.name_th, p.name_en, s.postcode
FROM organisations_area s JOIN organisations_area d ON d.code = s.above JOIN organisations_area p ON p.code = d.above
WHERE s.code = %s AND length(s.code) = 6
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
    rows = LocalAreaRow.objects.select_related("authority").filter(
        sub_district=sub_district_code, moo__in={0, moo or 0}, authority__retired_at=None
    )
    row = rows.order_by("-moo").first()
    return _agency(row.authority) if row else None


def list_areas(*, above: str | None = None) -> tuple[Area, ...]:
    """List the provinces, or the areas directly inside one, by code."""
    rows = AreaRow.objects.filter(above=above or "").order_by("code")
    return tuple(Area(row.code, Text(th=row.name_th, en=row.name_en), row.postcode or None) for row in rows)


def get_sub_district(*, code: str) -> SubDistrict:
    """
    Get a sub-district with the names an address needs.

    :raises AreaNotFound: no sub-district has this code.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SUB_DISTRICT, [code])
        row = cursor.fetchone()
    if row is None:
        raise AreaNotFound
    own, district, province = (Text(th=row[i], en=row[i + 1]) for i in (0, 2, 4))
    return SubDistrict(code=code, name=own, district=district, province=province, postcode=row[6])


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
def get_calendar() -> WorkingCalendar:
    """Give the pack's calendar of working days, as it stood when this process started. No statement."""
    return WorkingCalendar.load(Path(settings.SALA_PACK) / "calendar")


def get_hours(*, agency: str) -> OfficeHours:
    """Give the hours an agency receives in: a local authority's own, else the government's. No statement."""
    return _local_hours().get(agency, GOVERNMENT_HOURS)


@cache
def _local_hours() -> dict[str, OfficeHours]:
    pack = load_pack(Path(settings.SALA_PACK))
    return {
        code: OfficeHours(opens=local.hours.opens, closes=local.hours.closes)
        for code, local in pack.localities.items()
        if not local.hours.always
    }


@cache
def sub_district_codes() -> frozenset[str]:
    """Give the codes of every sub-district, read once per process. One statement, the first time."""
    return frozenset(AreaRow.objects.filter(postcode__gt="").values_list("code", flat=True))
