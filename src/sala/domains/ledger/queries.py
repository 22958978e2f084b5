"""Reads of the ledger: entries, accesses, checkpoints, the hashes a proof needs, and the whole of it for a check."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key
from django.db import connection
from django.db.models import Min

from sala.infra import keys

from .contracts import (
    AccessPage,
    AccessRecord,
    ConsistencyProof,
    CursorNotUnderstood,
    EntryNotSequenced,
    EntryPage,
    InclusionProof,
    LeafProof,
    LedgerTampered,
    NoSuchTree,
    RecordedEntry,
    SignedCheckpoint,
    Tile,
    TileNotFound,
)
from .logic.examining import EXPLANATIONS, SUBTREE_STEP, StoredLeaf, Stretch, Survey
from .logic.notes import read_checkpoint, verifier_line
from .logic.proofs import hash_spans, nodes_within, spans_proving_consistency, spans_proving_inclusion
from .logic.tiles import TileAddress, bundle, read_tile_address
from .logic.tree import Node, Span, hash_perfect
from .models import Access, Checkpoint, Entry, Leaf, Pending, Salt, Subtree

PAGE = 50
LONGEST_PAGE = 200
STRETCH = 4096  # leaves read at once by a check; a multiple of 256, so that a subtree ends with its stretch
CHECKPOINTS_AT_ONCE = 2000
SALTS_DESTROYED = "ledger.salts-destroyed"

ACCESS_FIELDS = (
    "id",
    "person",
    "by_person",
    "by_acting_for",
    "by_system",
    "agency",
    "unit",
    "role",
    "session",
    "purpose",
    "through",
    "at",
)

READ_LEAVES = """
SELECT l.index, l.leaf_hash, l.commitment, l.entry_id, e.position, s.salt,
       s.salt IS NULL AND EXISTS (
           SELECT FROM ledger_entry later
           WHERE later.subject = e.subject AND later.position > e.position AND later.kind = %s) AS is_erased,
       e.id, e.kind, e.subject, e.agency, e.at, e.body
FROM ledger_leaf l LEFT JOIN ledger_entry e ON e.id = l.entry_id LEFT JOIN ledger_salt s ON s.entry_id = l.entry_id
WHERE l.index >= %s AND l.index < %s ORDER BY l.index
"""

SURVEY = """
SELECT (SELECT coalesce(max(index) + 1, 0) FROM ledger_leaf),
       (SELECT coalesce(max(tree_size), 0) FROM ledger_checkpoint),
       (SELECT count(*) FROM ledger_pending),
       (SELECT e.id FROM ledger_entry e
        WHERE NOT EXISTS (SELECT FROM ledger_leaf l WHERE l.entry_id = e.id)
          AND NOT EXISTS (SELECT FROM ledger_pending p WHERE p.entry_id = e.id)
        ORDER BY e.position LIMIT 1)
"""

READ_LEAF_HASHES = """
SELECT w.place, array_agg(l.leaf_hash ORDER BY l.index)
FROM unnest(%s::int[], %s::bigint[], %s::bigint[]) AS w(place, start, stop)
JOIN ledger_leaf l ON l.index >= w.start AND l.index < w.stop GROUP BY w.place
"""

READ_SUBTREE_HASHES = """
SELECT w.place, array_agg(s.hash ORDER BY s.index)
FROM unnest(%s::int[], %s::bigint[], %s::bigint[]) AS w(place, start, stop)
JOIN ledger_subtree s ON s.height = %s AND s.index >= w.start AND s.index < w.stop GROUP BY w.place
"""

READ_SUBTREES = """
SELECT s.height, s.index, s.hash FROM unnest(%s::int[], %s::bigint[], %s::bigint[]) AS w(height, start, stop)
JOIN ledger_subtree s ON s.height = w.height AND s.index >= w.start AND s.index < w.stop
"""


def list_entries(*, subject: UUID, after: str | None = None, limit: int = PAGE) -> EntryPage:
    """
    List what happened to one subject, oldest first. One statement.

    :param after: the `next` of the page before.
    :raises CursorNotUnderstood: `after` is not a cursor.
    """
    rows = Entry.objects.filter(subject=subject, position__gt=_position(after)).order_by("position")
    columns = ("position", "id", "kind", "subject", "agency", "at", "body", "leaf__index")
    found = list(rows.values_list(*columns)[: _page_size(limit) + 1])
    shown = found[: _page_size(limit)]
    more = str(shown[-1][0]) if len(found) > len(shown) else None
    return EntryPage(tuple(RecordedEntry(*row[1:]) for row in shown), more)


def list_access(*, person: UUID, before: str | None = None, limit: int = PAGE) -> AccessPage:
    """
    List who saw a person's identity, newest first. One statement.

    :param before: the `next` of the page before.
    :raises CursorNotUnderstood: `before` is not a cursor.
    """
    rows = Access.objects.filter(person=person).order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=_id(before))
    found = [AccessRecord(*row) for row in rows.values_list(*ACCESS_FIELDS)[: _page_size(limit) + 1]]
    shown = found[: _page_size(limit)]
    return AccessPage(tuple(shown), str(shown[-1].id) if len(found) > len(shown) else None)


def find_latest_checkpoint() -> SignedCheckpoint | None:
    """Give the newest signed checkpoint, or None before the first. One statement."""
    row = Checkpoint.objects.order_by("-tree_size").first()
    return _signed(row) if row else None


def get_checkpoint_key() -> Ed25519PublicKey:
    """
    Give the public half of the key that signs checkpoints; any process may read it.

    :raises KeyMissing: there is none, or it is not an Ed25519 key.
    """
    key = load_der_public_key(keys.public_key("ledger-checkpoint"))
    if not isinstance(key, Ed25519PublicKey):
        raise keys.KeyMissing(purpose="ledger-checkpoint", variable="LEDGER_CHECKPOINT")
    return key


def verifier_of(checkpoint: SignedCheckpoint, *, key: Ed25519PublicKey) -> str:
    """Write the public key in the name that this checkpoint is signed in, as transparency-log tools take it."""
    return verifier_line(checkpoint.note.partition("\n")[0], key)


def count_unsigned_entries() -> int:
    """Count the entries that wait for a checkpoint: near zero while the sequencer runs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_pending")
        return int(cursor.fetchone()[0])


