"""Thai text: digits, equality that forgives how it was typed, and dictionary order."""

import re
import unicodedata

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", _THAI_DIGITS)

# SARA AM typed as its two halves, with a tone mark before, between or after them.
_SPLIT_SARA_AM = re.compile("([่-๋]?)ํ([่-๋]?)า")
_MARKS_TOGETHER = re.compile("[ัิ-ื่-๋]{2,}")
_FIRST_TONE = "่"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = "็่้๊๋์๎ฺํ"  # the first five in the dictionary's order; the rest after them
_PUNCTUATION_WEIGHT = "\x20"
_LEVEL = "\x01"
_LETTER = "\x02"


def to_arabic_digits(text: str) -> str:
    """
    Write every Thai digit as the Arabic one.

    >>> to_arabic_digits("๒๕๖๙")
    '2569'
    """
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    """
    Write every Arabic digit as the Thai one, as letters and orders do.

    >>> to_thai_digits("มาตรา 10")
    'มาตรา ๑๐'
    """
    return text.translate(_TO_THAI)


def nfc(text: str) -> str:
    """
    Bring text to the form Sala stores: Unicode NFC, with SARA AM as one character.

    NFC alone leaves ํ + า apart, and NFKC would take ำ apart.

    >>> nfc("นํ้า") == nfc("น้ํา") == "น้ำ"
    True
    """
    return _SPLIT_SARA_AM.sub(r"\1\2ำ", unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """
    Reduce text to what two people mean by the same words, for matching and never for showing.

    Forgives Thai digits, split SARA AM, a tone typed before its vowel, เ typed twice for แ, letter
    case, invisible characters and runs of spaces.

    >>> fold("เเม่นํ้า  ๑") == fold("แม่น้ำ 1")
    True
    """
    text = _INVISIBLE.sub("", to_arabic_digits(text)).replace("เเ", "แ")
    text = unicodedata.normalize("NFC", nfc(text).casefold())
    text = unicodedata.normalize("NFC", _MARKS_TOGETHER.sub(_vowels_first, text))
    return " ".join(text.split())


def _vowels_first(marks: re.Match[str]) -> str:
    """Put the vowels of one letter before its tones, each kind in the order it was typed."""
    return "".join(sorted(marks.group(), key=lambda mark: mark >= _FIRST_TONE))


def sort_key(text: str) -> str:
    """
    Make a key whose code-point order is the order of the Royal Institute's dictionary.

    Letters decide first, a leading vowel after its consonant; tones and other marks only break a tie,
    and punctuation only after them. Store the key and sort by it with the C collation.

    Source: ISO/IEC 14651, annex C (Thai string ordering, after the Royal Institute Dictionary B.E. 2525).

    >>> sorted(["เกาะ", "ก้าว", "กาว", "แกง"], key=sort_key)
    ['กาว', 'ก้าว', 'เกาะ', 'แกง']
    """
    letters: list[str] = []
    weights: list[str] = []
    for character in _LEADING_VOWEL.sub(r"\2\1", fold(text)).replace("ๅ", "า"):
        if character in _MARKS:
            weights.append(chr(ord(_LETTER) + 1 + _MARKS.index(character)))
        elif character in "ๆฯ" or (not character.isalnum() and unicodedata.category(character)[0] != "M"):
            weights.append(_PUNCTUATION_WEIGHT)
        else:
            letters.append(character)
            weights.append(_LETTER)
    return "".join(letters) + _LEVEL + "".join(weights)
