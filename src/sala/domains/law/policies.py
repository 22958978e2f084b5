"""Who may simulate changes to the law."""

from sala.kernel.actors import Actor
from sala.kernel.errors import NotFound
from sala.kernel.policies import SignInNeeded, policy

from .contracts import Simulation, SimulationNotFound

SIMULATE = "law.simulate"


@policy(refusal=NotFound, unknown=SignInNeeded)
def simulate(actor: Actor, resource: object) -> bool:
    """Allow policy makers: officers who hold the grant in their own agency. For others the page does not exist."""
    return actor.agency is not None and actor.may(SIMULATE, service="*", agency=actor.agency)


@policy(refusal=SimulationNotFound)
def use_simulation(actor: Actor, simulation: Simulation) -> bool:
    """Allow the policy makers of the agency whose simulation it is."""
    return actor.may(SIMULATE, service="*", agency=simulation.agency)
