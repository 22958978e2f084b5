"""Reads of how services are edited: their editions, and the drafts that stand beside them."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from sala.domains.organisations import public as organisations
from sala.kernel.actors import Actor
from sala.servicekit import Country, Pack, ServiceFolder, check_service, overlay, warn_service
from sala.servicekit.pack import read_public_service
from sala.servicekit.problems import Problem
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

from .. import policies
from ..contracts import (
    Draft,
    DraftAwaitsPublication,
    DraftChangedMeanwhile,
    DraftNotFound,
    DraftUnsound,
    Edition,
    EditionNotFound,
    Effect,
    Owned,
    OwnedService,
    ServiceNotFound,
)
from ..logic.effects import compare_services, read_effects
from ..logic.owners import list_owned, owner_of
from ..models import Draft as DraftRow
from ..models import Edition as EditionRow
from ..models import FolderEdition
from .current import get_pack, per_pack

_CURRENT = "SELECT DISTINCT ON (service) * FROM catalogue_edition ORDER BY service, number DESC"
_STANDING = ("open", "asked")


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
    """Give the edition that each folder was when it was last loaded; a withdrawn one is none. One statement."""
    return dict(FolderEdition.objects.filter(withdrawn_at=None).values_list("service", "number"))


def list_owned_services(*, by: Actor) -> tuple[OwnedService, ...]:
    """List the services that an officer may edit or publish, with their drafts. Two statements."""
    pack = get_pack()
    owned = [one for one in list_owned(pack, by.agency or "") if policies.keep.allows(by, one)]
    slugs = [one.service for one in owned]
    editions = EditionRow.objects.filter(service__in=slugs).order_by("service", "-number").distinct("service")
    latest = {row.service: to_edition(row) for row in editions.defer("files")}
    drafts = {row.service: to_draft(row) for row in DraftRow.objects.filter(service__in=slugs, state__in=_STANDING)}
    return tuple(
        OwnedService(pack.services.get(slug) or pack.guides[slug], latest[slug], drafts.get(slug))
        for slug in slugs
        if slug in latest
    )


def get_owned(*, slug: str, by: Actor) -> Owned:
    """
    Give a service as one that this officer keeps. No statement.

    :raises ServiceNotFound: there is none, or it is another agency's.
    """
    pack = get_pack()
    if slug not in pack.folders:
        raise ServiceNotFound
    owned = Owned(slug, owner_of(pack, slug))
    policies.keep.require(by, owned)
    return owned


def keeps(*, slug: str, by: Actor) -> bool:
    """Say whether an officer may edit or publish a service. No statement."""
    return policies.keep.allows(by, Owned(slug, owner_of(get_pack(), slug)))


def list_editions(*, slug: str) -> tuple[Edition, ...]:
    """List a service's editions, newest first, without their texts. One statement."""
    return tuple(map(to_edition, EditionRow.objects.filter(service=slug).defer("files").order_by("-number")))


def get_edition_texts(*, slug: str, number: int) -> tuple[Edition, ServiceFolder]:
    """
    Give one edition with its texts. One statement.

    :raises EditionNotFound: the service has none of this number.
    """
    row = get_edition_row(service=slug, number=number)
    return to_edition(row), ServiceFolder(_path_of(slug), row.files)


def get_edition_row(*, service: str, number: int | None = None) -> EditionRow:
    """
    Get an edition, or the current one. One statement.

    :raises EditionNotFound: the service has none of this number.
    """
    rows = EditionRow.objects.filter(service=service)
    row = (rows.filter(number=number) if number is not None else rows.order_by("-number")).first()
    if row is None:
        raise EditionNotFound
    return row


def find_draft(*, slug: str) -> Draft | None:
    """Find the draft that stands beside a service, among those this transaction may see. One statement."""
    row = DraftRow.objects.filter(service=slug, state__in=_STANDING).first()
    return to_draft(row) if row else None


def get_draft(*, slug: str, by: Actor) -> Draft:
    """
    Get the draft that stands beside a service, for an officer who keeps it. One statement.

    :raises DraftNotFound: there is none.
    """
    get_owned(slug=slug, by=by)
    found = find_draft(slug=slug)
    if found is None:
        raise DraftNotFound
    return found


