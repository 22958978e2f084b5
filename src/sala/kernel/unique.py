"""Public identifiers: UUID version 7, made here because PostgreSQL 15 cannot."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def uuid7(at: datetime) -> UUID:
    """
    Make a time-ordered unique id for the moment given.

    Source: RFC 9562, s. 5.7 (48 bits of milliseconds, version, 74 random bits).

    >>> from datetime import UTC
    >>> uuid7(datetime(2026, 1, 1, tzinfo=UTC)).version
    7
    """
    milliseconds = (at - _EPOCH) // _MILLISECOND
    value = (milliseconds & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
