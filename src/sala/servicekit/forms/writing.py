"""Write one part of a declaration into its text: the lines of the other parts are not touched, nor its own comments."""

from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from .shapes import Shape, Tick

_ONE_LINE = 100  # a sentence longer than this, in both languages together, stands on two lines


class SectionUnreadable(SalaError):
    """The file cannot be read well enough for a form to change one part of it."""

    code = "section-unreadable"
    status = 409
    message = Text(
        th="ไฟล์นี้ยังอ่านเป็น YAML ไม่ได้ หรือส่วนนี้เขียนแบบที่แบบฟอร์มแก้ไม่ได้ ให้แก้ในไฟล์ service.yaml โดยตรง",
        en="The file is not YAML yet, or this part is written in a way no form can change: edit service.yaml itself",
    )


def change_section(text: str, key: str, change: Callable[[CommentedMap], None], *, order: Sequence[str] = ()) -> str:
    """
    Change one part of a declaration, and give the new text. `change` gets a mapping that holds this part alone.

    :param order: the keys as their model has them, to say where a part that is new stands.
    :raises SectionUnreadable: the text is no declaration, or the part cannot be taken out of it.
    """
    lines = text.splitlines(keepends=True)
    begins, ends = _find_lines(text, lines, key, order)
    whole = "".join(lines[begins:ends])
    part = _load(whole, _round_trip()) if whole.strip() else CommentedMap()
    before = _dump(part)
    change(part)
    after = _dump(part)
    if before == after:
        return text
    if begins and not lines[begins - 1].endswith("\n"):
        lines[begins - 1] += "\n"
    return "".join((*lines[:begins], after, *lines[ends:]))


def set_part(part: CommentedMap, shape: Shape, values: Mapping[tuple[str, ...], Any]) -> None:
    """Put the typed values of a part that is no list into it; one without any value is taken out."""
    if shape.kind != "group":
        set_values(part, {(shape.key,): values[()]})
        return
    group = part.get(shape.key)
    if not isinstance(group, CommentedMap):
        group = part[shape.key] = CommentedMap()
    set_values(group, values)
    if not group:
        del part[shape.key]


def set_values(group: CommentedMap, values: Mapping[tuple[str, ...], Any]) -> None:
    """Put typed values into a group, each where it belongs; what did not change keeps its very form."""
    for path, value in values.items():
        _set(group, path, value)


def _set(group: CommentedMap, path: tuple[str, ...], value: Any) -> None:
    key, *deeper = path
    if isinstance(value, Tick):
        value = value.is_on if value.is_on != value.default or _stands(group, path) else None
    if deeper:
        inner = group.get(key)
        if not isinstance(inner, CommentedMap):
            if value is None:
                return
            inner = group[key] = _flowing(CommentedMap())
        _set(inner, tuple(deeper), value)
        if not inner:
            del group[key]
    elif value is None:
        group.pop(key, None)
    elif isinstance(value, dict):
        _set_sentence(group, key, value)
    elif group.get(key) != value:
        group[key] = value


def _stands(group: Any, path: tuple[str, ...]) -> bool:
    """Say whether a value is written out, whatever it is."""
    for key in path:
        if not isinstance(group, CommentedMap) or key not in group:
            return False
        group = group[key]
    return True


def _set_sentence(group: CommentedMap, key: str, said: Mapping[str, str]) -> None:
    inner = group.get(key)
    if isinstance(inner, CommentedMap):
        for lang, words in said.items():
            if inner.get(lang, "") != words:
                inner[lang] = words
        return
    made = CommentedMap(said)
    group[key] = made if sum(map(len, said.values())) > _ONE_LINE else _flowing(made)


def _flowing(made: CommentedMap) -> CommentedMap:
    made.fa.set_flow_style()
    return made


def _find_lines(text: str, lines: list[str], key: str, order: Sequence[str]) -> tuple[int, int]:
    """Find the lines of a part; those of one that is absent are none, after the part that comes before it."""
    root = _compose(text)
    starts = {name.value: name.start_mark.line for name, _ in root.value}
    if key in starts:
        return starts[key], _end_of(key, starts, lines)
    earlier = [name for name in order[: order.index(key)] if name in starts] if key in order else []
    where = _end_of(max(earlier, key=starts.__getitem__), starts, lines) if earlier else len(lines)
    return where, where


def _end_of(key: str, starts: Mapping[str, int], lines: list[str]) -> int:
    """Say where a part ends: blank lines and comments before the next one are the next one's."""
    end = min((line for line in starts.values() if line > starts[key]), default=len(lines))
    while end > starts[key] + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _compose(text: str) -> MappingNode:
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError) as problem:
        raise SectionUnreadable from problem
    if not isinstance(root, MappingNode) or root.flow_style:
        raise SectionUnreadable
    return root


def _load(text: str, yaml: YAML) -> Any:
    try:
        data = yaml.load(text)
    except (YAMLError, ValueError, RecursionError) as problem:
        raise SectionUnreadable from problem
    if not isinstance(data, dict):
        raise SectionUnreadable
    return data


def _dump(part: CommentedMap) -> str:
    if not part:
        return ""
    out = StringIO()
    _round_trip().dump(part, out)
    return out.getvalue()


def _round_trip() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
