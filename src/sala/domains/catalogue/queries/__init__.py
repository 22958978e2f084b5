"""Reads of the catalogue: the pack in memory, the services in it, and how each is being edited."""

from .current import PerPack, get_pack, per_pack
from .editing import get_latest_editions, list_digests, list_editions, list_held
from .services import (
    find_public_service,
    follow_editions,
    get_folder,
    get_life_event,
    get_page,
    get_service,
    list_life_events,
    list_public_services,
    list_services,
    refresh,
    search,
)

__all__ = [
    "PerPack",
    "find_public_service",
    "follow_editions",
    "get_folder",
    "get_latest_editions",
    "get_life_event",
    "get_pack",
    "get_page",
    "get_service",
    "list_digests",
    "list_editions",
    "list_held",
    "list_life_events",
    "list_public_services",
    "list_services",
    "per_pack",
    "refresh",
    "search",
]
