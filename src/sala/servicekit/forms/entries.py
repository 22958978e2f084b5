"""Change one entry of a list: put it in, take it out, move it. In the file a list may be a mapping by name."""

from collections.abc import Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from .shapes import Shape
from .writing import set_values


class NameTaken(SalaError):
    """Another entry of the list already has this name."""

    code = "name-taken"
    status = 409
    message = Text(th="มีรายการชื่อ {name} อยู่แล้ว ใช้ชื่ออื่น", en="Another entry is named {name} already: use another name")


class EntryGone(SalaError):
    """The list has no entry at this place any more."""

    code = "entry-gone"
    status = 409
    message = Text(
        th="ไม่พบรายการนี้แล้ว อาจมีคนลบหรือย้าย เปิดรายการใหม่อีกครั้ง",
        en="This entry is no longer there: somebody moved or removed it. Open the list again",
    )


def entry_shape(shape: Shape) -> Shape:
    """Give the shape of one entry of a list."""
    return Shape("entry", "group", fields=shape.fields)


def list_entries(shape: Shape, data: Any) -> list[dict[str, Any]]:
    """Give the entries of a list as plain data, each with its name where the file has a mapping; anything else is no entry."""
    if isinstance(data, Mapping):
        key = shape.keyed_by or "id"
        return [{key: name, **entry} if isinstance(entry, Mapping) else {key: name} for name, entry in data.items()]
    return [dict(one) if isinstance(one, Mapping) else {} for one in data] if isinstance(data, list) else []


def put_entry(part: CommentedMap, shape: Shape, at: int, values: Mapping[tuple[str, ...], Any]) -> None:
    """
    Put typed values into the entry at a place; the place after the last is a new one.

    :raises NameTaken, EntryGone: there is no such place for it.
    """
    entries = _entries(part, shape)
    if at > len(entries) or at < 0:
        raise EntryGone
    if isinstance(entries, CommentedMap):
        _put_named(entries, shape, at, dict(values))
        return
    if at == len(entries):
        entries.append(CommentedMap())
    set_values(entries[at], values)


def remove_entry(part: CommentedMap, shape: Shape, at: int) -> None:
    """
    Take an entry out; a list without entries goes too.

    :raises EntryGone: there is none at this place.
    """
    entries = _entries(part, shape)
    _require(entries, at)
    del entries[list(entries)[at] if isinstance(entries, CommentedMap) else at]
    if not entries:
        del part[shape.key]


def move_entry(part: CommentedMap, shape: Shape, at: int, *, by: int) -> None:
    """
    Move an entry up (-1) or down (1); at an end it stays.

    :raises EntryGone: there is none at this place.
    """
    entries = _entries(part, shape)
    _require(entries, at)
    to = at + by
    if not 0 <= to < len(entries):
        return
    if isinstance(entries, CommentedMap):
        names = list(entries)
        names[at], names[to] = names[to], names[at]
        for name in names:
            entries.move_to_end(name)
    else:
        entries.insert(to, entries.pop(at))


def _put_named(entries: CommentedMap, shape: Shape, at: int, values: dict[tuple[str, ...], Any]) -> None:
    name = str(values.pop((shape.keyed_by or "id",)) or f"new-{at + 1}")
    names = list(entries)
    before = names[at] if at < len(names) else None
    if name != before and name in entries:
        raise NameTaken(name=name)
    entry = entries[before] if before is not None else CommentedMap()
    if not isinstance(entry, CommentedMap):
        raise EntryGone
    set_values(entry, values)
    if name != before:
        comments = entries.ca.items.pop(before, None)
        if before is not None:
            del entries[before]
        entries.insert(at, name, entry)
        if comments:
            entries.ca.items[name] = comments


def _entries(part: CommentedMap, shape: Shape) -> Any:
    if part.get(shape.key) is None:
        part[shape.key] = CommentedMap() if shape.keyed_by else CommentedSeq()
    found = part[shape.key]
    if not isinstance(found, CommentedMap | CommentedSeq):
        raise EntryGone
    return found


def _require(entries: Any, at: int) -> None:
    if not 0 <= at < len(entries):
        raise EntryGone
