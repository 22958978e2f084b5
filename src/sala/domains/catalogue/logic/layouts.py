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

    Numbers stay. `english` are the English words that the catalogue knows.

    >>> mend_layout("0fmtg[upo ยฟหหยนพะ 39 tax", english={"passport", "tax"})
    'จดทะเบียน passport 39 tax'
    """
    return " ".join(_mend(part, english) for part in text.split())


def _mend(part: str, english: Container[str]) -> str:
    if not any(character.isalpha() for character in part):
        return part if part.isdigit() or not _is_thai_meant(part) else to_kedmanee(part)
    if is_thai(part):
        other = to_qwerty(part)
        return other if _share_known_in_english(other, english) >= _MOSTLY else part
    is_english = _share_known_in_english(part, english) >= _HARDLY
    return to_kedmanee(part) if not is_english and _is_thai_meant(part) else part


def _is_thai_meant(part: str) -> bool:
    other = to_kedmanee(part)
    words = cut(other)
    known = sum(len(word) for word in words if len(word) > 1 and word in known_words())
    return is_thai(other) and known >= _MOSTLY * sum(map(len, words))


def _share_known_in_english(part: str, english: Container[str]) -> float:
    words = cut(part)
    known = sum(len(word) for word in words if len(word) >= _SHORTEST_ENGLISH and word in english)
    return known / max(1, sum(map(len, words)))
