"""
What may be kept of a question that found nothing: its words, and nothing that could say who asked, or about whom.

`clean_query` has taken out long numbers and e-mail addresses before anything was shown. Here go house numbers, every other
number that no service speaks of, and people's names as far as they can be known: what follows a title, and what stands in
PyThaiNLP's lists of Thai names and in no dictionary.
"""

import re
from collections.abc import Container

from sala.kernel.thai import fold

from .words import NAMES, known_names, known_words, pieces_of, stem_of

LONGEST_KEPT = 80
_SHORTEST_KEPT = 2
_TITLES = frozenset(["นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "mr", "mrs", "ms", "miss"])
_TITLES_WITH_DOTS = re.compile(r"(?<![ก-๛])(?:น\.\s?ส\.|ด\.\s?ช\.|ด\.\s?ญ\.|ดร\.)")
_PLACES = frozenset(
    ["เลขที่", "บ้านเลขที่", "หมู่", "หมู่ที่", "ซอย", "ซ", "ห้อง", "ห้องเลขที่", "ทะเบียนรถ", "ป้ายทะเบียน", "no", "moo", "soi", "room"]
)
_NUMBER_OF_A_PLACE = re.compile(r"\d+(?:\s?/\s?\d+)+")
_NAMES_AFTER_A_TITLE = 2


def kept_text(query: str, *, known: Container[str]) -> str:
    """
    Give what is kept of a clean query, folded so that one question is one row; empty when nothing is left worth keeping.

    :param known: the words that the catalogue itself uses; they are nobody's.
    """
    text = _NUMBER_OF_A_PLACE.sub(" ", _TITLES_WITH_DOTS.sub(" นาย ", fold(query)))
    kept = " ".join("".join(_without_names(pieces_of(text, NAMES), known)).split())
    short = kept if len(kept) <= LONGEST_KEPT else _cut_at_a_space(kept)
    return short if sum(map(str.isalpha, short)) >= _SHORTEST_KEPT else ""


def _without_names(pieces: list[str], known: Container[str]) -> list[str]:
    """Leave out names and numbers; `named` counts how many words may still be the name that a title began."""
    kept, named, is_place = [], 0, False
    for piece in pieces:
        if piece.isspace():
            kept.append(piece)
            continue
        is_title, is_of_a_place = piece in _TITLES, is_place and piece.isdigit()
        is_name = (named > 0 and stem_of(piece) not in known) or _is_a_name(piece, known)
        if not (is_title or is_name or is_of_a_place or _is_a_strange_number(piece, known)):
            kept.append(piece)
        named = _NAMES_AFTER_A_TITLE if is_title else named - 1 if is_name else 0
        is_place = piece in _PLACES
    return kept


def _is_a_name(word: str, known: Container[str]) -> bool:
    return word in known_names() and stem_of(word) not in known and word not in known_words()


def _is_a_strange_number(word: str, known: Container[str]) -> bool:
    return any(map(str.isdigit, word)) and stem_of(word) not in known


def _cut_at_a_space(text: str) -> str:
    """Cut a long text where a word ends, or, in Thai without spaces, where its letters run out."""
    begin, space, _ = text[: LONGEST_KEPT + 1].rpartition(" ")
    return begin if space else text[:LONGEST_KEPT]
