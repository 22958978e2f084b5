"""
Organisations: the state's agencies as a tree, the local authority of every place, and the areas themselves.

Everything here comes from the country pack (`agencies.yaml`, `localities/`, `areas/areas.csv`) and is loaded again at
each start; nothing is typed in. A local authority is an agency too, so a case belongs to it like to any other.
"""

from .contracts import Agency, AgencyNotFound, Area, AreaNotFound, Loaded, SubDistrict
from .operations import load
from .queries import (
    find_local_authority,
    get_agency,
    get_calendar,
    get_hours,
    get_sub_district,
    list_agencies,
    list_areas,
    sub_district_codes,
)

__all__ = [
    "Agency",
    "AgencyNotFound",
    "Area",
    "AreaNotFound",
    "Loaded",
    "SubDistrict",
    "find_local_authority",
    "get_agency",
    "get_calendar",
    "get_hours",
    "get_sub_district",
    "list_agencies",
    "list_areas",
    "load",
    "sub_district_codes",
]
