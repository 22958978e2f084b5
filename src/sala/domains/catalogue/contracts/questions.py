"""What people asked and did not find: the question, the first answers called wrong, and what each can teach the search."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import NotFound
from sala.servicekit.schema.public_service import PublicService

DAYS_KEPT = 180
LEAST_TIMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A question that found no good answer: its words, and how often it was asked in the time looked at.

    `is_settled` says that somebody dealt with it and that it has not been asked often since.
    """

    id: int
    text: str
    lang: Lang
    times: int
    first_on: date
    last_on: date
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Misled:
    """
    A question whose first answer people called wrong, and how often in the time looked at.

    `chosen` are the answers they chose instead, most often first; what none of those found was right for is `none`.
    """

    id: int
    text: str
    lang: Lang
    first: str
    times: int
    chosen: tuple[tuple[str, int], ...]
    none: int
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One first answer called wrong. `chosen` is None until the person says, and empty for none of those found."""

    id: UUID
    text: str
    lang: Lang
    first: str
    chosen: str | None


@dataclass(frozen=True, slots=True)
class WordTaught:
    """A word of a question: whether any service or known phrase has it, and the words of services it is near to."""

    word: str
    is_known: bool
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a service can be taught a question: the file in the pack, and what to put in the place of its `search:`."""

    service: PublicService
    file: str
    search: str


@dataclass(frozen=True, slots=True)
class Taught:
    """
    What one question can teach the search.

    `weeks` are the Mondays of the weeks it was asked in, with how often, newest first. `lessons` are for the services that it may be
    about: those that people chose, then the nearest.
    """

    question: Asked
    weeks: tuple[tuple[date, int], ...]
    words: tuple[WordTaught, ...]
    lessons: tuple[Lesson, ...]


class QuestionNotFound(NotFound):
    """No question of this number is kept, or it was asked too seldom to be shown."""

    code = "question-not-found"
    message = Text(
        th="ไม่พบคำถามนี้ อาจถูกลบเพราะครบเวลาเก็บแล้ว กลับไปดูรายการคำถาม",
        en="There is no such question. It may have been deleted because its time was up. Go back to the list",
    )


class ReportNotFound(NotFound):
    """Nobody reported a first answer under this name, or it was deleted because its time was up."""

    code = "report-not-found"
    message = Text(
        th="ไม่พบรายการที่คุณแจ้งไว้ ลองค้นหาอีกครั้งด้วยคำของคุณเอง",
        en="There is no such report. Search again in your own words",
    )
