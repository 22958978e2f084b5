"""What a form's templates receive: plain frozen values, already in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sala.servicekit.schema.facts import AskType

FieldType = AskType

_FIRST_PART: dict[FieldType, str] = {"date": "day", "address": "house-number", "bank-account": "bank"}


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer that may be chosen; `reveals` are fields that matter only when it is."""

    value: str
    label: str
    hint: str = ""
    reveals: "tuple[FieldView, ...]" = ()


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that was received already: `size` is in words; `remove_address` is where a POST takes it away."""

    name: str
    size: str
    remove_address: str = ""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One line of the error summary: what to mend, and the control it leads to."""

    anchor: str
    message: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """
    One question: its words, what was typed, what is wrong with it.

    `typed` holds the raw values under the control's name; a date, an address or a bank account has one control for each
    part, named `<name>-<part>`. `parts_wrong` names the parts to mark when not all are. `is_heading` makes the question
    the page's only heading. A sub-district is typed by name, with suggestions from an address that answers
    `{"items": [{"label": ...}]}` to `?q=`; where the name fits several places, `options` offers them to choose from.
    """

    name: str
    type: FieldType
    label: str
    hint: str = ""
    why: str = ""
    error: str = ""
    parts_wrong: frozenset[str] = frozenset()
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required: bool = True
    is_heading: bool = False
    options: tuple[OptionView, ...] = ()
    banks: tuple[OptionView, ...] = ()
    files: tuple[FileView, ...] = ()
    unit: str = ""
    max_length: int | None = None
    autocomplete: str = ""
    accepts: tuple[str, ...] = ()
    max_files: int = 1
    max_megabytes: int = 10
    suggestions: str = ""

    def control(self, part: str = "") -> str:
        """
        Name the control of a part, or of the whole field.

        >>> FieldView(name="born", type="date", label="วันเกิด").control("year")
        'born-year'
        """
        return f"{self.name}-{part}" if part else self.name

    def value(self, part: str = "") -> str:
        """Give what was typed into a control, or nothing."""
        values = self.typed.get(self.control(part), ())
        return values[0] if values else ""

    def has_chosen(self, value: str) -> bool:
        """Say whether this answer is among the chosen."""
        return value in self.typed.get(self.name, ())

    def is_wrong(self, part: str) -> bool:
        """Say whether this part is to be marked as wrong."""
        return bool(self.error) and (not self.parts_wrong or part in self.parts_wrong)

    @property
    def anchor(self) -> str:
        """The control that the error summary leads to: the first wrong part, else the first."""
        if self.type not in _FIRST_PART:
            return self.name
        wrong = sorted(self.parts_wrong, key=_PART_ORDER.index)
        return self.control(wrong[0] if wrong else _FIRST_PART[self.type])

    @property
    def described_by(self) -> str:
        """The ids of the hint and the error, as `aria-describedby` wants them."""
        ids = [self.control(part) for part, said in (("hint", self.hint), ("error", self.error)) if said]
        return " ".join(ids)


_PART_ORDER = (
    "day",
    "month",
    "year",
    "house-number",
    "moo",
    "building",
    "soi",
    "road",
    "sub-district",
    "postcode",
    "bank",
    "number",
)


@dataclass(frozen=True, slots=True)
class PageView:
    """One page of a form. `step` of `steps` is told where the number of pages is known."""

    title: str
    fields: tuple[FieldView, ...] = ()
    caption: str = ""
    step: int | None = None
    steps: int | None = None

    @property
    def errors(self) -> tuple[ErrorView, ...]:
        """What is wrong, in the order of the fields, revealed ones after the one that reveals them."""
        return tuple(ErrorView(anchor=f.anchor, message=f.error) for f in _with_revealed(self.fields) if f.error)

    @property
    def has_files(self) -> bool:
        """Say whether the form must be sent as multipart."""
        return any(f.type == "file" for f in _with_revealed(self.fields))


def _with_revealed(fields: tuple[FieldView, ...]) -> tuple[FieldView, ...]:
    found: list[FieldView] = []
    for each in fields:
        found.append(each)
        for option in each.options:
            found.extend(_with_revealed(option.reveals))
    return tuple(found)
