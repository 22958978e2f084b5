"""Make demonstration keys: one 0600 file for each purpose, its public half beside it."""

import base64
import json
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import NameOID

from .purposes import Purpose

_SIGNING: tuple[Purpose, ...] = ("ledger-checkpoint", "seal")

Made = tuple[bytes, dict[str, bytes]]


def secret_file(var: Path, purpose: Purpose) -> Path:
    """Name the file of a purpose's secret keys."""
    return var / "keys" / f"{purpose}.json"


def public_file(var: Path, purpose: Purpose) -> Path:
    """Name the file of a purpose's public half."""
    return var / "keys" / f"{purpose}.public.json"


def make(purpose: Purpose, var: Path) -> bool:
    """
    Make one key and say whether this call made it.

    Safe when several processes ask at once: the file appears whole or not at all, and the first one stays.
    """
    file = secret_file(var, purpose)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_new = not file.exists() and _appear(file, json.dumps([_new_key(purpose)], indent=1), mode=0o600)
    # Read back, not remembered: whoever made the key may have been killed before its public half stood beside it.
    keys = json.loads(file.read_text("utf-8"))
    public = next((key.get("public") for key in keys if key["state"] == "current"), None)
    if public:
        _appear(public_file(var, purpose), json.dumps(public, indent=1), mode=0o644)
    return is_new


def is_whole(purpose: Purpose, var: Path) -> bool:
    """Say whether a purpose has its key, and beside it the public half where it has one."""
    files = [secret_file(var, purpose)] + ([public_file(var, purpose)] if purpose in _SIGNING else [])
    return all(file.exists() for file in files)


def _new_key(purpose: Purpose) -> dict[str, object]:
    material, public = RECIPES[purpose]()
    return {
        "id": secrets.token_hex(4),
        "state": "current",
        "material": base64.b64encode(material).decode(),
        "public": {name: base64.b64encode(value).decode() for name, value in public.items()},
    }


def _appear(file: Path, text: str, *, mode: int) -> bool:
    draft = file.with_suffix(f".{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def _random_bytes() -> Made:
    return secrets.token_bytes(32), {}


def _checkpoint_key() -> Made:
    key = ed25519.Ed25519PrivateKey.generate()
    return _pkcs8(key), {"key": _spki(key.public_key())}


def _seal_key() -> Made:
    root, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = _name("Sala demonstration authority")
    issuer = _certificate(root_name, root.public_key(), root_name, root, is_authority=True)
    own = _certificate(_name("Sala demonstration seal"), leaf.public_key(), root_name, root, is_authority=False)
    public = {"key": _spki(leaf.public_key()), "certificate": _der(own), "issuer": _der(issuer)}
    return _pkcs8(leaf), public


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "TH"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sala demonstration"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    signer: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
) -> x509.Certificate:
    start = datetime.now(UTC) - timedelta(hours=1)
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(signer, hashes.SHA256())
    )


def _pkcs8(key: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _spki(key: ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


RECIPES: "dict[Purpose, Callable[[], Made]]" = {
    "web": _random_bytes,
    "key-encryption": _random_bytes,
    "blind-index": _random_bytes,
    "ledger-checkpoint": _checkpoint_key,
    "seal": _seal_key,
}
