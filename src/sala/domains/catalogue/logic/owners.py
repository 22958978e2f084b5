"""Whose a service's text is to change."""

from sala.servicekit import Pack
from sala.servicekit.schema.public_service import PublicService

from ..contracts import Owned


def owner_of(pack: Pack, slug: str) -> str:
    """Name the agency that keeps the text of one of a pack's services."""
    return keeper_of(pack, pack.services.get(slug) or pack.guides[slug])


def keeper_of(pack: Pack, service: PublicService) -> str:
    """
    Name the agency that keeps a service's text: the one in charge, or the one the pack names for what every local authority does.

    Empty where the pack names none; then only a deployment changes it.
    """
    return service.agency.code or pack.head.keeps_local or ""


def list_owned(pack: Pack, agency: str) -> tuple[Owned, ...]:
    """List the services whose text an agency keeps, in the order of the pack."""
    return tuple(Owned(slug, agency) for slug in pack.folders if owner_of(pack, slug) == agency)
