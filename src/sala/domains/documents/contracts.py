"""What crosses the door of documents: what a document says, what was issued, what a checker may learn. No Django."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import NotFound, SalaError

Form = Literal["certificate", "letter", "receipt"]
State = Literal["waiting", "issued", "revoked"]
Standing = Literal["valid", "revoked", "unknown"]


@dataclass(frozen=True, slots=True)
class Row:
    """One fact that a document states, under its label."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Officer:
    """The officer who answers for the document, as the letter names them."""

    name: str
    position: Text


@dataclass(frozen=True, slots=True)
class Content:
    """
    All that a document says, in both languages; only the number, the dates and the check code come from issuing it.

    A decision letter fills `rows` (facts), `law` and `reasons`, and an adverse or partial one `appeal`.
    Source: Administrative Procedure Act B.E. 2539, s. 37 (facts, law, reasons), s. 40 (right to appeal), unverified.
    """

    form: Form
    title: Text
    agency_name: Text
    lang: Lang = "th"
    subtitle: Text | None = None
    office: tuple[str, ...] = ()
    letter_code: str = ""
    addressee: str = ""
    reference: Text | None = None
    opening: tuple[Text, ...] = ()
    rows: tuple[Row, ...] = ()
    law: tuple[Text, ...] = ()
    reasons: tuple[Text, ...] = ()
    appeal: Text | None = None
    closing: tuple[Text, ...] = ()
    officer: Officer | None = None
    seal_svg: str = ""


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """
    A document that a case asks for. `kind` is the id that the service's declaration gives it (`issues`).

    `displayed` says that the law has it hang in public, so its check shows `public_rows`; for any other document the
    check says only whether it is valid.
    Source: Electronic Administration Act B.E. 2565, s. 13.
    """

    case_id: UUID
    agency: str
    service: str
    kind: str
    person: UUID | None
    content: Content
    displayed: bool = False
    public_rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What issuing adds to the content: the number, the moment it is dated, and where anyone can check it."""

    number: str
    dated: datetime
    check_code: str
    check_address: str
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """
    A document as its case sees it.

    `dated` is the day it bears; `number`, `issued_at` and `sha256` are known once it is sealed.
    """

    id: UUID
    case_id: UUID
    agency: str
    service: str
    person: UUID | None
    kind: str
    title: Text
    number: str
    check_code: str
    state: State
    dated: datetime
    issued_at: datetime | None
    revoked_at: datetime | None
    sha256: str


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """The sealed bytes and the name to save them under."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PublicCheck:
    """
    What anyone who holds a check code may learn.

    Source: Electronic Administration Act B.E. 2565, s. 13(2): at least the items that the licence itself shows.
    """

    standing: Standing
    code: str
    title: Text | None = None
    number: str = ""
    agency_name: Text | None = None
    dated: datetime | None = None
    revoked_at: datetime | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """A document was rendered and sealed, and can be opened."""

    document_id: UUID
    case_id: UUID
    agency: str
    kind: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentRevoked:
    """A document stopped being valid."""

    document_id: UUID
    case_id: UUID
    agency: str
    kind: str
    revoked_at: datetime


class DocumentNotFound(NotFound):
    """No document has this id, or it is not for this reader."""

    code = "document-not-found"


class DocumentNotReady(SalaError):
    """The document is still being sealed; it will be ready in a moment."""

    code = "document-not-ready"
    status = 409
    message = Text(
        th="เอกสารกำลังจัดทำและประทับตราอิเล็กทรอนิกส์ โปรดเปิดใหม่อีกครั้งในอีกสักครู่",
        en="The document is being prepared and sealed. Open it again in a moment.",
    )


class DocumentUnreadable(SalaError):
    """The data key of the case was destroyed when its retention ended, so the document cannot be opened again."""

    code = "document-unreadable"
    status = 410
    message = Text(
        th="เอกสารนี้เปิดไม่ได้แล้ว เพราะพ้นระยะเวลาเก็บรักษาและข้อมูลถูกทำลายแล้ว",
        en="This document can no longer be opened: its retention period ended and its data was destroyed.",
    )
