"""Writes to the ledger: append, record an access, give entries their place, sign, destroy salts."""

import json
import os
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.db import connection, transaction

from sala.infra import tenancy
from sala.kernel.actors import Actor
from sala.kernel.unique import uuid7

from . import queries
from .contracts import Examination, FaultKind, Fork, LedgerEntry, LedgerTampered, SignedCheckpoint
from .logic.entries import SALT_BYTES, canonical_json, code_of, commit_to, plain_body
from .logic.examining import EXPLANATIONS, SUBTREE_STEP, examine
from .logic.memory import Memory
from .logic.notes import Checkpoint, is_signed, read_checkpoint, sign_checkpoint
from .logic.tree import Frontier, Node, Span, hash_leaf, perfect_nodes

BATCH = 5000  # entries under one checkpoint at most; a longer queue takes several rounds
SEQUENCER_LOCK = 0x5A1A_1ED6  # one number in PostgreSQL's advisory locks, the same for every sequencer

APPEND = """
WITH fresh AS (
    SELECT nextval('ledger_entry_position') AS position, given.*
    FROM unnest(%s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::timestamptz[], %s::jsonb[], %s::bytea[],
                %s::bytea[]) AS given(id, kind, subject, agency, at, body, salt, commitment)
), entries AS (
    INSERT INTO ledger_entry (id, position, kind, subject, agency, at, body)
    SELECT id, position, kind, subject, agency, at, body FROM fresh
), salts AS (
    INSERT INTO ledger_salt (entry_id, salt) SELECT id, salt FROM fresh
)
INSERT INTO ledger_pending (position, entry_id, commitment) SELECT position, id, commitment FROM fresh
"""

RECORD_ACCESS = """
INSERT INTO ledger_access
    (id, person, by_person, by_acting_for, by_system, agency, unit, role, session, purpose, through, at)
SELECT shown.id, shown.person, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s
FROM unnest(%s::uuid[], %s::uuid[]) AS shown(id, person)
"""

TAKE_PENDING = """
WITH taken AS (
    DELETE FROM ledger_pending WHERE position IN (SELECT position FROM ledger_pending ORDER BY position LIMIT %s)
    RETURNING position, entry_id, commitment
)
SELECT entry_id, commitment FROM taken ORDER BY position
"""

SAVE_LEAVES = """
INSERT INTO ledger_leaf (index, entry_id, leaf_hash, commitment)
SELECT * FROM unnest(%s::bigint[], %s::uuid[], %s::bytea[], %s::bytea[])
"""

SAVE_SUBTREES = """
INSERT INTO ledger_subtree (height, index, hash) SELECT * FROM unnest(%s::int[], %s::bigint[], %s::bytea[])
"""


def append(entry: LedgerEntry, /) -> UUID:
    """
    Add one entry in the caller's transaction, and give its id. One statement; the sequencer does the rest.

    :raises EntryRefused: the entry says something that is not an id, a code, a time or an amount.
    """
    return append_many((entry,))[0]


def append_many(entries: Sequence[LedgerEntry], /) -> tuple[UUID, ...]:
    """
    Add entries in the caller's transaction, in this order, and give their ids. One statement however many.

    :raises EntryRefused: an entry says something that is not an id, a code, a time or an amount; none is added.
    """
    if not entries:
        return ()
    rows = [_row_of(entry) for entry in entries]
    with connection.cursor() as cursor:
        cursor.execute(APPEND, [list(column) for column in zip(*rows, strict=True)])
    return tuple(row[0] for row in rows)


