"""What a probe is told of the ledger's history."""

import logging
from datetime import UTC, datetime

import pytest
from django.test import Client

from sala.domains.ledger import public as ledger
from sala.sites.api import health

pytestmark = pytest.mark.django_db

SEEN = ledger.SignedCheckpoint(8, bytes(32), "sala.example/ledger\n8\n", datetime(2026, 11, 20, tzinfo=UTC))


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> ledger.Memory:
    memory = ledger.Memory()
    monkeypatch.setattr(health, "_MEMORY", memory)
    return memory


def history() -> object:
    return Client().get("/health").json()["parts"]["ledger-history"]


def test_a_ledger_that_goes_on_is_well() -> None:
    assert history() == "ok"
    assert b"sala_ledger_forks 0\n" in Client().get("/metrics").content


def test_a_fork_makes_a_probe_fail_and_is_logged(memory: ledger.Memory, caplog: pytest.LogCaptureFixture) -> None:
    memory.seen = SEEN
    with caplog.at_level(logging.ERROR, "sala.ledger"):
        answer = Client().get("/health")
    assert (answer.status_code, history()) == (503, "forked")
    assert b"sala_ledger_forks 1\n" in Client().get("/metrics").content
    assert "of 8 entries; now 0" in caplog.text
