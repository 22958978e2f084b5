"""The cockpit's own sentences, for the views that templates receive."""

from functools import cache
from pathlib import Path

from sala.kernel.bilingual import Lang
from sala.ui.words import Words


@cache
def _words() -> Words:
    return Words.load([Path(__file__).parent / "words"])


def say(key: str, lang: Lang, **values: object) -> str:
    """Say one of the cockpit's sentences in a language; a bilingual value is said in the same one."""
    return _words().say(key, lang, **values)