def record_access(*, by: Actor, persons: Sequence[UUID], purpose: str, through: str, at: datetime) -> None:
    """
    Record that a screen showed these persons' identities. One statement however many; a person named twice counts once.

    :param purpose: why, as a code (`decide`).
    :param through: which screen, export or interface, as a code (`desk.case`).
    :raises EntryRefused: purpose or through is not a code.
    """
    if not persons:
        return
    seen = list(dict.fromkeys(persons))
    why, where = code_of("ledger.access", "purpose", purpose), code_of("ledger.access", "through", through)
    who = [by.person, by.acting_for, by.system, by.agency, by.unit, by.role, by.session]
    with connection.cursor() as cursor:
        cursor.execute(RECORD_ACCESS, [*who, why, where, at, [uuid7(at) for _ in seen], seen])


def destroy_salts(*, subject: UUID, agency: str, at: datetime) -> int:
    """
    Erase a subject from the tree: its leaves stand, but nobody can tell any more what they committed to.

    The destruction is itself an entry, so that a check tells it from tampering and a restore can repeat it. The
    entries' own rows stay: they hold ids and codes, and what those ids named is erased with the subject's data key.
    Only rows that the transaction may see are touched. Two statements. Gives the number of salts destroyed.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_salt s USING ledger_entry e WHERE e.id = s.entry_id AND e.subject = %s", [subject]
        )
        destroyed = int(cursor.rowcount)
    append(LedgerEntry(queries.SALTS_DESTROYED, subject, agency, at, {"destroyed": destroyed}))
    return destroyed


def sequence(*, key: Ed25519PrivateKey, origin: str, remembered_in: Path, at: datetime) -> SignedCheckpoint | None:
    """
    Give the waiting entries their places in the tree and sign it, or give None when nothing waits.

    One transaction: a leaf is never seen without the checkpoint that signs it. It holds a lock, so any number of
    sequencers may run and one works. It keeps no state: the tree is read back and compared with what was last signed,
    here and in the file, and nothing is ever signed on top of a tree that was changed.

    :param origin: the name of a new ledger; one that has a checkpoint keeps the name it has.
    :param remembered_in: the file that keeps the newest checkpoint outside the database.
    :raises LedgerTampered: the stored tree is not the signed one. Nothing is changed.
    """
    with transaction.atomic():
        taken = _take_pending()
        if not taken:
            return None
        last = queries.find_latest_checkpoint()
        frontier = _trusted_frontier(last, queries.find_remembered(remembered_in), key.public_key())
        _add_leaves(frontier, taken)
        said = read_checkpoint(last.note) if last else None
        signed = Checkpoint(said.origin if said else origin, frontier.size, frontier.root)
        note = sign_checkpoint(signed, key)
        _save_checkpoint(frontier.size, note, at)
    _remember(remembered_in, note)
    return SignedCheckpoint(signed.size, signed.root, note, at)


def examine_ledger(*, key: Ed25519PublicKey, remembered_in: Path) -> Examination:
    """
    Recompute the whole ledger and compare it with everything that was signed.

    Streams by index and sees every agency's entries, so it runs on its own, never inside a request.
    """
    with transaction.atomic(durable=True):
        tenancy.enter(agency=tenancy.EVERY_AGENCY)
        remembered = queries.find_remembered(remembered_in)
        found = queries.survey()
        return examine(
            stretches=queries.read_stretches(until=found.leaves),
            checkpoints=queries.read_checkpoints(until=found.signed),
            survey=found,
            remembered=remembered,
            key=key,
        )


def find_fork(*, memory: Memory, key: Callable[[], Ed25519PublicKey]) -> Fork | None:
    """
    Say whether the ledger still goes on from the checkpoint that this process remembers, and remember the newest.

    On a fork the older memory stays, so that it is told again until the true ledger is back or the process ends. One
    statement while nothing was signed; a few more where something was.

    :param key: gives the key that checkpoints are signed with; asked for only where there is one, for a new ledger has no key yet.
    """
    with memory.lock:
        kept, latest = memory.seen, queries.find_latest_checkpoint()
        if kept is not None and latest is not None and latest.note == kept.note:
            return None
        if not _goes_on(kept, latest, key):
            return Fork(kept, latest)
        memory.seen = latest
        return None


def _goes_on(
    kept: SignedCheckpoint | None, latest: SignedCheckpoint | None, key: Callable[[], Ed25519PublicKey]
) -> bool:
    if latest is None or (kept is not None and latest.tree_size < kept.tree_size):
        return kept is None
    try:
        _signed_frontier(latest.note, latest.tree_size, key())
        return kept is None or _frontier_of(kept.tree_size).root == kept.root
    except LedgerTampered:
        return False


def _row_of(entry: LedgerEntry) -> tuple[Any, ...]:
    body, id_, salt = plain_body(entry), uuid7(entry.at), secrets.token_bytes(SALT_BYTES)
    commitment = commit_to(canonical_json(id_, entry, body), salt=salt)
    return id_, entry.kind, entry.subject, entry.agency, entry.at, json.dumps(body), salt, commitment


def _take_pending() -> list[tuple[UUID, bytes]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEQUENCER_LOCK])
        if not cursor.fetchone()[0]:
            return []
        cursor.execute(TAKE_PENDING, [BATCH])
        return [(entry, bytes(commitment)) for entry, commitment in cursor.fetchall()]


def _trusted_frontier(last: SignedCheckpoint | None, remembered: str | None, key: Ed25519PublicKey) -> Frontier:
    """
    Read the tree's right edge back, and compare it with what was signed.

    :raises LedgerTampered: it differs from the last checkpoint or from the one remembered in the file.
    """
    size = last.tree_size if last else 0
    if queries.has_leaf_from(size):
        raise _tampered("leaf-unsigned")
    if remembered is not None and (last is None or remembered != last.note):
        said = read_checkpoint(remembered)
        if said is not None and said.size > size:
            raise _tampered("leaf-missing")
        _signed_frontier(remembered, said.size if said else 0, key)
    return _signed_frontier(last.note, size, key) if last else Frontier()


def _signed_frontier(note: str, size: int, key: Ed25519PublicKey) -> Frontier:
    said = read_checkpoint(note)
    if said is None or said.size != size or not is_signed(note, name=said.origin, key=key):
        raise _tampered("checkpoint-forged")
    frontier = _frontier_of(size)
    if frontier.root != said.root:
        raise _tampered("root-differs")
    return frontier


def _frontier_of(size: int) -> Frontier:
    return Frontier.of(size, queries.read_hashes(perfect_nodes(Span(0, size))))


def _tampered(fault: FaultKind) -> LedgerTampered:
    return LedgerTampered(fault=EXPLANATIONS[fault])


def _add_leaves(frontier: Frontier, taken: Sequence[tuple[UUID, bytes]]) -> None:
    start, commitments = frontier.size, [commitment for _, commitment in taken]
    leaf_hashes = [hash_leaf(commitment) for commitment in commitments]
    completed = [made for leaf_hash in leaf_hashes for made in frontier.add(leaf_hash)]
    stored = [(node, hash_) for node, hash_ in completed if _is_stored(node)]
    with connection.cursor() as cursor:
        cursor.execute(
            SAVE_LEAVES,
            [list(range(start, frontier.size)), [entry for entry, _ in taken], leaf_hashes, commitments],
        )
        cursor.execute(
            SAVE_SUBTREES,
            [[node.height for node, _ in stored], [node.index for node, _ in stored], [hash_ for _, hash_ in stored]],
        )


def _is_stored(node: Node) -> bool:
    return node.height > 0 and node.height % SUBTREE_STEP == 0


def _save_checkpoint(size: int, note: str, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_checkpoint (tree_size, note, signed_at) VALUES (%s, %s, %s)", [size, note, at]
        )


def _remember(file: Path, note: str) -> None:
    """Write the note so that a crash leaves the old one or the new one, whole."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")  # a second sequencer writes its own
    with draft.open("w", encoding="utf-8") as stream:
        stream.write(note)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
