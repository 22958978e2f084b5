"""How long a sign-in lasts, and how long the halves of one wait for each other."""

from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
"""Source: NIST SP 800-63B, s. 4.2.3 (AAL2: after 30 minutes without activity)."""

LONGEST = timedelta(hours=12)
"""Source: NIST SP 800-63B, s. 4.2.3 (AAL2: at least once in 12 hours)."""

TOUCH_EVERY = timedelta(minutes=1)
"""A sign-in is moved forward at most once a minute, so that most requests write nothing."""

HANDSHAKE = timedelta(minutes=10)
"""How long the choice at the identity provider may take."""

CODE = timedelta(minutes=1)
"""Source: RFC 6749, s. 4.1.2 (a code lives at most 10 minutes; ours is fetched at once)."""

KEPT_FORM = timedelta(hours=24)
"""How long what was typed waits for its writer to sign in again."""


def ends_at(started_at: datetime) -> datetime:
    """Give the moment after which a sign-in ends whatever its holder does."""
    return started_at + LONGEST
