"""What crosses the ledger's door: entries, access records, checkpoints, proofs and refusals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.kernel.money import Baht

Scalar = str | int | bool | None | UUID | date | datetime | Baht
BodyValue = Scalar | Sequence[Scalar]
"""What an entry may say: a code, an id, a time, an amount, a count, or a flat list of these."""

PlainScalar = str | int | bool | None
PlainValue = PlainScalar | list[PlainScalar]
"""The same as JSON keeps it: ids, times and amounts are strings by then."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """
    One thing that happened to `subject`, in words that may be kept for ever: ids, codes, times and amounts.

    `kind` is dotted and past tense (`case.decided`). A name, an identity number or a sentence is refused.
    """

    kind: str
    subject: UUID
    agency: str
    at: datetime
    body: Mapping[str, BodyValue]


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """An entry as the ledger keeps it. `index` is its place in the tree, None until the sequencer has taken it."""

    id: UUID
    kind: str
    subject: UUID
    agency: str
    at: datetime
    body: Mapping[str, PlainValue]
    index: int | None


@dataclass(frozen=True, slots=True)
class AccessRecord:
    """One person's identity was shown once: to whom, for what, through which screen, when."""

    id: UUID
    person: UUID
    by_person: UUID | None
    by_acting_for: UUID | None
    by_system: str | None
    agency: str | None
    unit: str | None
    role: str | None
    session: UUID | None
    purpose: str
    through: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Entries, oldest first; `next` is the cursor of the following page, None on the last."""

    items: tuple[RecordedEntry, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class AccessPage:
    """Access records, newest first; `next` is the cursor of the following page, None on the last."""

    items: tuple[AccessRecord, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """The ledger's signed statement that its first `tree_size` entries have this root; `note` is the C2SP text."""

    tree_size: int
    root: bytes
    note: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """That the leaf at `index` is in the tree the checkpoint signs. `salt` opens the commitment; None once erased."""

    index: int
    leaf_hash: bytes
    salt: bytes | None
    path: tuple[bytes, ...]
    checkpoint: SignedCheckpoint


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """That the tree of `new_size` leaves only adds to the tree of `old_size`."""

    old_size: int
    new_size: int
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class LeafProof:
    """That a leaf is in the tree of `size` leaves, said of its place alone: whose entry it is stays unsaid."""

    index: int
    size: int
    leaf_hash: bytes
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of the published tree. A full one never changes; a partial one is replaced by a wider."""

    content: bytes
    is_full: bool


FORKED = Text(
    th="บันทึกถาวรไม่ต่อจากจุดตรวจที่ระบบเคยเห็น (เดิม {kept} รายการ ตอนนี้ {shown} รายการ) ให้นำฐานข้อมูลที่ถูกต้องกลับมา"
    " แล้วใช้คำสั่ง sala ledger verify",
    en="The record does not go on from the checkpoint seen before (of {kept} entries; now {shown}). Bring the true"
    " database back, then run `sala ledger verify`",
)


@dataclass(frozen=True, slots=True)
class Fork:
    """
    The ledger does not go on from the checkpoint that this process saw: it was put back in time or rewritten.

    `kept` is None where the process saw none before, and the first one it was shown is not the stored tree's.
    """

    kept: SignedCheckpoint | None
    shown: SignedCheckpoint | None

    @property
    def explanation(self) -> Text:
        """Say what was seen, how long the ledger was and is, and what to do."""
        sizes = {name: seen.tree_size if seen else 0 for name, seen in (("kept", self.kept), ("shown", self.shown))}
        return FORKED.fill(**sizes)


FaultKind = Literal[
    "entry-changed",
    "entry-missing",
    "entry-unsequenced",
    "commitment-differs",
    "leaf-missing",
    "leaf-moved",
    "salt-missing",
    "root-differs",
    "subtree-differs",
    "checkpoint-forged",
    "leaf-unsigned",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing found wrong. `index` is the leaf's place; `entry` its id where one is known."""

    kind: FaultKind
    index: int
    entry: UUID | None
    explanation: Text


@dataclass(frozen=True, slots=True)
class Examination:
    """What a whole reading of the ledger found; `fault` is None when every hash, root and signature agrees."""

    entries: int
    erased: int
    waiting: int
    checkpoints: int
    fault: Fault | None


class EntryRefused(SalaError):
    """The ledger keeps entries for ever, so it takes only ids, codes, times and amounts."""

    code = "ledger-entry-refused"
    status = 500
    message = Text(
        th="บันทึกรายการ {kind} ไม่ได้ เพราะ {field} {problem} บันทึกถาวรเก็บได้เฉพาะรหัส เวลา และจำนวนเงิน",
        en="The entry {kind} was not recorded: {field} {problem}. The record keeps only ids, codes, times and amounts",
    )


class EntryNotSequenced(NotFound):
    """The entry does not exist, or the next checkpoint has not covered it yet."""

    code = "ledger-entry-not-sequenced"
    message = Text(
        th="ยังไม่มีหลักฐานของรายการนี้ ระบบลงลายมือชื่อทุกครึ่งวินาที โปรดลองอีกครั้ง",
        en="There is no proof of this entry yet; the record is signed every half second, so try again",
    )


class NoSuchTree(NotFound):
    """The ledger has not grown to these numbers yet, or they are not those of a tree and a place in it."""

    code = "ledger-no-such-tree"
    message = Text(
        th="บันทึกถาวรยังไม่มีลำดับหรือขนาดนี้ ดูขนาดล่าสุดได้ที่ /ledger/checkpoint",
        en="The record has no such place or size yet: /ledger/checkpoint says how long it is",
    )


class TileNotFound(NotFound):
    """There is no such tile: the tree has not grown that far, or the address is not in its one written form."""

    code = "ledger-tile-not-found"
    message = Text(
        th="ไม่มีส่วนนี้ของบันทึกถาวร ดูขนาดล่าสุดได้ที่ /ledger/checkpoint แล้วขอเฉพาะส่วนที่มีแล้ว",
        en="The record has no such tile: /ledger/checkpoint says how long it is, so ask for tiles below that",
    )


class LedgerTampered(SalaError):
    """What is stored is not what was signed, so nothing more is signed until a person has looked."""

    code = "ledger-tampered"
    status = 500
    message = Text(
        th="บันทึกถาวรไม่ตรงกับที่ลงลายมือชื่อไว้: {fault} ระบบหยุดลงลายมือชื่อ ให้ใช้คำสั่ง sala ledger verify เพื่อหารายการที่ผิด",
        en="The record is not what was signed: {fault}. Signing has stopped: `sala ledger verify` finds the entry",
    )


class CursorNotUnderstood(SalaError):
    """A page cursor is opaque: it is taken from the `next` of the page before, never made by hand."""

    code = "cursor-not-understood"
    message = Text(
        th="ไม่รู้จักตำแหน่งหน้าที่ขอ ให้เริ่มจากหน้าแรก",
        en="The page asked for is not known; start again from the first page",
    )
