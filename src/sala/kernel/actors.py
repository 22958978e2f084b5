"""Who acts: resolved once per request, so that every policy is a pure function of Actor and resource."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Assurance:
    """How sure we are: `identity` (IAL) of who someone is, `authentication` (AAL) that it is them now. 0 is unknown."""

    identity: int = 0
    authentication: int = 0

    def reaches(self, other: "Assurance") -> bool:
        """Say whether this is at least as sure as the other on both scales."""
        return self.identity >= other.identity and self.authentication >= other.authentication


@dataclass(frozen=True, slots=True)
class Grant:
    """One thing an officer may do: `action` (for example `case.decide`) on `service` (`*` is every service)."""

    action: str
    service: str = "*"

    def covers(self, action: str, service: str) -> bool:
        """Say whether this grant allows the action on the service."""
        return self.action == action and self.service in ("*", service)


@dataclass(frozen=True, slots=True)
class Actor:
    """
    The one who acts now. `person` is who they are; `acting_for` whom they represent, else None.

    `agency` and `role` are set for officers only. `session` names the sign-in, for the access log.
    """

    person: UUID | None = None
    acting_for: UUID | None = None
    agency: str | None = None
    unit: str | None = None
    role: str | None = None
    grants: frozenset[Grant] = field(default_factory=frozenset)
    assurance: Assurance = Assurance()
    session: UUID | None = None
    system: str | None = None

    @property
    def subject(self) -> UUID | None:
        """The person whose matter this is: the represented one, else the actor."""
        return self.acting_for or self.person

    @property
    def is_anonymous(self) -> bool:
        """Nobody signed in, and no part of the system acts."""
        return self.person is None and self.system is None

    @property
    def is_officer(self) -> bool:
        """The actor works for an agency in this session."""
        return self.agency is not None and self.system is None

    def has_grant(self, action: str) -> bool:
        """Say whether an officer holds a grant for the action on any service at all: enough to show them the way to it."""
        return self.is_officer and any(grant.action == action for grant in self.grants)

    def may(self, action: str, *, service: str, agency: str) -> bool:
        """Say whether an officer of this agency holds a grant for the action on the service."""
        return self.agency == agency and any(g.covers(action, service) for g in self.grants)


ANONYMOUS = Actor()


def system_actor(name: str, *, agency: str | None = None) -> Actor:
    """Name a part of the system as the one who acts, for background work."""
    return Actor(system=name, agency=agency)
