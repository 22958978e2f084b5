"""Words that were typed while the keyboard stood in the other language."""

from collections.abc import Container

from sala.kernel.keyboards import to_kedmanee, to_qwerty

from .words import cut, is_thai, known_words

_MOSTLY = 0.8
_HARDLY = 0.5
_SHORTEST_ENGLISH = 3


def mend_layout(text: str, *, english: Container[str]) -> str:
    """
    Read each part of a text as what it makes most sense as: as typed, or by the keys of the other layout.

    Numbers stay, and so does what stands in an English sentence. `english` are the English words that the catalogue knows.

    >>> mend_layout("0fmtg[upo ยฟหหยนพะ 39 tax", english={"passport", "tax"})
    'จดทะเบียน passport 39 tax'
    """
    parts = text.split()
    is_english = is_english_meant(text, english=english)
    return " ".join(_mend_thai(part, english) if is_thai(part) else _mend_other(part, is_english) for part in parts)


def is_english_meant(text: str, *, english: Container[str]) -> bool:
    """Say whether what is not Thai in a text is English, for the most part."""
    return _share_known_in_english(" ".join(part for part in text.split() if not is_thai(part)), english) >= _HARDLY


def _mend_thai(part: str, english: Container[str]) -> str:
    other = to_qwerty(part)
    return other if _share_known_in_english(other, english) >= _MOSTLY else part


def _mend_other(part: str, is_english: bool) -> str:
    has_letters = any(character.isalpha() for character in part)
    stays = is_english if has_letters else part.isdigit()
    return part if stays or not _is_thai_meant(part) else to_kedmanee(part)


def _is_thai_meant(part: str) -> bool:
    other = to_kedmanee(part)
    words = cut(other)
    known = sum(len(word) for word in words if len(word) > 1 and word in known_words())
    return is_thai(other) and known >= _MOSTLY * sum(map(len, words))


def _share_known_in_english(part: str, english: Container[str]) -> float:
    words = cut(part)
    known = sum(len(word) for word in words if len(word) >= _SHORTEST_ENGLISH and word in english)
    return known / max(1, sum(map(len, words)))
