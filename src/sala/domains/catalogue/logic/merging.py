"""Bring a draft up to a newer edition, file by file; and which files a draft may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sala.servicekit.folder import DECLARATION

LONGEST_TEXT = 200_000
_PAGE = re.compile(r"content/(th|en)/[a-z][a-z0-9]*(-[a-z0-9]+)*\.md")


@dataclass(frozen=True, slots=True)
class Merged:
    """The texts of a draft over a newer edition. `taken` came from that edition, `kept` changed on both sides and stayed ours."""

    files: Mapping[str, str]
    taken: tuple[str, ...]
    kept: tuple[str, ...]


def merge(ours: Mapping[str, str], *, base: Mapping[str, str], newer: Mapping[str, str]) -> Merged:
    """
    Carry a draft over from the edition it began with to a newer one: a file that only one side changed is that side's.

    >>> merged = merge({"a": "x"}, base={"a": "1"}, newer={"a": "1", "b": "2"})
    >>> merged.files, merged.taken, merged.kept
    ({'a': 'x', 'b': '2'}, ('b',), ())
    """
    files: dict[str, str] = {}
    taken: list[str] = []
    kept: list[str] = []
    for name in sorted({*ours, *base, *newer}):
        mine, theirs = ours.get(name), newer.get(name)
        chosen = theirs if mine == base.get(name) else mine
        if chosen is not None:
            files[name] = chosen
        if mine != theirs and theirs != base.get(name):
            (taken if chosen == theirs else kept).append(name)
    return Merged(files, tuple(taken), tuple(kept))


def is_editable(name: str) -> bool:
    """
    Say whether a draft may hold a file of this name.

    >>> is_editable("content/th/about.md"), is_editable("content/../service.yaml")
    (True, False)
    """
    return name == DECLARATION or (len(name) <= 100 and _PAGE.fullmatch(name) is not None)


def as_typed(text: str, *, before: str) -> str:
    """
    Give back to a text the line ends it had: a browser sends every line with its own.

    >>> as_typed("a\\r\\nb", before="x\\n")
    'a\\nb'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return plain.replace("\n", "\r\n") if "\r\n" in before else plain
