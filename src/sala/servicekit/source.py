"""Read one declaration as YAML 1.2 and remember where everything stands, so that a problem can point at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from .problems import DuplicateId, FileUnreadable, Place, Problem

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A declaration that was read: its plain data, and the tree that knows lines and columns."""

    name: str
    data: Any
    root: Node

    def locate(self, loc: Loc) -> Place:
        """
        Find where a value stands: its key's line and column, or those of the nearest thing around it.

        A number is a position in a list, or in a mapping that is read as a list.
        """
        node, mark = self.root, self.root.start_mark
        for part in loc:
            found = _step_into(node, part)
            if found is not None:
                node, mark = found
        return Place(self.name, mark.line + 1, mark.column + 1)


def read_source(path: Path, *, shown_as: str) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """Read a file; the second part says why it could not be read, or which names stand twice in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        return None, (_unreadable(problem, shown_as),)
    return read_text(text, shown_as=shown_as)


def read_text(text: str, *, shown_as: str) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """Read the text of a file, wherever it stands, as `read_source` reads a file."""
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_duplicate_keys = True  # they are reported below, every one of them
    try:
        root = yaml.compose(text)
        data = yaml.constructor.construct_document(root)
    except (YAMLError, ValueError, RecursionError) as problem:
        return None, (_unreadable(problem, shown_as),)
    if not isinstance(root, MappingNode) or not isinstance(data, dict):
        return None, (FileUnreadable(Place(shown_as), detail="not a mapping"),)
    return SourceFile(shown_as, data, root), tuple(_find_duplicates(root, shown_as))


def _unreadable(problem: Exception, shown_as: str) -> Problem:
    mark = getattr(problem, "problem_mark", None) if isinstance(problem, MarkedYAMLError) else None
    place = Place(shown_as) if mark is None else Place(shown_as, mark.line + 1, mark.column + 1)
    detail = getattr(problem, "problem", None) or getattr(problem, "strerror", None) or type(problem).__name__
    return FileUnreadable(place, detail=detail)


def _step_into(node: Node, part: str | int) -> tuple[Node, Any] | None:
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item, item.start_mark
    if not isinstance(node, MappingNode):
        return None
    for position, (key, value) in enumerate(node.value):
        if part in (position, key.value):
            return value, key.start_mark
    return None


def _find_duplicates(node: Node, shown_as: str) -> Iterator[Problem]:
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _find_duplicates(item, shown_as)
    if isinstance(node, MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            mark = key.start_mark
            if key.value in first:
                yield DuplicateId(Place(shown_as, mark.line + 1, mark.column + 1), id=key.value, line=first[key.value])
            first.setdefault(str(key.value), mark.line + 1)
            yield from _find_duplicates(value, shown_as)
