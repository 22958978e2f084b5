"""A real PostgreSQL, named by `DATABASE_URL`: its login makes the two roles once, then every session takes one on."""

import psycopg
from psycopg import errors as postgres_errors
from psycopg import sql

from .connections import APP, OWNER
from .errors import DatabaseTooOld, RolesNotAllowed
from .roles import grant_defaults, make_roles, refuse_powerful

OLDEST_MAJOR = 15


def prepare_external(database_url: str) -> None:
    """
    Make the two roles on a real server, or use those that are there, and let the login take on either.

    Everything happens in one transaction, so a refusal leaves nothing half made.

    :raises DatabaseTooOld: older than PostgreSQL 15.
    :raises RolesNotAllowed: the login may not; the message holds the statements for an administrator.
    :raises RoleTooPowerful: a role would see past row-level security.
    """
    with psycopg.connect(database_url, connect_timeout=10) as connection:
        major = connection.info.server_version // 10_000
        if major < OLDEST_MAJOR:
            raise DatabaseTooOld(found=major, oldest=OLDEST_MAJOR)
        try:
            _prepare(connection)
        except postgres_errors.InsufficientPrivilege as refusal:
            raise RolesNotAllowed(
                login=connection.info.user,
                reason=str(refusal).splitlines()[0],
                command=_statements(login=connection.info.user, database=connection.info.dbname),
            ) from refusal


def _prepare(connection: psycopg.Connection) -> None:
    make_roles(connection, attributes={})
    refuse_powerful(connection)
    login, database = connection.info.user, sql.Identifier(connection.info.dbname)
    for role in (OWNER, APP):
        if not _can_take_on(connection, role):
            connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(login)))
    if not _may_migrate(connection):
        rights = "GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {} TO {}"
        connection.execute(sql.SQL(rights).format(database, sql.Identifier(OWNER)))
        connection.execute(f"GRANT CREATE, USAGE ON SCHEMA public TO {OWNER}")
    grant_defaults(connection)


def _can_take_on(connection: psycopg.Connection, role: str) -> bool:
    # PostgreSQL 16 parts membership from the right to SET ROLE; before it, they are one.
    right = "SET" if connection.info.server_version >= 16_00_00 else "MEMBER"
    row = connection.execute("SELECT pg_has_role(%s, %s)", (role, right)).fetchone()
    return bool(row and row[0])


def _may_migrate(connection: psycopg.Connection) -> bool:
    row = connection.execute("SELECT has_schema_privilege(%s, 'public', 'CREATE')", (OWNER,)).fetchone()
    return bool(row and row[0])


def _statements(*, login: str, database: str) -> str:
    return (
        f"CREATE ROLE {OWNER} NOSUPERUSER NOBYPASSRLS; CREATE ROLE {APP} NOSUPERUSER NOBYPASSRLS; "
        f'GRANT {OWNER}, {APP} TO "{login}"; GRANT CREATE ON DATABASE "{database}" TO {OWNER}; '
        f"GRANT CREATE, USAGE ON SCHEMA public TO {OWNER};"
    )
