"""Secrets that machines make, and what is stored in their place."""

import base64
import hashlib
import hmac
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """Make a secret of 256 random bits, safe in an address and in a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> bytes:
    """
    Give what is stored in place of a token.

    A plain hash is enough: 256 random bits cannot be guessed, so there is nothing to slow down or to salt.
    """
    return hashlib.sha256(token.encode()).digest()


def challenge_of(verifier: str) -> str:
    """
    Give the PKCE challenge of a verifier.

    Source: RFC 7636, s. 4.2 (S256).

    >>> challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    """
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def blind_index(key: bytes, *, column: str, value: str) -> bytes:
    """
    Give a keyed digest by which a value can be found without being stored in the clear.

    The column's name is part of it, so equal values in two columns cannot be matched with each other.
    """
    return hmac.new(key, f"{column}:{value}".encode(), hashlib.sha256).digest()


def is_same(one: str, other: str) -> bool:
    """Compare two secrets in a time that tells nothing about them."""
    return hmac.compare_digest(one.encode(), other.encode())
