"""Read a whole ledger again, leaf by leaf, and name the first thing that is not what was signed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sala.kernel.bilingual import Text

from ..contracts import Examination, Fault, FaultKind, RecordedEntry, SignedCheckpoint
from .entries import canonical_json, commit_to
from .notes import is_signed, read_checkpoint
from .tree import Frontier, Node, hash_leaf

SUBTREE_STEP = 8  # the hash of every perfect subtree of 256, 65,536, ... leaves is stored, so a proof reads few rows

EXPLANATIONS: Mapping[FaultKind, Text] = {
    "entry-changed": Text(
        th="เนื้อหาของรายการไม่ตรงกับที่บันทึกไว้ในต้นไม้ รายการนี้ถูกแก้ไขหรือถูกสลับ",
        en="the entry does not match its leaf: it was changed, or swapped with another",
    ),
    "entry-missing": Text(th="รายการของใบนี้หายไป", en="the entry of this leaf is gone"),
    "entry-unsequenced": Text(
        th="รายการนี้ไม่อยู่ในต้นไม้และไม่อยู่ในคิว จึงไม่มีวันได้ลงลายมือชื่อ",
        en="the entry is neither in the tree nor waiting for it, so it would never be signed",
    ),
    "commitment-differs": Text(
        th="ค่าที่เผยแพร่ของรายการนี้ไม่ตรงกับแฮชของใบ",
        en="what is published of this entry is not what its leaf was hashed from",
    ),
    "leaf-missing": Text(
        th="ลงลายมือชื่อรายการลำดับนี้ไว้แล้ว แต่รายการหายไป", en="an entry was signed at this place and is gone"
    ),
    "leaf-moved": Text(
        th="รายการอยู่ผิดลำดับในชุดที่ลงลายมือชื่อพร้อมกัน รายการถูกสลับ",
        en="the entry is out of order in the batch it was signed with: entries were swapped",
    ),
    "salt-missing": Text(
        th="ค่าสุ่มของรายการหายไป โดยไม่มีบันทึกการลบข้อมูล", en="the salt of the entry is gone, and no erasure was recorded"
    ),
    "root-differs": Text(
        th="รายการในชุดที่ลงลายมือชื่อพร้อมกันซึ่งเริ่มที่ลำดับนี้ ไม่ตรงกับลายมือชื่อ",
        en="the batch of entries that starts here is not the batch that was signed",
    ),
    "subtree-differs": Text(
        th="ค่าแฮชของกิ่งที่ปิดด้วยรายการนี้ไม่ตรงกับใบ",
        en="the stored hash of the subtree that ends here is not that of its leaves",
    ),
    "checkpoint-forged": Text(
        th="ลายมือชื่อของจุดตรวจที่ปิดด้วยรายการก่อนลำดับนี้ใช้ไม่ได้",
        en="the checkpoint that covers the entries before this place is not validly signed",
    ),
    "leaf-unsigned": Text(th="มีใบในต้นไม้ที่ไม่มีลายมือชื่อคลุมถึง", en="a leaf stands in the tree that no checkpoint signs"),
}


@dataclass(frozen=True, slots=True)
class StoredLeaf:
    """A leaf as it stands in the tables, beside the entry and the salt that should make it."""

    index: int
    leaf_hash: bytes
    commitment: bytes | None
    entry_id: UUID
    position: int | None
    entry: RecordedEntry | None
    salt: bytes | None
    is_erased: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some leaves in a row, and the stored hashes of the subtrees that end among them."""

    leaves: tuple[StoredLeaf, ...]
    subtrees: Mapping[Node, bytes]


@dataclass(frozen=True, slots=True)
class Survey:
    """The ledger's own count of itself, taken in one statement: what a reading has to cover."""

    leaves: int
    signed: int
    waiting: int
    stray: UUID | None


class _FaultFound(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.kind)


def fault_at(kind: FaultKind, index: int, entry: UUID | None = None) -> Fault:
    """Describe a fault in both languages."""
    return Fault(kind, index, entry, EXPLANATIONS[kind])


def _stop(kind: FaultKind, index: int, entry: UUID | None = None) -> NoReturn:
    raise _FaultFound(fault_at(kind, index, entry))


