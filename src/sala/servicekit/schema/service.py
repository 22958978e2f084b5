"""One public service, whole: what an agency writes once and everything else is derived from."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sala.kernel.bilingual import Lang, Text

from .base import Declared, FactId, LawName, Sentence, Slug, Words, keyed_by_id
from .facts import AskedFact, Document, Exit, KnownFact, Page, Purpose, Retention
from .offer import (
    Appeal,
    Channel,
    Check,
    Clock,
    Contact,
    Decide,
    Fee,
    Gives,
    Hours,
    Issued,
    Neutral,
    Notice,
    Outcome,
    SignIn,
)

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


class Step(Declared):
    """One step of the work: who does it (`system`, `applicant` or an officer's role), its clock, and how it may end."""

    id: Slug
    name: Sentence
    by: Slug
    clock: Clock | None = None
    outcomes: Annotated[tuple[Outcome, ...], keyed_by_id] = ()
    issues: tuple[Slug, ...] = ()


class Service(Declared):
    """A service folder's `service.yaml`, schema version 1."""

    version: Literal[1] = Field(default=1, alias="schema")
    slug: Slug = Field(alias="service")
    kind: Literal["allowance", "notification", "report", "licence", "registration", "certificate", "complaint", "tax"]
    name: Sentence
    summary: Sentence
    for_whom: Sentence
    agency: Annotated[AgencyRef, BeforeValidator(_read_agency), WithJsonSchema(_AGENCY_WRITTEN)]
    life_events: tuple[Slug, ...] = ()
    search: SearchWords
    channels: tuple[Channel, ...] = Field(min_length=1)
    hours: Hours | None = None
    documents: Annotated[tuple[Document, ...], keyed_by_id] = ()
    fee: Fee
    within: Clock
    law: tuple[LawName, ...] = ()
    purposes: Annotated[tuple[Purpose, ...], keyed_by_id] = Field(min_length=1)
    know: Annotated[tuple[KnownFact, ...], keyed_by_id] = ()
    ask: Annotated[tuple[AskedFact, ...], keyed_by_id] = ()
    pages: tuple[Page, ...] = Field(min_length=1)
    exits: tuple[Exit, ...] = ()
    declaration: Sentence
    steps: tuple[Step, ...] = Field(min_length=1)
    decide: Decide | None = None
    check: Check | None = None
    gives: Gives | None = None
    issues: Annotated[tuple[Issued, ...], keyed_by_id] = ()
    notices: tuple[Notice, ...] = ()
    appeal: Appeal
    sign_in: SignIn = SignIn()
    contact: Contact
    complaints: tuple[Contact, ...] = ()
    discreet: bool = False
    neutral: Neutral | None = None

    @model_validator(mode="after")
    def _be_neutral_where_discreet(self) -> Self:
        if self.discreet != (self.neutral is not None):
            raise PydanticCustomError("neutral_name", "discreet needs neutral, and neutral needs discreet")
        return self

    @cached_property
    def digest(self) -> str:
        """The release's identity: sha256 of this declaration as canonical JSON, so layout and comments do not count."""
        body = json.dumps(
            self.model_dump(mode="json", by_alias=True), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(body.encode()).hexdigest()

    @property
    def shown_name(self) -> Text:
        """The name for everywhere outside the case."""
        return self.neutral.name if self.neutral else self.name

    @property
    def shown_path(self) -> str:
        """The last part of the web address, everywhere."""
        return self.neutral.path if self.neutral else self.slug

    @cached_property
    def _asked_by_id(self) -> Mapping[str, AskedFact]:
        return {asked.id: asked for asked in self.ask}

    def find_asked(self, fact: str) -> AskedFact | None:
        """Find an asked fact by its id."""
        return self._asked_by_id.get(fact)

    def find_known(self, fact: str) -> KnownFact | None:
        """Find a known fact by its id."""
        return next((known for known in self.know if known.id == fact), None)

    def find_page(self, page: str) -> Page | None:
        """Find a page by its id."""
        return next((found for found in self.pages if found.id == page), None)

    def find_step(self, step: str) -> Step | None:
        """Find a step by its id."""
        return next((found for found in self.steps if found.id == step), None)

    def retention_of(self, fact: AskedFact) -> Retention:
        """Say how long a fact is kept: its own time, else its purpose's."""
        return fact.retention or next(p.retention for p in self.purposes if p.id == fact.purpose)
