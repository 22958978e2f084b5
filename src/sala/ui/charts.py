"""
Charts, laid out for `ui/charts.html`: bars with their uncertainty, bars to both sides, a map of tiles.

A chart is SVG drawn on the server. Places across are percentages, places down are pixels: so its text keeps its size
on a telephone and on a wide screen, without a script. What colour says a pattern says too, and a table beside the chart
says all of it in numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Sign = Literal["more", "less", "none"]

_LABELS = 27.0  # per cent of the width, for the words at the left of a row
_VALUES = 24.0  # and for the number at its right
_ROW = 34
_TOP = 6
_BAR = 20
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Datum:
    """One row of a chart: its words, its value, the value as a reader sees it, and half of its uncertainty."""

    label: str
    value: float
    shown: str
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of a chart to both sides: those on the left, those on the right, as numbers and as words."""

    label: str
    left: float
    right: float
    left_shown: str
    right_shown: str


@dataclass(frozen=True, slots=True)
class Place:
    """One tile of a map: where it stands, its short and its full name, its value and the value in words."""

    short: str
    name: str
    column: int
    row: int
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is drawn: its words, and how many pixels down it begins."""

    label: str
    y: int

    @property
    def middle(self) -> int:
        """The line on which its words stand."""
        return self.y + _BAR // 2


@dataclass(frozen=True, slots=True)
class Bar(Row):
    """A bar, across in per cent. `low` and `high` are the ends of its uncertainty."""

    shown: str
    sign: Sign
    x: float
    width: float
    low: float
    high: float

    @property
    def has_whisker(self) -> bool:
        """Say whether its uncertainty is wide enough to be seen."""
        return self.high - self.low > 0.1


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars on one scale; `zero` is where nothing lies."""

    bars: tuple[Bar, ...]
    height: int
    zero: float
    bar: int = _BAR


@dataclass(frozen=True, slots=True)
class TwoBars(Row):
    """A row to both sides of the middle."""

    left_shown: str
    right_shown: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PairChart:
    """Rows to both sides of `zero`."""

    rows: tuple[TwoBars, ...]
    height: int
    zero: float
    bar: int = _BAR


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile as it is drawn, in units of one tile; `level` is from 1, the least, to 4."""

    short: str
    name: str
    shown: str
    x: int
    y: int
    sign: Sign
    level: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map of tiles, `columns` by `rows` of them."""

    tiles: tuple[Tile, ...]
    columns: int
    rows: int


def lay_bars(data: Sequence[Datum]) -> BarChart:
    """
    Lay out bars on one scale that holds every value with its uncertainty, and zero.

    >>> chart = lay_bars([Datum("a", 10, "+10"), Datum("b", -10, "-10")])
    >>> [(bar.sign, round(bar.x, 1), round(bar.width, 1)) for bar in chart.bars]
    [('more', 51.5, 24.5), ('less', 27.0, 24.5)]
    """
    low = min((each.value - each.error for each in data), default=0.0)
    high = max((each.value + each.error for each in data), default=0.0)
    across = _Across(min(0.0, low), max(0.0, high))
    return BarChart(
        bars=tuple(_bar(each, place, across) for place, each in enumerate(data)),
        height=_height(len(data)),
        zero=across.at(0.0),
    )


def lay_pairs(data: Sequence[Pair]) -> PairChart:
    """
    Lay out rows to both sides of the middle, both on one scale.

    >>> [(row.left, row.right) for row in lay_pairs([Pair("a", 1, 2, "1", "2")]).rows]
    [(10.0, 20.0)]
    """
    most = max((max(each.left, each.right) for each in data), default=0.0) or 1.0
    side = 20.0
    rows = tuple(
        TwoBars(
            label=each.label,
            left_shown=each.left_shown,
            right_shown=each.right_shown,
            y=_TOP + place * _ROW,
            left=side * each.left / most,
            right=side * each.right / most,
        )
        for place, each in enumerate(data)
    )
    return PairChart(rows=rows, height=_height(len(data)), zero=60.0)


def lay_tiles(data: Iterable[Place]) -> TileMap:
    """
    Lay out a map of tiles; how dark one is tells its share of the largest value.

    >>> [(tile.sign, tile.level) for tile in lay_tiles([Place("a", "A", 0, 0, 5, ""), Place("b", "B", 1, 0, -1, "")]).tiles]
    [('more', 4), ('less', 1)]
    """
    places = tuple(data)
    most = max((abs(each.value) for each in places), default=0.0) or 1.0
    tiles = tuple(
        Tile(
            short=each.short,
            name=each.name,
            shown=each.shown,
            x=each.column,
            y=each.row,
            sign=_sign(each.value),
            level=min(_LEVELS, 1 + int(_LEVELS * abs(each.value) / most)),
        )
        for each in places
    )
    return TileMap(
        tiles=tiles,
        columns=1 + max((tile.x for tile in tiles), default=0),
        rows=1 + max((tile.y for tile in tiles), default=0),
    )


@dataclass(frozen=True, slots=True)
class _Across:
    """The scale of a chart's values, from per cent to per cent of its width."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Say where a value lies."""
        span = self.high - self.low or 1.0
        return _LABELS + (100.0 - _LABELS - _VALUES) * (value - self.low) / span


def _bar(each: Datum, place: int, across: _Across) -> Bar:
    start, end = sorted((across.at(0.0), across.at(each.value)))
    return Bar(
        label=each.label,
        shown=each.shown,
        sign=_sign(each.value),
        y=_TOP + place * _ROW,
        x=start,
        width=end - start,
        low=across.at(each.value - each.error),
        high=across.at(each.value + each.error),
    )


def _sign(value: float) -> Sign:
    return "more" if value > 0 else "less" if value < 0 else "none"


def _height(rows: int) -> int:
    return 2 * _TOP + rows * _ROW
