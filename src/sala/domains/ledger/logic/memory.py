"""What one process remembers of the ledger, so that a past put in another's place does not pass it unseen."""

from dataclasses import dataclass, field
from threading import Lock

from ..contracts import SignedCheckpoint


@dataclass(slots=True)
class Memory:
    """
    The largest checkpoint that this process saw and found to go on from the one before.

    Whoever compares holds the lock: what another thread saw meanwhile would look like a ledger put back in time.
    """

    seen: SignedCheckpoint | None = None
    lock: Lock = field(default_factory=Lock)
