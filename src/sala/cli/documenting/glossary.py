"""`glossary.md`: the field's words in English and Thai, from `glossary.yaml`."""

from pathlib import Path

from sala.kernel.declarations import read_declaration

from . import markdown
from .markdown import table

_WORDS = Path(__file__).with_name("glossary.yaml")


def page() -> str:
    """Write the page."""
    rows = [(en, word["th"], word["means"]) for en, word in sorted(read_words().items())]
    return markdown.page(
        "Glossary",
        "One word for one thing, in code, on pages and in letters. The Thai word is the one that Thai law and offices use.",
        table(("Word", "คำไทย", "Meaning"), rows),
    )


def read_words() -> dict[str, dict[str, str]]:
    """Read every word with its Thai term and what it means."""
    words: dict[str, dict[str, str]] = read_declaration(_WORDS)["words"]
    return words
