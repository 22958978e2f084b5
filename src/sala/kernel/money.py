"""Money: whole satang, never a float. A share of money says how it is rounded."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import total_ordering
from math import ceil, floor
from typing import overload

from .bilingual import Lang, Text
from .errors import SalaError
from .thai import to_arabic_digits

SATANG_PER_BAHT = 100
_AMOUNT = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_UNITS = Text(th="บาท", en="baht")


class AmountNotUnderstood(SalaError):
    """The text is not an amount of money."""

    code = "amount-not-understood"
    status = 422
    message = Text(
        th="จำนวนเงินไม่ถูกต้อง กรอกเป็นตัวเลข เช่น 600 หรือ 1,250.50",
        en="This is not an amount of money. Write it in digits, such as 600 or 1,250.50",
    )


class AmountNotExact(SalaError):
    """The amount is finer than one satang, and nobody said how to round it."""

    code = "amount-not-exact"
    status = 422
    message = Text(
        th="จำนวนเงินละเอียดกว่าหนึ่งสตางค์ กรอกทศนิยมไม่เกินสองตำแหน่ง",
        en="The amount is finer than one satang. Write at most two decimal places",
    )


class Rounding(Enum):
    """How a share that falls between two satang, or two baht, is settled."""

    HALF_UP = "half-up"  # away from zero at the half
    DOWN = "down"  # towards zero
    UP = "up"  # away from zero


@dataclass(frozen=True, slots=True, order=True)
class Baht:
    """
    An exact amount of Thai money, held in satang.

    >>> Baht.of("600") * 12 + Baht.of("0.50")
    Baht.of("7200.50")
    """

    satang: int

    def __post_init__(self) -> None:
        if type(self.satang) is not int:
            raise TypeError(f"satang is a whole number, not {self.satang!r}")

    @classmethod
    def of(cls, amount: str | int | Decimal | Fraction) -> "Baht":
        """
        Make money from an amount in baht; text may hold commas and Thai digits.

        :raises AmountNotUnderstood: the text is not a number.
        :raises AmountNotExact: the amount has a part of a satang.

        >>> Baht.of("๑,๒๕๐.๕๐").satang
        125050
        """
        if isinstance(amount, float):
            raise TypeError("a float is not exact: write the amount as text")
        if type(amount) is int:
            return cls(amount * SATANG_PER_BAHT)
        satang = _exact(amount) * SATANG_PER_BAHT
        if satang.denominator != 1:
            raise AmountNotExact
        return cls(satang.numerator)

    @property
    def amount(self) -> Decimal:
        """The amount in baht, with two decimal places."""
        return Decimal(self.satang).scaleb(-2)

    def times(self, rate: Fraction | Decimal | str | int, *, rounding: Rounding, to: "Baht | None" = None) -> "Baht":
        """
        Take a share at an exact rate, rounded as told to whole satang, or to multiples of `to`.

        >>> Baht.of("1000").times("0.0725", rounding=Rounding.DOWN)
        Baht.of("72.50")
        >>> Baht.of("100").times(Fraction(1, 3), rounding=Rounding.UP, to=Baht.of(1))
        Baht.of("34.00")
        """
        if isinstance(rate, float):
            raise TypeError("a float is not exact: write the rate as text, Decimal or Fraction")
        step = 1 if to is None else to.satang
        steps = Fraction(self.satang, step) * _exact(rate)
        sign = -1 if steps < 0 else 1
        return Baht(sign * _ROUND[rounding](abs(steps)) * step)

    def split(self, parts: int) -> "tuple[Baht, ...]":
        """
        Divide into near-equal parts that add up to the whole, the larger parts first.

        >>> Baht.of("100").split(3)
        (Baht.of("33.34"), Baht.of("33.33"), Baht.of("33.33"))
        """
        each, left = divmod(self.satang, parts)
        return tuple(Baht(each + (1 if i < left else 0)) for i in range(parts))

    def format(self, lang: Lang) -> str:
        """
        Write the amount for a reader; satang only where there are any.

        >>> Baht.of("1250").format("th"), Baht.of("1250.5").format("en")
        ('1,250 บาท', '1,250.50 baht')
        """
        places = 0 if self.satang % SATANG_PER_BAHT == 0 else 2
        return f"{self.amount:,.{places}f} {_UNITS[lang]}"

    def __str__(self) -> str:
        return f"{self.amount:.2f}"

    def __repr__(self) -> str:
        return f'Baht.of("{self}")'

    def __bool__(self) -> bool:
        return self.satang != 0

    def __neg__(self) -> "Baht":
        return Baht(-self.satang)

    def __add__(self, other: "Baht") -> "Baht":
        return Baht(self.satang + other.satang) if isinstance(other, Baht) else NotImplemented

    def __radd__(self, other: int) -> "Baht":
        return self if other == 0 else NotImplemented  # so that sum() works

    def __sub__(self, other: "Baht") -> "Baht":
        return Baht(self.satang - other.satang) if isinstance(other, Baht) else NotImplemented

    @overload
    def __mul__(self, by: int) -> "Baht": ...
    @overload
    def __mul__(self, by: Fraction) -> "BahtShare": ...
    def __mul__(self, by: int | Fraction) -> "Baht | BahtShare":
        if type(by) is int:
            return Baht(self.satang * by)
        return BahtShare(self.satang * by) if isinstance(by, Fraction) else NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, by: int | Fraction) -> "BahtShare": ...
    @overload
    def __truediv__(self, by: "Baht") -> Fraction: ...
    def __truediv__(self, by: "int | Fraction | Baht") -> "BahtShare | Fraction":
        if isinstance(by, Baht):
            return Fraction(self.satang, by.satang)
        return BahtShare(Fraction(self.satang) / by) if type(by) is int or isinstance(by, Fraction) else NotImplemented


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class BahtShare:
    """
    An exact part of an amount, finer than a satang perhaps. It compares with money; to be paid it must be rounded.

    >>> Baht.of(100) / 3 < Baht.of("33.34"), Baht.of(100) * Fraction(1, 4) == Baht.of(25)
    (True, True)
    """

    satang: Fraction

    def __eq__(self, other: object) -> bool:
        return self.satang == other.satang if isinstance(other, Baht | BahtShare) else NotImplemented

    def __lt__(self, other: "Baht | BahtShare") -> bool:
        return self.satang < other.satang if isinstance(other, Baht | BahtShare) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.satang)

    def __add__(self, other: "Baht | BahtShare") -> "BahtShare":
        return BahtShare(self.satang + other.satang) if isinstance(other, Baht | BahtShare) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other: "Baht | BahtShare") -> "BahtShare":
        return BahtShare(self.satang - other.satang) if isinstance(other, Baht | BahtShare) else NotImplemented

    def __rsub__(self, other: Baht) -> "BahtShare":
        return BahtShare(other.satang - self.satang) if isinstance(other, Baht) else NotImplemented

    def __neg__(self) -> "BahtShare":
        return BahtShare(-self.satang)

    def __mul__(self, by: int | Fraction) -> "BahtShare":
        return BahtShare(self.satang * by) if type(by) is int or isinstance(by, Fraction) else NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, by: int | Fraction) -> "BahtShare": ...
    @overload
    def __truediv__(self, by: "Baht | BahtShare") -> Fraction: ...
    def __truediv__(self, by: "int | Fraction | Baht | BahtShare") -> "BahtShare | Fraction":
        if isinstance(by, Baht | BahtShare):
            return self.satang / by.satang
        return BahtShare(self.satang / by) if type(by) is int or isinstance(by, Fraction) else NotImplemented


def _exact(amount: str | int | Decimal | Fraction) -> Fraction:
    if not isinstance(amount, str):
        return Fraction(amount)
    plain = to_arabic_digits(amount).strip()
    if not _AMOUNT.fullmatch(plain):
        raise AmountNotUnderstood
    return Fraction(plain.replace(",", ""))


def _half_up(steps: Fraction) -> int:
    return floor(steps + Fraction(1, 2))


_ROUND: dict[Rounding, Callable[[Fraction], int]] = {
    Rounding.HALF_UP: _half_up,
    Rounding.DOWN: floor,
    Rounding.UP: ceil,
}
