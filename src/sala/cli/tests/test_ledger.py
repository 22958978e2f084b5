"""`sala ledger` signs until it is told to stop, and says with its exit code whether the record is whole."""

import os
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ..commands.ledger import PAUSE_AFTER_TAMPERING_SECONDS, _sequence_once, command

pytestmark = pytest.mark.django_db(transaction=True)

CASE = UUID("01935d00-0000-7000-8000-0000000000c1")
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    """Keep the remembered checkpoint of each test apart."""
    settings.VAR = tmp_path
    return tmp_path


@pytest.fixture
def signal_handlers() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def signed_entry(signal_handlers: None) -> UUID:
    """Append one entry, and let the sequencer run until SIGTERM."""
    from sala.domains.ledger import public as ledger

    id_ = ledger.append(ledger.LedgerEntry("case.received", CASE, "city-example", NOON, {"channel": "web"}))
    stop = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))
    stop.start()
    assert CliRunner().invoke(command, ["sequence"]).exit_code == 0
    stop.join()
    return id_


def verify() -> Result:
    return CliRunner().invoke(command, ["verify"])


def test_a_signed_record_is_whole_in_both_languages(signed_entry: UUID) -> None:
    result = verify()
    assert result.exit_code == 0
    thai, english = result.output.splitlines()
    assert "ครบถ้วน จำนวนรายการ 1" in thai
    assert english == "The record is whole. Entries: 1, checkpoints: 1, erased: 0, waiting: 0"


def test_a_broken_record_ends_with_exit_code_1_and_names_the_entry(signed_entry: UUID) -> None:
    from django.db import connection, transaction

    from sala.infra import tenancy

    with transaction.atomic(), connection.cursor() as cursor:
        tenancy.enter(agency="city-example")
        cursor.execute("DELETE FROM ledger_salt")
    result = verify()
    assert result.exit_code == 1
    assert f"The record is wrong at index 0, entry {signed_entry} (salt-missing)" in result.output


def test_a_missing_outside_checkpoint_is_told(signed_entry: UUID, var: Path) -> None:
    (var / "ledger" / "checkpoint").unlink()
    result = verify()
    assert result.exit_code == 0
    assert "No checkpoint is kept outside the database" in result.output


def test_the_sequencer_signs_nothing_on_a_fork(signed_entry: UUID, caplog: pytest.LogCaptureFixture) -> None:
    from sala.domains.ledger import public as ledger
    from sala.infra import keys

    seen = ledger.SignedCheckpoint(9, bytes(32), "", NOON)
    key = keys.signing_key("ledger-checkpoint")
    assert isinstance(key, Ed25519PrivateKey)
    ledger.append(ledger.LedgerEntry("case.received", CASE, "city-example", NOON, {"channel": "web"}))

    assert _sequence_once(key, ledger.Memory(seen)) == PAUSE_AFTER_TAMPERING_SECONDS
    assert ledger.count_unsigned_entries() == 1
    assert "of 9 entries; now 1" in caplog.text
