"""
The database, whichever it is: a real PostgreSQL 15+ named by `DATABASE_URL`, else one that Sala starts in `var/`.

Two roles, from the first migration: `sala_owner` owns the tables and migrates, `sala_app` serves and is bound by
row-level security. `connection_settings(role)` is what Django's settings need; it starts nothing. `ensure` starts the
embedded server or adopts the one that still runs; `stop` ends it; `prepare_external` makes the roles on a real server.

Nothing here imports Django, so the launcher works before settings exist.
"""

from .cluster import Server, is_alive, is_serving
from .connections import APP, OWNER, connection_settings, identify, url
from .errors import (
    DatabaseTooOld,
    PostgresDidNotStart,
    PostgresMissing,
    RolesNotAllowed,
    RoleTooPowerful,
    SocketFolderNotOurs,
    VersionDiffers,
)
from .external import prepare_external
from .server import ensure, stop

__all__ = [
    "APP",
    "OWNER",
    "DatabaseTooOld",
    "PostgresDidNotStart",
    "PostgresMissing",
    "RoleTooPowerful",
    "RolesNotAllowed",
    "Server",
    "SocketFolderNotOurs",
    "VersionDiffers",
    "connection_settings",
    "ensure",
    "identify",
    "is_alive",
    "is_serving",
    "prepare_external",
    "stop",
    "url",
]
