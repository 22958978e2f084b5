"""Plain words: what a country knows of officialese, and how long its people's sentences may be."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Declared, Words

SentenceLength = Annotated[int, Field(ge=10, le=60)]


class LongestSentence(Declared):
    """The most words that a sentence should have, in each language."""

    th: SentenceLength
    en: SentenceLength


class PassiveWords(Declared):
    """
    When "ถูก" is good Thai: before what someone suffers (ถูกโกง), and where it is no passive at all (ถูกกว่า).

    Before anything else it is a passive of translations (ถูกบันทึก), which hides who does it.
    """

    suffered: tuple[Words, ...] = ()
    not_passive: tuple[Words, ...] = ()


class PlainWords(Declared):
    """
    `plain_words.yaml`: what the readability check knows.

    `instead` maps a word of officialese to the plain one, or to what to do about it. `right_in` are phrases in which such a word
    is right, `names_begin` how the names of Acts begin, which are never reworded. `joins` are words that carry a sentence on
    over a space. `known` are abbreviations that everyone reads without help.
    """

    version: Literal[1] = Field(default=1, alias="schema")
    longest: LongestSentence
    instead: dict[Words, Words] = {}
    right_in: tuple[Words, ...] = ()
    names_begin: tuple[Words, ...] = ()
    joins: tuple[Words, ...] = ()
    passive: PassiveWords = PassiveWords()
    known: tuple[Words, ...] = ()
