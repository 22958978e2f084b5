"""Every text that people read of a declaration, in one language, with the place it stands at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sala.kernel.bilingual import LANGS, Lang

from ..folder import ServiceFolder
from ..loader import Reading
from ..problems import Place
from ..source import Loc

# A source is cited as it is called, and what people search for is theirs: neither is ours to reword.
_NOT_OURS = frozenset({"source", "cites", "search"})
_SOURCES = {"th": "## ที่มา", "en": "## Sources"}
_BEGINS_A_LINE = re.compile(r"\s*(?:#+|[-*]|\d+\.|>)\s+")
_LINK = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Told:
    """One text: a value of a declaration, or a paragraph or list item of a page of words. `place` is where it begins."""

    lang: Lang
    text: str
    place: Place

    def place_of(self, at: int) -> Place:
        """Say where the character at a position stands."""
        lines = self.text.count("\n", 0, at)
        return Place(self.place.file, self.place.line + lines, self.place.column if lines == 0 else 1)


def list_told(reading: Reading[Any]) -> Iterator[Told]:
    """Give every text of a declaration that is shown to people."""
    if reading.source is not None:
        for lang, text, loc in _walk(reading.source.data, ()):
            yield Told(lang, " ".join(text.split()), reading.place(*loc))


def list_pages(folder: ServiceFolder) -> Iterator[Told]:
    """Give every paragraph and list item of the pages in a folder's `content/`, without the sources they end with."""
    for lang in LANGS:
        pages = (name for name in sorted(folder.files) if name.startswith(f"content/{lang}/"))
        for name in pages:
            words = folder.files[name].partition(f"\n{_SOURCES[lang]}\n")[0]
            for line, text in _list_paragraphs(words):
                yield Told(lang, _LINK.sub("]", text), Place(f"{folder.path}/{name}", line))


def _walk(value: Any, loc: Loc) -> Iterator[tuple[Lang, str, Loc]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in LANGS and isinstance(inner, str):
                yield key, inner, (*loc, key)
            elif key not in _NOT_OURS:
                yield from _walk(inner, (*loc, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _walk(inner, (*loc, position))


def _list_paragraphs(words: str) -> Iterator[tuple[int, str]]:
    """Join the lines of a paragraph, which ends where a line is empty or begins something new."""
    begun: list[str] = []
    for number, line in enumerate([*words.splitlines(), ""], start=1):
        if begun and (not line.strip() or _BEGINS_A_LINE.match(line)):
            yield number - len(begun), "\n".join(begun)
            begun = []
        if line.strip():
            begun.append(_BEGINS_A_LINE.sub(lambda found: " " * len(found[0]), line, count=1))
