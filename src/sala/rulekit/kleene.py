"""
Three-valued logic: true, false and unknown (None), by strong Kleene.

Rules are written with `and`, `or`, `not`, `if` and comparisons; the loader puts these functions in their place.
All parts of an `and` or `or` are asked, so that a person hears about every condition and not only the first.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any


class Undecided(Exception):
    """An `if` met an unknown. The rule it stands in is unknown."""


def both(*parts: bool | None) -> bool | None:
    """
    Say what `and` says.

    >>> both(True, None), both(False, None), both(True, True)
    (None, False, True)
    """
    if any(part is False for part in parts):
        return False
    return None if any(part is None for part in parts) else True


def either(*parts: bool | None) -> bool | None:
    """
    Say what `or` says.

    >>> either(True, None), either(False, None), either(False, False)
    (True, None, False)
    """
    if any(part is True for part in parts):
        return True
    return None if any(part is None for part in parts) else False


def opposite(part: bool | None) -> bool | None:
    """
    Say what `not` says.

    >>> opposite(None), opposite(True)
    (None, False)
    """
    return None if part is None else not part


def test(part: bool | None) -> bool:
    """
    Say whether an `if` goes in.

    :raises Undecided: nobody knows.
    """
    if part is None:
        raise Undecided
    return part


def choose(part: bool | None, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
    """
    Say what `yes if part else no` says.

    >>> choose(None, lambda: 1, lambda: 2) is None
    True
    """
    if part is None:
        return None
    return yes() if part else no()


def apply(function: Callable[..., Any], *args: Any) -> Any:
    """
    Call a function, operators included, unless something it needs is unknown.

    >>> apply(min, 3, None) is None, apply(min, 3, 2)
    (True, 2)
    """
    return None if any(arg is None for arg in args) else function(*args)


def three_valued(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let an `if` on an unknown make the whole rule unknown, and nothing beyond it."""

    @wraps(function)
    def decided(*args: Any) -> Any:
        try:
            return function(*args)
        except Undecided:
            return None

    return decided
