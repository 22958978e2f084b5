"""A ledger to write to, and the owner's hand that tampers with it."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from .people import KEY, NOON, ORIGIN, Examine, Sequence, Tamper

# pytest reads this file before Django is set up, so what needs Django is imported by the fixtures themselves.


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    return tmp_path / "ledger" / "checkpoint"


@pytest.fixture
def sequence(remembered: Path) -> Sequence:
    from .. import public as ledger

    return lambda: ledger.sequence(key=KEY, origin=ORIGIN, remembered_in=remembered, at=NOON)


@pytest.fixture
def examine(remembered: Path) -> Examine:
    from .. import public as ledger

    return lambda: ledger.examine_ledger(key=KEY.public_key(), remembered_in=remembered)


@pytest.fixture
def tamper(transactional_db: None) -> Iterator[Tamper]:
    """Give a function that changes the tables as their owner may, past every right and policy."""
    from django.db import connection

    from sala.infra import postgres

    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url("sala_owner"), dbname=name, autocommit=True) as owner:

        def execute(*statements: str) -> None:
            for statement in statements:
                owner.execute(statement)

        yield execute
