"""Who may have a register read."""

from uuid import UUID

from sala.kernel.actors import Actor
from sala.kernel.policies import policy


@policy()
def read_facts(actor: Actor, person: UUID) -> bool:
    """Allow the person and whoever acts for them, officers for their cases, and the platform's own work."""
    return actor.subject == person or actor.is_officer or actor.system is not None
