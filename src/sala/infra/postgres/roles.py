"""The two roles and what each may do, the same on every server. Safe to repeat."""

import psycopg
from psycopg import sql

from .connections import APP, OWNER
from .errors import RoleTooPowerful

_ATTRIBUTES = "NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION"

# What the owner makes later belongs to the application too, except the right to change the tables themselves.
_DEFAULTS = f"""
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE, SELECT ON SEQUENCES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT EXECUTE ON FUNCTIONS TO {APP};
"""


def make_roles(connection: psycopg.Connection, *, attributes: dict[str, str]) -> None:
    """
    Make the roles that are missing.

    :param attributes: what each role has beyond being harmless, by role; for example LOGIN.
    """
    found = {
        row[0] for row in connection.execute("SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s)", (OWNER, APP))
    }
    for role in (OWNER, APP):
        if role not in found:
            statement = f"CREATE ROLE {{}} {_ATTRIBUTES} {attributes.get(role, '')}"
            connection.execute(sql.SQL(statement).format(sql.Identifier(role)))


def grant_defaults(connection: psycopg.Connection) -> None:
    """Let the application use whatever the owner makes in this database. The caller must be the owner or above it."""
    connection.execute(_DEFAULTS)


def refuse_powerful(connection: psycopg.Connection) -> None:
    """
    Check that row-level security binds both roles.

    The owner too: its own tables force their policies on it, and only a bypassing role would escape them.

    :raises RoleTooPowerful: a role is superuser or bypasses row-level security, or the application is the owner.
    """
    rows = connection.execute(
        "SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s) AND (rolsuper OR rolbypassrls)", (OWNER, APP)
    ).fetchall()
    for (role,) in rows:
        raise RoleTooPowerful(role=role, command=f"ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;")
    member = connection.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", (APP, OWNER)).fetchone()
    if member is not None and member[0]:
        raise RoleTooPowerful(role=APP, command=f"REVOKE {OWNER} FROM {APP};")
