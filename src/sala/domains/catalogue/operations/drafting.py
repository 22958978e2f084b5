"""Changing a draft: begin it, save its texts, bring it up to date, drop it. Every step is in the ledger."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sala.domains.ledger import public as ledger
from sala.infra.transactions import in_transaction
from sala.kernel.actors import Actor
from sala.kernel.errors import NotAllowed
from sala.kernel.unique import uuid7
from sala.servicekit.folder import DECLARATION

from .. import policies, queries
from ..contracts import Draft, DraftStands, FileNotEditable, Saved, TextTooLong
from ..logic.merging import LONGEST_TEXT, as_typed, is_editable, merge
from ..models import Draft as DraftRow


@in_transaction
def start_draft(*, slug: str, by: Actor, at: datetime, edition: int | None = None) -> Draft:
    """
    Begin a draft from the current edition, or give the one that stands; or begin one that brings an older edition back.

    :param edition: the older edition whose texts to bring back.
    :raises DraftStands: an older edition is to be brought back, and the service already has a draft.
    """
    owned = queries.get_owned(slug=slug, by=by)
    policies.edit.require(by, owned)
    standing = queries.find_draft(slug=slug)
    if standing is not None and edition is None:
        return standing
    current = queries.get_edition_row(service=owned.service)
    source = queries.get_edition_row(service=owned.service, number=edition) if edition else current
    row = DraftRow(
        id=uuid7(at),
        service=owned.service,
        agency=owned.agency,
        base=current.number,
        files=source.files,
        state="open",
        started_by=officer_of(by),
        started_at=at,
        saved_by=officer_of(by),
        saved_at=at,
    )
    try:
        with transaction.atomic():  # another officer may begin one at the same moment
            row.save(force_insert=True)
    except IntegrityError:
        raise DraftStands from None
    record(row, "service.draft-started", by, at, base=current.number, restores=edition)
    return queries.to_draft(row)


@in_transaction
def save_file(*, draft_id: UUID, version: int, name: str, text: str, by: Actor, at: datetime) -> Draft:
    """
    Keep one file as it was typed, sound or not. A page without any words is taken out.

    :raises FileNotEditable, TextTooLong: a draft cannot hold this.
    :raises DraftChangedMeanwhile: somebody saved after this version.
    :raises DraftAwaitsPublication: it may not change now.
    """
    if not is_editable(name):
        raise FileNotEditable
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(limit=f"{LONGEST_TEXT:,}")
    row = queries.get_draft_for_change(draft_id=draft_id, version=version)
    policies.edit.require(by, queries.owned_of(row))
    files = {**row.files, name: as_typed(text, before=row.files.get(name, ""))}
    if not files[name].strip() and name != DECLARATION:
        del files[name]
    _save(row, files, by, at)
    record(row, "service.draft-saved", by, at, file=name, version=row.version)
    return queries.to_draft(row)


@in_transaction
def catch_up(*, draft_id: UUID, version: int, by: Actor, at: datetime) -> Saved:
    """
    Carry a draft over to the current edition; what both sides changed stays as the draft has it.

    :raises DraftChangedMeanwhile, DraftAwaitsPublication: it may not change now.
    """
    row = queries.get_draft_for_change(draft_id=draft_id, version=version)
    policies.edit.require(by, queries.owned_of(row))
    base = queries.get_edition_row(service=row.service, number=row.base)
    newer = queries.get_edition_row(service=row.service)
    merged = merge(row.files, base=base.files, newer=newer.files)
    row.base = newer.number
    _save(row, merged.files, by, at)
    record(row, "service.draft-caught-up", by, at, base=row.base)
    return Saved(queries.to_draft(row), merged.taken, merged.kept)


@in_transaction
def drop_draft(*, draft_id: UUID, version: int, by: Actor, at: datetime) -> None:
    """
    Put a draft away. Its text is kept in the tables, and the service may have another draft.

    :raises DraftChangedMeanwhile, DraftAwaitsPublication: it may not change now.
    """
    row = queries.get_draft_for_change(draft_id=draft_id, version=version)
    policies.edit.require(by, queries.owned_of(row))
    row.state = "dropped"
    row.save(update_fields=["state"])
    record(row, "service.draft-dropped", by, at)


def _save(row: DraftRow, files: Mapping[str, str], by: Actor, at: datetime) -> None:
    row.files = dict(files)
    row.version += 1
    row.saved_by, row.saved_at = officer_of(by), at
    row.save(update_fields=["files", "version", "saved_by", "saved_at", "base"])


def record(row: DraftRow, kind: str, by: Actor, at: datetime, **body: ledger.BodyValue) -> None:
    """Append one step of a draft to the ledger: ids, codes and numbers, never a word of the text."""
    told = {
        "service": row.service,
        "by": officer_of(by),
        **{name: one for name, one in body.items() if one is not None},
    }
    ledger.append(ledger.LedgerEntry(kind, row.pk, row.agency, at, told))


def officer_of(by: Actor) -> UUID:
    """
    Name the officer who acts.

    :raises NotAllowed: nobody signed in, so nobody can answer for the act.
    """
    if by.person is None:
        raise NotAllowed
    return by.person
