"""Tests run on a PostgreSQL of their own, as the role that serves: what row-level security hides is hidden here too."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.cast import Acting, Browser, Cast, SignedInAs, Stage, forget_jobs, load_country, work_off_queue

_ROOT = Path(__file__).parent
_TEST_DATABASE = "test_sala"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
os.environ.setdefault("SALA_VAR", str(_ROOT / "var" / "test"))
os.environ.setdefault("SALA_PACK", str(_ROOT / "thailand"))
os.environ.setdefault("SALA_LOG_LEVEL", "ERROR")
os.environ.setdefault("SALA_POPULATION", "20000")


def pytest_configure(config: pytest.Config) -> None:
    """Let the tests' own process load every key: it plays all the processes."""
    import django

    from sala.infra import keys

    keys.declare("key-encryption", "blind-index", "ledger-checkpoint", "seal")
    django.setup()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: object) -> Iterator[None]:
    """Make the tables as sala_owner in a database of the tests' own, then serve as sala_app."""
    from django.core.management import call_command
    from django.db import connection

    with _server_with(_TEST_DATABASE), django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django exports no type for it
        _become("sala_owner")
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            # Only to empty the tables after a test that commits; the product's own role may not.
            cursor.execute("GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO sala_app")
        _become("sala_app")
        with django_db_blocker.block():  # type: ignore[attr-defined]  # as above
            yield
        connection.close()


@contextmanager
def _server_with(database: str) -> Iterator[None]:
    """Have an empty database of this name: on the server `DATABASE_URL` names, else on an embedded one."""
    import psycopg
    from psycopg import sql

    from sala.infra import postgres

    address = os.environ.get("DATABASE_URL")
    server = None if address else postgres.ensure(Path(os.environ["SALA_VAR"]))
    with psycopg.connect(address or postgres.url("sala_owner"), autocommit=True) as login:
        login.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(database)))
        login.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    if address:
        os.environ["DATABASE_URL"] = psycopg.conninfo.make_conninfo(address, dbname=database)
        postgres.prepare_external(os.environ["DATABASE_URL"])
    yield
    if server is not None:
        postgres.stop(server)


def _become(role: str) -> None:
    from django.db import connection

    from sala.infra.postgres import connection_settings

    connection.close()
    wanted = connection_settings(role)  # type: ignore[arg-type]  # one of the two roles
    connection.settings_dict.update({**wanted, "NAME": _TEST_DATABASE})


@pytest.fixture
def today() -> datetime:
    """The moment the pack was loaded and everybody signed in; a folder of tests may choose its own."""
    return datetime.now(UTC)


@pytest.fixture
def cast(db: None, today: datetime) -> Cast:
    """The whole pack is loaded: agencies, releases, registers. Gives the id of each fictional person, by key."""
    return load_country(at=today)


@pytest.fixture
def stage(cast: Cast, today: datetime) -> Stage:
    """Where the standing cast acts."""
    return Stage(at=today)


@pytest.fixture
def signed_in_as(stage: Stage) -> SignedInAs:
    """Give a fictional person as the actor of this test's transaction: `signed_in_as("elder")`; None is nobody."""
    return stage.actor


@pytest.fixture
def acting(stage: Stage) -> Acting:
    """Open a transaction like a request's: `with acting("elder") as elder:`. For tests that commit."""
    return stage.acting


@pytest.fixture
def unbuilt_assets(settings: Settings) -> None:
    """Let pages name their styles and scripts by their plain names, whether or not the assets were built here."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def browser(stage: Stage, unbuilt_assets: None) -> Browser:
    """Give a browser in which somebody has signed in: `browser("officer").get("/desk")`; None is nobody."""
    return stage.browser


@pytest.fixture
def forgets_editions() -> Iterator[None]:
    """Let what a test publishes leave this process's memory with it: other tests see the folders again."""
    yield
    from sala.domains.catalogue.queries import current

    current._standing.clear()


@pytest.fixture
def work_off(transactional_db: None) -> Callable[[], None]:
    """Do the jobs that wait, as the worker would. The test commits, so it takes longer: share what it proves."""
    forget_jobs()
    return work_off_queue
