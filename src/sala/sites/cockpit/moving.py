"""One number of the law as the form draws it: what it is today, what it was, and the controls that move it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sala.domains.law import public as law
from sala.kernel.bilingual import Lang
from sala.kernel.days import format_date
from sala.kernel.errors import SalaError
from sala.kernel.money import SATANG_PER_BAHT, Baht

from .draft import Draft, control
from .phrases import say

Kind = Literal["plain", "day", "truth", "steps", "brackets"]

_STEPS_OF_A_VALUE = 20
_REACH_OF_SLIDER = 3
_LEAST_REACH = Decimal(10)
_LEAST_REACH_OF_MONEY = Decimal(1000)
_WHOLE_SHARE = Decimal(100)
_NICE = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Slider:
    """How far and by how much the buttons and the slider move a plain number, in the unit that is typed."""

    low: Decimal
    high: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its two controls with what stands in them; `cut` is the button that takes it away."""

    start_control: str
    start: str
    gives_control: str
    gives: str
    cut: str


@dataclass(frozen=True, slots=True)
class NumberView:
    """
    A number of the law with its warnings: as it is today, since when and from where, and as it was before.

    Sums, rates and tables are `is_often_moved`; ages, counts and days are not.
    """

    name: str
    label: str
    law: str
    kind: Kind
    now: tuple[str, ...]
    since: str
    before: str
    source: str
    warnings: tuple[str, ...]
    is_often_moved: bool


@dataclass(frozen=True, slots=True)
class MoverView:
    """The controls of one number in one option. The names of buttons are what they send as `do`."""

    number: NumberView
    control: str
    typed: str
    unit: str
    slider: Slider | None
    rows: tuple[Row, ...]
    below_control: str
    below: str
    less: str
    more: str
    add_row: str
    error: str

    @property
    def anchor(self) -> str:
        """The control that the error summary leads to."""
        return self.rows[0].start_control if self.rows else self.control


def number_view(number: law.Number, *, today: date, lang: Lang) -> NumberView:
    """Say what a number is today, what it was, and what is not sure about it."""
    dated = number.now
    before = number.before
    return NumberView(
        name=number.name,
        label=dated.label[lang],
        law=number.law[lang],
        kind=kind_of(dated.value),
        now=value_lines(dated.value, dated.unit, lang),
        since=say("cockpit.since", lang, day=format_date(dated.from_, lang)),
        before=say(
            "cockpit.before",
            lang,
            value=" · ".join(value_lines(before.value, before.unit, lang)),
            day=format_date(before.from_, lang),
        )
        if before
        else "",
        source=dated.source,
        warnings=_warnings(dated, today, lang),
        is_often_moved=not isinstance(dated.value, bool | date | int),
    )


def mover_view(draft: Draft, number: law.Number, *, option: int, error: str, today: date, lang: Lang) -> MoverView:
    """Draw the controls of a number of an option with what stands typed in them."""
    place = draft.numbers.index(number.name)
    typed = draft.typed(option, number.name)
    names = control(option, place)
    return MoverView(
        number=number_view(number, today=today, lang=lang),
        control=names,
        typed=typed.plain,
        unit=unit_of(number.now.unit, lang),
        slider=slider_of(number),
        rows=_rows(draft, option, place, typed),
        below_control=f"{names}-below",
        below=typed.below,
        less=f"less-{option}-{place}",
        more=f"more-{option}-{place}",
        add_row=f"row-{option}-{place}",
        error=error,
    )


def kind_of(value: law.Value) -> Kind:
    """Say which controls a value needs."""
    match value:
        case law.Steps():
            return "steps"
        case law.Brackets():
            return "brackets"
        case bool():
            return "truth"
        case date():
            return "day"
    return "plain"


def value_lines(value: law.Value, unit: str, lang: Lang) -> tuple[str, ...]:
    """Write a value with its unit, a table as one line for each row."""
    match value:
        case law.Steps() | law.Brackets():
            return tuple(sentence[lang] for sentence in value.sentences())
        case bool():
            return (say("cockpit.yes" if value else "cockpit.no", lang),)
        case date():
            return (format_date(value, lang),)
    plain = law.as_typed(value, lang).plain
    if isinstance(value, Baht):
        plain = f"{value.amount:,f}".removesuffix(".00")
    if unit == "percent":
        return (say("cockpit.value-percent", lang, value=plain),)
    return (say("cockpit.value", lang, value=plain, unit=unit_of(unit, lang)),)


