"""Of what the public may speak: the parts of a service's page, and each question of its form."""

from dataclasses import dataclass

from sala.kernel.bilingual import Text
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.schema.service import Service

GENERAL = "general"
LONGEST_COMMENT = 2_000
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Part:
    """One part that a comment can be about: its key, and what it is called."""

    key: str
    name: Text


_PARTS = (
    Part(GENERAL, Text(th="ทั้งหมด", en="All of it")),
    Part("who", Text(th="ใครใช้ได้ และเงื่อนไข", en="Who can have it")),
    Part("documents", Text(th="เอกสารที่ต้องใช้", en="Documents")),
    Part("steps", Text(th="ขั้นตอน", en="Steps")),
    Part("fee-and-time", Text(th="ค่าธรรมเนียมและระยะเวลา", en="Fee and time")),
    Part("where", Text(th="ที่ไหน เมื่อไร ติดต่อใคร", en="Where, when and whom to ask")),
    Part("law", Text(th="กฎหมายที่อ้าง", en="The law it rests on")),
)
_QUESTION = Text(th="คำถาม: {question}", en="Question: {question}")


def list_parts(service: PublicService) -> tuple[Part, ...]:
    """List what a comment on a service can be about: the parts of its page, then the questions of its form."""
    asked = service.ask if isinstance(service, Service) else ()
    return (*_PARTS, *(Part(f"ask.{one.id}", _QUESTION.fill(question=one.label)) for one in asked))
