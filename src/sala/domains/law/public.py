"""
Law: the laws of the country's pack, asked by name. Other domains ask what follows from a case's facts on a day, and
print the reasons; what a number of the law is today; and what a page's `{{ law:... }}` stands for.

`decide` answers a case; `interview` says what to ask next, and what would have to be so; `explain` gives the way to an
answer and what would change it; `calculate` answers strangers' programs, and refuses what it does not know. The `plain_`
functions tell any of it as JSON.

The laws stand in memory, read once per process. A case remembers `Law.digest`, so that the release it was decided by
can be named for ever.
"""

from .contracts import (
    DatedValue,
    Entity,
    Explanation,
    Interview,
    Law,
    LawNotFound,
    Outcome,
    Question,
    Reason,
    Rule,
    plain_act,
    plain_citation,
    plain_explanation,
    plain_fact_type,
    plain_number,
    plain_outcome,
    plain_text,
    plain_type,
    stale_warnings,
    warnings_of,
)
from .queries import (
    calculate,
    decide,
    explain,
    fill_words,
    get_law,
    get_parameter,
    interview,
    list_laws,
    warn_of_stale,
)

__all__ = [
    "DatedValue",
    "Entity",
    "Explanation",
    "Interview",
    "Law",
    "LawNotFound",
    "Outcome",
    "Question",
    "Reason",
    "Rule",
    "calculate",
    "decide",
    "explain",
    "fill_words",
    "get_law",
    "get_parameter",
    "interview",
    "list_laws",
    "plain_act",
    "plain_citation",
    "plain_explanation",
    "plain_fact_type",
    "plain_number",
    "plain_outcome",
    "plain_text",
    "plain_type",
    "stale_warnings",
    "warn_of_stale",
    "warnings_of",
]
