"""What is said to the database while a page is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_OF_THE_TRANSACTION = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


@contextmanager
def listen() -> Iterator[list[str]]:
    """Give the statements as they come, those that only open and close a transaction inside the test's own apart."""
    from django.db import connection

    said: list[str] = []

    def hear(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(_OF_THE_TRANSACTION):
            said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(hear):
        yield said
