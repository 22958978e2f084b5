"""What a service offers around its form: channels, hours, fee, clocks, documents issued, money, notices and appeal."""

from datetime import time
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sala.kernel.money import Baht

from .base import Declared, FactId, Marked, Named, RuleName, Sentence, Slug, Sourced, Words, keyed_by_id
from .conditions import Condition


def _read_baht(value: Any) -> Baht:
    """Read whole baht or `"20.50"`. A bare decimal is refused: YAML reads it as a float, and money is never one."""
    if isinstance(value, Baht):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise PydanticCustomError("baht", "whole baht, or a decimal in quotes")
    try:
        return Baht.of(str(value))
    except (ValueError, ArithmeticError) as problem:
        raise PydanticCustomError("baht", "whole baht, or a decimal in quotes") from problem


def _write_baht(value: Baht) -> str:
    return str(Decimal(value.satang) / 100)


BahtAmount = Annotated[
    Baht,
    PlainValidator(_read_baht),
    PlainSerializer(_write_baht),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^\d+(\.\d{1,2})?$"}]}),
]

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Event = Literal[
    "received", "correction-asked", "corrected", "granted", "refused", "certified", "recorded", "forwarded", "late"
]
ClockUnit = Literal["minutes", "hours", "days", "working-days"]


def _read_hour(value: Any) -> Any:
    """Accept `08:30` as its author means it."""
    return time.fromisoformat(value) if isinstance(value, str) and len(value) == 5 else value


Hour = Annotated[time, BeforeValidator(_read_hour), PlainSerializer(lambda at: f"{at:%H:%M}")]


class Hours(Declared):
    """When a door is open. `always` is day and night; else the days of the week with opening and closing time."""

    always: bool = False
    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    opens: Hour = time(8, 30)
    closes: Hour = time(16, 30)


class Channel(Marked):
    """
    One way to use the service; `where` says the place or number in words, and that is a fact with a source like any other.

    `offices` are the kinds of office (in `offices.yaml`) that a counter is at: that of the place which `where` speaks of,
    or one `anywhere`. `in_bangkok` are the kinds there, where they differ.
    """

    kind: Literal["web", "counter", "phone", "post", "kiosk", "chat"]
    where: Sentence | None = None
    to: Words | None = None
    hours: Hours | None = None
    offices: tuple[Slug, ...] = ()
    in_bangkok: tuple[Slug, ...] = ()
    anywhere: bool = False

    @property
    def states_a_fact(self) -> bool:
        """Whether it names a place, a number or an address."""
        return bool(self.where or self.to) or self.is_marked


class Fee(Sourced):
    """
    What the person pays: an amount for all, or what the local ordinance says.

    `set_by: local-ordinance` takes the amount from the locality's `ordinances.yaml`; `amount: 0` is free.
    """

    amount: BahtAmount | None = None
    set_by: Literal["local-ordinance"] | None = None
    note: Sentence | None = None

    @model_validator(mode="after")
    def _be_set_once(self) -> Self:
        if self.amount is not None and self.set_by is not None:
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "amount, set_by"})
        return self


class Clock(Sourced):
    """
    A time limit. A limit that nobody has found has no `length`, is `unverified`, and runs no clock.

    `if_late` says what follows: a written reason, again after `again_after_days`, or a reminder.
    Source: Electronic Administration Act B.E. 2565, s. 10 (when the clock starts).
    """

    length: int | None = Field(default=None, ge=1)
    unit: ClockUnit = "working-days"
    from_: Literal["received", "step-started", "notified", "complete"] = Field(default="received", alias="from")
    if_late: Literal["tell-reason", "remind", "nothing"] = "tell-reason"
    again_after_days: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _have_a_length_or_say_so(self) -> Self:
        if self.length is None and not self.unverified:
            raise PydanticCustomError("unsourced", "neither source nor unverified")
        return self


