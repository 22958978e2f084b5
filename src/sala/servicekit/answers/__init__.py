"""
What people type, turned into typed values or into sentences that say what to mend.

`read_page` never raises on what a person typed. The controls of one question are named after its fact: `born-day`,
`born-month`, `born-year`; a question with one control bears the fact's own name.

Values are: text `str`, number `int` or `Decimal`, money `Baht`, date `date`, yes-no and confirm `bool`, one-of `str`, many-of
`list[str]`, citizen-id `CitizenId`, phone and email `str`, sub-district its six-digit code, address and bank-account `dict[str, str]`, file the
number of files (`int`).
"""

from .pages import find_exit, is_asked, list_asked, next_page, visible_pages
from .reading import Asked, PageResult, Surroundings, read_page
from .typing_back import typed_from

__all__ = [
    "Asked",
    "PageResult",
    "Surroundings",
    "find_exit",
    "is_asked",
    "list_asked",
    "next_page",
    "read_page",
    "typed_from",
    "visible_pages",
]
