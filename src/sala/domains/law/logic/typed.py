"""Values of the law as people type them, and what was typed as values of the law."""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar, cast

from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import format_date, parse_date
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.kernel.thai import to_arabic_digits
from sala.rulekit import Brackets, Steps
from sala.rulekit.kinds import RATE_PARTS, Kind, Type
from sala.rulekit.reading.parameters import held
from sala.rulekit.shown import shown
from sala.rulekit.values import Value

from ..contracts import Number, RowRefused, TableOutOfOrder, Typed, ValueNotUnderstood, ValueOutOfBounds

Start = TypeVar("Start", int, Baht)
Given = TypeVar("Given", Baht, Fraction)
Plain = TypeVar("Plain", int, Baht, Fraction)

_SHARE = re.compile(r"\d{1,4}(\.\d{1,3})?")
_WHOLE = re.compile(r"\d{1,15}")
_STARTS = Type(Kind.MONEY, 0, 10**15)  # no rule bounds where a bracket begins, but 63 bits have to hold it
_EXPECTED_WHOLE = Text(th="กรอกเป็นจำนวนเต็ม เช่น 60", en="Write a whole number, such as 60")
_EXPECTED_SHARE = Text(
    th="กรอกร้อยละเป็นตัวเลข ทศนิยมไม่เกินสามตำแหน่ง เช่น 5 หรือ 7.5",
    en="Write a percentage in digits, with three decimals at most, such as 5 or 7.5",
)
_EXPECTED_TRUTH = Text(th="เลือกใช่หรือไม่ใช่", en="Choose yes or no")
_EXPECTED_ROWS = Text(th="ตารางต้องมีอย่างน้อยหนึ่งแถว", en="A table has at least one row")
_STARTS_AT_ZERO = Text(th="แถวแรกต้องเริ่มที่ 0", en="The first row starts at 0")
_PERCENT = Text(th="ร้อยละ {share}", en="{share}%")


def as_typed(value: Value, lang: Lang) -> Typed:
    """Write a value as someone would type it."""
    match value:
        case Steps():
            rows = tuple((str(at_least), _plain(amount, lang)) for at_least, amount in value.rows)
            return Typed(rows=rows, below=_plain(value.below, lang))
        case Brackets():
            return Typed(rows=tuple((_plain(start, lang), _plain(share, lang)) for start, share in value.rows))
    return Typed(plain=_plain(value, lang))


def read_typed(typed: Typed, number: Number) -> Value:
    """
    Read what was typed for a number, as a value of the number's own kind.

    :raises SalaError: a refusal that says what is wrong with it; in a table, also with which row.
    """
    match number.now.value:
        case Steps() as steps:
            return _read_steps(typed, steps, number)
        case Brackets():
            return _read_brackets(typed, number)
        case bool():
            return _read_truth(typed.plain)
        case Baht():
            return _bounded(Baht.of(typed.plain), number.type)
        case Fraction():
            return _bounded(_read_share(typed.plain), number.type)
        case date():
            return parse_date(typed.plain)
    return _bounded(_read_whole(typed.plain), number.type)


def _plain(value: Value, lang: Lang) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Baht():
            return f"{value.amount:f}".removesuffix(".00")
        case Fraction():
            return f"{float(value * 100):.3f}".rstrip("0").rstrip(".")  # three decimals at most, so this is exact
        case date():
            return format_date(value, lang)
    return str(value)


def _read_steps(typed: Typed, now: Steps, number: Number) -> Steps:
    rows = _read_rows(typed, _read_whole, lambda text: _bounded(Baht.of(text), number.type))
    return Steps(rows=rows, below=_bounded(Baht.of(typed.below), number.type), says=now.says, says_last=now.says_last)


def _read_brackets(typed: Typed, number: Number) -> Brackets:
    rows = _read_rows(
        typed, lambda text: _bounded(Baht.of(text), _STARTS), lambda text: _bounded(_read_share(text), number.type)
    )
    if rows[0][0] != Baht(0):
        raise RowRefused(row=1, what=_STARTS_AT_ZERO)
    return Brackets(rows)


def _read_rows(
    typed: Typed, start_of: Callable[[str], Start], given_of: Callable[[str], Given]
) -> tuple[tuple[Start, Given], ...]:
    """Read the rows of a table; one that is left empty on both sides is no row."""
    rows: list[tuple[Start, Given]] = []
    for place, (start, given) in enumerate(typed.rows, 1):
        if not start.strip() and not given.strip():
            continue
        try:
            rows.append((start_of(start), given_of(given)))
        except SalaError as refused:
            raise RowRefused(row=place, what=refused.text) from refused
    if not rows:
        raise ValueNotUnderstood(expected=_EXPECTED_ROWS)
    if any(not left[0] < right[0] for left, right in pairwise(rows)):
        raise TableOutOfOrder
    return tuple(rows)


def _read_whole(text: str) -> int:
    plain = to_arabic_digits(text).replace(",", "").strip()
    if not _WHOLE.fullmatch(plain):
        raise ValueNotUnderstood(expected=_EXPECTED_WHOLE)
    return int(plain)


def _read_share(text: str) -> Fraction:
    plain = to_arabic_digits(text).replace("%", "").strip()
    if not _SHARE.fullmatch(plain):
        raise ValueNotUnderstood(expected=_EXPECTED_SHARE)
    return Fraction(plain) / 100


def _read_truth(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueNotUnderstood(expected=_EXPECTED_TRUTH)
    return text == "yes"


def _bounded(value: Plain, bounds: Type) -> Plain:
    """Refuse what the rules are not checked to count exactly with."""
    if not bounds.low <= _held(value) <= bounds.high:
        low, high = (_say_bound(end, value) for end in (bounds.low, bounds.high))
        raise ValueOutOfBounds(low=low, high=high)
    return value


def _held(value: int | Baht | Fraction) -> int:
    return cast(int, held(value))  # a plain number is held as one


def _say_bound(end: int, like: Plain) -> Text:
    match like:
        case Baht():
            return shown(Baht(end))
        case Fraction():
            return _PERCENT.fill(share=shown(Fraction(end, RATE_PARTS)))
    return shown(end)
