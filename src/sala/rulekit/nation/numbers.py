"""What is the same for the whole nation, worked out before any person is looked at: numbers of the law on the plan's day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from operator import add, eq, ge, gt, le, lt, mul, ne, neg, sub
from typing import Any

import numpy as np
import numpy.typing as npt

from sala.kernel.money import Rounding

from .. import counting
from ..case.running import half_up, in_slices, on_ladder
from ..errors import NoValueOnDate, place
from ..form import ParameterId
from ..population.layout import EPOCH
from ..rates import Rates
from ..reading.parameters import Held, held
from .graph import Graph, Ref

FAR = 2**62  # further than any amount or number reaches
NEVER, ALWAYS = -(2**31), 2**31 - 1  # days before and after all others

_OPERATORS: Mapping[str, Callable[..., Any]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "neg": neg,
    "min": min,
    "max": max,
    "==": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "and": lambda one, other: one and other,
    "or": lambda one, other: one or other,
    "not": lambda one: not one,
}
TABLES = ("table", "table_of_births", "history")


@dataclass(frozen=True, slots=True)
class Lack:
    """A number of the law that has no value on a day. It is an error only where somebody needs it."""

    parameter: ParameterId
    on: date


@dataclass(slots=True)
class Numbers:
    """
    Works out values that are the same for all, by one version of the numbers of the law.

    `code` gives the place of a word among all words of choices.
    """

    graph: Graph
    rates: Mapping[str, Rates]
    on: date
    code: Callable[[str], int]
    _found: dict[Ref, Any] = field(default_factory=dict)

    def find(self, ref: Ref) -> Any:
        """Give a value: a number, a truth, the rows of a table, or the lack of a number."""
        if ref not in self._found:
            self._found[ref] = self._work_out(ref)
        return self._found[ref]

    def _work_out(self, ref: Ref) -> Any:
        value = self.graph.values[ref]
        match value.op:
            case "constant":
                return value.what[1]  # type: ignore[index]  # a constant is its type and itself
            case "asked":
                return to_number(self.on)
            case "history":
                return self._history(*value.what)  # type: ignore[misc]  # a number of the law, and what is asked of it
            case "pick":
                return self._pick(value.of[0], value.what)  # type: ignore[arg-type]  # the place of one output
        parts = [self.find(part) for part in value.of]
        lacking = next((part for part in parts if isinstance(part, Lack)), None)
        return lacking or self._apply(value.op, value.what, parts)

    def _pick(self, branch: Ref, output: int) -> Any:
        test, *sides = self.graph.values[branch].of
        holds = self.find(test)
        if isinstance(holds, Lack):
            return holds
        return self.find(sides[output if holds else len(sides) // 2 + output])

    def _apply(self, op: str, what: Any, parts: Sequence[Any]) -> Any:
        if op in _OPERATORS:
            return _OPERATORS[op](*parts)
        match op:
            case "parameter":
                return self._on_day(what, parts[0], self._plain)
            case "table":
                return self._on_day(what[0], parts[0], lambda value: [_row(value, what[1])])
            case "latest_birth":
                return latest_birth(parts[0], to_day(parts[1]))
            case "table_of_births":
                return [_turned(parts[0][0], to_day(parts[1]))]
            case "rounded":
                return _rounded(what[0], *parts)
            case "ladder":
                return on_ladder(parts[0], _steps(parts[1][parts[2]]))
            case "slices":
                return in_slices(parts[0], _brackets(parts[1][parts[2]]), Rounding[what[0]])
        return self._count(op, what, parts)

    def _count(self, function: str, keyword: Any, parts: Sequence[int]) -> int:
        """Count with a function of the language; which of its arguments are days, its name tells."""
        days = 2 if function in ("full_years", "days_between", "months_or_part") else 1
        arguments = [to_day(part) if place < days else part for place, part in enumerate(parts)]
        words = [] if keyword is None else [keyword]
        found = getattr(counting, function)(*arguments, *words)
        return to_number(found) if isinstance(found, date) else found

    def _on_day(self, parameter: ParameterId, day: int, read: Callable[[Held], Any]) -> Any:
        dated = self.rates[parameter.law].find(parameter.name, to_day(day))
        return Lack(parameter, to_day(day)) if dated is None else read(held(dated.value))

    def _plain(self, value: Held) -> int:
        if isinstance(value, str):
            return self.code(value)
        if isinstance(value, date):
            return to_number(value)
        assert isinstance(value, int)  # noqa: S101  a table is read by `_row`
        return int(value)

    def _history(self, parameter: ParameterId, shape: str) -> list[list[int]]:
        rows = self.rates[parameter.law].values[parameter.name]
        if shape == "days":
            ends = ((dated.from_, dated.until) for dated in rows)
            return [[to_number(from_), ALWAYS if until is None else to_number(until)] for from_, until in ends]
        read = (held(dated.value) for dated in rows)
        return [[self._plain(value)] if shape == "value" else _row(value, shape) for value in read]


def to_number(day: date) -> int:
    """Count a day from 1970."""
    return (day - EPOCH).days


def to_day(number: int) -> date:
    """Give the day of a number."""
    return EPOCH + timedelta(days=number)


def latest_birth(years: int, on: date) -> int:
    """
    Tell the latest birth of those who have completed some years on a day.

    A year is complete on the day before the birthday (`kernel.age`), so the birthday may be the day after at the latest. Where
    that is a 29 February and the year of birth has none, it is the 28th.

    >>> to_day(latest_birth(60, date(2026, 9, 30))), to_day(latest_birth(1, date(2024, 2, 28)))
    (datetime.date(1966, 10, 1), datetime.date(2023, 2, 28))
    """
    if years <= 0:
        return ALWAYS
    birthday = on + timedelta(days=1)
    year = birthday.year - years
    if year < date.min.year:
        return NEVER
    try:
        return to_number(birthday.replace(year=year))
    except ValueError:
        return to_number(date(year, 2, 28))


def refuse(lack: Lack, rates: Mapping[str, Rates]) -> NoValueOnDate:
    """Make the refusal of a number that somebody needed and that has no value."""
    of_law = rates[lack.parameter.law]
    line = of_law.values[lack.parameter.name][0].line
    return NoValueOnDate(file=place(of_law.path), line=line, name=lack.parameter.name, on=lack.on)


def to_table(versions: Sequence[Sequence[Sequence[int]]]) -> npt.NDArray[np.int64]:
    """Put the rows of a table, one version for each reform, into one array; steps that are left over are never reached."""
    rows = max(len(version) for version in versions)
    cells = max(len(row) for version in versions for row in version)
    found = np.full((len(versions), rows, cells), FAR, dtype=np.int64)
    for number, version in enumerate(versions):
        for place_, row in enumerate(version):
            found[number, place_, : len(row)] = row
    return found


def _row(value: Any, shape: str) -> list[int]:
    """Lay a table out in one row, as `arithmetic` reads it."""
    if shape == "steps":
        below, steps = value
        return [below, len(steps), *(cell for step in steps for cell in step)]
    shares = [0, *(share for _, share in value)]
    cells = ((start, share - before) for (start, share), before in zip(value, shares, strict=False))
    return [len(value), *(cell for slice_ in cells for cell in slice_)]


def _steps(row: Sequence[int]) -> tuple[int, tuple[tuple[int, int], ...]]:
    return row[0], tuple(zip(row[2::2], row[3::2], strict=True))


def _brackets(row: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple(zip(row[1::2], accumulate(row[2::2]), strict=True))


def _turned(row: Sequence[int], on: date) -> list[int]:
    """Make a table by age into one by the day of birth, turned so that it rises."""
    below, steps = _steps(row)
    cells = (cell for years, satang in steps for cell in (-latest_birth(years, on), satang))
    return [below, len(steps), *cells]


def _rounded(mode: str, top: int, bottom: int, step: int) -> int:
    by = bottom * step
    found = {"DOWN": top // by, "UP": -(-top // by), "HALF_UP": half_up(top, by)}[mode]
    return found * step