def find_oldest_unsigned_at() -> datetime | None:
    """Give when the oldest entry that waits for a checkpoint happened; None when none waits. One statement."""
    oldest: datetime | None = Pending.objects.aggregate(oldest=Min("entry__at"))["oldest"]
    return oldest


def prove_inclusion(*, entry: UUID) -> InclusionProof:
    """
    Prove that the newest checkpoint covers an entry. Reads about 256 hashes for each 8 levels of the tree.

    :raises EntryNotSequenced: no such entry, or no checkpoint covers it yet.
    """
    leaf = Leaf.objects.filter(entry_id=entry).first()
    checkpoint = find_latest_checkpoint()
    if leaf is None or checkpoint is None or leaf.index >= checkpoint.tree_size:
        raise EntryNotSequenced
    path = _path_to(leaf.index, checkpoint.tree_size)
    salt = Salt.objects.filter(entry_id=entry).values_list("salt", flat=True).first()
    return InclusionProof(leaf.index, bytes(leaf.leaf_hash), bytes(salt) if salt else None, path, checkpoint)


def prove_leaf(*, index: int, size: int) -> LeafProof:
    """
    Prove that the leaf at a place is in the tree of `size` leaves, to anyone.

    :raises NoSuchTree: the ledger has no checkpoint of `size` or more leaves, or `index` is not below `size`.
    """
    checkpoint = find_latest_checkpoint()
    if checkpoint is None or not 0 <= index < size <= checkpoint.tree_size:
        raise NoSuchTree
    leaf = Node(0, index)
    return LeafProof(index, size, read_hashes([leaf])[leaf], _path_to(index, size))


def prove_consistency(*, old_size: int, new_size: int) -> ConsistencyProof:
    """
    Prove that the tree of `new_size` leaves only adds to the tree of `old_size`.

    :raises NoSuchTree: the ledger has no checkpoint of `new_size` or more leaves, or `old_size` is not below it.
    """
    checkpoint = find_latest_checkpoint()
    if checkpoint is None or not 0 < old_size <= new_size <= checkpoint.tree_size:
        raise NoSuchTree
    spans = spans_proving_consistency(old_size, new_size)
    return ConsistencyProof(old_size, new_size, hash_spans(spans, read_hashes(nodes_within(spans))))


def get_tile(*, address: str) -> Tile:
    """
    Give a piece of the tree as everyone may keep it: hashes, or the commitments that the leaves hold. One statement.

    :param address: what follows `tile/`, such as `0/x001/234` or `entries/000.p/17`.
    :raises TileNotFound: the tree has no such tile.
    """
    wanted = read_tile_address(address)
    held = _held_in(wanted) if wanted else []
    if wanted is None or len(held) != wanted.width:
        raise TileNotFound
    return Tile(b"".join(held) if wanted.level is not None else bundle(held), wanted.is_full)


def read_hashes(nodes: Iterable[Node]) -> dict[Node, bytes]:
    """
    Read the hashes of perfect subtrees: from stored ones of 256 times fewer leaves, never from all leaves.

    One statement for each 8 levels.
    :raises LedgerTampered: a leaf or a stored subtree is gone.
    """
    by_height: dict[int, list[Node]] = {}
    for node in nodes:
        by_height.setdefault(node.height - node.height % SUBTREE_STEP, []).append(node)
    known: dict[Node, bytes] = {}
    for height, wanted in by_height.items():
        known.update(_read_row(height, wanted))
    return known


