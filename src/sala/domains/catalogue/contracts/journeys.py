"""What a journey is, and a person's list of ticks on one: worked out from declarations, told to whoever draws it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound
from sala.kernel.money import Baht
from sala.servicekit.schema.facts import Document
from sala.servicekit.schema.public_service import PublicService

from .services import LifeEventCard

MarkState = Literal["done", "not-mine"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that a step waits for, and the steps before it of which any one gives it."""

    paper: str
    name: Text
    issuers: tuple[PublicService, ...]
    is_if_needed: bool


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One service on the way: the papers it waits for, what it gives, and the services of its stage that give the same instead."""

    service: PublicService
    waits_for: tuple[Waiting, ...]
    gives: tuple[Text, ...]
    instead: tuple[PublicService, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps that can be done at the same time. Where `is_knot`, some of them wait for each other, case by case."""

    steps: tuple[JourneyStep, ...]
    is_knot: bool

    @property
    def is_choice(self) -> bool:
        """Say whether any one of the steps is enough."""
        return len(self.steps) > 1 and all(len(step.instead) == len(self.steps) - 1 for step in self.steps)


@dataclass(frozen=True, slots=True)
class Need:
    """A paper as one service asks for it."""

    service: PublicService
    document: Document
    is_if_needed: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """
    A paper of the journey, gathered once for every service that asks for it.

    `steps` give it on the way; `elsewhere` are the services that issue it where none of them does. Where `is_held`, people
    have it already, so that `elsewhere` is for who has lost it.
    """

    id: str
    name: Text
    needs: tuple[Need, ...]
    steps: tuple[PublicService, ...]
    elsewhere: tuple[PublicService, ...]
    is_held: bool


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """
    How long the whole way takes when every step takes its limit: the longest chain, begun on a day.

    `without_limit` of the `steps` have no limit that anybody has found, so that more of them make it longer.
    """

    days: int
    done_on: date
    steps: int
    without_limit: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What the whole way costs when every step is taken: the fees that are known, and how many of the `steps` have none."""

    known: Baht
    steps: int
    unknown: int
    by_ordinance: int


@dataclass(frozen=True, slots=True)
class Journey:
    """
    The way through one moment of life, worked out from what its services issue and ask for.

    `any_time` are the steps that wait for none and that none waits for.
    """

    event: LifeEventCard
    stages: tuple[Stage, ...]
    any_time: tuple[JourneyStep, ...]
    papers: tuple[Paper, ...]
    time: TimeTaken
    cost: Cost

    @property
    def steps(self) -> tuple[JourneyStep, ...]:
        """Every step in order, those for any time last."""
        return (*(step for stage in self.stages for step in stage.steps), *self.any_time)


@dataclass(frozen=True, slots=True)
class Checklist:
    """
    What a person has ticked on their way through one moment of life; `changed_at` is None while it is nothing.

    `services` go by their names in public. What has left the moment of life since is no longer here.
    """

    life_event: str
    services: Mapping[str, MarkState]
    papers: frozenset[str]
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person is: of the steps that concern them, how many are done."""

    done: int
    of: int
    not_mine: int


class StepNotFound(NotFound):
    """The step does not belong to this moment of life, or no longer does."""

    code = "step-not-found"
    message = Text(
        th="ขั้นนี้ไม่อยู่ในรายการแล้ว เปิดหน้ารายการอีกครั้งเพื่อดูขั้นตอนล่าสุด",
        en="This step is no longer on the list. Open the list again to see its steps of today",
    )
