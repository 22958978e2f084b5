"""
Thai as it is written, without spaces, cut into words. A page and a query are cut by the same two knives.

The exact one keeps every mark. The loose one works on the outline of words: without tone marks and silenced letters, and
with one letter for each sound, so that what was typed in a hurry is cut as what was meant: its dictionary is the list of words
in outline.
"""

import re
import unicodedata
from functools import cache
from tempfile import NamedTemporaryFile

import nlpo3

from sala.kernel.thai import fold
from sala.kernel.thai_words import DICTIONARY as EXACT
from sala.kernel.thai_words import load_dictionary, word_list

LOOSE, NAMES = "thai-outline", "thai-names"

_NAME_LISTS = ("person_names_female_th.txt", "person_names_male_th.txt", "family_names_th.txt")
_SHORTEST_NAME = 4  # a shorter one is part of too many words

_SILENCED = re.compile("[ก-ฮ][ิุ]?์")
_MARKS_OF_TONE = re.compile("[็-๋ๆฯ]")
_ONE_LETTER_A_SOUND = str.maketrans("ศษณฎฏฐฑฒธภฆฬใญ", "สสนดตถทททพคลไย")
_ENDING = re.compile("(?<=[a-z]{4})(?:ing|ed)$|(?<=[a-z]{3})es?$|(?<=[a-z]{3})(?<![suo])s$")
_APOSTROPHE = re.compile("(?<=[a-z])['’](?:s(?![a-z]))?(?=[a-z ]|$)")


def outline_of(text: str) -> str:
    """
    Give the outline of folded text: what is left when tones, silenced letters and the choice between like letters are.

    >>> outline_of("พาสปอร์ต") == outline_of("พาสปอต"), outline_of("ใบขับขี่") == outline_of("ไบขับขี้")
    (True, True)
    """
    return _MARKS_OF_TONE.sub("", _SILENCED.sub("", text)).translate(_ONE_LETTER_A_SOUND)


def cut(text: str) -> list[str]:
    """
    Cut text of any length into words: folded, without spaces and signs, English by its stem.

    >>> cut("ยื่นเบี้ยยังชีพ ๒ Tax-refunds")
    ['ยื่น', 'เบี้ย', 'ยังชีพ', '2', 'tax', 'refund']
    """
    return [word for line in text.splitlines() for word in _cut_line(fold(line), EXACT)]


def cut_loosely(text: str) -> list[str]:
    """Cut the outline of a text into the outlines of words."""
    return [word for line in text.splitlines() for word in _cut_line(outline_of(fold(line)), LOOSE)]


def is_thai(text: str) -> bool:
    """Say whether any character is of the Thai script."""
    return any("\u0e00" <= character <= "\u0e7f" for character in text)


@cache
def known_words() -> frozenset[str]:
    """Give every word of the Thai dictionary."""
    return frozenset(word_list().read_text("utf-8").split())


@cache
def known_names() -> frozenset[str]:
    """Give the given names and family names of the lists that come with the dictionary; the shortest are left out."""
    names = (name for file in _NAME_LISTS for name in word_list().with_name(file).read_text("utf-8").split())
    return frozenset(name for name in names if len(name) >= _SHORTEST_NAME)


def pieces_of(line: str, dictionary: str = EXACT) -> list[str]:
    """Cut one folded line by a dictionary into words and the spaces between them; a sign becomes a space."""
    (_load_names if dictionary == NAMES else _load_dictionaries)()
    written = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in _APOSTROPHE.sub("", line))
    return list(nlpo3.segment(written, dictionary))


def stem_of(word: str) -> str:
    """
    Give a word as it is compared: English without its ending.

    >>> stem_of("licences"), stem_of("ใบขับขี่")
    ('licenc', 'ใบขับขี่')
    """
    return _ENDING.sub("", word)


def _cut_line(line: str, dictionary: str) -> list[str]:
    return [stem_of(word) for word in pieces_of(line, dictionary) if not word.isspace()]


@cache
def _load_dictionaries() -> None:
    load_dictionary()
    _load_words(outline_of(word_list().read_text("utf-8")), LOOSE)


@cache
def _load_names() -> None:
    _load_words("\n".join(known_words() | known_names()), NAMES)


def _load_words(words: str, dictionary: str) -> None:
    """Give nlpo3 a dictionary of words, one a line; it takes them from a file only."""
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(words)
        file.flush()
        nlpo3.load_dict(file.name, dictionary)
