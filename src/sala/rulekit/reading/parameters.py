"""How the dated numbers of rates.yaml are held in a form, and how far each may be moved by a reform."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from sala.kernel.money import Baht

from ..form import Raw
from ..kinds import DAY, HIGHEST_RATE, RATE_PARTS, TRUTH, Kind, Type, choice, money, whole
from ..values import Brackets, DatedValue, Steps, Value

# A reform may take a number this many times as high as any that was ever law, and never below zero; nor to zero, where
# it never was, for rules divide by such numbers.
ROOM_FOR_REFORM = 10
_LEAST_ROOM = 100_000


def type_of(method: str, values: Sequence[DatedValue]) -> Type:
    """Say of which kind a parameter is that a rule takes by a method of RATES, and between which bounds."""
    ever = [held(dated.value) for dated in values]
    match method:
        case "number":
            return whole(_lowest(ever), max(_LEAST_ROOM, ROOM_FOR_REFORM * _highest(ever)))
        case "baht":
            return money(_lowest(ever), max(_LEAST_ROOM * 100, ROOM_FOR_REFORM * _highest(ever)))
        case "rate":
            return whole(0, HIGHEST_RATE)
        case "day":
            return DAY
        case "is_so":
            return TRUTH
        case "choice":
            return choice("", tuple(word for word, _ in values[0].choices))
    raise LookupError(method)


def rows_type(values: Iterable[DatedValue]) -> Type:
    """Say between which bounds a table of steps gives money."""
    amounts = [
        amount.satang
        for dated in values
        if isinstance(dated.value, Steps)
        for amount in (dated.value.below, *(row for _, row in dated.value.rows))
    ]
    return Type(Kind.MONEY, 0, max(_LEAST_ROOM * 100, ROOM_FOR_REFORM * max(amounts, default=0)))


Held = Raw | tuple[int, tuple[tuple[int, int], ...]] | tuple[tuple[int, int], ...]


def held(value: Value) -> Held:
    """
    Give a value as forms hold it: money in satang, a rate in whole parts of `RATE_PARTS`.

    Steps are `(below, ((at least, satang), ...))`, brackets `((start in satang, share in parts), ...)`.
    """
    match value:
        case Baht():
            return value.satang
        case Fraction():
            return int(value * RATE_PARTS)
        case Steps():
            return value.below.satang, tuple((at_least, amount.satang) for at_least, amount in value.rows)
        case Brackets():
            return tuple((start.satang, int(share * RATE_PARTS)) for start, share in value.rows)
    return value


def _highest(values: Iterable[Held]) -> int:
    return max((number for number in values if isinstance(number, int)), default=0)


def _lowest(values: Iterable[Held]) -> int:
    return 0 if 0 in values else 1
