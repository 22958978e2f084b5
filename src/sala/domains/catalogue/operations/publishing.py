"""Publishing with four eyes: the last editor asks, another officer reads and publishes, or sends it back with a reason."""

from datetime import datetime
from uuid import UUID

from sala.infra import listening
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.unique import uuid7
from sala.servicekit import digest_of

from .. import policies, queries
from ..contracts import (
    EDITIONS,
    Draft,
    DraftNotAsked,
    DraftUnsound,
    Edition,
    EditionPassedBy,
    NothingChanged,
    NotTheLastEditor,
    OwnerChanged,
    SendingBackNeedsReason,
)
from ..logic.effects import write_effects
from ..logic.owners import keeper_of
from ..models import Draft as DraftRow
from ..models import Edition as EditionRow
from .drafting import officer_of, record


@in_transaction
def ask_publication(*, draft_id: UUID, version: int, by: Actor, at: datetime) -> Draft:
    """
    Ask that a draft be published; from now on it stands still.

    :raises NotTheLastEditor: somebody else saved last.
    :raises DraftUnsound, NothingChanged, EditionPassedBy, OwnerChanged: it is not ready.
    """
    row = queries.get_draft_for_change(draft_id=draft_id, version=version)
    policies.edit.require(by, queries.owned_of(row))
    if row.saved_by != officer_of(by):
        raise NotTheLastEditor
    _require_ready(row)
    row.state, row.asked_by, row.asked_at = "asked", officer_of(by), at
    row.reason, row.sent_back_at, row.sent_back_by = "", None, None
    row.save(update_fields=["state", "asked_by", "asked_at", "reason", "sent_back_at", "sent_back_by"])
    record(row, "service.publication-asked", by, at, digest=digest_of(row.files), version=row.version)
    return queries.to_draft(row)


@in_transaction
def take_back_request(*, draft_id: UUID, by: Actor, at: datetime) -> Draft:
    """
    Take back the request to publish, so that the draft may be changed again.

    :raises DraftNotAsked: nobody has asked.
    """
    row = _asked(draft_id)
    policies.edit.require(by, queries.owned_of(row))
    _open_again(row)
    record(row, "service.publication-taken-back", by, at)
    return queries.to_draft(row)


@in_transaction
def send_back(*, draft_id: UUID, reason: str, by: Actor, at: datetime) -> Draft:
    """
    Send a draft back to be mended, and say why.

    :raises DraftNotAsked: nobody has asked.
    :raises SamePerson: the one who asked takes the request back instead.
    :raises SendingBackNeedsReason: there are no words.
    """
    row = _asked(draft_id)
    _require_second(row, by)
    if not reason.strip():
        raise SendingBackNeedsReason
    row.reason, row.sent_back_by, row.sent_back_at = reason.strip(), officer_of(by), at
    _open_again(row)
    record(row, "service.sent-back", by, at)
    return queries.to_draft(row)


@in_transaction
def publish_draft(*, draft_id: UUID, version: int, by: Actor, at: datetime) -> Edition:
    """
    Make a draft the service's next edition. Every serving process takes it up when this transaction commits.

    A draft that was published already gives its edition again, so a second click does nothing new.

    :raises DraftNotAsked: nobody has asked, or it changed since.
    :raises SamePerson: the one who asked cannot publish it.
    :raises DraftUnsound, EditionPassedBy: the country around it changed since.
    """
    row = queries.get_draft_row(draft_id=draft_id, for_update=True)
    policies.publish.require(by, queries.owned_of(row))
    if row.state == "published":
        return queries.to_edition(queries.get_edition_row(service=row.service, number=row.edition))
    if row.state != "asked" or row.version != version:
        raise DraftNotAsked
    _require_second(row, by)
    _require_ready(row)
    edition = EditionRow(
        id=uuid7(at),
        service=row.service,
        number=row.base + 1,
        agency=row.agency,
        files=row.files,
        digest=digest_of(row.files),
        origin="desk",
        base=row.base,
        effects=write_effects(()),
        made_by=row.asked_by,
        published_by=officer_of(by),
        published_at=at,
    )
    edition.save(force_insert=True)
    row.state, row.edition = "published", edition.number
    row.save(update_fields=["state", "edition"])
    record(row, "service.published", by, at, edition=edition.pk, number=edition.number, digest=edition.digest)
    listening.announce(EDITIONS)
    return queries.to_edition(edition)


def _asked(draft_id: UUID) -> DraftRow:
    row = queries.get_draft_row(draft_id=draft_id, for_update=True)
    if row.state != "asked":
        raise DraftNotAsked
    return row


def _require_second(row: DraftRow, by: Actor) -> None:
    policies.publish.require(by, queries.owned_of(row))
    policies.second_pair_of_eyes.require(by, queries.to_draft(row))


def _require_ready(row: DraftRow) -> None:
    """Refuse what cannot be published: passed by, unchanged, unsound, or another agency's."""
    current = queries.get_edition_row(service=row.service)
    if current.number != row.base:
        raise EditionPassedBy(number=current.number)
    if current.digest == digest_of(row.files):
        raise NothingChanged
    draft = queries.to_draft(row)
    problems = queries.check_texts(draft.texts)
    if problems:
        raise DraftUnsound(count=len(problems))
    if keeper_of(queries.get_pack(), queries.read_texts(draft.texts)) != row.agency:
        raise OwnerChanged


def _open_again(row: DraftRow) -> None:
    row.state, row.asked_by, row.asked_at = "open", None, None
    row.save(update_fields=["state", "asked_by", "asked_at", "reason", "sent_back_by", "sent_back_at"])
