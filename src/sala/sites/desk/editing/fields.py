"""A part of a declaration drawn as a form: one field for each value, and each problem beside the field it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of
from sala.kernel.bilingual import LANGS, Lang
from sala.servicekit import forms
from sala.servicekit.forms import Shape
from sala.servicekit.problems import Problem
from sala.servicekit.source import SourceFile, read_text
from sala.ui.forms import FieldView, OptionView, PageView

from ..phrases import say
from . import telling

Typed = Mapping[str, tuple[str, ...]]
_TYPES: Mapping[str, Any] = {
    "number": "number",
    "money": "money",
    "time": "text",
    "lines": "long-text",
    "tick": "confirm",
}
_LONG = ("th", "en")  # words that are sentences, although their model has them apart


@dataclass(frozen=True)
class Sheet:
    """One part of a draft, to be drawn in one language."""

    draft: catalogue.Draft
    part: forms.Section
    lang: Lang

    @cached_property
    def source(self) -> SourceFile | None:
        """The declaration with its lines; None while it is no YAML."""
        texts = self.draft.texts
        return read_text(texts.declaration, shown_as=f"{texts.path}/service.yaml")[0]

    @cached_property
    def data(self) -> Any:
        """What stands in this part."""
        return self.source.data.get(self.part.key) if self.source else None

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What the checker finds in the draft."""
        return catalogue.check_texts(self.draft.texts)

    def error_at(self, *loc: str | int) -> str:
        """Give the problems of the value at a place, as one text; empty where there is none."""
        return " · ".join(f"{one.what[self.lang]} {one.mend[self.lang]}" for one in self._problems_at(loc))

    def general(self, page: PageView) -> tuple[telling.ProblemView, ...]:
        """Give the problems of this part that stand beside no field of a page."""
        shown = " ".join(field.error for field in page.fields)
        mine = [one for one in self.problems if self._is_mine(one) and one.what[self.lang] not in shown]
        return telling.problem_views(mine, self.draft.texts, self.lang)

    def _problems_at(self, loc: tuple[str | int, ...]) -> Iterator[Problem]:
        if self.source is None:
            return
        here, around = self.source.locate(loc), self.source.locate(loc[:-1])
        for one in self.problems:
            # A problem of something absent points at what is around it, and names the key.
            is_here = one.place == here and here != around
            if is_here or (one.place == around and one.values.get("key") == loc[-1]):
                yield one

    def _is_mine(self, problem: Problem) -> bool:
        if self.source is None:
            return False
        keys = [str(key.value) for key, _ in self.source.root.value]
        starts = {key: self.source.locate((key,)).line for key in keys}
        mine = starts.get(self.part.key)
        ends = min((line for line in starts.values() if mine and line > mine), default=10**9)
        return mine is not None and mine <= problem.place.line < ends and problem.place.file == self.source.name


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of a list: what it is called, where it is edited, whether something is wrong in it."""

    label: str
    address: str
    is_wrong: bool


def section_of(draft: catalogue.Draft, key: str) -> forms.Section:
    """
    Give the part of a draft that a form covers.

    :raises FileNotEditable: no form covers it.
    """
    for part in forms.list_sections(telling.model_of(draft)):
        if part.key == key:
            return part
    raise catalogue.FileNotEditable


def draw_part(sheet: Sheet, typed: Typed | None) -> PageView:
    """Draw the form of a part that is no list."""
    shape = sheet.part.shape
    shown = typed if typed is not None else forms.typed_of(shape, sheet.data)
    fields = (
        each for path, leaf in forms.leaves(shape, (shape.key,)) for each in _fields(sheet, path, path, leaf, shown)
    )
    return PageView(title=shape.label[sheet.lang], fields=tuple(fields))


def draw_entry(sheet: Sheet, at: int, typed: Typed | None) -> PageView:
    """Draw the form of one entry of a list; the place after the last is a new one."""
    shape = forms.entry_shape(sheet.part.shape)
    entries = forms.list_entries(sheet.part.shape, sheet.data)
    data = entries[at] if at < len(entries) else {}
    shown = typed if typed is not None else forms.typed_of(shape, data)
    fields = (
        each
        for path, leaf in forms.leaves(shape, (shape.key,))
        for each in _fields(sheet, path, (sheet.part.key, at, *path[1:]), leaf, shown)
    )
    return PageView(title=sheet.part.shape.label[sheet.lang], fields=tuple(fields))


def entry_rows(sheet: Sheet) -> tuple[EntryRow, ...]:
    """List the entries of a list."""
    slug, key = sheet.draft.owned.service, sheet.part.key
    wrong = {one.place.line for one in sheet.problems if sheet.source and one.place.file == sheet.source.name}
    entries = forms.list_entries(sheet.part.shape, sheet.data)
    return tuple(
        EntryRow(
            label=_called(entry, sheet.lang) or say("edit.entry", sheet.lang, number=at + 1),
            address=address_of("desk-draft-entry", lang=sheet.lang, slug=slug, key=key, at=at),
            is_wrong=any(line in wrong for line in _lines_of(sheet, at, len(entries))),
        )
        for at, entry in enumerate(entries)
    )


def _lines_of(sheet: Sheet, at: int, count: int) -> range:
    if sheet.source is None:
        return range(0)
    first = sheet.source.locate((sheet.part.key, at)).line
    return range(first, sheet.source.locate((sheet.part.key, at + 1)).line if at + 1 < count else first + 40)


def _called(entry: Mapping[str, Any], lang: Lang) -> str:
    """Give the words an entry is known by, in this language where it has them."""
    for key in (lang, "title", "name", "cites", "subject", "where", "kind", "id"):
        said = entry.get(key)
        words = said.get(lang) if isinstance(said, Mapping) else said
        if words:
            return str(words)
    return ""


def _fields(
    sheet: Sheet, path: tuple[str, ...], loc: tuple[str | int, ...], leaf: Shape, shown: Typed
) -> Iterator[FieldView]:
    """Draw the field of one value, or the two of a sentence."""
    around = path[1:-1]  # a value inside a group inside the part says which group
    label = " · ".join([*(forms.label_of_key(key)[sheet.lang] for key in around), leaf.label[sheet.lang]])
    name = ".".join(path)
    if leaf.kind == "sentence":
        for lang in LANGS:
            error = sheet.error_at(*loc) if lang == LANGS[0] else ""
            yield FieldView(
                name=f"{name}.{lang}",
                type="long-text",
                label=say(f"edit.in-{lang}", sheet.lang, what=label),
                error=sheet.error_at(*loc, lang) or error,
                typed=shown,
                required=leaf.required,
            )
        return
    yield FieldView(
        name=name,
        type=_type_of(leaf),
        label=label,
        hint=say("edit.one-a-line", sheet.lang) if leaf.kind == "lines" else "",
        error=sheet.error_at(*loc),
        typed=shown,
        required=leaf.required or leaf.kind == "tick",
        options=_options(sheet, leaf),
    )


def _type_of(leaf: Shape) -> Any:
    if leaf.kind == "choice":
        return "one-of"
    if leaf.kind == "choices":
        return "many-of"
    return _TYPES.get(leaf.kind, "long-text" if leaf.key in _LONG else "text")


def _options(sheet: Sheet, leaf: Shape) -> tuple[OptionView, ...]:
    options = tuple(OptionView(value=one, label=leaf.label_of(one)[sheet.lang]) for one in leaf.choices)
    if leaf.kind == "choice" and not leaf.required:
        return (*options, OptionView(value="", label=say("edit.not-said", sheet.lang)))
    return options
