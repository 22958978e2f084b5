"""Of what a part of a declaration is made, read from its pydantic model: which control each value needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from ruamel.yaml import YAML

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from ..schema.base import KeyedBy

Kind = Literal[
    "sentence", "words", "number", "money", "time", "tick", "choice", "choices", "lines", "group", "list", "other"
]
_LEAVES: dict[Any, Kind] = {Text: "sentence", bool: "tick", int: "number", Baht: "money", time: "time", str: "words"}
# What says which service this is and whose: never changed by a form.
_FIXED = frozenset({"schema", "service", "level", "agency", "discreet", "neutral"})
_LAST = ("source", "unverified")


@dataclass(frozen=True, slots=True)
class Shape:
    """
    One value of a declaration: its key as written, its kind, and what it holds.

    `fields` are those of a group, or of each entry of a list; `keyed_by` is the entries' own name where the file holds a
    mapping. `default` is what an absent tick means.
    """

    key: str
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: "tuple[Shape, ...]" = ()
    keyed_by: str | None = None
    default: bool = False

    @property
    def label(self) -> Text:
        """What people call it."""
        return label_of_key(self.key)

    def label_of(self, choice: str) -> Text:
        """What people call one of its choices."""
        return _labels()["choices"].get(choice) or Text(th=choice, en=choice)


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick as it was sent, and what its absence from the file means."""

    is_on: bool
    default: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a declaration that a form covers: a top-level key."""

    shape: Shape

    @property
    def key(self) -> str:
        """Its key in the file."""
        return self.shape.key


def label_of_key(key: str) -> Text:
    """Say what people call a key."""
    return _labels()["keys"].get(key) or Text(th=key, en=key)


@cache
def list_sections(model: type[BaseModel]) -> tuple[Section, ...]:
    """List the parts of a kind of declaration that a form covers, in the order of the model."""
    shapes = _fields_of(model)
    return tuple(Section(shape) for shape in shapes if shape.key not in _FIXED and _is_covered(shape))


def leaves(shape: Shape, path: Sequence[str] = ()) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """Give every value that a form asks for, with its path below the part."""
    if shape.kind == "group":
        for field in shape.fields:
            yield from leaves(field, (*path, field.key))
    elif shape.kind not in ("list", "other"):
        yield tuple(path), shape


def _is_covered(shape: Shape) -> bool:
    """Say whether a form can fill it: nothing that it must hold is beyond forms."""
    if shape.kind in ("group", "list"):
        return all(_is_covered(field) for field in shape.fields if field.required)
    return shape.kind != "other"


def _fields_of(model: type[BaseModel]) -> tuple[Shape, ...]:
    shapes = [_shape(info.alias or name, info) for name, info in model.model_fields.items()]
    return tuple(sorted(shapes, key=lambda shape: shape.key in _LAST))


def _shape(key: str, info: FieldInfo) -> Shape:
    keyed = next((one.key for one in info.metadata if isinstance(one, KeyedBy)), None)
    kind, about = _kind_of(info.annotation)
    if keyed and kind == "list":
        about["fields"] = (*_first(about["fields"], keyed), *(one for one in about["fields"] if one.key != keyed))
    return Shape(key, kind, required=info.is_required(), keyed_by=keyed, default=info.default is True, **about)


def _first(fields: tuple[Shape, ...], key: str) -> tuple[Shape, ...]:
    return tuple(one for one in fields if one.key == key)


def _kind_of(annotation: Any) -> tuple[Kind, dict[str, Any]]:
    plain = _plain(annotation)
    origin = get_origin(plain)
    if origin is Literal:
        return "choice", {"choices": get_args(plain)}
    if origin is tuple:
        return _many(get_args(plain)[0])
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return "group", {"fields": _fields_of(plain)}
    return _LEAVES.get(plain, "other"), {}


def _many(annotation: Any) -> tuple[Kind, dict[str, Any]]:
    kind, about = _kind_of(annotation)
    if kind == "group":
        return "list", about
    return ("lines", {}) if kind == "words" else ("choices", about) if kind == "choice" else ("other", {})


def _plain(annotation: Any) -> Any:
    """Take off what only validates, and the None of what may be absent."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [one for one in get_args(annotation) if one is not NoneType]
        return _plain(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


@cache
def _labels() -> dict[str, dict[str, Text]]:
    read = YAML(typ="safe", pure=True).load(Path(__file__).with_name("labels.yaml").read_text("utf-8"))
    return {part: {key: Text(**said) for key, said in labels.items()} for part, labels in read.items()}
