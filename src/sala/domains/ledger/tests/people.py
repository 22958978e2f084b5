"""The cast, the clock and the keys of the ledger's tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sala.kernel.actors import Actor

from ..contracts import BodyValue, Examination, LedgerEntry, SignedCheckpoint

Sequence = Callable[[], SignedCheckpoint | None]
Examine = Callable[[], Examination]
Tamper = Callable[..., None]

NOON = datetime(2026, 11, 20, 5, 0, 0, 123456, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
STRANGERS_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
ORIGIN = "sala.example/ledger"

SOMSRI = UUID("01935d00-0000-7000-8000-000000000001")
MANEE = UUID("01935d00-0000-7000-8000-000000000002")
CASE = UUID("01935d00-0000-7000-8000-0000000000c1")
OTHER_CASE = UUID("01935d00-0000-7000-8000-0000000000c2")

OFFICER = Actor(
    person=UUID("01935d00-0000-7000-8000-0000000000f1"),
    agency="city-example",
    unit="welfare",
    role="municipal-officer",
    session=UUID("01935d00-0000-7000-8000-0000000000e1"),
)


def entry_of(number: int = 0, *, subject: UUID = CASE, agency: str = "city-example", **words: BodyValue) -> LedgerEntry:
    """Make an entry of a case, a second later for each number."""
    at = NOON + timedelta(seconds=number)
    return LedgerEntry("case.received", subject, agency, at, words or {"number": number})