class Outcome(Named):
    """
    A button at the end of a step. `then` is the next step, or `result` ends the case.

    `once` lets it be used one time in a case; `stops_clock` holds the clock until the next step is done, and
    `restarts_clock` gives the officer the whole time again, where the law says so.
    """

    id: Slug
    then: Slug | None = None
    result: Literal["granted", "refused", "certified", "recorded", "forwarded", "withdrawn"] | None = None
    needs_reason: bool = False
    once: bool = False
    stops_clock: bool = False
    restarts_clock: bool = False

    @model_validator(mode="after")
    def _lead_somewhere(self) -> Self:
        if (self.then is None) == (self.result is None):
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "then, result"})
        return self


class Decide(Declared):
    """
    Who decides: a rule of a law, and the officer's role that confirms it.

    `as_of` says whose day's law counts. `may_apply` is the rule that opens the form ahead of that day. `facts` gives,
    for a fact the law needs, our fact of another name, or a condition that answers it. `leaves_unknown` names the
    facts that nobody need know under the law of today.
    """

    by: RuleName
    as_of: Literal["received", "each-payment-month"] | FactId = "received"
    confirmed_by: Slug | None = None
    may_apply: RuleName | None = None
    facts: dict[FactId, FactId | Condition] = {}
    leaves_unknown: tuple[FactId, ...] = ()


class CheckQuestion(Named):
    """A fact of the law, put to the person as a plain yes-no question. Its id is the law's name for the fact."""

    id: FactId
    hint: Sentence | None = None


class Check(Declared):
    """
    "Can I get it?", answered before anyone signs in: the rule that answers, and how the person alone gives its facts.

    `facts` is read as in `decide`, and goes before it. `ask` puts in words what a register tells a real application.
    """

    by: RuleName
    facts: dict[FactId, FactId | Condition] = {}
    ask: Annotated[tuple[CheckQuestion, ...], keyed_by_id] = ()


class PaidOn(Sourced):
    """The day of the month on which money is paid, and where it moves when that is no working day."""

    day: int = Field(ge=1, le=31)
    if_holiday: Literal["working-day-before", "working-day-after"]


class Gives(Declared):
    """Money that the person receives: how much by which rule, how often, and who pays it."""

    pay: RuleName
    unit: Literal["baht-per-month", "baht-once"]
    paid_on: PaidOn
    paid_by: Slug


class Issued(Named):
    """
    A document that the service issues.

    `again` marks a copy, or a new one in place of one that was lost or has run out: nobody is sent here to get their first.
    `displayed` marks what must hang in public: then the public check shows the fields on it (`check_shows`).
    Source: Electronic Administration Act B.E. 2565, s. 13 (public check of displayed licences).
    """

    id: Slug
    at: Literal["received", "granted", "certified", "refused"]
    again: bool = False
    displayed: bool = False
    check_shows: tuple[FactId, ...] = ()


class Notice(Declared):
    """A message at one event. Its words may use {number}, {service}, {deadline}, {reason}, {link} and {agency}."""

    on: Event
    subject: Sentence
    body: Sentence


class Appeal(Sourced):
    """
    Where to turn against a decision, and until when; `none` says why there is nothing to appeal.

    Source: Administrative Procedure Act B.E. 2539, s. 40 (the order must say it).
    """

    within_days: int | None = Field(default=None, ge=1)
    to: Sentence | None = None
    answered_within_days: int | None = Field(default=None, ge=1)
    none: Sentence | None = None

    @model_validator(mode="after")
    def _be_a_way_or_a_reason(self) -> Self:
        if (self.to is None) == (self.none is None):
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "to, none"})
        return self


class SignIn(Declared):
    """Whether a person must sign in and how surely; without it, a follow-up code opens the case again."""

    required: bool = True
    identity: int = Field(default=2, ge=0, le=3)
    authentication: int = Field(default=1, ge=0, le=3)
    follow_up_code: bool = False


class Contact(Marked):
    """Who helps. `from_locality` takes the local authority's own numbers."""

    from_locality: bool = False
    name: Sentence | None = None
    phone: Words | None = None
    email: Words | None = None
    url: Words | None = None
    hours: Hours | None = None

    @property
    def states_a_fact(self) -> bool:
        """Whether it gives a number or an address, rather than the locality's own or a name alone."""
        return bool(self.phone or self.email or self.url) or self.is_marked


class Neutral(Declared):
    """The name and path that a discreet service bears everywhere outside the case."""

    name: Sentence
    path: Slug
