"""Who may change a service's text, and who may teach the search, as pure functions of the actor and the service."""

from sala.kernel.actors import Actor
from sala.kernel.errors import NotFound
from sala.kernel.policies import SignInNeeded, policy

from .contracts import Draft, Owned, SamePerson, ServiceNotFound

EDIT = "service.edit"
PUBLISH = "service.publish"
TEACH = "catalogue.words"


@policy(refusal=ServiceNotFound)
def keep(actor: Actor, owned: Owned) -> bool:
    """Allow officers of the keeping agency who may edit or publish this service; for others its drafts do not exist."""
    return any(actor.may(action, service=owned.service, agency=owned.agency) for action in (EDIT, PUBLISH))


@policy()
def edit(actor: Actor, owned: Owned) -> bool:
    """Allow officers of the keeping agency who may edit this service."""
    return actor.may(EDIT, service=owned.service, agency=owned.agency)


@policy()
def publish(actor: Actor, owned: Owned) -> bool:
    """Allow officers of the keeping agency who may publish this service."""
    return actor.may(PUBLISH, service=owned.service, agency=owned.agency)


@policy(refusal=SamePerson)
def second_pair_of_eyes(actor: Actor, draft: Draft) -> bool:
    """Allow anybody but the one who asked for the publication."""
    return actor.person is not None and actor.person != draft.asked_by


@policy(refusal=NotFound, unknown=SignInNeeded)
def teach_the_search(actor: Actor, resource: object) -> bool:
    """Allow officers who hold the grant: questions belong to no agency. For others the page does not exist."""
    return actor.agency is not None and actor.may(TEACH, service="*", agency=actor.agency)
