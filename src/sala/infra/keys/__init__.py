"""
Keys by purpose. A process declares the purposes it needs and can load no other.

A stolen web process must not be able to sign history or documents: `ledger-checkpoint` is loaded only by the
sequencer, `seal` only by the worker. Each purpose is one file of its own (0600), or one environment variable
`SALA_KEY_<PURPOSE>` with the same JSON.
"""

from .purposes import Purpose
from .store import (
    KeyMissing,
    PurposeNotDeclared,
    certificate,
    declare,
    public_key,
    secret,
    secret_by_id,
    signing_key,
)

__all__ = [
    "KeyMissing",
    "Purpose",
    "PurposeNotDeclared",
    "certificate",
    "declare",
    "public_key",
    "secret",
    "secret_by_id",
    "signing_key",
]
