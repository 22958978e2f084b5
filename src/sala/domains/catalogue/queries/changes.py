"""Reads of what changed in what the state offers: each edition is a change, and so is a folder that left the pack."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import uuid5

from django.db.models import F, Max

from sala.servicekit import ServiceFolder
from sala.servicekit.pack import read_public_service
from sala.servicekit.schema.public_service import PublicService

from ..contracts import Change
from ..logic.effects import read_effects
from ..models import Edition, FolderEdition
from .current import get_pack
from .services import find_public_service


def list_changes(*, at_most: int) -> tuple[Change, ...]:
    """List the latest changes of what is offered, newest first. Three statements at most."""
    changes = sorted([*_appeared(at_most), *_withdrawn(at_most)], key=lambda one: one.service)
    changes.sort(key=lambda one: one.at, reverse=True)
    return tuple(changes[:at_most])


def list_last_changed() -> Mapping[str, datetime]:
    """Say when each service last changed, by its slug. One statement."""
    return dict(Edition.objects.values_list("service").annotate(Max("published_at")))


def _appeared(at_most: int) -> Iterator[Change]:
    """Give the latest editions of what is still offered."""
    for edition in Edition.objects.defer("files").order_by("-published_at", "service")[:at_most]:
        service = find_public_service(slug=edition.service)
        if service is not None:
            yield Change(
                id=edition.pk,
                service=edition.service,
                kind="new" if edition.number == 1 else "changed",
                path=service.shown_path,
                name=service.shown_name,
                effects=() if service.discreet else read_effects(edition.effects),  # they would tell what it is
                at=edition.published_at,
            )


def _withdrawn(at_most: int) -> Iterator[Change]:
    """Give what left the pack last, as its last edition named it."""
    gone = FolderEdition.objects.filter(withdrawn_at__isnull=False).order_by(F("withdrawn_at").desc(), "service")
    left = {row.service: row.withdrawn_at for row in gone[:at_most]}
    for edition in _last_of(left):
        service = _read(edition)
        if service is not None and (at := left[edition.service]) is not None:
            yield Change(
                id=uuid5(edition.pk, "withdrawn"),
                service=edition.service,
                kind="withdrawn",
                path=service.shown_path,
                name=service.shown_name,
                effects=(),
                at=at,
            )


def _last_of(services: Iterable[str]) -> Iterable[Edition]:
    return Edition.objects.filter(service__in=list(services)).order_by("service", "-number").distinct("service")


def _read(edition: Edition) -> PublicService | None:
    """Read an edition's declaration; None where a later Sala reads it no more."""
    folder = ServiceFolder(f"services/{edition.service}", edition.files)
    return read_public_service(folder, root=get_pack().root).model
