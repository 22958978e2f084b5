"""What every public service says of itself, whether one applies for it here or is led to where it is done."""

import hashlib
import json
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sala.kernel.bilingual import Lang, Text

from .base import Declared, FactId, LawName, Marked, Named, Sentence, Slug, Sourced, Words, keyed_by_id
from .facts import Document
from .offer import Channel, Clock, Contact, Fee, Hours, Issued, Neutral
from .offices import LOCAL_AUTHORITY

_AGENCY_WRITTEN = {
    "anyOf": [
        {"type": "string", "description": "A code in agencies.yaml or localities/."},
        {
            "type": "object",
            "properties": {"code": {"type": "string"}, "local": {"type": "string"}},
            "additionalProperties": False,
            "description": "`local` names the fact that says which local authority is in charge.",
        },
    ]
}


def _read_agency(value: Any) -> Any:
    """Accept a plain code, as most agencies are named."""
    return {"code": value} if isinstance(value, str) else value


class AgencyRef(Declared):
    """The agency in charge: one by its code, or the local authority of the place that a fact names."""

    code: Slug | None = None
    local: FactId | None = None

    @model_validator(mode="after")
    def _name_one(self) -> Self:
        if (self.code is None) == (self.local is None):
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "code, local"})
        return self


class SearchWords(Declared):
    """What people call it, beside its name: everyday words, old names, misspellings."""

    th: tuple[Words, ...] = Field(min_length=1)
    en: tuple[Words, ...] = Field(min_length=1)

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.th if lang == "th" else self.en


class PublicService(Declared):
    """
    What the catalogue tells of a service, schema version 1.

    `aliases` are slugs it once had or might be looked for under; they lead here for ever. `related` are services that people
    who read this one often need next, beside those that its documents lead to.
    Source: Core Public Service Vocabulary Application Profile (CPSV-AP), class Public Service.
    """

    version: Literal[1] = Field(default=1, alias="schema")
    slug: Slug = Field(alias="service")
    level: Literal["apply", "guide", "appointment"] = "apply"
    aliases: tuple[Slug, ...] = ()
    kind: Literal[
        "allowance", "notification", "report", "licence", "registration", "certificate", "complaint", "tax", "help"
    ]
    name: Sentence
    summary: Sentence
    for_whom: Sentence
    agency: Annotated[AgencyRef, BeforeValidator(_read_agency), WithJsonSchema(_AGENCY_WRITTEN)]
    topic: Slug | None = None
    life_events: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    search: SearchWords
    channels: tuple[Channel, ...] = Field(min_length=1)
    hours: Hours | None = None
    documents: Annotated[tuple[Document, ...], keyed_by_id] = ()
    fee: Fee
    within: Clock
    law: tuple[LawName, ...] = ()
    issues: Annotated[tuple[Issued, ...], keyed_by_id] = ()
    contact: Contact
    complaints: tuple[Contact, ...] = ()
    discreet: bool = False
    neutral: Neutral | None = None

    @model_validator(mode="after")
    def _be_neutral_where_discreet(self) -> Self:
        if self.discreet != (self.neutral is not None):
            raise PydanticCustomError("neutral_name", "discreet needs neutral, and neutral needs discreet")
        return self

    @property
    def counters(self) -> tuple[Channel, ...]:
        """The counters whose kind of office is known; what local authorities are in charge of is done at theirs."""
        own = (LOCAL_AUTHORITY,) if self.agency.local else ()
        counters = (channel for channel in self.channels if channel.kind == "counter" and (channel.offices or own))
        return tuple(one if one.offices else one.model_copy(update={"offices": own}) for one in counters)

    @property
    def shown_name(self) -> Text:
        """The name for everywhere outside the case."""
        return self.neutral.name if self.neutral else self.name

    @property
    def shown_path(self) -> str:
        """The last part of the web address, everywhere."""
        return self.neutral.path if self.neutral else self.slug

    @cached_property
    def digest(self) -> str:
        """The release's identity: sha256 of this declaration as canonical JSON, so layout and comments do not count."""
        body = json.dumps(
            self.model_dump(mode="json", by_alias=True), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(body.encode()).hexdigest()


class Requirement(Named, Sourced):
    """Something that must be so before a person can have a service, in words: a case like theirs is decided elsewhere."""


class GuideStep(Named, Marked):
    """One step of a service that is done elsewhere: what to do, and where or at which address, which is a fact of its own."""

    where: Sentence | None = None
    to: Words | None = None

    @property
    def states_a_fact(self) -> bool:
        """Whether it names a place or an address, or says where what it tells comes from."""
        return bool(self.where or self.to) or self.is_marked


class Act(Sourced):
    """A provision that a guide rests on, as a lawyer would cite it."""

    cites: Sentence


class Guide(PublicService):
    """A service that is explained here and done elsewhere (`guide`), or whose appointment is booked elsewhere (`appointment`)."""

    level: Literal["guide", "appointment"]
    requirements: tuple[Requirement, ...] = ()
    steps: tuple[GuideStep, ...] = Field(min_length=1)
    acts: tuple[Act, ...] = ()
    notes: tuple[Requirement, ...] = ()
