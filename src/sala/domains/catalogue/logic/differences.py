"""What changed between two texts, line by line, as a person reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_AROUND = 2  # lines shown on either side of a change


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line: kept, added or taken out; `gap` stands for lines that nobody needs to see. Numbers count from 1."""

    kind: Literal["same", "added", "removed", "gap"]
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FileDifference:
    """One file that differs: its name and its lines."""

    name: str
    lines: tuple[DiffLine, ...]


def compare_texts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FileDifference, ...]:
    """
    Compare the files of two editions; those that are alike are left out.

    >>> [difference] = compare_texts({"a": "x"}, {"a": "y"})
    >>> [(line.kind, line.text) for line in difference.lines]
    [('removed', 'x'), ('added', 'y')]
    """
    # The declaration first, as its authors think of it.
    names = sorted({*before, *after}, key=lambda name: ("/" in name, name))
    return tuple(
        FileDifference(name, tuple(_lines(before.get(name, ""), after.get(name, ""))))
        for name in names
        if before.get(name) != after.get(name)
    )


def _lines(before: str, after: str) -> Iterator[DiffLine]:
    old, new = before.splitlines(), after.splitlines()
    end = 0
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        if group[0][3] > end:
            yield DiffLine("gap")
        for kind, old_from, old_to, new_from, new_to in group:
            if kind == "equal":
                yield from (DiffLine("same", new[at], at + 1) for at in range(new_from, new_to))
                continue
            yield from (DiffLine("removed", old[at]) for at in range(old_from, old_to))
            yield from (DiffLine("added", new[at], at + 1) for at in range(new_from, new_to))
        end = group[-1][4]
    if end and end < len(new):
        yield DiffLine("gap")
