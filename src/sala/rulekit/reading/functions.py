"""The functions that a rule may call, with the kinds they take and give. Their meaning stands in `counting`."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..kinds import DAY, MOMENT, Kind, Type, whole

_LONGEST_LIFE = 200
_DAYS_APART = 200_000
_MONTHS_APART = 10_000


@dataclass(frozen=True, slots=True)
class Function:
    """The kinds of a function's arguments, the values its one keyword may have, and what it gives."""

    takes: tuple[Kind, ...]
    gives: Type
    keyword: str = ""
    may_be: tuple[str, ...] = ()
    default: str = ""


_D, _W, _M = Kind.DAY, Kind.WHOLE, Kind.MOMENT

FUNCTIONS: Mapping[str, Function] = {
    "full_years": Function((_D, _D), whole(0, _LONGEST_LIFE)),
    "days_between": Function((_D, _D), whole(-_DAYS_APART, _DAYS_APART)),
    "months_or_part": Function((_D, _D), whole(0, _MONTHS_APART)),
    "add_days": Function((_D, _W), DAY),
    "add_months": Function((_D, _W), DAY, "rounding", ("down", "up"), "down"),
    "add_years": Function((_D, _W), DAY, "rounding", ("down", "up")),
    "day_of_month": Function((_D, _W), DAY),
    "last_day_of_month_before": Function((_D,), DAY),
    "fiscal_year_start": Function((_D, _W), DAY),
    "year_start": Function((_D, _W), DAY),
    "add_working_days": Function((_D, _W), DAY),
    "working_day_not_after": Function((_D,), DAY),
    "day_of": Function((_M,), DAY),
    "add_hours": Function((_M, _W), MOMENT),
}
