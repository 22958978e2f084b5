"""Load the pack's agencies and the places of its local authorities into the database."""

from datetime import datetime

from django.db import transaction

from sala.servicekit import Pack
from sala.servicekit.schema.country import Agency as DeclaredAgency
from sala.servicekit.schema.country import Locality

from .contracts import Loaded
from .logic.places import assign_places, places_of
from .models import AgencyRow, LocalAreaRow

_AGENCY_COLUMNS = (
    *("name_th", "name_en", "short_th", "short_en", "kind", "parent", "province"),
    *("is_local", "phone", "url", "loaded_at", "retired_at"),
)


@transaction.atomic
def load(pack: Pack, at: datetime) -> Loaded:
    """
    Bring agencies and local authorities to what the pack says. Safe to repeat.

    An agency that left the pack is retired, not deleted: old cases and documents name it.

    :raises PlaceSharedTwice: two local authorities name one place.
    """
    localities = tuple(pack.localities.values())
    places = assign_places({one.id: places_of(one.sub_districts, one.villages) for one in localities})
    agencies = [_agency(agency, at) for agency in pack.agencies.values()] + [_local(one, at) for one in localities]
    AgencyRow.objects.bulk_create(
        agencies, update_conflicts=True, unique_fields=["code"], update_fields=list(_AGENCY_COLUMNS)
    )
    AgencyRow.objects.exclude(pk__in=[row.code for row in agencies]).filter(retired_at=None).update(retired_at=at)
    LocalAreaRow.objects.all().delete()
    LocalAreaRow.objects.bulk_create(
        LocalAreaRow(sub_district=code, moo=moo, authority_id=authority) for (code, moo), authority in places.items()
    )
    return Loaded(agencies=len(agencies), local_authorities=len(localities))


def _agency(declared: DeclaredAgency, at: datetime) -> AgencyRow:
    return AgencyRow(
        code=declared.id,
        name_th=declared.th,
        name_en=declared.en,
        short_th=declared.short.th if declared.short else "",
        short_en=declared.short.en if declared.short else "",
        kind=declared.kind,
        parent=declared.parent,
        province=declared.province,
        is_local=False,
        phone=declared.phone or "",
        url=declared.url or "",
        loaded_at=at,
        retired_at=None,
    )


def _local(declared: Locality, at: datetime) -> AgencyRow:
    return AgencyRow(
        code=declared.id,
        name_th=declared.th,
        name_en=declared.en,
        short_th="",
        short_en="",
        kind=declared.kind,
        parent=None,
        province=declared.sub_districts[0][:2],
        is_local=True,
        phone=declared.contact.phone or "",
        url=declared.contact.url or "",
        loaded_at=at,
        retired_at=None,
    )