def has_leaf_from(index: int) -> bool:
    """Say whether any leaf stands at or after this index."""
    return Leaf.objects.filter(index__gte=index).exists()


def survey() -> Survey:
    """Count the ledger in one statement, so that the numbers agree although the sequencer goes on."""
    with connection.cursor() as cursor:
        cursor.execute(SURVEY)
        return Survey(*cursor.fetchone())


def read_stretches(*, until: int) -> Iterator[Stretch]:
    """Read the leaves below `until` with their entries and salts, a stretch at a time, by index."""
    for start, stop in pairwise([*range(0, until, STRETCH), until]):
        with connection.cursor() as cursor:
            cursor.execute(READ_LEAVES, [SALTS_DESTROYED, start, stop])
            leaves = tuple(_stored_leaf(row) for row in cursor.fetchall())
        yield Stretch(leaves, _read_subtrees(start, stop))


def read_checkpoints(*, until: int) -> Iterator[SignedCheckpoint]:
    """Read the checkpoints up to a size, the smallest first, some at a time."""
    after = 0
    while rows := list(
        Checkpoint.objects.filter(tree_size__gt=after, tree_size__lte=until).order_by("tree_size")[:CHECKPOINTS_AT_ONCE]
    ):
        yield from map(_signed, rows)
        after = rows[-1].tree_size


def find_remembered(file: Path) -> str | None:
    """Read the checkpoint kept outside the database; None where none was kept."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return None


def _path_to(index: int, size: int) -> tuple[bytes, ...]:
    spans = spans_proving_inclusion(index, size)
    return hash_spans(spans, read_hashes(nodes_within(spans)))


def _held_in(tile: TileAddress) -> list[bytes]:
    places = {"index__gte": tile.start, "index__lt": tile.start + tile.width}
    if tile.level:
        nodes = Subtree.objects.filter(height=tile.level * SUBTREE_STEP, **places).order_by("index")
        return [bytes(hash_) for hash_ in nodes.values_list("hash", flat=True)]
    leaves = Leaf.objects.filter(**places).order_by("index").values_list("leaf_hash", "commitment")
    if tile.level is None:
        return [bytes(commitment) for _, commitment in leaves if commitment is not None]
    return [bytes(leaf_hash) for leaf_hash, _ in leaves]


def _read_row(height: int, nodes: Sequence[Node]) -> Iterator[tuple[Node, bytes]]:
    shifts = [node.height - height for node in nodes]
    starts = [node.index << shift for node, shift in zip(nodes, shifts, strict=True)]
    stops = [node.index + 1 << shift for node, shift in zip(nodes, shifts, strict=True)]
    wanted = [list(range(len(nodes))), starts, stops]
    with connection.cursor() as cursor:
        if height:
            cursor.execute(READ_SUBTREE_HASHES, [*wanted, height])
        else:
            cursor.execute(READ_LEAF_HASHES, wanted)
        found = dict(cursor.fetchall())
    for place, node in enumerate(nodes):
        hashes = found.get(place, [])
        if len(hashes) != 1 << shifts[place]:
            raise LedgerTampered(fault=EXPLANATIONS["leaf-missing"])
        yield node, hash_perfect(map(bytes, hashes))


def _read_subtrees(start: int, stop: int) -> dict[Node, bytes]:
    """Read the stored subtrees that end after leaf `start` and not after leaf `stop`."""
    heights = range(SUBTREE_STEP, max(stop.bit_length(), SUBTREE_STEP + 1), SUBTREE_STEP)
    ends = [(height, Span(start >> height, stop >> height)) for height in heights]
    with connection.cursor() as cursor:
        cursor.execute(
            READ_SUBTREES,
            [[h for h, _ in ends], [span.start for _, span in ends], [span.end for _, span in ends]],
        )
        return {Node(height, index): bytes(hash_) for height, index, hash_ in cursor.fetchall()}


def _stored_leaf(row: tuple[Any, ...]) -> StoredLeaf:
    index, leaf_hash, commitment, entry_id, position, salt, is_erased, id_, kind, subject, agency, at, body = row
    entry = RecordedEntry(id_, kind, subject, agency, at, json.loads(body), index) if id_ is not None else None
    hashed, opened = _bytes(commitment), _bytes(salt)
    return StoredLeaf(index, bytes(leaf_hash), hashed, entry_id, position, entry, opened, is_erased)


def _bytes(column: Any) -> bytes | None:
    return None if column is None else bytes(column)


def _signed(row: Checkpoint) -> SignedCheckpoint:
    said = read_checkpoint(row.note)
    return SignedCheckpoint(row.tree_size, said.root if said else b"", row.note, row.signed_at)


def _page_size(limit: int) -> int:
    return max(1, min(limit, LONGEST_PAGE))


def _position(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
        raise CursorNotUnderstood
    return int(cursor)


def _id(cursor: str) -> UUID:
    try:
        return UUID(cursor)
    except ValueError:
        raise CursorNotUnderstood from None
