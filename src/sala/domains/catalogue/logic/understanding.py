"""From what a person typed to what they may mean: its words, their outlines, the meanings that stand in it, its letters."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from .karaoke import sounds_of_roman, sounds_of_thai
from .layouts import is_english_meant, mend_layout
from .vocabulary import Match, Vocabulary, longest, threes_of
from .words import cut, cut_loosely, is_thai, outline_of

_LONGEST_QUERY = 200
_FEWEST_SOUNDS_IN_THAI = 5


@dataclass(frozen=True, slots=True)
class Understood:
    """
    A text as the index compares it.

    :param words: as they are written, without fillers.
    :param outlines: the same, cut and compared without tones and like letters.
    :param meanings: what stands in it as it is written.
    :param near_meanings: what stands in it only by its outline.
    :param letters: threes of letters, which still agree where one letter is wrong.
    """

    words: tuple[str, ...]
    outlines: tuple[str, ...]
    meanings: frozenset[str]
    near_meanings: frozenset[str]
    letters: tuple[str, ...]


def understand_query(query: str, vocabulary: Vocabulary, *, english: Container[str]) -> Understood:
    """Understand a query: of a long one the beginning, and of two meanings one inside the other the longer."""
    mended = mend_layout(query[:_LONGEST_QUERY], english=english)
    understood = _understand(mended, vocabulary, only_longest=True)
    heard = _hear(mended, vocabulary, english=english, is_clear=bool(understood.meanings or understood.near_meanings))
    return replace(understood, near_meanings=understood.near_meanings | (heard - understood.meanings))


def _hear(query: str, vocabulary: Vocabulary, *, english: Container[str], is_clear: bool) -> frozenset[str]:
    """Listen for meanings: in Thai that is written in English letters, and in Thai that is spelt by ear and not clear yet."""
    words = cut(query)
    roman = [word for word in words if not is_thai(word)]
    if any(map(str.isalpha, roman)):
        is_english = is_english_meant(query, english=english) or not vocabulary.english_fillers.isdisjoint(roman)
        sounds, fewest = [] if is_english else [sounds_of_roman(word) for word in roman], 0
    else:
        sounds, fewest = [] if is_clear else [sounds_of_thai(word) for word in words], _FEWEST_SOUNDS_IN_THAI
    heard = longest(vocabulary.sounds.find(sounds))
    return _meanings_of([match for match in heard if match.end - match.start >= fewest])


def understand_text(text: str, vocabulary: Vocabulary) -> Understood:
    """Understand a text of the catalogue, whole; a meaning inside another counts too."""
    return _understand(text, vocabulary, only_longest=False)


def _understand(text: str, vocabulary: Vocabulary, *, only_longest: bool) -> Understood:
    words, outlines = cut(text), cut_loosely(text)
    exact, near = vocabulary.exact.find(words), vocabulary.loose.find(outlines)
    if only_longest:
        exact, near = longest(exact), longest(near)
    meanings, near_meanings = _meanings_of(exact), _meanings_of(near)
    if only_longest and not meanings and not near_meanings:
        near_meanings = vocabulary.nearly.find("".join(outlines))
    said = [word for word in words if word not in vocabulary.fillers]
    return Understood(
        words=tuple(said),
        outlines=tuple(word for word in outlines if word not in vocabulary.loose_fillers),
        meanings=meanings,
        near_meanings=near_meanings - meanings,
        letters=threes_of("".join(map(outline_of, said))),
    )


def _meanings_of(matches: Sequence[Match]) -> frozenset[str]:
    return frozenset(match.meaning for match in matches)
