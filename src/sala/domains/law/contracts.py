"""What crosses the door of law beside rulekit's own frozen classes: simulations of changed numbers, and the refusals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.rulekit import DatedValue
from sala.rulekit.kinds import Type
from sala.rulekit.values import Value

State = Literal["waiting", "running", "done", "failed"]
Phase = Literal["population", "counting"]
Grouping = Literal["", "province", "income_decile", "age_band"]
"""How effects are divided; the empty one is the whole nation."""

MOST_ALTERNATIVES = 5
MOST_NUMBERS = 6
MOST_YEARS_AWAY = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A rule whose sum over the nation is money between the state and people.

    `is_paid_by_state` says which way the money goes; `times_a_year` makes a year of what the rule gives; `of` is whom
    the rule is asked about. `sentence` is the rule's own, its `{value}` still open.
    """

    rule: str
    law: Text
    sentence: Text
    is_paid_by_state: bool
    times_a_year: int
    of: Literal["person", "household"]


@dataclass(frozen=True, slots=True)
class Number:
    """A dated number that a simulation may move: as it is on a day, as it was before, and how far rules let it go."""

    name: str
    law: Text
    now: DatedValue
    before: DatedValue | None
    type: Type


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a number: one text, or the rows of a table with what stands under its first step."""

    plain: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    below: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One number of one alternative, called as it was when the simulation was asked for; `before` is what it was then."""

    number: str
    label: Text
    unit: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Alternative:
    """One overlay on the law as it stands: the numbers it moves."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a simulation is asked: which rules, from which day the numbers change, and the alternatives to compare."""

    rules: tuple[str, ...]
    numbers: tuple[str, ...]
    from_: date
    alternatives: tuple[Alternative, ...]

    @property
    def on(self) -> date:
        """The day whose law and ages count: the last of the year, because a tax is asked about on that day."""
        return date(self.from_.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Group:
    """One part of the nation: a province by its code, a tenth of people by income, or an age band by its name."""

    by: Grouping
    key: int | str


@dataclass(frozen=True, slots=True)
class Effect:
    """
    What one alternative does to one group under one rule, for the nation and a year; the law as it stands has no change.

    `rows` are people, or households where the rule is asked about those; `unknown` are left out of every sum. Money is
    satang. `cost` is what the state pays more, or takes in less; `error` is the standard error of `cost` (of `total`
    for the law as it stands), None where it was not told.
    """

    rule: str
    alternative: int | None
    group: Group
    rows: int
    unknown: int
    reached: int
    total: int
    cost: int
    error: float | None
    better: int
    worse: int
    better_by: int
    worse_by: int


@dataclass(frozen=True, slots=True)
class PopulationUsed:
    """
    The population that was counted over, by what its file says of itself.

    `persons` were counted of the `represents` that they stand for; `set_aside` rows could not be used.
    """

    persons: int
    households: int
    represents: int
    set_aside: int
    on: date
    says: Text
    sources: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a simulation found: sums only, never a row of anyone's. `releases` names each law's release by its digest."""

    effects: tuple[Effect, ...]
    population: PopulationUsed
    releases: Mapping[str, str]
    seconds: float

    def effect(self, *, rule: str, alternative: int | None) -> Effect:
        """Give the effect on the whole nation."""
        return self.groups(rule=rule, alternative=alternative, by="")[0]

    def groups(self, *, rule: str, alternative: int | None, by: Grouping) -> tuple[Effect, ...]:
        """List the effects on the groups of one division, in the order of their keys."""
        return tuple(
            each for each in self.effects if (each.rule, each.alternative, each.group.by) == (rule, alternative, by)
        )


@dataclass(frozen=True, slots=True)
class Simulation:
    """One simulation of one agency. `done` of `total` persons are counted while it runs; `failure` says why it failed."""

    id: UUID
    agency: str
    made_by: UUID
    name: str
    plan: Plan
    state: State
    phase: Phase | None
    done: int
    total: int
    failure: Text | None
    made_at: datetime
    finished_at: datetime | None
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class SimulationPage:
    """Simulations, newest first; `next` is the cursor of the following page, None on the last."""

    items: tuple[Simulation, ...]
    next: str | None


class LawNotFound(NotFound):
    """No law of the pack has this name."""

    code = "law-not-found"
    message = Text(th="ไม่พบกฎหมายชื่อ “{name}” ที่มีคือ {known}", en='There is no law called "{name}"; there are {known}')


class SimulationNotFound(NotFound):
    """There is no such simulation, or it is another agency's."""

    code = "simulation-not-found"


class ChosenWrongly(SalaError):
    """A rule or a number was chosen that cannot be simulated."""

    code = "simulation-chosen-wrongly"
    status = 422
    message = Text(
        th="“{name}” ใช้ในการทดลองนี้ไม่ได้ เลือกจากรายการอีกครั้ง",
        en='"{name}" cannot be used in this simulation. Choose from the list again',
    )


class NothingMoved(SalaError):
    """An alternative that changes nothing has no effect to count."""

    code = "nothing-moved"
    status = 422
    message = Text(
        th="ทางเลือกที่ {number} ยังเหมือนกฎหมายปัจจุบันทุกตัวเลข ปรับอย่างน้อยหนึ่งตัว",
        en="Option {number} is still the law as it stands. Move at least one number",
    )


class TooMany(SalaError):
    """More was asked of one simulation than a reader can compare."""

    code = "too-many-chosen"
    status = 422
    message = Text(
        th="การทดลองหนึ่งครั้งเทียบได้ไม่เกิน {alternatives} ทางเลือก และปรับได้ไม่เกิน {numbers} ตัวเลข",
        en="One simulation compares at most {alternatives} options and moves at most {numbers} numbers",
    )


class DayTooFar(SalaError):
    """The population says nothing about a day so far from today."""

    code = "day-too-far"
    status = 422
    message = Text(
        th="เลือกวันตั้งแต่ {first} ถึง {last} เพราะประชากรที่ใช้คำนวณบอกอะไรเกี่ยวกับวันที่ห่างกว่านั้นไม่ได้",
        en="Choose a day from {first} to {last}: the population says nothing about a day further away",
    )


class NumberWithoutValue(SalaError):
    """A number of the law has no value on the day asked about."""

    code = "number-without-value"
    status = 422
    message = Text(
        th="“{label}” ไม่มีค่าตามกฎหมายในวันที่ {day} เลือกวันอื่น",
        en='"{label}" has no value in law on {day}. Choose another day',
    )


class ValueNotUnderstood(SalaError):
    """What was typed is not a value of this number's kind."""

    code = "value-not-understood"
    status = 422
    message = Text(th="ค่านี้ไม่ถูกต้อง {expected}", en="This value cannot be read. {expected}")


class ValueOutOfBounds(SalaError):
    """The rules are checked to stay exact within bounds, and the value lies outside them."""

    code = "value-out-of-bounds"
    status = 422
    message = Text(th="ใช้ค่าได้ตั้งแต่ {low} ถึง {high}", en="The value must be from {low} to {high}")


class TableOutOfOrder(SalaError):
    """The rows of a table do not rise."""

    code = "table-out-of-order"
    status = 422
    message = Text(
        th="เรียงแถวจากน้อยไปมาก และอย่าให้จุดเริ่มซ้ำกัน",
        en="Write the rows from the lowest up, each with a start of its own",
    )


class RowRefused(SalaError):
    """One row of a table cannot be taken as it was typed."""

    code = "row-refused"
    status = 422
    message = Text(th="แถวที่ {row}: {what}", en="Row {row}: {what}")
