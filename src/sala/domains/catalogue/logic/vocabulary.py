"""What the declarations know of people's words: which phrases mean the same, which say nothing, what a question is about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from sala.servicekit.schema.search import Boost, Intent, SearchWordsFile

from .karaoke import sounds_of_thai
from .words import cut, cut_loosely, is_thai

_FIRST_LETTERS = 4
_LONG_ENOUGH_NEAR, _MOST_OF = 8, 0.75
_LONGEST_FILLER = 20
_SHORTEST_OUTLINE = 4  # shorter ones are the outlines of too many words
_FEWEST_SOUNDS = 3
_LONG_ENOUGH_ALONE = 6  # a Thai phrase of six letters is no accident, wherever the words around it were cut


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that stands in a text, from one character to another."""

    start: int
    end: int
    meaning: str


class Phrases:
    """Finds which known phrases stand in a text that was cut into words. Cost: a few look-ups for each letter."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take (phrase without spaces, meaning) pairs."""
        self._meanings: dict[str, set[str]] = defaultdict(set)
        self._lengths: dict[str, set[int]] = defaultdict(set)  # of the phrases with these first letters
        for phrase, meaning in phrases:
            if len(phrase) > 1:
                self._meanings[phrase].add(meaning)
                self._lengths[phrase[:_FIRST_LETTERS]].add(len(phrase))

    def find(self, words: Sequence[str]) -> list[Match]:
        """Find every phrase that begins and ends where words do, or is too long to stand there by accident."""
        text, edges = "".join(words), {0, *accumulate(map(len, words))}
        found = []
        for start, end in self._list_spans(text):
            phrase = text[start:end]
            if phrase in self._meanings and ((start in edges and end in edges) or _stands_alone(phrase)):
                found += [Match(start, end, meaning) for meaning in self._meanings[phrase]]
        return found

    def _list_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where a phrase may stand, judged by its first letters."""
        for start in range(len(text) - 1):
            for letters in range(2, _FIRST_LETTERS + 1):
                lengths = self._lengths.get(text[start : start + letters], ())
                yield from ((start, start + length) for length in lengths if start + length <= len(text))


class NearPhrases:
    """Finds long phrases of which most threes of letters stand in a text: one letter is wrong, missing or too many."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take (outline of a phrase, meaning) pairs; short ones are left out."""
        self._threes: dict[str, list[int]] = defaultdict(list)
        self._phrases = [(outline, meaning) for outline, meaning in phrases if len(outline) >= _LONG_ENOUGH_NEAR]
        self._needed = [_MOST_OF * len(set(threes_of(outline))) for outline, _ in self._phrases]
        for number, (outline, _) in enumerate(self._phrases):
            for three in set(threes_of(outline)):
                self._threes[three].append(number)

    def find(self, outline: str) -> frozenset[str]:
        """Give the meanings of the phrases that are nearly there."""
        shared = Counter(chain.from_iterable(self._threes.get(three, ()) for three in set(threes_of(outline))))
        return frozenset(self._phrases[number][1] for number, count in shared.items() if count >= self._needed[number])


class Fillers:
    """Knows the words that say nothing; the dictionary has some of them written as one, and that says nothing either."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self._words = frozenset(words)

    def __contains__(self, word: str) -> bool:
        return word in self._words or (len(word) <= _LONGEST_FILLER and is_thai(word) and self._is_joined(word))

    def _is_joined(self, word: str) -> bool:
        return any(word[:at] in self._words and word[at:] in self for at in range(1, len(word)))


class Vocabulary:
    """Everything in `search/` of a pack, ready for use."""

    def __init__(self, files: Iterable[SearchWordsFile]) -> None:
        """Join the files of a pack."""
        files = tuple(files)
        fillers = [word for one in files for word in (*one.fillers.th, *one.fillers.en)]
        meanings = [(phrase, one.id) for file in files for one in file.meanings for phrase in one.phrases]
        self.fillers = Fillers(word for filler in fillers for word in cut(filler))
        self.loose_fillers = Fillers(word for filler in fillers for word in cut_loosely(filler))
        self.exact = Phrases(("".join(cut(phrase)), meaning) for phrase, meaning in meanings)
        loose = (("".join(cut_loosely(phrase)), meaning) for phrase, meaning in meanings)
        outlines = [(outline, meaning) for outline, meaning in loose if len(outline) >= _SHORTEST_OUTLINE]
        self.loose, self.nearly = Phrases(outlines), NearPhrases(outlines)
        self.sounds = Phrases(
            (sounds, meaning) for sounds, meaning in _sounds_of(meanings) if len(sounds) >= _FEWEST_SOUNDS
        )
        self.english_fillers = frozenset(word for one in files for filler in one.fillers.en for word in cut(filler))
        english = (phrase for phrase in (*fillers, *(phrase for phrase, _ in meanings)) if not is_thai(phrase))
        self.english = frozenset(word for phrase in english for word in cut(phrase))
        self.telling = frozenset(one.id for file in files for one in file.meanings if one.telling)
        self.intents: tuple[Intent, ...] = tuple(intent for one in files for intent in one.intents)
        self.boosts: tuple[Boost, ...] = tuple(boost for one in files for boost in one.boosts)


def _sounds_of(meanings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (("".join(map(sounds_of_thai, cut(phrase))), meaning) for phrase, meaning in meanings if is_thai(phrase))


def threes_of(run: str) -> tuple[str, ...]:
    """
    Give every three letters that stand together.

    >>> threes_of("ตาดี")
    ('ตาด', 'าดี')
    """
    return tuple(run[at : at + 3] for at in range(len(run) - 2))


def longest(matches: Sequence[Match]) -> list[Match]:
    """Keep the matches that do not stand inside a longer one."""
    return [one for one in matches if not any(_is_inside(one, other) for other in matches)]


def _is_inside(one: Match, other: Match) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _stands_alone(phrase: str) -> bool:
    return is_thai(phrase) and sum(character.isalpha() for character in phrase) >= _LONG_ENOUGH_ALONE
