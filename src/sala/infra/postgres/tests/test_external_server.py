"""A real server somebody else runs: the newest one Sala knows, and the oldest where Debian's is installed."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sala.infra import postgres
from sala.infra.postgres import cluster, programs

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture(params=["18", pytest.param("15", marks=pytest.mark.conformance)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Run a server with none of Sala's roles, and give the address its administrator would hand out."""
    var = tmp_path
    known = programs.find_programs(var, say=lambda _: None)
    if request.param == "15":
        if not DEBIAN_15.is_dir():
            pytest.skip("Debian's PostgreSQL 15 is not installed")
        known = dataclasses.replace(known, folder=DEBIAN_15)
    cluster.make_data(known, var / "postgres", log=var / "log")
    running = cluster.start(known, var, var / "postgres")
    superuser = f"postgresql://postgres@/postgres?host={running.socket_dir}"
    with psycopg.connect(superuser, autocommit=True) as administrator:
        administrator.execute("CREATE ROLE login_of_sala LOGIN CREATEROLE")
        administrator.execute("CREATE ROLE login_without_rights LOGIN")
        administrator.execute("CREATE DATABASE office OWNER login_of_sala")
    yield f"postgresql://login_of_sala@/office?host={running.socket_dir}"
    postgres.stop(running)


def _user_of(address: str, role: postgres.connections.Role, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("DATABASE_URL", address)
    settings = postgres.connection_settings(role)
    with psycopg.connect(
        host=settings["HOST"], dbname=settings["NAME"], user=settings["USER"], **settings["OPTIONS"]
    ) as connection:
        return (connection.execute("SELECT current_user").fetchone() or [None])[0]


def test_login_without_the_right_is_told_what_to_ask_for(address: str) -> None:
    without = address.replace("login_of_sala", "login_without_rights")
    with pytest.raises(postgres.RolesNotAllowed) as refusal:
        postgres.prepare_external(without)

    with psycopg.connect(address.replace("login_of_sala", "postgres"), autocommit=True) as administrator:
        administrator.execute(str(refusal.value.values["command"]))
    postgres.prepare_external(without)


def test_sessions_start_as_the_role(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.prepare_external(address)
    postgres.prepare_external(address)  # every start of Sala says it again

    assert _user_of(address, postgres.APP, monkeypatch) == "sala_app"
    assert _user_of(address, postgres.OWNER, monkeypatch) == "sala_owner"


def test_owner_migrates_and_application_serves(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    postgres.prepare_external(address)
    monkeypatch.setenv("DATABASE_URL", address)

    with psycopg.connect(postgres.url(postgres.OWNER)) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS served (line text)")
    with psycopg.connect(postgres.url(postgres.APP)) as application:
        application.execute("INSERT INTO served VALUES ('one')")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute("DROP TABLE served")


def test_an_application_role_that_sees_past_policies_is_refused(address: str) -> None:
    postgres.prepare_external(address)
    administrator = address.replace("login_of_sala", "postgres")
    with psycopg.connect(administrator, autocommit=True) as connection:
        connection.execute("ALTER ROLE sala_app BYPASSRLS")

    with pytest.raises(postgres.RoleTooPowerful):
        postgres.prepare_external(address)
