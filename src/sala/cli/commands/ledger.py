"""`sala ledger`: sign the record as it grows, and check all of it."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from sala.kernel.bilingual import LANGS, Text
from sala.kernel.errors import SalaError

if TYPE_CHECKING:
    from sala.domains.ledger.public import Memory

PAUSE_SECONDS = 0.5  # about two checkpoints a second
PAUSE_AFTER_FAILURE_SECONDS = 2.0
PAUSE_AFTER_TAMPERING_SECONDS = 60.0  # a person has to look; until then the log repeats it

WHOLE = Text(
    th="บันทึกถาวรครบถ้วน จำนวนรายการ {entries} จุดตรวจที่ลงลายมือชื่อ {checkpoints} ลบแล้ว {erased} รอลงลายมือชื่อ {waiting}",
    en="The record is whole. Entries: {entries}, checkpoints: {checkpoints}, erased: {erased}, waiting: {waiting}",
)
FAULTY = Text(
    th="บันทึกถาวรผิดที่ลำดับ {index} รายการ {entry} ({kind}): {explanation}",
    en="The record is wrong at index {index}, entry {entry} ({kind}): {explanation}",
)
NOT_REMEMBERED = Text(
    th="ไม่พบจุดตรวจที่เก็บไว้นอกฐานข้อมูล ({file}) จึงไม่เห็นว่าส่วนท้ายของบันทึกถูกตัดออกหรือไม่",
    en="No checkpoint is kept outside the database ({file}), so an end that was cut off would not be seen",
)
NOT_ED25519 = Text(
    th="กุญแจ ledger-checkpoint ต้องเป็นชนิด Ed25519 ให้เปลี่ยนไฟล์กุญแจ",
    en="The ledger-checkpoint key must be an Ed25519 key: replace its file",
)

_log = logging.getLogger("sala.ledger")


@click.group(help="Sign and check the tamper-evident record.")
def command() -> None:
    """Set Django up for the sub-command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()


@command.command(help="Give new entries their places in the tree and sign it, twice a second, until stopped.")
def sequence() -> None:
    """Run the sequencer: the only process that may load the key that signs the record."""
    from sala.domains.ledger import public as ledger

    key, memory = _signing_key(), ledger.Memory()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    while not stopped.wait(_sequence_once(key, memory)):
        pass


@command.command(help="Recompute every entry, root and signature. Exit code 1 names the first entry that is wrong.")
def verify() -> None:
    """Examine the whole record and say what was found, in both languages."""
    from sala.domains.ledger import public as ledger

    file = _remembered_in()
    found = ledger.examine_ledger(key=_public_key(), remembered_in=file)
    if found.checkpoints and not file.exists():
        _say(NOT_REMEMBERED.fill(file=file))
    if found.fault is None:
        counts = {"erased": found.erased, "waiting": found.waiting}
        _say(WHOLE.fill(entries=found.entries, checkpoints=found.checkpoints, **counts))
        return
    fault = found.fault
    _say(FAULTY.fill(index=fault.index, entry=fault.entry or "-", kind=fault.kind, explanation=fault.explanation))
    sys.exit(1)


def _sequence_once(key: Ed25519PrivateKey, memory: "Memory") -> float:
    """Sign what is new, and give the seconds to wait. Nothing ends the process: what waits is signed later."""
    from django.conf import settings
    from django.db import OperationalError, connection

    from sala.domains.ledger import public as ledger

    origin = settings.SALA_ORIGIN.split("://", 1)[1] + "/ledger"
    try:
        if fork := ledger.find_fork(memory=memory, key=key.public_key):
            _log.error(fork.explanation.en)
            return PAUSE_AFTER_TAMPERING_SECONDS
        ledger.sequence(key=key, origin=origin, remembered_in=_remembered_in(), at=datetime.now(UTC))
    except OperationalError:
        _log.warning("The database does not answer; entries wait to be signed")
        connection.close()
        return PAUSE_AFTER_FAILURE_SECONDS
    except ledger.LedgerTampered as refusal:
        _log.error(refusal.text.en)
        return PAUSE_AFTER_TAMPERING_SECONDS
    return PAUSE_SECONDS


def _signing_key() -> Ed25519PrivateKey:
    from sala.infra import keys

    keys.declare("ledger-checkpoint")
    with _refusals_shown():
        key = keys.signing_key("ledger-checkpoint")
    if not isinstance(key, Ed25519PrivateKey):
        _refuse(NOT_ED25519)
    return key


def _public_key() -> Ed25519PublicKey:
    from sala.infra import keys

    with _refusals_shown():
        key = load_der_public_key(keys.public_key("ledger-checkpoint"))
    if not isinstance(key, Ed25519PublicKey):
        _refuse(NOT_ED25519)
    return key


@contextmanager
def _refusals_shown() -> Iterator[None]:
    try:
        yield
    except SalaError as refusal:
        _refuse(refusal.text)


def _refuse(text: Text) -> NoReturn:
    raise click.ClickException(text.th + "\n" + text.en)


def _remembered_in() -> Path:
    from django.conf import settings

    return Path(settings.VAR) / "ledger" / "checkpoint"


def _say(text: Text) -> None:
    for lang in LANGS:
        click.echo(text[lang])
