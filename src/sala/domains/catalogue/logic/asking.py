"""What may stand in a search: words, and nothing by which a person could be known."""

import re
import unicodedata
from dataclasses import dataclass

from sala.kernel.thai import nfc, to_arabic_digits

LONGEST_QUERY = 100
_LONGEST_READ = 2_000
# Identity, telephone, account and card numbers all have nine digits or more, however they are grouped.
_LONG_NUMBER = re.compile(r"\+?\d(?:[ \-–—./()]{0,3}\d){8,}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(frozen=True, slots=True)
class Query:
    """A query fit to be shown and looked for. `was_personal` says that something was taken out of it."""

    text: str
    was_personal: bool


def clean_words(typed: str, *, at_most: int) -> Query:
    """
    Keep what somebody wrote, with its lines; leave out what `clean_query` leaves out.

    >>> clean_words("โทร 081-234-5678\\r\\nนะ", at_most=50).text
    'โทร\\nนะ'
    """
    lines = typed[: at_most * 2].replace("\r\n", "\n").splitlines()
    kept = [_without_people(line) for line in lines]
    text = "\n".join(" ".join(line.split()) for line, _ in kept).strip()
    return Query(text=text[:at_most].strip(), was_personal=any(was for _, was in kept))


def clean_query(typed: str) -> Query:
    """
    Keep a query's words; leave out long numbers, e-mail addresses, control characters and what is too long.

    >>> clean_query("เบี้ย ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓")
    Query(text='เบี้ย', was_personal=True)
    """
    kept, was_personal = _without_people(typed[:_LONGEST_READ])
    return Query(text=" ".join(kept.split())[:LONGEST_QUERY].strip(), was_personal=was_personal)


def _without_people(typed: str) -> tuple[str, bool]:
    """Leave out what a person could be known by, and characters that no eye sees; say whether anything personal was there."""
    seen = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") else c for c in typed)
    plain = to_arabic_digits(nfc(seen))
    kept = _EMAIL.sub(" ", _LONG_NUMBER.sub(" ", plain))
    return kept, kept != plain
