"""Notices on their way, through a real SMTP conversation."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from sala.infra import envelopes, tenancy
from sala.infra.envelopes import Envelope
from sala.kernel.unique import uuid7

from .. import public as notices
from .. import tasks
from ..contracts import Notice
from ..logic.refusals import MAX_ATTEMPTS
from ..models import Notice as NoticeRow
from .mail import MailServer, deaf_socket
from .test_words import VALUES

Sender = Callable[..., Notice]
MORNING = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
TOWN = "tua-yang"


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[MailServer]:
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


@pytest.fixture
def send(case_id: UUID, envelope: Envelope) -> Sender:
    """Send the receipt of a case, in Thai."""

    def send_one(email: str = "samran@example.com") -> Notice:
        return notices.send(
            to=notices.Recipient(person=UUID(int=2), email=email),
            template="received",
            values=VALUES,
            lang="th",
            about=case_id,
            agency=TOWN,
            envelope=envelope,
            at=MORNING,
        )

    return send_one


def deliver(notice: Notice) -> None:
    """Run the job of a notice."""
    tasks.deliver_notice(notice_id=str(notice.id), agency=TOWN)


def state_of(notice: Notice) -> str:
    """Read how a notice stands."""
    return NoticeRow.objects.get(id=notice.id).state


def test_a_notice_is_delivered_as_it_is_kept(send: Sender, mail_server: MailServer, envelope: Envelope) -> None:
    notice = send()
    deliver(notice)
    (message,) = mail_server.received
    (kept,) = notices.list_notices(about=notice.about, envelope=envelope)
    assert kept.state == "sent"
    assert message["Subject"].strip() == kept.subject == "ได้รับเรื่องเลขที่ 6911-0042-K แล้ว"
    assert message.get_content().splitlines() == kept.body.splitlines()


def test_a_message_says_that_a_machine_sent_it(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    deliver(notice)
    (message,) = mail_server.received
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == f"<{notice.id}@localhost>"
    assert message["To"] == "samran@example.com"


def test_a_job_that_runs_again_sends_nothing(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    deliver(notice)
    deliver(notice)
    assert len(mail_server.received) == 1


def test_a_server_that_is_down_gets_the_notice_when_it_is_back(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    mail_server.stop()
    with pytest.raises(notices.DeliveryPostponed):
        deliver(notice)
    assert state_of(notice) == "queued"
    mail_server.start()
    deliver(notice)
    assert (state_of(notice), len(mail_server.received)) == ("sent", 1)


def test_a_server_that_hangs_does_not_hold_the_worker(
    send: Sender, mail_server: MailServer, settings: Settings
) -> None:
    with deaf_socket() as deaf:
        settings.EMAIL_PORT = deaf.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(notices.DeliveryPostponed):
            deliver(send())
    assert time.monotonic() - began < 5


def test_a_transient_refusal_is_tried_again(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    mail_server.reply = "451 try later"
    with pytest.raises(notices.DeliveryPostponed):
        deliver(notice)
    mail_server.reply = "250 OK"
    deliver(notice)
    assert (state_of(notice), len(mail_server.received)) == ("sent", 1)


def test_a_permanent_refusal_ends_it(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    mail_server.reply = "550 no such user"
    deliver(notice)
    assert state_of(notice) == "failed"


def test_the_last_attempt_ends_it(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    mail_server.stop()
    NoticeRow.objects.filter(id=notice.id).update(attempts=MAX_ATTEMPTS - 1)
    deliver(notice)
    assert state_of(notice) == "failed"


@pytest.mark.parametrize("address", ["nobody", "a@example.com\nBcc: b@example.com"])
def test_an_address_that_is_none_breaks_nothing(send: Sender, mail_server: MailServer, address: str) -> None:
    notice = send(email=address)
    deliver(notice)
    assert mail_server.received == [] or "Bcc" not in mail_server.received[0]
    assert state_of(notice) in ("failed", "sent")


def test_without_an_address_a_notice_is_kept_for_the_status_page(send: Sender, envelope: Envelope) -> None:
    notice = send(email="")
    assert notice.state == "kept"
    assert "ได้รับเรื่อง “เบี้ยยังชีพผู้สูงอายุ” ของคุณแล้ว" in notice.body
    assert notices.list_notices(about=notice.about, envelope=envelope) == (notice,)


def test_an_erased_case_sends_nothing_more(send: Sender, mail_server: MailServer) -> None:
    notice = send()
    envelopes.destroy_data_key(subject=notice.about)
    deliver(notice)
    assert (state_of(notice), mail_server.received) == ("failed", [])


def test_another_agency_sees_no_notice(send: Sender, envelope: Envelope) -> None:
    notice = send()
    tenancy.enter(agency="elsewhere")
    assert notices.list_notices(about=notice.about, envelope=envelope) == ()


def test_nothing_a_notice_says_is_stored_in_the_clear(send: Sender) -> None:
    row = NoticeRow.objects.get(id=send().id)
    clear = "samran@example.com", "ได้รับเรื่อง"
    assert not any(word.encode() in bytes(column) for word in clear for column in (row.subject, row.body, row.address))


@pytest.mark.django_db(transaction=True)
def test_two_jobs_at_once_send_one_message(case_id: UUID, mail_server: MailServer) -> None:
    with transaction.atomic():
        tenancy.enter(agency=TOWN)
        _, envelope = envelopes.new_data_key(subject=case_id, at=MORNING)
        notice = notices.send(
            to=notices.Recipient(email="samran@example.com"),
            template="received",
            values=VALUES,
            lang="en",
            about=case_id,
            agency=TOWN,
            envelope=envelope,
            at=MORNING,
        )
    workers = [threading.Thread(target=_deliver_and_close, args=(notice,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(mail_server.received) == 1


def _deliver_and_close(notice: Notice) -> None:
    deliver(notice)
    connection.close()
