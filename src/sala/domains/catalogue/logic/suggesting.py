"""
What a person may be about to type: services and moments of life whose name, or what people call them, begins so.

Phrases are compared by their outlines without spaces, so a missing tone mark or space is forgiven at once. A phrase is found
by its beginning; a name also by the beginning of each later word.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, islice
from typing import Literal

from sala.kernel.bilingual import LANGS
from sala.kernel.keyboards import to_kedmanee, to_qwerty
from sala.kernel.thai import fold
from sala.servicekit import Pack

from .words import cut, is_thai, outline_of

Kind = Literal["service", "life-event"]

SHORTEST_BEGINNING = 2
_MOST_COMPARED = 500
_AFTER_EVERYTHING = "\U0010ffff"
_AT_NAME, _AT_CALL, _INSIDE_NAME = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Beginning:
    """One place where a phrase begins: its outline from there, the phrase in full letters, and what it leads to."""

    outline: str
    letters: str
    place: int
    kind: Kind
    id: str


class Suggester:
    """Finds what begins with some letters. Asking it costs microseconds, however many services there are."""

    def __init__(self, pack: Pack) -> None:
        """Read the names and search words of a pack."""
        self._beginnings = sorted(_beginnings_of(pack), key=lambda one: one.outline)
        self._outlines = [one.outline for one in self._beginnings]

    def find(self, typed: str, *, at_most: int) -> list[tuple[Kind, str]]:
        """Give what begins with what was typed, on either keyboard, best first, each once."""
        other = to_qwerty(typed) if is_thai(typed) else to_kedmanee(typed)
        found = self._begin_with(typed) or self._begin_with(other)
        return list(islice(dict.fromkeys((one.kind, one.id) for one in found), at_most))

    def _begin_with(self, typed: str) -> list[Beginning]:
        letters = _letters_of(typed)
        outline = outline_of(letters)
        if len(outline) < SHORTEST_BEGINNING:
            return []
        begin = bisect_left(self._outlines, outline)
        end = bisect_left(self._outlines, outline + _AFTER_EVERYTHING)
        there = self._beginnings[begin : min(end, begin + _MOST_COMPARED)]
        return nsmallest(_MOST_COMPARED, there, key=lambda one: _order_of(one, letters))


def _order_of(one: Beginning, letters: str) -> tuple[bool, int, int]:
    """Put first what begins so letter by letter, then names, then what is short."""
    return not one.letters.startswith(letters), one.place, len(one.letters)


def _beginnings_of(pack: Pack) -> Iterator[Beginning]:
    for service in (*pack.services.values(), *pack.guides.values()):
        for lang in LANGS:
            yield from _at_each_word(service.shown_name[lang], "service", service.slug)
        called = (*service.search.th, *service.search.en, *(service.name[lang] for lang in LANGS))
        yield from _at_the_start(called, service.slug)
    for event in pack.life_events.values():
        for name in (event.th, event.en):
            yield from _at_each_word(name, "life-event", event.id)


def _at_each_word(name: str, kind: Kind, id_: str) -> Iterator[Beginning]:
    words = cut(name)
    joined = "".join(words)
    for at in (0, *accumulate(map(len, words[:-1]))):
        yield Beginning(outline_of(joined[at:]), joined[at:], _INSIDE_NAME if at else _AT_NAME, kind, id_)


def _at_the_start(phrases: Iterable[str], slug: str) -> Iterator[Beginning]:
    for phrase in phrases:
        letters = _letters_of(phrase)
        yield Beginning(outline_of(letters), letters, _AT_CALL, "service", slug)


def _letters_of(text: str) -> str:
    """Fold a text and leave out its spaces and signs."""
    return "".join(one for one in fold(text) if unicodedata.category(one)[0] in "LNM")
