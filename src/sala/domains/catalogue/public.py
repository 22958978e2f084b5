"""
The catalogue: every public service of the country's pack, and the way to it in people's own words.

A service is a folder that an agency wrote once. The catalogue reads all of them when a process starts and keeps them
in memory, together with the search index made from them. A person who does not know which agency to ask comes in by
`search`, or by a moment of life (`list_life_events`).

**Editions.** Every text a service ever had is an edition, numbered, never changed: `load_editions` makes one of each folder
that a deployment changed, and officers publish others at their desk. The current service is always the latest edition,
whichever way it came; `export_editions` writes it back into its folder, byte for byte. What is published is announced, and
`follow_editions` brings it into every serving process, index and all, before it takes the old one's place.
"""

from .contracts import (
    Edition,
    Effect,
    Exported,
    Folder,
    Found,
    LifeEventCard,
    LifeEventNotFound,
    ServiceNotFound,
)
from .logic.asking import LONGEST_QUERY, clean_query
from .operations import export_editions, load_editions
from .queries import (
    find_public_service,
    follow_editions,
    get_folder,
    get_life_event,
    get_pack,
    get_page,
    get_service,
    list_editions,
    list_life_events,
    list_public_services,
    list_services,
    per_pack,
    refresh,
    search,
)

__all__ = [
    "LONGEST_QUERY",
    "Edition",
    "Effect",
    "Exported",
    "Folder",
    "Found",
    "LifeEventCard",
    "LifeEventNotFound",
    "ServiceNotFound",
    "clean_query",
    "export_editions",
    "find_public_service",
    "follow_editions",
    "get_folder",
    "get_life_event",
    "get_pack",
    "get_page",
    "get_service",
    "list_editions",
    "list_life_events",
    "list_public_services",
    "list_services",
    "load_editions",
    "per_pack",
    "refresh",
    "search",
]
