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


def clean_query(typed: str) -> Query:
    """
    Keep a query's words; leave out long numbers, e-mail addresses, control characters and what is too long.

    >>> clean_query("เบี้ย ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓")
    Query(text='เบี้ย', was_personal=True)
    """
    seen = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") else c for c in typed[:_LONGEST_READ]
    )
    plain = to_arabic_digits(nfc(seen))
    kept = _EMAIL.sub(" ", _LONG_NUMBER.sub(" ", plain))
    return Query(text=" ".join(kept.split())[:LONGEST_QUERY].strip(), was_personal=kept != plain)
