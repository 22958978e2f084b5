"""A declared question as the templates draw it: its words in one language, what was typed, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Lang, Text
from sala.servicekit import answers as answering
from sala.servicekit.schema.conditions import Comparison
from sala.servicekit.schema.facts import AskedFact, Page
from sala.servicekit.schema.service import Service
from sala.ui.forms import FieldView, FileView, OptionView, PageView

from ..contracts import Answers, AttachedFile

_AUTOCOMPLETE = {"phone": "tel", "email": "email"}
_YES, _NO = Text(th="ใช่", en="Yes"), Text(th="ไม่ใช่", en="No")
_ONLY_IF = Text(th="ตอบเฉพาะเมื่อเลือก: {answers}", en="Only if you chose: {answers}.")
_MOST_SUGGESTED = 20


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that drawing one page needs beside the declaration."""

    service: Service
    answers: Answers
    facts: Mapping[str, Any]
    lang: Lang
    errors: Mapping[str, Text] = field(default_factory=dict)
    wrong_parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    address: str = ""
    suggestions: str = ""


def page_view(drawing: Drawing, page: Page, asked: Sequence[AskedFact], *, step: int, steps: int) -> PageView:
    """Draw a page: a question that only one answer of another opens stands under that answer."""
    outer = [fact for fact in asked if _opened_by(fact, asked) is None]
    is_heading = len(asked) == 1 and asked[0].type != "confirm"  # a box to tick has a label and no legend
    fields = tuple(_field(drawing, fact, asked, is_heading=is_heading) for fact in outer)
    return PageView(
        title=page.title[drawing.lang],
        caption=drawing.service.name[drawing.lang],
        fields=fields,
        step=step,
        steps=steps if steps > 1 else None,
    )


def _field(drawing: Drawing, fact: AskedFact, asked: Sequence[AskedFact], *, is_heading: bool = False) -> FieldView:
    lang = drawing.lang
    error = drawing.errors.get(fact.id)
    options = _options(drawing, fact, asked)
    return FieldView(
        name=fact.id,
        type="one-of" if fact.type == "yes-no" and options else fact.type,
        label=fact.label[lang],
        hint=_hint(fact, asked, lang),
        why=fact.why[lang],
        error=error[lang] if error else "",
        parts_wrong=drawing.wrong_parts.get(fact.id, frozenset()),
        typed=drawing.answers.typed,
        required=fact.required,
        is_heading=is_heading,
        options=options or _areas_meant(drawing, fact),
        banks=_banks(fact, lang),
        files=tuple(_file(file, drawing) for file in drawing.answers.files if file.field == fact.id),
        unit=fact.unit[lang] if fact.unit else "",
        max_length=fact.max_length,
        autocomplete=_AUTOCOMPLETE.get(fact.type, ""),
        accepts=fact.accepts,
        max_files=fact.max_files,
        max_megabytes=fact.max_megabytes,
        suggestions=drawing.suggestions if fact.type in ("address", "sub-district") else "",
    )


def _hint(fact: AskedFact, asked: Sequence[AskedFact], lang: Lang) -> str:
    """Give the question's own hint, after the answers to another question of the page that it is asked for."""
    own = fact.hint[lang] if fact.hint else ""
    return " ".join(part for part in (_only_if(fact, asked, lang), own) if part)


def _only_if(fact: AskedFact, asked: Sequence[AskedFact], lang: Lang) -> str:
    """Name the answers that a question goes with, where they are several: it cannot stand under one of them."""
    opener = _opener_on_page(fact, asked)
    opening = _opening(fact)
    if opener is None or len(opening) < 2:
        return ""
    labels = [option.label[lang] for option in opener.options if option.value in opening]
    return _ONLY_IF.fill(answers=" / ".join(labels))[lang]


def _options(drawing: Drawing, fact: AskedFact, asked: Sequence[AskedFact]) -> tuple[OptionView, ...]:
    lang = drawing.lang
    declared = [(o.value, o.label[lang], o.hint[lang] if o.hint else "") for o in fact.options]
    opens = [other for other in asked if _opened_by(other, asked) == fact.id]
    if fact.type == "yes-no" and opens:
        declared = [("yes", _YES[lang], ""), ("no", _NO[lang], "")]
    return tuple(
        OptionView(
            value=value,
            label=label,
            hint=hint,
            reveals=tuple(_field(drawing, other, asked) for other in opens if _first_opening(other, fact) == value),
        )
        for value, label, hint in declared
    )


def _opened_by(fact: AskedFact, asked: Sequence[AskedFact]) -> str | None:
    """Name the question on the same page whose answer opens this one; None when it stands for itself."""
    opener = _opener_on_page(fact, asked)
    return opener.id if opener and len(_opening(fact)) == 1 else None


def _opener_on_page(fact: AskedFact, asked: Sequence[AskedFact]) -> AskedFact | None:
    """Find the question on the same page whose answers open this one."""
    when = fact.when
    if not isinstance(when, Comparison) or when.operator not in ("is", "in"):
        return None
    return next((other for other in asked if other.id == when.fact and other.type in ("one-of", "yes-no")), None)


def _opening(fact: AskedFact) -> list[str]:
    if not isinstance(fact.when, Comparison):
        return []
    operand = fact.when.operand
    values = operand if isinstance(operand, tuple | list) else [operand]
    return [
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value) for value in values
    ]


def _first_opening(fact: AskedFact, opener: AskedFact) -> str:
    return _opening(fact)[0]


def _areas_meant(drawing: Drawing, fact: AskedFact) -> tuple[OptionView, ...]:
    """Offer the sub-districts that an ambiguous name may mean, so that no script is needed to choose."""
    if fact.id not in drawing.errors or fact.type not in ("address", "sub-district"):
        return ()
    part = "sub-district" if fact.type == "address" else ""
    typed = drawing.answers.typed.get(answering.control(fact.id, part), ("",))[0]
    meant = catalogue.get_pack().areas.list_meant(typed)[:_MOST_SUGGESTED]
    return tuple(OptionView(value=area.code, label=area.name[drawing.lang]) for area in meant) if len(meant) > 1 else ()


def _banks(fact: AskedFact, lang: Lang) -> tuple[OptionView, ...]:
    if fact.type != "bank-account":
        return ()
    return tuple(OptionView(value=bank.id, label=bank.label[lang]) for bank in catalogue.get_pack().banks.values())


def _file(file: AttachedFile, drawing: Drawing) -> FileView:
    return FileView(name=file.name, size=size_in_words(file.size), remove_address=f"{drawing.address}?remove={file.id}")


def size_in_words(size_bytes: int) -> str:
    """
    Write a size as people read it.

    >>> size_in_words(1_500_000)
    '1.5 MB'
    """
    return f"{size_bytes / 1_000_000:.1f} MB" if size_bytes >= 100_000 else f"{max(1, round(size_bytes / 1000))} kB"
