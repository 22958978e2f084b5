"""The few forms of Markdown that the reference uses."""

from collections.abc import Iterable, Sequence

_MADE_BY = "<!-- Written by `make docs` from the code. Change the code, then run it again. -->"


def page(title: str, introduction: str, *parts: str) -> str:
    """Put a page together from its parts."""
    return "\n\n".join([f"# {title}", _MADE_BY, introduction, *parts]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """
    Write a table; nothing in a cell can end it.

    >>> print(table(["a", "b"], [("x|y", 1)]))
    | a | b |
    | --- | --- |
    | x\\|y | 1 |
    """
    lines = [heads, ["---"] * len(heads), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """Show a name as the code has it."""
    return f"`{text}`"


def first_sentence(docstring: str | None) -> str:
    """
    Take what a docstring says first, on one line.

    >>> first_sentence("Send one notice\\nby e-mail. Then rest.")
    'Send one notice by e-mail.'
    """
    words = " ".join((docstring or "").split("\n\n")[0].split())
    return words.partition(". ")[0].rstrip(".") + "."


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")