@dataclass(slots=True)
class _Reading:
    """How far one examination has come."""

    checkpoints: Iterator[SignedCheckpoint]
    remembered: str | None
    key: Ed25519PublicKey
    origin: str | None = None
    frontier: Frontier = field(default_factory=Frontier)
    batch: list[StoredLeaf] = field(default_factory=list)
    erased: int = 0
    checked: int = 0
    due: SignedCheckpoint | None = None

    def start(self) -> None:
        self.due = next(self.checkpoints, None)
        if self.remembered is not None:
            self._check_signature(self.remembered, self._remembered_size)

    @property
    def _remembered_size(self) -> int:
        said = read_checkpoint(self.remembered) if self.remembered else None
        return said.size if said else 0

    def take(self, leaf: StoredLeaf, subtrees: Mapping[Node, bytes]) -> None:
        if leaf.index != self.frontier.size:
            _stop("leaf-missing", self.frontier.size)
        self._check_entry(leaf)
        self.batch.append(leaf)
        for node, hash_ in self.frontier.add(leaf.leaf_hash):
            if node.height and node.height % SUBTREE_STEP == 0 and subtrees.get(node) != hash_:
                _stop("subtree-differs", leaf.index, leaf.entry_id)
        self._check_remembered()
        self._check_due()

    def end(self, survey: Survey) -> None:
        size = self.frontier.size
        if self.due is not None or self._remembered_size > size:
            _stop("leaf-missing", size)
        if self.batch or survey.leaves > survey.signed:
            _stop("leaf-unsigned", size - len(self.batch), self.batch[0].entry_id if self.batch else None)
        if survey.stray is not None:
            _stop("entry-unsequenced", size, survey.stray)

    def _check_entry(self, leaf: StoredLeaf) -> None:
        if leaf.entry is None:
            _stop("entry-missing", leaf.index, leaf.entry_id)
        if leaf.commitment is not None and hash_leaf(leaf.commitment) != leaf.leaf_hash:
            _stop("commitment-differs", leaf.index, leaf.entry_id)
        if leaf.salt is None:
            if not leaf.is_erased:
                _stop("salt-missing", leaf.index, leaf.entry_id)
            self.erased += 1
            return
        written = canonical_json(leaf.entry.id, leaf.entry, leaf.entry.body)
        if hash_leaf(commit_to(written, salt=leaf.salt)) != leaf.leaf_hash:
            _stop("entry-changed", leaf.index, leaf.entry_id)

    def _check_remembered(self) -> None:
        said = read_checkpoint(self.remembered) if self.remembered else None
        if said is not None and said.size == self.frontier.size and said.root != self.frontier.root:
            self._blame_batch()

    def _check_due(self) -> None:
        if self.due is None or self.due.tree_size != self.frontier.size:
            return
        self._check_signature(self.due.note, self.due.tree_size)
        said = read_checkpoint(self.due.note)
        if said is None or said.root != self.frontier.root:
            self._blame_batch()
        self.checked += 1
        self.batch.clear()
        self.due = next(self.checkpoints, None)

    def _check_signature(self, note: str, size: int) -> None:
        said = read_checkpoint(note)
        if said is None or said.size != size or not is_signed(note, name=said.origin, key=self.key):
            _stop("checkpoint-forged", size)
        if self.origin not in (None, said.origin):
            _stop("checkpoint-forged", size)
        self.origin = said.origin

    def _blame_batch(self) -> NoReturn:
        """Name the first entry out of order (a batch is in the order of appending), else the whole batch."""
        start = self.frontier.size - len(self.batch)
        for place, (found, wanted) in enumerate(zip(self.batch, sorted(self.batch, key=_order), strict=True)):
            if found is not wanted:
                _stop("leaf-moved", start + place, found.entry_id)
        _stop("root-differs", start, self.batch[0].entry_id if self.batch else None)


def _order(leaf: StoredLeaf) -> int:
    return leaf.position or 0


def examine(
    *,
    stretches: Iterable[Stretch],
    checkpoints: Iterator[SignedCheckpoint],
    survey: Survey,
    remembered: str | None,
    key: Ed25519PublicKey,
) -> Examination:
    """
    Recompute every leaf, subtree, root and signature, in the order of the tree, and stop at the first fault.

    Cost: a few microseconds and one stretch of memory per entry, however long the ledger is.
    :param remembered: the last checkpoint kept outside the database; without it, a ledger cut off together with its
        checkpoints looks whole.
    """
    reading = _Reading(checkpoints, remembered, key)
    fault = None
    try:
        reading.start()
        for stretch in stretches:
            for leaf in stretch.leaves:
                reading.take(leaf, stretch.subtrees)
        reading.end(survey)
    except _FaultFound as found:
        fault = found.fault
    return Examination(reading.frontier.size, reading.erased, survey.waiting, reading.checked, fault)
