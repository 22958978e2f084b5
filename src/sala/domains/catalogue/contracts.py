"""What crosses the catalogue's door: cards for lists, and the refusal for what is not offered."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import NotFound
from sala.servicekit.schema.public_service import PublicService

ChangeKind = Literal["new", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """A service that appeared, reads otherwise or was withdrawn at a moment, by the path and name it then bore in public."""

    id: UUID
    service: str
    kind: ChangeKind
    path: str
    name: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class LifeEventCard:
    """A moment of life and the services that belong to it."""

    id: str
    name: Text
    summary: Text
    icon: str | None
    services: tuple[PublicService, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """
    What answers a query: services best first, and the journey of a life event before them where the question is about one.

    `words` are the query as the search understood it.
    """

    services: tuple[PublicService, ...]
    words: tuple[str, ...]
    life_event: str | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """A service with the folder its pages of words stand in."""

    service: PublicService
    path: Path

    def words(self, page: str, lang: Lang) -> str:
        """Read one page of `content/` as Markdown; empty when the service has no such page."""
        file = self.path / "content" / lang / f"{page}.md"
        return file.read_text("utf-8") if file.is_file() else ""

    def every_word(self) -> dict[str, str]:
        """Read every page of `content/`, by its place there."""
        content = self.path / "content"
        return {file.relative_to(content).as_posix(): file.read_text("utf-8") for file in content.glob("*/*.md")}


class ServiceNotFound(NotFound):
    """No service has this name."""

    code = "service-not-found"
    message = Text(
        th="ไม่พบบริการนี้ ลองค้นหาด้วยคำของคุณเอง หรือดูบริการทั้งหมด",
        en="There is no such service. Search in your own words, or look at all services",
    )


class LifeEventNotFound(NotFound):
    """No moment of life has this name."""

    code = "life-event-not-found"
    message = Text(
        th="ไม่พบหัวข้อนี้ ลองค้นหาด้วยคำของคุณเอง หรือดูบริการทั้งหมด",
        en="There is no such topic. Search in your own words, or look at all services",
    )
