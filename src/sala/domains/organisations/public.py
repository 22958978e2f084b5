"""
Organisations: the state's agencies as a tree, the local authority of every place, and the areas themselves.

Everything here comes from the country pack (`agencies.yaml`, `offices.yaml`, `localities/`, `areas/`, `calendar/`); nothing is typed
in. Agencies are loaded into tables at each start, and stay there when they leave the pack: old cases name them. A local
authority is an agency too, so a case belongs to it like to any other.

Where to go is found by place. The state reaches a place by two trees: that of the ministries, down to the district (ท้องที่), and
the local authority (ท้องถิ่น); in Bangkok a เขต is both. `offices.yaml` says what each kind of office is called where, and
`list_offices` names those of a place, never more surely than the pack knows them. `list_nearby` sorts the offices of the districts
by how far their towns are (`areas/positions.csv`), as far as the pack knows where those lie.
"""

from .contracts import (
    Agency,
    AgencyNotFound,
    AreaNotFound,
    DistrictNotFound,
    DistrictOffice,
    Loaded,
    Nearby,
    Office,
    Served,
)
from .operations import load
from .queries import (
    find_local_authority,
    get_agency,
    get_calendar,
    get_district_office,
    get_hours,
    get_pack,
    get_served,
    get_sub_district,
    list_agencies,
    list_district_offices,
    list_nearby,
    list_offices,
    list_places,
    list_provinces,
    read_place,
)

__all__ = [
    "Agency",
    "AgencyNotFound",
    "AreaNotFound",
    "DistrictNotFound",
    "DistrictOffice",
    "Loaded",
    "Nearby",
    "Office",
    "Served",
    "find_local_authority",
    "get_agency",
    "get_calendar",
    "get_district_office",
    "get_hours",
    "get_pack",
    "get_served",
    "get_sub_district",
    "list_agencies",
    "list_district_offices",
    "list_nearby",
    "list_offices",
    "list_places",
    "list_provinces",
    "load",
    "read_place",
]
