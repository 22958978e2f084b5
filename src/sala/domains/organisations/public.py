"""
Organisations: the state's agencies as a tree, the local authority of every place, and the areas themselves.

Everything here comes from the country pack (`agencies.yaml`, `offices.yaml`, `localities/`, `areas/`, `calendar/`); nothing is typed
in. Agencies are loaded into tables at each start, and stay there when they leave the pack: old cases name them. A local
authority is an agency too, so a case belongs to it like to any other.

Where to go is found by place. The state reaches a place by two trees: that of the ministries, down to the district (ท้องที่), and
the local authority (ท้องถิ่น); in Bangkok a เขต is both. `offices.yaml` says what each kind of office is called where, and
`list_offices` names those of a place, never more surely than the pack knows them.
"""

from .contracts import Agency, AgencyNotFound, AreaNotFound, Loaded, Office, Served
from .operations import load
from .queries import (
    find_local_authority,
    get_agency,
    get_calendar,
    get_hours,
    get_pack,
    get_served,
    get_sub_district,
    list_agencies,
    list_offices,
    list_places,
    list_provinces,
    read_place,
)

__all__ = [
    "Agency",
    "AgencyNotFound",
    "AreaNotFound",
    "Loaded",
    "Office",
    "Served",
    "find_local_authority",
    "get_agency",
    "get_calendar",
    "get_hours",
    "get_pack",
    "get_served",
    "get_sub_district",
    "list_agencies",
    "list_offices",
    "list_places",
    "list_provinces",
    "load",
    "read_place",
]
