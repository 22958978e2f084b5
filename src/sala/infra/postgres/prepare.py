"""What the embedded server holds before the first migration: the two roles, and the database the owner owns."""

import psycopg
from psycopg import sql

from .connections import APP, OWNER
from .places import DATABASE
from .roles import grant_defaults, make_roles, refuse_powerful


def prepare_embedded(connection: psycopg.Connection) -> None:
    """
    Make the roles and the database where they are missing.

    The owner may make databases, and every one made from the template knows what the application may do: tests
    make one of their own and find it like the real one.

    :param connection: the superuser's, in autocommit, to the database `postgres`.
    """
    make_roles(connection, attributes={OWNER: "LOGIN CREATEDB", APP: "LOGIN"})
    refuse_powerful(connection)
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
        return
    connection.execute(f"GRANT {APP} TO {OWNER}")
    with psycopg.connect(connection.info.dsn, dbname="template1", autocommit=True) as template:
        grant_defaults(template)
    create = sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
    connection.execute(create)
