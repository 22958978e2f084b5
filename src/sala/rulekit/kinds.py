"""What kinds of value the language of law has, and how far each may reach: the ranges that keep products within 63 bits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from sala.kernel.bilingual import Text

INT63 = 2**63 - 1
SATANG_DIGITS_LIMIT = 10**14  # a trillion baht, in satang: no amount of one person or one parcel is larger
RATE_PARTS = 100_000  # a rate is held in whole parts of this: a percentage may have three decimals
EXACT_PARTS = 10_000  # a Decimal fact is held in whole parts of this: four decimals
HIGHEST_RATE = 10 * RATE_PARTS


class Kind(Enum):
    """One kind of value."""

    TRUTH = "truth"
    WHOLE = "whole number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    PERIOD = "period"
    EXACT = "decimal number"
    LINK = "link"
    MEMBERS = "members"

    @property
    def words(self) -> Text:
        """Name it to people."""
        return Text(th=_IN_THAI[self], en=self.value)


_IN_THAI: Mapping[Kind, str] = {
    Kind.TRUTH: "จริงหรือเท็จ",
    Kind.WHOLE: "จำนวนเต็ม",
    Kind.MONEY: "จำนวนเงิน",
    Kind.DAY: "วันที่",
    Kind.MOMENT: "วันและเวลา",
    Kind.CHOICE: "ตัวเลือก",
    Kind.PERIOD: "ช่วงวัน",
    Kind.EXACT: "เลขทศนิยม",
    Kind.LINK: "ลิงก์ไปยังเรื่องอื่น",
    Kind.MEMBERS: "สมาชิก",
}
PARTS: Mapping[Kind, int] = {Kind.WHOLE: 1, Kind.MONEY: 100, Kind.EXACT: EXACT_PARTS}  # that forms hold for each one


@dataclass(frozen=True, slots=True)
class Type:
    """
    A kind with its bounds.

    `low` and `high` are both ends, in satang for money, in parts of `EXACT_PARTS` for a decimal. `of` names the
    enumeration, or the entity of a link. `values` are what a choice may be, in the order of its declaration.
    """

    kind: Kind
    low: int = 0
    high: int = 0
    of: str = ""
    values: tuple[str, ...] = ()
    is_birth: bool = False

    @property
    def is_number(self) -> bool:
        """Whole numbers and money are counted in int64; everything else only compares."""
        return self.kind in (Kind.WHOLE, Kind.MONEY)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """Both ends of a number as people count it: money in baht."""
        return Decimal(self.low) / PARTS[self.kind], Decimal(self.high) / PARTS[self.kind]

    def within(self, low: int, high: int) -> "Type":
        """Give the same kind with other bounds."""
        return replace(self, low=low, high=high)


TRUTH = Type(Kind.TRUTH)
DAY = Type(Kind.DAY)
MOMENT = Type(Kind.MOMENT)
PERIOD = Type(Kind.PERIOD)


def whole(low: int, high: int) -> Type:
    """Make the type of whole numbers between two, both included."""
    return Type(Kind.WHOLE, low, high)


def money(low: int = -SATANG_DIGITS_LIMIT, high: int = SATANG_DIGITS_LIMIT) -> Type:
    """Make the type of amounts between two, both included, in satang."""
    return Type(Kind.MONEY, low, high)


def choice(of: str, values: tuple[str, ...]) -> Type:
    """Make the type of an enumeration."""
    return Type(Kind.CHOICE, of=of, values=values)
