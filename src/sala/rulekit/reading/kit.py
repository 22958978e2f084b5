"""The functions that a rule may call, with the kinds they take and give. Their meaning stands in `counting`."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..kinds import DAY, MOMENT, Kind, Type, whole

LONGEST_LIFE = 200
_DAYS_APART = 200_000
_MONTHS_APART = 10_000


@dataclass(frozen=True, slots=True)
class Signature:
    """The kinds of a function's arguments, the values its one keyword may have, and what it gives."""

    takes: tuple[Kind, ...]
    gives: Type
    keyword: str = ""
    may_be: tuple[str, ...] = ()
    default: str = ""


_D, _W, _M = Kind.DAY, Kind.WHOLE, Kind.MOMENT

FUNCTIONS: Mapping[str, Signature] = {
    "full_years": Signature((_D, _D), whole(0, LONGEST_LIFE)),
    "days_between": Signature((_D, _D), whole(-_DAYS_APART, _DAYS_APART)),
    "months_or_part": Signature((_D, _D), whole(0, _MONTHS_APART)),
    "add_days": Signature((_D, _W), DAY),
    "add_months": Signature((_D, _W), DAY, "rounding", ("down", "up"), "down"),
    "add_years": Signature((_D, _W), DAY, "rounding", ("down", "up")),
    "day_of_month": Signature((_D, _W), DAY),
    "last_day_of_month_before": Signature((_D,), DAY),
    "fiscal_year_start": Signature((_D, _W), DAY),
    "year_start": Signature((_D, _W), DAY),
    "add_working_days": Signature((_D, _W), DAY),
    "working_day_not_after": Signature((_D,), DAY),
    "day_of": Signature((_M,), DAY),
    "add_hours": Signature((_M, _W), MOMENT),
}
