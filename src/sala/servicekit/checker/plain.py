"""Readability: sentences that are too long, words of officials, passives of translations, abbreviations nobody explains."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from sala.kernel.thai_words import segment

from ..folder import ServiceFolder
from ..pack import PackReading, PublicReading
from ..problems import LongSentence, Officialese, Problem, TranslatedPassive, UnexplainedAbbreviation
from ..schema.plain import PlainWords
from .told import Told, list_pages, list_told

_PASSIVE = "ถูก"
_SHOWN = 60
_FILLED_IN = re.compile(r"\{\{.*?\}\}|\{\w+\}|https?://\S+|(?:[A-Za-z0-9-]+\.)+[a-z]{2,}\b")
_SIGNS = re.compile(r"[*_`\[\]]")
_ENDS_ENGLISH = re.compile(r"(?<=[.?!;:])\s+")
_THAI_LETTER = re.compile("[ก-๎]")
_TITLE_TOKEN = "ชื่อ"  # noqa: S105  a name of any length is read as one word
_ABBREVIATION = re.compile(
    r"(?<![ก-๎])(?:[ก-ฮ]{1,4}\.)+(?:[ก-ฮ]{1,4}(?![ก-๎]))?|(?<![\w.@/-])[A-Z][a-z]{0,4}[A-Z]+(?![\w.@]| [A-Z])"
)
_NO_WORDS = re.compile(r"(?:[\s\d./,-]|หรือ|และ)*")
_NO_WORDS_TILL_BRACKET = re.compile(r"[\s\d./-]*\(")


def find_hard_words(reading: PackReading) -> Iterator[Problem]:
    """Check every text of services and life events by the country's list of plain words, where it has one."""
    if reading.plain_words is None or reading.plain_words.model is None:
        return
    editor = Editor(reading.plain_words.model)
    for service in reading.offered:
        yield from editor.read_service(service, reading.folder_of(service))
    for event in reading.life_events:
        yield from editor.read(list(list_told(event)))


class Editor:
    """Reads as an editor does, with a list of plain words at hand."""

    def __init__(self, words: PlainWords) -> None:
        """Prepare the words, longest first, so that the whole phrase is named rather than a part of it."""
        self._words = words
        self._instead = sorted(words.instead.items(), key=lambda pair: -len(pair[0]))
        self._kept = _any_of(words.right_in)
        self._title = re.compile(
            f"(?:{'|'.join(map(re.escape, words.names_begin))})\\S*" if words.names_begin else r"(?!)"
        )
        self._known = frozenset(map(_letters_of, words.known))

    def read_service(self, service: PublicReading, folder: ServiceFolder) -> Iterator[Problem]:
        """Give what is hard to read in a service's declaration and pages."""
        yield from self.read([*list_told(service), *list_pages(folder)])

    def read(self, page: list[Told]) -> Iterator[Problem]:
        """Give what is hard to read on one page; what one of its texts explains counts for all of them."""
        for told in page:
            if told.lang == "th":
                yield from self._find_officialese(told)
                yield from self._find_passives(told)
            yield from self._find_long_sentences(told)
        yield from self._find_abbreviations(page)

    def _find_long_sentences(self, told: Told) -> Iterator[Problem]:
        thai = told.lang == "th"
        most = self._words.longest.th if thai else self._words.longest.en
        for sentence in self.split_thai(told.text) if thai else split_english(told.text):
            count = self._count_thai(sentence) if thai else len(sentence.split())
            if count > most:
                place = told.place_of(max(told.text.find(sentence[:_SHOWN]), 0))
                yield LongSentence(place, count=count, most=most, sentence=_shorten(sentence))

    def split_thai(self, text: str) -> list[str]:
        """
        Split Thai where a space ends a thought: between Thai letters, and before no word that carries the sentence on.

        A space beside a number, a Latin word or a sign is only spelling.
        """
        sentences: list[str] = []
        for part in re.split(r"\s+", _plain(text)):
            ends = not sentences or (
                bool(_THAI_LETTER.match(sentences[-1][-1:]) and _THAI_LETTER.match(part))
                and not part.startswith(self._words.joins)
            )
            sentences = [*sentences, part] if ends else [*sentences[:-1], f"{sentences[-1]} {part}"]
        return sentences

    def _count_thai(self, sentence: str) -> int:
        words = segment(self._title.sub(_TITLE_TOKEN, sentence))
        return sum(any(letter.isalnum() for letter in word) for word in words)

    def _find_officialese(self, told: Told) -> Iterator[Problem]:
        text = self._without_names(told.text)
        edges = {0, *accumulate(map(len, segment(text)))}
        for word, better in self._instead:
            for found in re.finditer(re.escape(word), text):
                if found.start() in edges and found.end() in edges:
                    yield Officialese(told.place_of(found.start()), word=word, better=better)
            text = text.replace(word, "-" * len(word))

    def _find_passives(self, told: Told) -> Iterator[Problem]:
        words, passive = segment(self._without_names(told.text)), self._words.passive
        starts = [0, *accumulate(map(len, words))]
        for start, word, after in zip(starts, words, words[1:], strict=False):
            rest = told.text[start + len(word) :]
            if word != _PASSIVE or not _THAI_LETTER.match(after):
                continue
            if not rest.startswith((*passive.suffered, *passive.not_passive)):
                yield TranslatedPassive(told.place_of(start), word=word + after, verb=after)

    def _find_abbreviations(self, page: Iterable[Told]) -> Iterator[Problem]:
        told_of = set(self._known)
        for told in page:
            told_of.update((told.lang + letters) for letters in _explained_in(told.text))
        for told in page:
            text = self._without_names(told.text)
            for found in _ABBREVIATION.finditer(text):
                letters = _letters_of(found[0])
                if letters not in self._known and told.lang + letters not in told_of:
                    told_of.add(told.lang + letters)
                    yield UnexplainedAbbreviation(told.place_of(found.start()), word=found[0])

    def _without_names(self, text: str) -> str:
        """Blank what is not ours to reword: names of Acts, phrases in which the word is right, what is filled in."""
        for pattern in (_FILLED_IN, self._title, self._kept):
            text = pattern.sub(lambda found: "-" * len(found[0]), text)
        return text


def split_english(text: str) -> list[str]:
    """
    Split English where a sentence or a part of it ends.

    >>> split_english("Bring the card. The office keeps it: ask there.")
    ['Bring the card.', 'The office keeps it:', 'ask there.']
    """
    return [sentence for sentence in _ENDS_ENGLISH.split(_plain(text)) if sentence]


def _explained_in(text: str) -> Iterator[str]:
    """Give the abbreviations that a text explains: in brackets after their words, or before brackets that hold the words."""
    for found in _ABBREVIATION.finditer(text):
        inside = text[text.rfind("(", 0, found.start()) + 1 : found.start()] if "(" in text[: found.start()] else text
        if _NO_WORDS.fullmatch(_ABBREVIATION.sub("", inside)) or _NO_WORDS_TILL_BRACKET.match(text, found.end()):
            yield _letters_of(found[0])


def _letters_of(abbreviation: str) -> str:
    """Give an abbreviation as one hears it: ส.ส. and สส. are the same."""
    return abbreviation.replace(".", "")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(written or r"(?!)")


def _plain(text: str) -> str:
    """Give the words as they are read: what is filled in as one number, Markdown's signs gone."""
    return " ".join(_SIGNS.sub("", _FILLED_IN.sub("0", text)).split())


def _shorten(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN]}…"
