"""Publish a draft in every domain that keeps a part of it, in one transaction."""

from datetime import datetime
from uuid import UUID

from sala.domains.casework import public as casework
from sala.domains.catalogue import public as catalogue
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.servicekit.schema.service import Service


@in_transaction
def publish(*, draft_id: UUID, version: int, by: Actor, at: datetime) -> catalogue.Edition:
    """
    Publish a draft, and store the release that new cases will keep before any can begin.

    :raises SalaError: whatever `catalogue.publish_draft` refuses.
    """
    edition = catalogue.publish_draft(draft_id=draft_id, version=version, by=by, at=at)
    _, texts = catalogue.get_edition_texts(slug=edition.service, number=edition.number)
    published = catalogue.read_texts(texts)
    if isinstance(published, Service):
        casework.store_release(service=published, at=at)
    return edition
