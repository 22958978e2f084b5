"""Secrets that stand in for an account where nobody signs in: long enough to be unguessable, easy to write down."""

import hashlib
import secrets

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0, 1, I, L, O, U: they are misread or misheard
_LENGTH = 20


def new_code() -> str:
    """
    Make a follow-up code: 20 characters in groups of five, 98 random bits.

    >>> len(new_code())
    23
    """
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(letters[i : i + 5] for i in range(0, _LENGTH, 5))


def hash_of(code: str) -> str:
    """
    Hash a code as it is stored; dashes, spaces and small letters make no difference.

    >>> hash_of("abcde 23456") == hash_of("ABCDE-23456")
    True
    """
    plain = "".join(code.split()).replace("-", "").upper()
    return hashlib.sha256(plain.encode()).hexdigest() if plain else ""
