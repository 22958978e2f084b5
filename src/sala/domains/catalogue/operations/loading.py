"""Take the folders of a deployment among the editions, so that files and database never disagree."""

from collections.abc import Mapping
from datetime import datetime

from sala.domains.ledger import public as ledger
from sala.domains.organisations import public as organisations
from sala.infra import listening, tenancy
from sala.infra.transactions import in_transaction
from sala.kernel.unique import uuid7
from sala.servicekit import Pack, ServiceFolder

from .. import queries
from ..contracts import EDITIONS
from ..logic.editions import Placed, place_folder
from ..logic.effects import write_effects
from ..logic.owners import owner_of
from ..models import Edition, FolderEdition


@in_transaction
def load_editions(*, at: datetime) -> int:
    """
    Make an edition of every folder whose text no edition holds yet, and say how many there were. Safe to repeat.

    What a desk published and nobody has exported yet stays current; see `place_folder`. A service whose folder left the pack is
    withdrawn from that moment; its editions stay, and it goes on from them if it comes back.
    """
    pack = organisations.get_pack()
    digests, held = queries.list_digests(), queries.list_held()
    placed = {
        slug: place_folder(folder.digest, editions=digests.get(slug, {}), held=held.get(slug))
        for slug, folder in pack.folders.items()
    }
    FolderEdition.objects.filter(withdrawn_at=None).exclude(service__in=pack.folders).update(withdrawn_at=at)
    new = [_edition(pack, pack.folders[slug], where, at) for slug, where in placed.items() if where.is_new]
    Edition.objects.bulk_create(new)
    _hold(placed, held, at)
    # A service's first edition changes nothing for anybody, so only what replaces another is told.
    replaced = [edition for edition in new if edition.number > 1]
    ledger.append_many([_entry(edition, at) for edition in replaced])
    if new:
        listening.announce(EDITIONS)
    return len(new)


def _hold(placed: Mapping[str, Placed], held: Mapping[str, int], at: datetime) -> None:
    FolderEdition.objects.bulk_create(
        (
            FolderEdition(service=slug, number=where.number, loaded_at=at)
            for slug, where in placed.items()
            if held.get(slug) != where.number
        ),
        update_conflicts=True,
        unique_fields=["service"],
        update_fields=["number", "loaded_at", "withdrawn_at"],
    )


def _edition(pack: Pack, folder: ServiceFolder, where: Placed, at: datetime) -> Edition:
    return Edition(
        id=uuid7(at),
        service=folder.slug,
        number=where.number,
        agency=owner_of(pack, folder.slug),
        files=dict(folder.files),
        digest=folder.digest,
        origin="folder",
        base=where.number - 1 or None,
        effects=write_effects(queries.list_effects(texts=folder, number=where.number - 1)) if where.number > 1 else [],
        published_at=at,
    )


def _entry(edition: Edition, at: datetime) -> ledger.LedgerEntry:
    body: dict[str, ledger.BodyValue] = {"service": edition.service, "number": edition.number, "digest": edition.digest}
    return ledger.LedgerEntry("service.loaded", edition.pk, edition.agency or tenancy.EVERY_AGENCY, at, body)
