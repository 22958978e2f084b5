"""
Law: the laws of the country's pack, asked by name. Other domains ask what follows from a case's facts on a day, and
print the reasons; what a number of the law is today; and what a page's `{{ law:... }}` stands for.

The laws stand in memory, read once per process. A case remembers `Law.digest`, so that the release it was decided by
can be named for ever.
"""

from .contracts import DatedValue, Law, LawNotFound, Outcome, Reason, Rule
from .queries import decide, fill_words, get_law, get_parameter, list_laws

__all__ = [
    "DatedValue",
    "Law",
    "LawNotFound",
    "Outcome",
    "Reason",
    "Rule",
    "decide",
    "fill_words",
    "get_law",
    "get_parameter",
    "list_laws",
]
