"""One transaction for everything a request or a job does, however many operations it calls."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")


def in_transaction(operation: Callable[P, R]) -> Callable[P, R]:
    """
    Run an operation in the transaction that is open, or in one of its own.

    Django's `atomic` would set a savepoint for each nested call: two statements that nobody needs, because a request
    that ends in a refusal takes everything back. An operation checks before it changes, so a caller may catch its
    refusal and go on reading.
    """

    @wraps(operation)
    def joined(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.in_atomic_block:
            return operation(*args, **kwargs)
        with transaction.atomic():
            return operation(*args, **kwargs)

    return joined
