"""`verify-the-ledger.md`: its requests are answered, and its program finds a record whole, or not."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from sala.infra import keys

from .lessons import DOCS, read_boxes

PAGE = DOCS / "how-to" / "verify-the-ledger.md"
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
CASE = UUID("01935d00-0000-7000-8000-0000000000c1")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed(transactional_db: None, tmp_path: Path) -> None:
    from sala.domains.ledger import public as ledger

    key = keys.signing_key("ledger-checkpoint")
    assert isinstance(key, Ed25519PrivateKey)
    ledger.append_many([ledger.LedgerEntry("case.received", CASE, "city", NOON, {"number": n}) for n in range(600)])
    ledger.sequence(key=key, origin="sala.example/ledger", remembered_in=tmp_path / "kept", at=NOON)


def run_program(address: str) -> str:
    (program,) = (box.text for box in read_boxes(PAGE) if box.language == "python")
    return subprocess.run([sys.executable, "-c", program, address], capture_output=True, text=True, check=True).stdout


def test_every_request_of_the_page_is_answered(signed: None) -> None:
    asked = re.findall(r"http://localhost:8000([^'\s]+)", PAGE.read_text("utf-8"))

    assert len(asked) == 2
    assert {path: Client().get(path).status_code for path in asked} == dict.fromkeys(asked, 200)


def test_the_program_finds_the_record_whole(signed: None, live_server: Any) -> None:
    assert run_program(live_server.url) == "sala.example/ledger 600 whole\n"


def test_the_program_finds_a_checkpoint_of_another_tree(
    signed: None, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sala.domains.ledger import public as ledger
    from sala.sites.api import ledger as addresses

    true = ledger.find_latest_checkpoint()
    assert true is not None
    older = ledger.SignedCheckpoint(300, true.root, true.note.replace("\n600\n", "\n300\n"), NOON)
    monkeypatch.setattr(addresses, "_latest", lambda: older)

    assert run_program(live_server.url) == "sala.example/ledger 300 DIFFERS\n"
