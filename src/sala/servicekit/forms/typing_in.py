"""Between what stands in a declaration and what a person types: one control for each value, two for a sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from sala.kernel.bilingual import LANGS
from sala.kernel.thai import to_arabic_digits

from .shapes import Shape, Tick, leaves

Typed = Mapping[str, Sequence[str]]


def control_of(path: Sequence[str], part: str = "") -> str:
    """
    Name the control of a value.

    >>> control_of(("fee", "note"), "th")
    'fee.note.th'
    """
    return ".".join((*path, part) if part else path)


def typed_of(shape: Shape, data: Any) -> dict[str, tuple[str, ...]]:
    """Give what stands in a part of a declaration as if it had been typed."""
    typed: dict[str, tuple[str, ...]] = {}
    for path, leaf in leaves(shape, (shape.key,)):
        value = _find(data, path[1:])
        if leaf.kind == "sentence":
            said = value if isinstance(value, Mapping) else {}
            typed |= {control_of(path, lang): (_shown(said.get(lang)),) for lang in LANGS}
        elif leaf.kind in ("lines", "choices"):
            many = [_shown(one) for one in value] if isinstance(value, list) else []
            typed[control_of(path)] = ("\n".join(many),) if leaf.kind == "lines" else tuple(many)
        elif leaf.kind == "tick":
            is_on = leaf.default if value is None else bool(value)
            typed[control_of(path)] = ("yes",) if is_on else ()
        else:
            typed[control_of(path)] = (_shown(value),)
    return typed


def read_typed(shape: Shape, typed: Typed) -> dict[tuple[str, ...], Any]:
    """
    Give the plain value of every control of a part, by its path below the part; None is a value to leave out.

    What is not of its kind stays as it was typed, for the checker to tell.
    """
    return {path[1:]: _read(leaf, path, typed) for path, leaf in leaves(shape, (shape.key,))}


def _read(leaf: Shape, path: tuple[str, ...], typed: Typed) -> Any:
    if leaf.kind == "sentence":
        said = {lang: _one(typed, control_of(path, lang)) for lang in LANGS}
        return said if any(said.values()) else None
    if leaf.kind == "choices":
        return [one for one in typed.get(control_of(path), ()) if one in leaf.choices] or None
    if leaf.kind == "tick":
        return Tick("yes" in typed.get(control_of(path), ()), leaf.default)
    text = "\n".join(typed.get(control_of(path), ())).replace("\r\n", "\n")
    if leaf.kind == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()] or None
    return _number(leaf, " ".join(text.split()))


def _number(leaf: Shape, text: str) -> Any:
    if leaf.kind not in ("number", "money") or not text:
        return text or None
    digits = to_arabic_digits(text).replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else digits


def _one(typed: Typed, control: str) -> str:
    return " ".join(next(iter(typed.get(control, ())), "").split())


def _find(data: Any, path: Sequence[str]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:%H:%M}" if hasattr(value, "hour") else str(value)
