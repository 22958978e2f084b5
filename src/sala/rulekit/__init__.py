"""
Law as Python: read a law from its folder, ask it about a case, and hear the reasons.

A law is a folder with `rules.py` (one function per clause, in the language that `language` describes), `rates.yaml`
(every number with its days, unit and source; the Acts it cites) and `examples.yaml` (cases checkable by hand).
`load_law(folder)` reads it without importing it; `Law.decide(rule, facts, on)` answers true, false, an amount, a day,
or unknown, and says why, in Thai and English, clause by clause. A fact nobody knows makes the answer unknown or leaves
it standing; it is never taken for zero or no.

A rules.py takes everything it needs from here:

    from sala.rulekit import Rates, clause, full_years, ladder
"""

from sala.kernel.money import Baht, Rounding
from sala.kernel.people import BirthDate

from .acts import Act, Citation, Gazette
from .counting import (
    add_days,
    add_hours,
    add_working_days,
    brackets,
    day_of,
    day_of_month,
    fiscal_year_start,
    full_years,
    ladder,
    last_day_of_month_before,
    working_day_not_after,
)
from .examples import Example, load_examples
from .facts import Facts
from .law import Law, Outcome, Reason, Rule
from .loading import load_law
from .rates import Rates
from .trace import clause
from .values import Brackets, DatedValue, Steps

__all__ = [
    "Act",
    "Baht",
    "BirthDate",
    "Brackets",
    "Citation",
    "DatedValue",
    "Example",
    "Facts",
    "Gazette",
    "Law",
    "Outcome",
    "Rates",
    "Reason",
    "Rounding",
    "Rule",
    "Steps",
    "add_days",
    "add_hours",
    "add_working_days",
    "brackets",
    "clause",
    "day_of",
    "day_of_month",
    "fiscal_year_start",
    "full_years",
    "ladder",
    "last_day_of_month_before",
    "load_examples",
    "load_law",
    "working_day_not_after",
]
