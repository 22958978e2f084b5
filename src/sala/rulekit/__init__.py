"""
Law as Python: read a law from its folder, ask it about a case, and hear the reasons.

A law is a folder with `rules.py` (one function per clause, in the language that `language` describes), `rates.yaml`
(every number with its days, unit and source; the Acts it cites) and `examples.yaml` (cases checkable by hand).
`load_law(folder)` reads it without importing it, into a typed intermediate form (`form`). Four back ends read the form:
`Law.decide(rule, facts, on)` answers one case with its trace; `Law.interview` finds the next question that can still
change the answer; `nation` counts a whole population, here or on a cluster. A fact nobody knows makes the answer
unknown or leaves it standing; it is never taken for zero or no.

A rules.py also runs as plain Python, and takes everything it needs from here:

    from sala.rulekit import Rates, clause, full_years, ladder
"""

from sala.kernel.days import Period
from sala.kernel.money import Baht, Rounding
from sala.kernel.people import BirthDate

from .acts import Act, Citation, Gazette
from .casefiles import CaseFile, FactRefused, load_case
from .changing import Change, find_changes
from .choosing import find_main_rules
from .counting import (
    add_days,
    add_hours,
    add_months,
    add_working_days,
    add_years,
    brackets,
    day_of,
    day_of_month,
    days_between,
    fiscal_year_start,
    full_years,
    ladder,
    last_day_of_month_before,
    months_or_part,
    working_day_not_after,
    year_start,
)
from .examples import Example, load_examples
from .explaining import Clause, Explanation, stale_warnings, warnings_of
from .facts import Facts
from .interview.asking import Question
from .interview.places import with_fact
from .law import Interview, Law, Outcome, Reason, Rule, load_law, load_laws
from .plain import Between, Inverse, Members, ceil_to, clause, count, floor_to, quotient, round_half_up, working_days
from .rates import Rates
from .telling import plain_explanation, plain_outcome, plain_question
from .units import with_unit
from .values import Brackets, DatedValue, Steps

__all__ = [
    "Act",
    "Baht",
    "Between",
    "BirthDate",
    "Brackets",
    "CaseFile",
    "Change",
    "Citation",
    "Clause",
    "DatedValue",
    "Example",
    "Explanation",
    "FactRefused",
    "Facts",
    "Gazette",
    "Interview",
    "Inverse",
    "Law",
    "Members",
    "Outcome",
    "Period",
    "Question",
    "Rates",
    "Reason",
    "Rounding",
    "Rule",
    "Steps",
    "add_days",
    "add_hours",
    "add_months",
    "add_working_days",
    "add_years",
    "brackets",
    "ceil_to",
    "clause",
    "count",
    "day_of",
    "day_of_month",
    "days_between",
    "find_changes",
    "find_main_rules",
    "fiscal_year_start",
    "floor_to",
    "full_years",
    "ladder",
    "last_day_of_month_before",
    "load_case",
    "load_examples",
    "load_law",
    "load_laws",
    "months_or_part",
    "plain_explanation",
    "plain_outcome",
    "plain_question",
    "quotient",
    "round_half_up",
    "stale_warnings",
    "warnings_of",
    "with_fact",
    "with_unit",
    "working_day_not_after",
    "working_days",
    "year_start",
]
