"""Whose a service's text is to change."""

from sala.servicekit import Pack


def owner_of(pack: Pack, slug: str) -> str:
    """
    Name the agency that keeps a service's text: the one in charge, or the one the pack names for what every local authority does.

    Empty where the pack names none; then only a deployment changes it.
    """
    service = pack.services.get(slug) or pack.guides[slug]
    return service.agency.code or pack.head.keeps_local or ""
