"""
What people type, turned into typed values or into sentences that say what to mend.

`read_page` never raises on what a person typed. The controls of one question are named after its fact: `born-day`,
`born-month`, `born-year`; a question with one control bears the fact's own name.

Values are: text, phone, email and one-of `str`; number `int` or `Decimal`; money `Baht`; date `date`; yes-no and
confirm `bool`; many-of `list[str]`; citizen-id `CitizenId`; juristic-id `JuristicId`; sub-district its six-digit code;
address and bank-account `dict[str, str]`; file the number of files (`int`).
"""

from .asked import Asked, Surroundings, control
from .pages import find_exit, list_asked, live_facts, next_page, visible_pages
from .reading import PageResult, read_page
from .typing_back import typed_from

__all__ = [
    "Asked",
    "PageResult",
    "Surroundings",
    "control",
    "find_exit",
    "list_asked",
    "live_facts",
    "next_page",
    "read_page",
    "typed_from",
    "visible_pages",
]
