"""Keep every release of every service, so that a case can be read by the declaration it was filed under."""

from datetime import datetime

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.service import Service

from ..models import Release


def store_releases(*, at: datetime) -> int:
    """Store the releases that are not stored yet, and say how many were new."""
    known = set(Release.objects.values_list("pk", flat=True))
    new = [_release(service, at) for service in catalogue.list_services() if service.digest not in known]
    Release.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def store_release(*, service: Service, at: datetime) -> None:
    """Store one release before any case can begin with it; safe to repeat. One statement."""
    Release.objects.bulk_create([_release(service, at)], ignore_conflicts=True)


def _release(service: Service, at: datetime) -> Release:
    return Release(
        digest=service.digest,
        service=service.slug,
        declaration=service.model_dump(mode="json", by_alias=True),
        stored_at=at,
    )
