"""What is offered: cards for lists, what answers a query, what the law says of answers, a service with its texts, and the refusal for what is not."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import NotFound
from sala.kernel.money import Baht
from sala.rulekit import Reason
from sala.servicekit.folder import ServiceFolder
from sala.servicekit.schema.facts import Exit
from sala.servicekit.schema.public_service import PublicService

LIFE_EVENT = "life-event:"


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

    `words` are the query as the search understood it. `is_weak` says that the first answer is hardly what was asked for, or that
    there is none.
    """

    services: tuple[PublicService, ...]
    words: tuple[str, ...]
    life_event: str | None = None
    is_weak: bool = False

    @property
    def first(self) -> str:
        """What the answer puts first: a service, or a moment of life after `life-event:`; empty where nothing was found."""
        if self.life_event:
            return LIFE_EVENT + self.life_event
        return self.services[0].slug if self.services else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A service or a moment of life that somebody may be about to type, by its name and the last part of its address."""

    kind: Literal["service", "life-event"]
    path: str
    name: Text


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What the law says of someone's answers on a day. `value` is None while an unknown could still decide.

    `kept` and `failed` are the conditions that are met and those that are not; `open` says what would have to be so for a
    yes, and `missing` names the law's facts that could still change the answer. `amount` is what would be received. `ahead`
    says that the application may be made before its time has come. `stale` warns of each number that took part and that
    nobody has reviewed for the day.
    """

    value: bool | None
    conclusion: Text
    kept: tuple[Reason, ...]
    failed: tuple[Reason, ...]
    open: tuple[Reason, ...]
    missing: tuple[str, ...]
    amount: Baht | None
    ahead: Text | None
    instead: Exit | None
    stale: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PageOfWords:
    """One page of a service's words as HTML, and apart from it the sources that such a page ends with; empty where it has none."""

    words: Markup
    sources: Markup


@dataclass(frozen=True, slots=True)
class Folder:
    """A service with the texts of its folder."""

    service: PublicService
    texts: ServiceFolder

    def words(self, page: str, lang: Lang) -> str:
        """Give one page of `content/` as Markdown; empty when the service has no such page."""
        return self.texts.words(page, lang)


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
