"""One service that is applied for here, whole: what an agency writes once and everything else is derived from."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from .base import Declared, Sentence, Slug, keyed_by_id
from .facts import AskedFact, Exit, KnownFact, Page, Purpose, Retention
from .offer import Appeal, Check, Clock, Decide, Gives, Notice, Outcome, SignIn
from .public_service import PublicService


class Step(Declared):
    """One step of the work: who does it (`system`, `applicant` or an officer's role), its clock, and how it may end."""

    id: Slug
    name: Sentence
    by: Slug
    clock: Clock | None = None
    outcomes: Annotated[tuple[Outcome, ...], keyed_by_id] = ()
    issues: tuple[Slug, ...] = ()


class Service(PublicService):
    """A service that one applies for here: a service folder's `service.yaml`, schema version 1."""

    level: Literal["apply"] = "apply"
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
    notices: tuple[Notice, ...] = ()
    appeal: Appeal
    sign_in: SignIn = SignIn()

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
