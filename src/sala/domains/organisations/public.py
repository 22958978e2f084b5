"""
Organisations: the state's agencies as a tree, the local authority of every place, and the areas themselves.

Everything here comes from the country pack (`agencies.yaml`, `localities/`, `areas/`, `calendar/`); nothing is typed
in. Agencies are loaded into tables at each start, and stay there when they leave the pack: old cases name them. A local
authority is an agency too, so a case belongs to it like to any other.
"""

from .contracts import Agency, AgencyNotFound, AreaNotFound, Loaded
from .operations import load
from .queries import (
    find_local_authority,
    get_agency,
    get_calendar,
    get_hours,
    get_pack,
    get_sub_district,
    list_agencies,
    list_provinces,
)

__all__ = [
    "Agency",
    "AgencyNotFound",
    "AreaNotFound",
    "Loaded",
    "find_local_authority",
    "get_agency",
    "get_calendar",
    "get_hours",
    "get_pack",
    "get_sub_district",
    "list_agencies",
    "list_provinces",
    "load",
]
