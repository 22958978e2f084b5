"""Reads of how services are edited."""

from collections.abc import Mapping

from ..contracts import Edition
from ..logic.effects import read_effects
from ..models import Edition as EditionRow
from ..models import FolderEdition

_CURRENT = "SELECT DISTINCT ON (service) * FROM catalogue_edition ORDER BY service, number DESC"


def get_latest_editions() -> Mapping[str, EditionRow]:
    """Give the current edition of every service with its texts, by slug. One statement."""
    return {row.service: row for row in EditionRow.objects.raw(_CURRENT)}


def list_digests() -> Mapping[str, dict[int, str]]:
    """Give the digest of every edition by number, by service. One statement."""
    digests: dict[str, dict[int, str]] = {}
    for service, number, digest in EditionRow.objects.values_list("service", "number", "digest"):
        digests.setdefault(service, {})[number] = digest
    return digests


def list_held() -> Mapping[str, int]:
    """Give the edition that each folder was when it was last loaded. One statement."""
    return dict(FolderEdition.objects.values_list("service", "number"))


def list_editions(*, service: str) -> tuple[Edition, ...]:
    """List a service's editions, newest first, without their texts. One statement."""
    return tuple(map(to_edition, EditionRow.objects.filter(service=service).defer("files").order_by("-number")))


def to_edition(row: EditionRow) -> Edition:
    """Turn a row into what crosses the door."""
    return Edition(
        id=row.pk,
        service=row.service,
        number=row.number,
        digest=row.digest,
        origin="desk" if row.origin == "desk" else "folder",
        base=row.base,
        effects=read_effects(row.effects),
        made_by=row.made_by,
        published_by=row.published_by,
        published_at=row.published_at,
    )
