"""How to reach the database as one of its two roles, and which database that is. Nothing is started."""

import os
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from . import places

Role = Literal["sala_owner", "sala_app"]
OWNER: Role = "sala_owner"
APP: Role = "sala_app"

_DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def connection_settings(role: Role = APP, *, var: Path | None = None) -> dict[str, Any]:
    """
    Write one entry of Django's `DATABASES` for a role.

    With `DATABASE_URL` every session starts as the role, whoever logs in; otherwise the role itself logs in through
    the embedded server's private socket.
    """
    address = os.environ.get("DATABASE_URL")
    parts = _external_parts(address, role) if address else _embedded_parts(var or places.default_var(), role)
    settings: dict[str, Any] = {name: str(parts.pop(key)) for key, name in _DJANGO_NAMES.items() if key in parts}
    return {"ENGINE": "django.db.backends.postgresql", **settings, "OPTIONS": parts}


def url(role: Role = APP, *, var: Path | None = None) -> str:
    """Write the address of the database for a role, for libraries that take one string."""
    address = os.environ.get("DATABASE_URL")
    if address:
        return make_conninfo("", **_external_parts(address, role))
    folder = places.socket_folder(var or places.default_var())
    return f"postgresql://{role}@/{places.DATABASE}?host={quote(str(folder), safe='')}&port={places.PORT}"


def identify(*, var: Path | None = None) -> str:
    """Name this very database: one made anew answers otherwise, whatever its address."""
    question = "SELECT system_identifier, oid FROM pg_control_system(), pg_database WHERE datname = current_database()"
    with psycopg.connect(url(APP, var=var)) as connection:
        return str(connection.execute(question).fetchone())


def _external_parts(address: str, role: Role) -> dict[str, Any]:
    parts: dict[str, Any] = {key: value for key, value in conninfo_to_dict(address).items() if value is not None}
    parts["options"] = f"{parts.get('options', '')} -c role={role}".strip()
    return parts


def _embedded_parts(var: Path, role: Role) -> dict[str, Any]:
    return {"dbname": places.DATABASE, "user": role, "host": str(places.socket_folder(var)), "port": places.PORT}
