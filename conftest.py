"""Tests run on a PostgreSQL of their own, as the role that serves: what row-level security hides is hidden here too."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
os.environ.setdefault("SALA_VAR", str(_ROOT / "var" / "test"))
os.environ.setdefault("SALA_PACK", str(_ROOT / "thailand"))
os.environ.setdefault("SALA_LOG_LEVEL", "ERROR")


def pytest_configure(config: pytest.Config) -> None:
    """Let the tests' own process load every key: it plays all the processes."""
    import django

    from sala.infra import keys

    keys.declare("key-encryption", "blind-index", "ledger-checkpoint", "seal")
    django.setup()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: object) -> Iterator[None]:
    """Make the tables as sala_owner, then serve as sala_app."""
    from django.db import connection

    from sala.infra import postgres

    server = None
    if address := os.environ.get("DATABASE_URL"):
        postgres.prepare_external(address)
    else:
        server = postgres.ensure(Path(os.environ["SALA_VAR"]))
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django exports no type for it
        _become("sala_owner")
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        with connection.cursor() as cursor:
            # Only to empty the tables after a test that commits; the product's own role may not.
            cursor.execute("GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO sala_app")
        _become("sala_app")
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # as above
        connection.close()
    if server is not None:
        postgres.stop(server)


def _become(role: str) -> None:
    from django.db import connection

    from sala.infra.postgres import connection_settings

    connection.close()
    wanted = connection_settings(role)  # type: ignore[arg-type]  # one of the two roles
    connection.settings_dict.update({key: wanted[key] for key in ("USER", "OPTIONS") if key in wanted})
