"""Who may do what in identity."""

from sala.kernel.actors import Actor
from sala.kernel.policies import policy


@policy()
def give_posts(actor: Actor, agency: str) -> bool:
    """Allow the agency's own administrator, and the platform itself."""
    return actor.system is not None or actor.may("officer.appoint", service="*", agency=agency)
