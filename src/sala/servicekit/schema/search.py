"""How people speak of what the state offers: the words that mean the same, what a question is about, and what is asked most."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Declared, Slug, Words, keyed_by_id

Month = Annotated[int, Field(ge=1, le=12)]


class Meaning(Declared):
    """
    Words and phrases that mean the same in a search: spoken, official, English, transliterated, often misspelt.

    A page and a question meet where they share a meaning, whatever words each uses for it. One that is not `telling` says
    something only beside others, in an intent: family, for instance, may need anything.
    """

    id: Slug
    th: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()
    telling: bool = True

    @property
    def phrases(self) -> tuple[str, ...]:
        """Everything people say for it, in both languages."""
        return (*self.th, *self.en)


class Intent(Declared):
    """
    What a question is about when all the meanings of one line of `when` stand in it, and none of `unless`.

    A `life_event` is answered by its journey; `services` by these, best first.
    """

    id: Slug
    when: tuple[tuple[Slug, ...], ...] = Field(min_length=1)
    unless: tuple[Slug, ...] = ()
    life_event: Slug | None = None
    services: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _lead_somewhere(self) -> Self:
        if (self.life_event is None) == (not self.services):
            raise PydanticCustomError("one_of_keys", "exactly one of {names}", {"names": "life_event, services"})
        return self


class Boost(Declared):
    """A small lift for services that many people ask for: always, or in some months of the year. It never hides another."""

    id: Slug
    services: tuple[Slug, ...] = Field(min_length=1)
    percent: Annotated[int, Field(ge=1, le=20)]
    months: tuple[Month, ...] = ()


class Fillers(Declared):
    """Words that say nothing of what is looked for: politeness, question words, pronouns."""

    th: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()


class SearchWordsFile(Declared):
    """`search/<topic>.yaml`: one part of what the search knows of people's words; a file may hold any of it."""

    version: Literal[1] = Field(default=1, alias="schema")
    fillers: Fillers = Fillers()
    meanings: Annotated[tuple[Meaning, ...], keyed_by_id] = ()
    intents: Annotated[tuple[Intent, ...], keyed_by_id] = ()
    boosts: Annotated[tuple[Boost, ...], keyed_by_id] = ()
