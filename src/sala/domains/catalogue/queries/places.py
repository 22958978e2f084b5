"""Reads of where a service is done, and by whom: its counters, seen from a place."""

from sala.domains.organisations import public as organisations
from sala.servicekit.schema.offices import DISTRICT_OFFICE
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

from ..contracts import Counter, WhereToGo
from ..logic.counters import counters_of, hangs_on_village, kinds_at
from .current import get_pack
from .services import list_public_services


def find_where_to_go(
    *, service: Service | Guide | None, sub_district_code: str, village: int | None = None
) -> WhereToGo:
    """
    Find the offices for a service from a place; without a service, the local authority and the district. One statement.

    :raises AreaNotFound: no sub-district has this code.
    """
    area = organisations.get_sub_district(code=sub_district_code)
    served = organisations.get_served(sub_district_code=sub_district_code)
    agency = service.agency.code if service else None

    def offices(kinds: tuple[str, ...]) -> tuple[organisations.Office, ...]:
        return organisations.list_offices(kinds=kinds, area=area, served=served, village=village, agency=agency)

    counters = [(counter, kinds_at(counter, area)) for counter in counters_of(service)]
    is_open = served.is_shared and village is None
    return WhereToGo(
        area=area,
        village=village,
        needs_village=is_open and any(hangs_on_village(kinds, get_pack().offices) for _, kinds in counters),
        sharing=served.sharing,
        counters=tuple(Counter(one.where, one.anywhere, offices(kinds)) for one, kinds in counters),
        district_office=offices((DISTRICT_OFFICE,))[0],
    )


def list_services_of(*, agency: organisations.Agency) -> tuple[Service | Guide, ...]:
    """List what an agency is in charge of; each local authority is in charge of everything that is local."""
    is_local = agency.province is not None
    return tuple(
        one for one in list_public_services() if (one.agency.local and is_local) or one.agency.code == agency.code
    )
