"""The words that services call themselves by: how much of a question they account for, and what a strange word is near to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from sala.kernel.thai import fold

from .index import SPELT
from .understanding import Understood
from .vocabulary import Vocabulary
from .words import cut_loosely, outline_of, pieces_of, stem_of

_OUTLINE_MARK = "~"
_SHORTEST = 2  # a single letter is a word of nearly everything
_NEAR, _MOST_NEAR = 0.7, 3
_LONG_ENOUGH_NEAR = 4  # a shorter word is near to too many


class Lexicon:
    """Knows in which services' names, search words and papers a word stands; the marks of tone may be missing."""

    def __init__(self, documents: Iterable[tuple[str, Mapping[str, str]]], vocabulary: Vocabulary) -> None:
        """Take (slug, text by field) pairs, as the index does."""
        self._vocabulary = vocabulary
        self._services: dict[str, set[str]] = defaultdict(set)
        self._words_with: dict[str, set[str]] = defaultdict(set)
        for slug, texts in documents:
            for field in SPELT:
                self._learn(slug, texts[field])

    def services_of(self, word: str) -> frozenset[str]:
        """Give the services that speak of a word, by its outline if need be."""
        stem = stem_of(word)
        found = self._services.get(stem) or self._services.get(_OUTLINE_MARK + outline_of(stem)) or ()
        return frozenset(found)

    def near(self, word: str) -> tuple[str, ...]:
        """Give the words of services that a word may be meant for: those of nearly the same letters, nearest first."""
        if len(word) < _LONG_ENOUGH_NEAR:
            return ()
        twos = _twos_of(word)
        shared = Counter(known for two in twos for known in self._words_with.get(two, ()))
        likely = sorted(known for known, count in shared.items() if 2 * count >= len(twos))
        return tuple(get_close_matches(word, likely, n=_MOST_NEAR, cutoff=_NEAR))

    def share_of(self, asked: Understood, slug: str) -> float:
        """
        Say which share of a question's letters is accounted for: by words of one service, or by phrases with a known meaning.

        A question of which only the outline of a phrase was understood counts in full: its letters are wrong anyway.
        """
        if asked.near_meanings and not asked.meanings:
            return 1.0
        text = "".join(asked.words)
        told = self.told_by_meanings(asked.words)
        at = 0
        for word in asked.words:
            if slug in self.services_of(word):
                told.update(range(at, at + len(word)))
            at += len(word)
        return len(told) / max(1, len(text))

    def told_by_meanings(self, words: Sequence[str]) -> set[int]:
        """Give the places of the letters, in words side by side, that belong to a phrase with a telling meaning."""
        found = self._vocabulary.exact.find(words)
        return {at for one in found if one.meaning in self._vocabulary.telling for at in range(one.start, one.end)}

    def is_filler(self, word: str) -> bool:
        """Say whether a word says nothing of what is looked for."""
        return word in self._vocabulary.fillers

    def _learn(self, slug: str, text: str) -> None:
        for word in (piece for line in text.splitlines() for piece in pieces_of(fold(line))):
            if len(word) >= _SHORTEST:
                self._services[stem_of(word)].add(slug)
                for two in _twos_of(word):
                    self._words_with[two].add(word)
        for outline in cut_loosely(text):
            if len(outline) >= _SHORTEST:
                self._services[_OUTLINE_MARK + outline].add(slug)


def _twos_of(word: str) -> frozenset[str]:
    """Give every two letters that stand together."""
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))
