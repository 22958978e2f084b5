"""What a service needs to know of a person: what the state knows already, and what it must ask."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Declared, FactId, Named, Sentence, Slug, Sourced, Words, keyed_by_value
from .conditions import Condition

AskType = Literal[
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "yes-no",
    "confirm",
    "one-of",
    "many-of",
    "citizen-id",
    "juristic-id",
    "phone",
    "email",
    "address",
    "bank-account",
    "file",
    "sub-district",
]
KnownType = Literal[
    "text",
    "number",
    "money",
    "date",
    "yes-no",
    "citizen-id",
    "address",
    "person-name",
    "birth-date",
    "house-code",
    "sub-district",
    "local-authority",
]
DataClass = Literal["not-personal", "personal", "contact", "identity", "financial", "location", "sensitive"]
MediaType = Literal["application/pdf", "image/jpeg", "image/png"]


class Retention(Sourced):
    """How long facts are kept, and from which event the time counts."""

    years: int | None = Field(default=None, ge=1, le=100)
    days: int | None = Field(default=None, ge=1, le=3650)
    after: Literal["case-closed", "last-payment", "document-expired", "received"] = "case-closed"

    @model_validator(mode="after")
    def _keep_for_one_length(self) -> Self:
        if (self.years is None) == (self.days is None):
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "years, days"})
        return self


class Purpose(Named):
    """
    Why facts are used, on which legal basis, and how long they are kept.

    Source: Personal Data Protection Act B.E. 2562, s. 24 and s. 26 (bases), s. 37(3) and s. 39 (keeping and records).
    """

    id: Slug
    basis: Literal["public-task", "legal-duty", "contract", "vital-interest", "consent"]
    retention: Retention


class KnownFact(Named):
    """
    A fact that a register of the state holds: fetched after telling the person, never asked again.

    `fact` is the register's own name for it, where that differs.
    """

    id: FactId
    from_: Slug = Field(alias="from")
    fact: FactId | None = None
    type: KnownType = "text"
    purpose: Slug
    data_class: DataClass = "personal"

    @property
    def held_as(self) -> str:
        """The register's own name for it."""
        return self.fact or self.id

    says: dict[str, Sentence] = {}


class Option(Named):
    """One answer that may be chosen."""

    value: Slug
    hint: Sentence | None = None


class AskedFact(Named):
    """
    A fact that only the person can tell: its question, why it is asked, and what counts as an answer.

    `least` and `most` bound a number (or whole baht). `days` says which side of today a date may lie on.
    `prefill` names a known fact whose value stands in the field at first. `abroad_too` lets a telephone number be
    foreign or short.
    """

    id: FactId
    type: AskType
    why: Sentence
    hint: Sentence | None = None
    purpose: Slug
    data_class: DataClass = "personal"
    retention: Retention | None = None
    required: bool = True
    when: Condition | None = None
    options: Annotated[tuple[Option, ...], keyed_by_value] = ()
    prefill: FactId | None = None
    max_length: int | None = Field(default=None, ge=1, le=20_000)
    least: int | None = None
    most: int | None = None
    whole: bool = True
    abroad_too: bool = False
    unit: Sentence | None = None
    days: Literal["any", "past", "future"] = "any"
    accepts: tuple[MediaType, ...] = ("application/pdf", "image/jpeg", "image/png")
    max_files: int = Field(default=1, ge=1, le=20)
    max_megabytes: int = Field(default=10, ge=1, le=50)

    @model_validator(mode="after")
    def _offer_options_only_to_choose_from(self) -> Self:
        if (self.type in ("one-of", "many-of")) != bool(self.options):
            raise PydanticCustomError("options_mismatch", "options belong to one-of and many-of")
        return self


class Document(Named, Sourced):
    """
    A document that the person must show, or that the agency fetches itself.

    `originals` and `copies` are counts on paper; `fetched_from` names the register that spares the person both.
    `may_be_new` marks a paper that people hold otherwise, and that in this matter may be one just made: the book of a new house.
    Source: Electronic Administration Act B.E. 2565, s. 7 (one upload is every copy) and s. 12 (the agency copies).
    """

    id: Slug
    issuer: Slug | None = None
    originals: int = Field(default=0, ge=0)
    copies: int = Field(default=0, ge=0)
    may_be_new: bool = False
    fetched_from: Slug | None = None
    uploaded_as: FactId | None = None
    when: Condition | None = None
    when_words: Sentence | None = None


class Page(Declared):
    """One page of the form: the questions it asks together, and a guide from `content/` where words must be longer."""

    id: Slug
    title: Sentence
    ask: tuple[FactId, ...] = ()
    when: Condition | None = None
    guide: Slug | None = None


class Action(Named):
    """One thing to do at once. `to` is a telephone number, a web address or a place, as `do` says."""

    do: Literal["call", "visit", "open", "prepare"]
    to: Words | None = None


class Countdown(Sourced):
    """A time limit that runs while the person reads; `from` is `now` or the fact that holds its first day."""

    hours: int = Field(ge=1)
    from_: Literal["now"] | FactId = Field(default="now", alias="from")
    label: Sentence


class Exit(Sourced):
    """
    "Do this instead": where this form is the wrong door, the person is sent to the right one before any more questions.

    `may_continue` lets the person come back and finish after the urgent thing is done.
    """

    id: Slug
    title: Sentence
    when: Condition
    urgent: bool = False
    actions: tuple[Action, ...] = Field(default=(), alias="do")
    countdown: Countdown | None = None
    guide: Slug | None = None
    may_continue: bool = False
