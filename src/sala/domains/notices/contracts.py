"""What crosses the door of notices: whom to tell, in which words, and what was told. No Django."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError

TemplateId = Literal[
    "received",
    "correction_asked",
    "correction_answered",
    "decided_approved",
    "decided_refused",
    "document_ready",
    "follow_up",
    "recorded",
    "late",
]
State = Literal["queued", "sent", "failed", "kept"]


@dataclass(frozen=True, slots=True)
class Words:
    """The subject and the body of a message, in both languages, with named placeholders."""

    subject: Text
    body: Text


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to tell: the person, where one signed in, and the e-mail address they gave, where they gave one."""

    person: UUID | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """
    What was told, word for word.

    `kept` has no address and is read on the status page only; `failed` was given up and is read there too.
    """

    id: UUID
    about: UUID
    agency: str
    template: TemplateId
    lang: Lang
    subject: str
    body: str
    state: State
    queued_at: datetime
    sent_at: datetime | None
    failed_at: datetime | None


class DeliveryPostponed(SalaError):
    """The mail server could not take the message now; it is tried again later."""

    code = "delivery-postponed"
    status = 503
    message = Text(
        th="เซิร์ฟเวอร์อีเมลยังรับข้อความไม่ได้ ระบบจะส่งใหม่โดยอัตโนมัติ ข้อความอ่านได้ที่หน้าสถานะแล้ว",
        en="The mail server cannot take the message now. It is sent again later, and is on the status page",
    )
