"""
A data key for each case and each person, wrapped by the key-encryption key. Erasure destroys the data key.

AES-256-GCM; the place a value stands in (`table.column:pk`) is authenticated with it, so moved ciphertext is refused.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sala.infra import keys
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from .models import DataKey

Sealed = bytes | memoryview
"""Ciphertext as it stands in a row: the driver may give a view of it."""

_NONCE_BYTES = 12


class CannotOpen(SalaError):
    """The ciphertext was changed, moved to another place, or its key is gone."""

    code = "cannot-open"
    status = 500
    message = Text(th="เปิดข้อมูลที่เข้ารหัสไว้ไม่ได้", en="Encrypted data could not be opened")


@dataclass(frozen=True, slots=True, repr=False)
class Envelope:
    """Seals and opens the values of one subject. Holds the clear data key: keep it no longer than a request."""

    key: bytes

    def seal(self, clear: bytes, *, place: str) -> bytes:
        """Encrypt bytes for one place (`table.column:pk`)."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self.key).encrypt(nonce, clear, place.encode())

    def open(self, sealed: Sealed, *, place: str) -> bytes:
        """
        Decrypt bytes that were sealed for this place.

        :raises CannotOpen: changed, moved, or sealed under another key.
        """
        sealed = bytes(sealed)
        try:
            return AESGCM(self.key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: too short to have been sealed
            raise CannotOpen from error

    def seal_json(self, value: Any, *, place: str) -> bytes:
        """Encrypt a JSON value for one place."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), place=place)

    def open_json(self, sealed: Sealed, *, place: str) -> Any:
        """Decrypt a JSON value; empty bytes mean nothing was stored and give None."""
        return json.loads(self.open(sealed, place=place)) if sealed else None


def new_data_key(*, subject: UUID, at: datetime) -> tuple[DataKey, Envelope]:
    """Make and store the data key of a case or a person. One statement."""
    row, envelope = make_data_key(subject=subject, at=at)
    row.save(force_insert=True)
    return row, envelope


def make_data_key(*, subject: UUID, at: datetime) -> tuple[DataKey, Envelope]:
    """Make a data key without storing it, for a caller that inserts it together with other rows."""
    key_id, wrapping = keys.secret("key-encryption")
    clear = secrets.token_bytes(32)
    wrapped = Envelope(wrapping).seal(clear, place=_place(subject))
    return DataKey(subject=subject, wrapped=wrapped, key_id=key_id, made_at=at), Envelope(clear)


def envelope_of(row: DataKey) -> Envelope:
    """Unwrap a stored data key; costs no statement."""
    wrapping = keys.secret_by_id("key-encryption", row.key_id)
    return Envelope(Envelope(wrapping).open(row.wrapped, place=_place(row.subject)))


def find_envelope(*, subject: UUID) -> Envelope | None:
    """Read and unwrap a subject's data key, or None once it was destroyed. One statement."""
    row = DataKey.objects.filter(subject=subject).first()
    return envelope_of(row) if row else None


def destroy_data_key(*, subject: UUID) -> bool:
    """Erase a subject: what its key encrypted can never be opened again. Says whether there was a key."""
    deleted, _ = DataKey.objects.filter(subject=subject).delete()
    return deleted > 0


def _place(subject: UUID) -> str:
    return f"infra_data_key.wrapped:{subject}"
