"""What crosses casework's door: plain frozen values, events that carry no personal data, and every refusal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError

CaseId = UUID
State = Literal["draft", "open", "waiting", "closed"]
ClockEffect = Literal["", "start", "stop", "resume", "restart", "end"]
LineKind = Literal["received", "clock-started", "correction-asked", "correction-answered", "decided"]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact the state knows already: its value, the register it came from, and the moment it was read."""

    value: Any
    register: str
    as_of: datetime


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of an application, without its content. `size` is in bytes."""

    id: UUID
    field: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived: the question it answers, the name it claims, its bytes."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What was answered so far.

    `values` are valid and count, by fact id; `typed` is everything as it was typed, by control, valid or not.
    """

    values: Mapping[str, Any]
    typed: Mapping[str, tuple[str, ...]]
    files: tuple[AttachedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """
    An application being filled in, or mended after a correction request (`state` is then `waiting`).

    `version` grows with each save, so two tabs can be told apart.
    """

    id: CaseId
    service: str
    release: str
    state: State
    version: int
    known: Mapping[str, Known]
    answers: Answers
    saved_at: datetime
    correction: "Correction | None"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the account that applicant and officer both read."""

    at: datetime
    kind: LineKind
    role: str
    clock: ClockEffect
    day: date | None
    due_on: date | None
    provision: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The one request to mend an application: what is asked, field by field."""

    asked_at: datetime
    items: Mapping[str, str]
    message: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a decision, in the words it was given; `citation` names the provision."""

    text: Text
    citation: Text
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided. It never changes."""

    outcome: str
    result: str
    decided_at: datetime
    decided_by: UUID
    role: str
    as_of: date
    reasons: tuple[Reason, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    """A received case as its applicant and its officers see it."""

    id: CaseId
    number: str
    service: str
    release: str
    agency: str
    applicant: UUID | None
    lang: Lang
    state: State
    version: int
    known: Mapping[str, Known]
    answers: Answers
    received_at: datetime
    due_on: date | None
    step: str
    result: str
    lines: tuple[Line, ...]
    correction: Correction | None
    decision: Decision | None

    @property
    def received_on(self) -> date:
        """The day the law counts as received: the clock's first, after a night or a weekend the next working day."""
        return next(line.day for line in self.lines if line.clock == "start" and line.day)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One row of a list of cases: nothing in it is sealed."""

    id: CaseId
    number: str
    service: str
    state: State
    started_at: datetime
    received_at: datetime | None
    due_on: date | None
    step: str
    result: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a keyset list; `next` is None on the last."""

    items: tuple[CaseSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How much waits at a desk: for the officers, for applicants, and past its legal deadline."""

    open: int
    waiting: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Started:
    """A new or resumed draft; `code` opens it for someone who did not sign in, and is given once."""

    id: CaseId
    first_page: str
    code: str | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an applicant holds after submitting."""

    case_id: CaseId
    service: str
    agency: str
    number: str
    received_at: datetime
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Saved:
    """
    What became of a saved page: the draft as it is now, and what to mend on the page, by fact id.

    `next_page` is None when the answers can be checked.

    `overtook` says that another tab had saved other answers to the same questions since the page was shown.
    """

    draft: Draft
    errors: Mapping[str, Text]
    wrong_parts: Mapping[str, frozenset[str]]
    next_page: str | None
    overtook: bool


@dataclass(frozen=True, slots=True)
class CaseReceived:
    """An application was received; the law wants it done by `due_on`, where it sets a limit."""

    case_id: UUID
    service: str
    agency: str
    received_at: datetime
    due_on: date | None


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """The one request to mend an application was sent; the clock stands."""

    case_id: UUID
    service: str
    agency: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectionAnswered:
    """The applicant answered; the clock runs on."""

    case_id: UUID
    service: str
    agency: str
    answered_at: datetime
    due_on: date | None


@dataclass(frozen=True, slots=True)
class CaseDecided:
    """A case was decided, once."""

    case_id: UUID
    service: str
    agency: str
    outcome: str
    result: str
    decided_at: datetime


class CaseNotFound(SalaError):
    """No case has this address, or it is not this reader's: the two look the same on purpose."""

    code = "case-not-found"
    status = 404
    message = Text(
        th="ไม่พบเรื่องนี้ หรือเรื่องนี้ไม่ใช่ของคุณ ตรวจสอบรหัสแล้วลองอีกครั้ง หรือเปิดจากรายการเรื่องของคุณ",
        en="There is no such case, or it is not yours. Check the code, or open it from your list of cases",
    )


class CaseAlreadyDecided(SalaError):
    """Someone decided this case first; the earlier decision stands."""

    code = "case-already-decided"
    status = 409
    message = Text(
        th="เจ้าหน้าที่อีกคนพิจารณาเรื่องนี้ไปแล้ว ผลเดิมยังคงอยู่ เปิดเรื่องอีกครั้งเพื่อดูผล",
        en="Another officer decided this case first, and that decision stands. Open the case again to see it",
    )


class CaseChangedMeanwhile(SalaError):
    """The case moved on while this page was open."""

    code = "case-changed"
    status = 409
    message = Text(
        th="เรื่องนี้เปลี่ยนไประหว่างที่คุณเปิดหน้านี้อยู่ เปิดหน้าใหม่เพื่อดูสถานะล่าสุด แล้วทำรายการอีกครั้ง",
        en="This case changed while you had the page open. Open it again to see where it stands, then act",
    )


class CorrectionAskedBefore(SalaError):
    """More documents may be asked for only once."""

    code = "correction-asked-before"
    status = 409
    message = Text(
        th="เรื่องนี้เคยขอให้แก้ไขไปแล้วหนึ่งครั้ง กฎหมายให้ขอได้เพียงครั้งเดียว (พ.ร.บ. การอำนวยความสะดวกฯ พ.ศ. 2558 มาตรา 8)",
        en="A correction was already asked for once, and the law allows only one"
        " (Licensing Facilitation Act B.E. 2558, s. 8)",
    )


class NotForThisService(SalaError):
    """The service's declaration does not offer this outcome."""

    code = "outcome-not-offered"
    status = 409
    message = Text(
        th="บริการนี้ไม่มีผลการพิจารณาแบบนี้ตามที่กฎหมายกำหนด",
        en="By its law, this service does not have this outcome",
    )


class ReasonMissing(SalaError):
    """An adverse decision needs its reasons in writing."""

    code = "reason-missing"
    status = 422
    message = Text(
        th="ระบุเหตุผลของผลการพิจารณา เพื่อให้ผู้ยื่นเข้าใจและโต้แย้งได้",
        en="Give the reasons, so that the applicant can understand and answer them",
    )


class NothingToMend(SalaError):
    """A correction request names no question, so its applicant could change nothing."""

    code = "nothing-to-mend"
    status = 422
    message = Text(
        th="เลือกคำถามอย่างน้อยหนึ่งข้อที่ให้ผู้ยื่นแก้ไข ผู้ยื่นจะแก้ไขได้เฉพาะข้อที่เลือก",
        en="Choose at least one question to be mended. The applicant can change only those you choose",
    )


class DraftIsIncomplete(SalaError):
    """Some answers are missing or must be mended before submitting."""

    code = "draft-incomplete"
    status = 409
    message = Text(
        th="ยังมีคำตอบที่ขาดหรือต้องแก้ไข ตรวจดูรายการแล้วส่งอีกครั้ง",
        en="Some answers are missing or need mending. Check the list, then submit again",
    )


class AgencyUnknown(SalaError):
    """No agency could be found that is responsible for this application."""

    code = "agency-unknown"
    status = 409
    message = Text(
        th="ยังหาหน่วยงานที่รับผิดชอบพื้นที่นี้ในระบบไม่พบ ข้อมูลที่กรอกไว้ยังอยู่ครบ ติดต่อสำนักงานในพื้นที่ของคุณ",
        en="No agency responsible for this area uses the system yet. What you entered is kept. Contact your local office",
    )
