"""
The catalogue: every public service of the country's pack, and the way to it in people's own words.

A service is a folder that an agency wrote once. The catalogue reads all of them when a process starts and keeps them
in memory, together with the search index made from them; nothing here is stored twice. A person who does not know
which agency to ask comes in by `search`, or by a moment of life (`list_life_events`).

What memory cannot know is what changed: each load compares every service with how it stood (`record_changes`), and
`list_changes` tells of it.
"""

from .contracts import Change, ChangeKind, Folder, Found, LifeEventCard, LifeEventNotFound, ServiceNotFound
from .logic.asking import LONGEST_QUERY, clean_query
from .operations import record_changes
from .queries import (
    find_public_service,
    get_folder,
    get_life_event,
    get_pack,
    get_page,
    get_service,
    list_changes,
    list_last_changed,
    list_life_events,
    list_public_services,
    list_services,
    search,
)

__all__ = [
    "LONGEST_QUERY",
    "Change",
    "ChangeKind",
    "Folder",
    "Found",
    "LifeEventCard",
    "LifeEventNotFound",
    "ServiceNotFound",
    "clean_query",
    "find_public_service",
    "get_folder",
    "get_life_event",
    "get_pack",
    "get_page",
    "get_service",
    "list_changes",
    "list_last_changed",
    "list_life_events",
    "list_public_services",
    "list_services",
    "record_changes",
    "search",
]
