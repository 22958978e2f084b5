"""How what is offered changes: editions, drafts, and why a step is refused."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.servicekit.folder import ServiceFolder
from sala.servicekit.schema.public_service import PublicService

EDITIONS = "catalogue_editions"
"""The channel on which a new edition is announced."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a change does, as people are told: its kind (`time`, `fee`, ...) and the sentence."""

    kind: str
    says: Text


@dataclass(frozen=True, slots=True)
class Edition:
    """
    One edition of a service's texts, without them. The current one has the greatest number.

    `origin` says whether a deployment brought it or officers published it; then `made_by` asked for it and `published_by` did.
    """

    id: UUID
    service: str
    number: int
    digest: str
    origin: Literal["folder", "desk"]
    base: int | None
    effects: tuple[Effect, ...]
    made_by: UUID | None
    published_by: UUID | None
    published_at: datetime


ChangeKind = Literal["new", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """A service that appeared, reads otherwise or was withdrawn at a moment, by the path and name it bears in public."""

    id: UUID
    service: str
    kind: ChangeKind
    path: str
    name: Text
    effects: tuple[Effect, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Exported:
    """An edition that was written back: the files of the pack that changed."""

    service: str
    number: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owned:
    """A service whose text an agency keeps: its slug and the agency's code."""

    service: str
    agency: str


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A service's texts while they are changed. `version` grows with every change; `base` is the edition it began from.

    Whoever saved last may ask for publication; `asked_by` has. A draft that was sent back says why in `reason`.
    """

    id: UUID
    owned: Owned
    base: int
    texts: ServiceFolder
    state: Literal["open", "asked", "published", "dropped"]
    version: int
    started_at: datetime
    saved_by: UUID
    saved_at: datetime
    asked_by: UUID | None
    asked_at: datetime | None
    sent_back_at: datetime | None
    reason: str
    opened_at: datetime | None
    edition: int | None

    @property
    def is_open(self) -> bool:
        """Nobody has asked for its publication: it may be changed."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class Comment:
    """
    What somebody said of a part of a public draft, and what its agency answered.

    The words of one that is `is_hidden` are for its keepers only; its answer says why.
    """

    id: UUID
    part: str
    name: str
    words: str
    said_at: datetime
    answer: str
    answered_at: datetime | None
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class OwnedService:
    """A service as its keepers list it: its current edition, and the draft that stands beside it."""

    service: PublicService
    edition: Edition
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change did: the draft as it stands now; `taken` files came from a newer edition, `kept` ones stayed ours."""

    draft: Draft
    taken: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class DraftNotFound(NotFound):
    """The service has no draft, or it is another agency's."""

    code = "draft-not-found"
    message = Text(
        th="ไม่พบร่างนี้ อาจเผยแพร่หรือทิ้งไปแล้ว เปิดหน้าบริการเพื่อดูฉบับปัจจุบัน",
        en="There is no such draft. It may have been published or dropped: open the service to see its current edition",
    )


class EditionNotFound(NotFound):
    """The service has no edition of this number."""

    code = "edition-not-found"
    message = Text(
        th="ไม่พบฉบับนี้ เปิดหน้าบริการเพื่อดูทุกฉบับ", en="There is no such edition. Open the service to see all of them"
    )


class FileNotEditable(NotFound):
    """A draft holds `service.yaml` and pages of `content/` in both languages, and nothing else."""

    code = "file-not-editable"
    message = Text(
        th="แก้ได้เฉพาะ service.yaml และหน้าใน content/th/ กับ content/en/ ชื่อไฟล์ใช้ตัวอักษรเล็กกับขีดกลาง",
        en="Only service.yaml and pages in content/th/ and content/en/ can be edited, named in lower case with hyphens",
    )


class DraftStands(SalaError):
    """The service already has a draft, and has one at a time."""

    code = "draft-stands"
    status = 409
    message = Text(
        th="บริการนี้มีร่างค้างอยู่แล้ว แก้ร่างนั้นต่อ หรือทิ้งร่างนั้นก่อน แล้วทำรายการนี้อีกครั้ง",
        en="This service already has a draft. Go on with it, or drop it first and then do this again",
    )


class DraftChangedMeanwhile(SalaError):
    """Somebody saved the draft after this page was opened."""

    code = "draft-changed-meanwhile"
    status = 409
    message = Text(
        th="มีคนบันทึกร่างนี้หลังจากที่คุณเปิดหน้านี้ ข้อความของคุณยังอยู่ด้านล่าง เทียบกับที่บันทึกไว้ แล้วบันทึกอีกครั้ง",
        en="Somebody saved this draft after you opened the page. Your text is still below: compare, then save again",
    )


class DraftAwaitsPublication(SalaError):
    """Its publication has been asked for, so it must not change under whoever reads it."""

    code = "draft-awaits-publication"
    status = 409
    message = Text(
        th="ร่างนี้รอเผยแพร่อยู่จึงแก้ไม่ได้ ถ้าต้องแก้ ให้ถอนคำขอเผยแพร่ก่อน",
        en="This draft waits for publication and cannot change. Take back the request first, then edit",
    )


class DraftNotAsked(SalaError):
    """Nobody has asked for this draft's publication."""

    code = "draft-not-asked"
    status = 409
    message = Text(
        th="ยังไม่มีใครขอเผยแพร่ร่างนี้ เปิดร่างเพื่อดูสถานะล่าสุด",
        en="Nobody has asked for this draft to be published. Open it to see how it stands",
    )


class DraftUnsound(SalaError):
    """The checker finds problems in the draft."""

    code = "draft-unsound"
    status = 409
    message = Text(
        th="ยังขอเผยแพร่ไม่ได้ ตรวจพบปัญหา {count} ข้อ แก้ตามรายการในหน้าร่างก่อน",
        en="It cannot be published yet. Problems found: {count}. Mend those listed with the draft first",
    )


class NothingChanged(SalaError):
    """The draft says what the current edition says."""

    code = "nothing-changed"
    status = 409
    message = Text(
        th="ร่างนี้ยังเหมือนฉบับปัจจุบันทุกตัวอักษร จึงไม่มีอะไรให้เผยแพร่",
        en="This draft is the current edition, letter by letter: there is nothing to publish",
    )


class EditionPassedBy(SalaError):
    """A newer edition came after the draft was begun."""

    code = "edition-passed-by"
    status = 409
    message = Text(
        th="มีฉบับที่ {number} ออกมาหลังจากเริ่มร่างนี้ กด “ปรับร่างให้ทันฉบับล่าสุด” ตรวจอีกครั้ง แล้วจึงขอเผยแพร่",
        en="Edition {number} came after this draft began. Bring the draft up to date, look it over, then ask again",
    )


class NotForTheDesk(SalaError):
    """A desk cannot give a service to another agency, nor turn one that is applied for here into one that is done elsewhere."""

    code = "not-for-the-desk"
    status = 409
    message = Text(
        th="เปลี่ยน `{key}` ที่นี่ไม่ได้ เพราะกระทบหน่วยงานอื่นหรือเรื่องที่ยื่นไว้แล้ว ให้แก้กลับเป็นค่าเดิม ถ้าต้องเปลี่ยนจริง ผู้ดูแลระบบเปลี่ยนในโฟลเดอร์ได้",
        en="`{key}` cannot be changed here, because it concerns another agency or cases already filed. Put it back; operators can change it in the folders",
    )


class NotTheLastEditor(SalaError):
    """Whoever asks for publication stands for the text, so it is the one who saved it last."""

    code = "not-the-last-editor"
    status = 403
    message = Text(
        th="ผู้ที่บันทึกร่างคนล่าสุดเป็นผู้ขอเผยแพร่ ถ้าคุณตรวจแล้ว ให้บันทึกร่างอีกครั้งแล้วจึงขอ",
        en="Whoever saved the draft last asks for its publication. If you have read it, save it once and then ask",
    )


class SamePerson(SalaError):
    """Four eyes: nobody publishes what they asked to publish."""

    code = "same-person"
    status = 403
    message = Text(
        th="คุณเป็นผู้ขอเผยแพร่ร่างนี้ จึงต้องให้เจ้าหน้าที่อีกคนของหน่วยงานตรวจและเผยแพร่",
        en="You asked for this publication, so another officer of your agency must read and publish it",
    )


class SendingBackNeedsReason(SalaError):
    """Whoever mends a draft must know what to mend."""

    code = "sending-back-needs-reason"
    message = Text(th="บอกเหตุผลที่ส่งกลับ เพื่อให้ผู้ร่างแก้ได้ตรงจุด", en="Say why you send it back, so that it can be mended")


class TextTooLong(SalaError):
    """A file of a service is a few pages, never a book."""

    code = "text-too-long"
    status = 413
    message = Text(
        th="ข้อความยาวเกิน {limit} ตัวอักษร แบ่งเป็นหลายหน้าใน content/ แทน",
        en="The text is longer than {limit} characters: part it into several pages in content/",
    )


class CommentsUnanswered(SalaError):
    """Whoever took the time to comment gets an answer before the draft counts."""

    code = "comments-unanswered"
    status = 409
    message = Text(
        th="ยังมีความเห็นของประชาชนที่ไม่ได้ตอบ {count} ข้อ ตอบให้ครบก่อนขอเผยแพร่",
        en="Comments from the public without an answer: {count}. Answer each before asking to publish",
    )


class CommentEmpty(SalaError):
    """There is nothing to keep."""

    code = "comment-empty"
    message = Text(
        th="เขียนความเห็นก่อนส่ง ระบบไม่เก็บเลขประจำตัว เบอร์โทร และอีเมล",
        en="Write your comment first. Identity numbers, telephone numbers and email addresses are not kept",
    )


class AnswerMissing(SalaError):
    """An answer has words."""

    code = "answer-missing"
    message = Text(th="เขียนคำตอบก่อนบันทึก คำตอบแสดงต่อสาธารณะ", en="Write the answer first. It is shown in public")