def get_shown_draft(*, slug: str, by: Actor) -> Draft:
    """
    Get the newest draft of a service that this reader may see: an open one is everybody's, even after its publication.

    One statement.

    :raises DraftNotFound: there is none for this reader.
    """
    rows = DraftRow.objects.filter(service=slug).exclude(state="dropped").order_by("-started_at")
    row = rows.filter(Q(opened_at__isnull=False) | Q(state__in=_STANDING)).first()
    if row is None or not (row.opened_at or policies.keep.allows(by, owned_of(row))):
        raise DraftNotFound
    return to_draft(row)


def get_draft_row(*, draft_id: UUID, for_update: bool = False) -> DraftRow:
    """
    Get a draft's row, among those this transaction may see. One statement.

    :raises DraftNotFound: there is none.
    """
    rows = DraftRow.objects.select_for_update() if for_update else DraftRow.objects
    row = rows.filter(pk=draft_id).first()
    if row is None:
        raise DraftNotFound
    return row


def get_draft_for_change(*, draft_id: UUID, version: int) -> DraftRow:
    """
    Lock a draft that may still be changed. One statement.

    :raises DraftNotFound: it was published or dropped, or is another agency's.
    :raises DraftAwaitsPublication: its publication has been asked for.
    :raises DraftChangedMeanwhile: it is no longer at this version.
    """
    row = get_draft_row(draft_id=draft_id, for_update=True)
    if row.state not in _STANDING:
        raise DraftNotFound
    if row.state == "asked":
        raise DraftAwaitsPublication
    if row.version != version:
        raise DraftChangedMeanwhile
    return row


def check_texts(texts: ServiceFolder) -> tuple[Problem, ...]:
    """Find everything that is wrong with a service's texts, as `sala check` would. No statement."""
    # Laws, registers and agencies are the deployment's: a desk changes none of them.
    return check_service(texts, country=_country.of(organisations.get_pack()))


def warn_of_texts(texts: ServiceFolder) -> tuple[Problem, ...]:
    """Find what is hard to read in a service's texts, as `sala check` would; it may be published all the same. No statement."""
    return warn_service(texts, root=get_pack().root)


def read_texts(texts: ServiceFolder) -> Service | Guide:
    """
    Read a service from its texts. No statement.

    :raises DraftUnsound: its declaration cannot be read.
    """
    reading = read_public_service(texts, root=get_pack().root)
    if reading.model is None:
        raise DraftUnsound(count=len(reading.problems))
    return reading.model


def read_standing(slug: str) -> Service | Guide:
    """Give a service as it stands. No statement."""
    pack = get_pack()
    return pack.services.get(slug) or pack.guides[slug]


def find_pack_with(*, texts: ServiceFolder) -> Pack | None:
    """Give the pack with a draft's texts over it, to draw its page from; None while the draft has problems. No statement."""
    return None if check_texts(texts) else overlay(get_pack(), {texts.slug: texts.files})


def list_effects(*, texts: ServiceFolder, number: int) -> tuple[Effect, ...]:
    """
    Say what some texts change for people against an edition; nothing can be said where either cannot be read.

    One statement.
    """
    row = get_edition_row(service=texts.slug, number=number)
    try:
        return compare_services(read_texts(ServiceFolder(texts.path, row.files)), read_texts(texts))
    except DraftUnsound:
        return ()


@per_pack
def _country(pack: Pack) -> Country:
    return Country.around(pack)


def owned_of(row: DraftRow) -> Owned:
    """Say whose text a draft changes."""
    return Owned(row.service, row.agency)


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


def to_draft(row: DraftRow) -> Draft:
    """Turn a row into what crosses the door."""
    return Draft(
        id=row.pk,
        owned=owned_of(row),
        base=row.base,
        texts=ServiceFolder(_path_of(row.service), row.files),
        state=row.state,  # type: ignore[arg-type]  # a named constraint keeps it one of the four
        version=row.version,
        started_at=row.started_at,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        sent_back_at=row.sent_back_at,
        reason=row.reason,
        opened_at=row.opened_at,
        edition=row.edition,
    )


def _path_of(slug: str) -> str:
    folder = get_pack().folders.get(slug)
    return folder.path if folder else f"services/{slug}"
