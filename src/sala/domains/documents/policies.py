"""Who may open a document and who may revoke one, as pure functions of Actor and document."""

from dataclasses import dataclass
from uuid import UUID

from sala.kernel.actors import Actor
from sala.kernel.policies import policy

from .contracts import DocumentNotFound, IssuedDocument


@dataclass(frozen=True, slots=True)
class Opening:
    """A document and the one case that a follow-up code has opened for the reader, if any."""

    document: IssuedDocument
    opened_case: UUID | None


@policy(refusal=DocumentNotFound)
def open_document(actor: Actor, resource: Opening) -> bool:
    """Allow the person it is about, whoever opened its case by code, and the agency's officers for that service."""
    document = resource.document
    if document.person is not None and document.person == actor.subject:
        return True
    if document.case_id == resource.opened_case:
        return True
    of_agency = actor.agency == document.agency
    return of_agency and any(grant.service in ("*", document.service) for grant in actor.grants)


@policy(refusal=DocumentNotFound)
def revoke_document(actor: Actor, document: IssuedDocument) -> bool:
    """Allow the agency's officers who hold the grant for that service."""
    return actor.may("document.revoke", service=document.service, agency=document.agency)
