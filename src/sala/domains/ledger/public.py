"""
The ledger: a record that cannot be rewritten unnoticed, and the log of who looked at whom.

**Append.** Whoever changes something says so here, in the same transaction: `append(entry)` is one INSERT, so either
both happened or neither did. An entry holds ids, codes, times and amounts; a name, a sentence or an identity number is
refused, because what is written here stays.

**Sequence and sign.** One process, the sequencer, gives waiting entries their places in a Merkle tree (RFC 6962) and
signs its root as a C2SP checkpoint, about twice a second. It asks for rows that have no place yet, never for rows after
the last one it saw: a transaction that commits late is late, not lost. Only this process holds the signing key. The web
processes' database role may add entries and nothing else to them: no UPDATE, no DELETE, for them or for the sequencer.

**Check.** `examine_ledger` recomputes every leaf, root and signature and names the first entry that was changed, moved
or removed. The newest checkpoint is also kept in a file, so that an end cut off with its checkpoints shows.
The sequencer itself refuses to sign on top of a tree that is not the one it signed. `prove_inclusion` and
`prove_consistency` let an outsider check one entry, or the growth between two checkpoints, without trusting us.

**Publish.** `get_tile` gives the tree in pieces that never change (C2SP tlog-tiles), so that anyone may keep a copy and
recompute every root; `prove_leaf` proves a place in it. What is published of an entry is its commitment.

**Remember.** Every process keeps the newest checkpoint it saw in a `Memory`, and `find_fork` says when the ledger no
longer goes on from there: a database put back in time, or a past rewritten and signed anew.

**Forget.** A leaf is a salted commitment, not the entry. `destroy_salts` makes it say nothing, and records that it did.

**Accesses.** `record_access` writes one row for each person whose identity a screen shows; `list_access` is that
person's own view of them. Nobody may change these rows either, but they are not in the tree.
"""

from .contracts import (
    AccessPage,
    AccessRecord,
    BodyValue,
    ConsistencyProof,
    CursorNotUnderstood,
    EntryNotSequenced,
    EntryPage,
    EntryRefused,
    Examination,
    Fault,
    Fork,
    InclusionProof,
    LeafProof,
    LedgerEntry,
    LedgerTampered,
    NoSuchTree,
    RecordedEntry,
    SignedCheckpoint,
    Tile,
    TileNotFound,
)
from .logic.memory import Memory
from .operations import append, append_many, destroy_salts, examine_ledger, find_fork, record_access, sequence
from .queries import (
    count_unsigned_entries,
    find_latest_checkpoint,
    find_oldest_unsigned_at,
    get_checkpoint_key,
    get_tile,
    list_access,
    list_entries,
    prove_consistency,
    prove_inclusion,
    prove_leaf,
    verifier_of,
)

__all__ = [
    "AccessPage",
    "AccessRecord",
    "BodyValue",
    "ConsistencyProof",
    "CursorNotUnderstood",
    "EntryNotSequenced",
    "EntryPage",
    "EntryRefused",
    "Examination",
    "Fault",
    "Fork",
    "InclusionProof",
    "LeafProof",
    "LedgerEntry",
    "LedgerTampered",
    "Memory",
    "NoSuchTree",
    "RecordedEntry",
    "SignedCheckpoint",
    "Tile",
    "TileNotFound",
    "append",
    "append_many",
    "count_unsigned_entries",
    "destroy_salts",
    "examine_ledger",
    "find_fork",
    "find_latest_checkpoint",
    "find_oldest_unsigned_at",
    "get_checkpoint_key",
    "get_tile",
    "list_access",
    "list_entries",
    "prove_consistency",
    "prove_inclusion",
    "prove_leaf",
    "record_access",
    "sequence",
    "verifier_of",
]
