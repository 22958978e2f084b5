"""What the tests of notices share: a mail server, and a case with its data key."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytest_django.fixtures import SettingsWrapper

from sala.infra import envelopes, tenancy
from sala.infra.envelopes import Envelope
from sala.kernel.unique import uuid7

from .mail import MailServer

MORNING = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
TOWN = "tua-yang"


@pytest.fixture
def mail_server(settings: SettingsWrapper) -> Iterator[MailServer]:
    """Run a mail server, and have Django speak SMTP to it."""
    server = MailServer()
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 1
    yield server
    server.stop()


@pytest.fixture
def case_id() -> UUID:
    """Name a case."""
    return uuid7(MORNING)


@pytest.fixture
def envelope(db: None, case_id: UUID) -> Envelope:
    """Give the case its data key, in a transaction that has entered the town."""
    tenancy.enter(agency=TOWN)
    _, made = envelopes.new_data_key(subject=case_id, at=MORNING)
    return made
