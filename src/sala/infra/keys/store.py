"""Where keys are kept and how a process gets at them."""

import base64
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from sala.infra import modes
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from . import making
from .purposes import Purpose

State = Literal["next", "current", "verify-only", "destroyed"]
SigningKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey

_declared: set[Purpose] = set()


class PurposeNotDeclared(SalaError):
    """This process did not declare that it needs keys of this purpose."""

    code = "key-purpose-not-declared"
    status = 500
    message = Text(th="กระบวนการนี้ไม่มีสิทธิ์ใช้กุญแจ {purpose}", en="This process may not load keys for {purpose}")


class KeyMissing(SalaError):
    """There is no key for this purpose and none may be generated."""

    code = "key-missing"
    status = 500
    message = Text(
        th="ไม่พบกุญแจ {purpose} กรุณาตั้งค่า SALA_KEY_{variable} หรือไฟล์กุญแจ",
        en="There is no {purpose} key: set SALA_KEY_{variable} or provide its file",
    )


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its id, its state, its secret bytes (raw, or PKCS#8 DER) and what may be public (DER)."""

    id: str
    state: State
    material: bytes
    public: bytes


def declare(*purposes: Purpose) -> None:
    """Say once, at the start of a process, which purposes it may load."""
    _declared.update(purposes)


def secret(purpose: Purpose) -> tuple[str, bytes]:
    """Give the current symmetric key of a purpose as (key id, 32 bytes)."""
    key = _current(purpose)
    return key.id, key.material


def secret_by_id(purpose: Purpose, key_id: str) -> bytes:
    """
    Give one symmetric key, current or verify-only, for what was made with it earlier.

    :raises KeyMissing: no such key, or it was destroyed.
    """
    for key in _load(purpose):
        if key.id == key_id and key.state in ("current", "verify-only"):
            return key.material
    raise KeyMissing(purpose=purpose, variable=_variable(purpose))


def signing_key(purpose: Purpose) -> SigningKey:
    """Give the current private key of a signing purpose: Ed25519 for the ledger, P-256 for seals."""
    loaded = serialization.load_der_private_key(_current(purpose).material, password=None)
    if not isinstance(loaded, ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey):
        raise KeyMissing(purpose=purpose, variable=_variable(purpose))
    return loaded


def public_key(purpose: Purpose) -> bytes:
    """Give the public half (DER SubjectPublicKeyInfo); any process may read it."""
    return _public_half(purpose)["key"]


def certificate(purpose: Purpose) -> tuple[bytes, ...]:
    """Give the certificate chain of a sealing purpose (DER, own certificate first); any process may read it."""
    half = _public_half(purpose)
    return half["certificate"], half["issuer"]


def web_secret(var: Path) -> str:
    """Give Django's secret as text. Every process needs it, so its purpose is always declared."""
    declare("web")
    return secret("web")[1].hex()


def ensure_all(var: Path) -> list[Purpose]:
    """Make the keys that are missing, where this installation may; name the ones made."""
    return [purpose for purpose in making.RECIPES if _ensure(purpose, var)]


def _variable(purpose: Purpose) -> str:
    return purpose.upper().replace("-", "_")


def _installation() -> modes.Installation:
    return modes.from_environment(os.environ)


def _current(purpose: Purpose) -> Key:
    for key in _load(purpose):
        if key.state == "current":
            return key
    raise KeyMissing(purpose=purpose, variable=_variable(purpose))


@cache
def _load(purpose: Purpose) -> tuple[Key, ...]:
    if purpose not in _declared:
        raise PurposeNotDeclared(purpose=purpose)
    return tuple(
        Key(id=k["id"], state=k["state"], material=_bytes(k["material"]), public=_bytes(k.get("public", {}).get("key")))
        for k in json.loads(_text(purpose))
    )


def _bytes(text: str | None) -> bytes:
    return base64.b64decode(text or "")


def _text(purpose: Purpose) -> str:
    if given := os.environ.get(f"SALA_KEY_{_variable(purpose)}"):
        return given
    installation = _installation()
    _ensure(purpose, installation.var)
    file = making.secret_file(installation.var, purpose)
    if not file.exists():
        raise KeyMissing(purpose=purpose, variable=_variable(purpose))
    return file.read_text("utf-8")


@cache
def _public_half(purpose: Purpose) -> dict[str, bytes]:
    file = making.public_file(_installation().var, purpose)
    text = os.environ.get(f"SALA_PUBLIC_KEY_{_variable(purpose)}") or (file.exists() and file.read_text("utf-8"))
    if not text:
        raise KeyMissing(purpose=purpose, variable=_variable(purpose))
    return {name: _bytes(value) for name, value in json.loads(text).items()}


def _ensure(purpose: Purpose, var: Path) -> bool:
    if making.is_whole(purpose, var) or not _installation().generated_keys:
        return False
    return making.make(purpose, var)