def unit_of(unit: str, lang: Lang) -> str:
    """Write a unit of rates.yaml."""
    return say(f"cockpit.unit-{unit}", lang) if unit not in ("date", "yes-no") else ""


def slider_of(number: law.Number) -> Slider | None:
    """
    Say how a plain number is moved: twenty steps make its value, and it reaches three times as far.

    A share has steps of its own, and ends at the whole.
    """
    if kind_of(number.now.value) != "plain":
        return None
    value = _decimal(number.now.value)
    step, reach = max(Decimal(1), _nice(value / _STEPS_OF_A_VALUE)), _nice(value * _REACH_OF_SLIDER)
    match number.now.value:
        case Baht():
            low = (Decimal(number.type.low) / SATANG_PER_BAHT).to_integral_value()
            return Slider(low=low, high=max(_LEAST_REACH_OF_MONEY, reach), step=step)
        case Fraction():
            step = Decimal(1) if value >= 10 else Decimal("0.5") if value >= 1 else Decimal("0.1")
            return Slider(low=Decimal(0), high=min(_WHOLE_SHARE, max(_LEAST_REACH, reach)), step=step)
    return Slider(low=Decimal(number.type.low), high=max(_LEAST_REACH, reach), step=step)


def stepped(draft: Draft, number: law.Number, *, option: int, up: bool) -> Draft:
    """Move a plain number of an option by one step; what cannot be read stays as it was typed."""
    slider = slider_of(number)
    if slider is None:
        return draft
    try:
        value = _decimal(law.read_typed(draft.typed(option, number.name), number))
    except SalaError:
        return draft
    moved = max(slider.low, value + slider.step if up else value - slider.step)
    return draft.with_typed(option, number.name, law.Typed(plain=_plain(moved)))


def with_row(draft: Draft, name: str, *, option: int) -> Draft:
    """Add an empty row to a table."""
    typed = draft.typed(option, name)
    return draft.with_typed(option, name, law.Typed(rows=(*typed.rows, ("", "")), below=typed.below))


def without_row(draft: Draft, name: str, *, option: int, row: int) -> Draft:
    """Take a row out of a table."""
    typed = draft.typed(option, name)
    rows = tuple(each for place, each in enumerate(typed.rows) if place != row)
    return draft.with_typed(option, name, law.Typed(rows=rows, below=typed.below))


def _rows(draft: Draft, option: int, place: int, typed: law.Typed) -> tuple[Row, ...]:
    return tuple(
        Row(
            start_control=control(option, place, f"start-{row}"),
            start=start,
            gives_control=control(option, place, f"gives-{row}"),
            gives=gives,
            cut=f"cut-{option}-{place}-{row}",
        )
        for row, (start, gives) in enumerate(typed.rows)
    )


def _warnings(dated: law.DatedValue, today: date, lang: Lang) -> tuple[str, ...]:
    unverified = () if dated.verified else (say("cockpit.unverified", lang),)
    stale = (say("cockpit.stale", lang, day=format_date(dated.reviewed_until, lang)),) if dated.is_stale(today) else ()
    return (*unverified, *stale)


def _decimal(value: law.Value) -> Decimal:
    """Give a plain number in the unit in which it is typed."""
    match value:
        case Baht():
            return value.amount
        case Fraction():
            return Decimal(value.numerator * 100) / Decimal(value.denominator)
        case int():
            return Decimal(value)
    raise TypeError(f"not a plain number: {value!r}")


def _nice(value: Decimal) -> Decimal:
    """Round up to 1, 2 or 5 times a power of ten."""
    if value <= 0:
        return Decimal(0)
    power = Decimal(10) ** value.adjusted()
    return next(power * each for each in _NICE if power * each >= value)


def _plain(value: Decimal) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
