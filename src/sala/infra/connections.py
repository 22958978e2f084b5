"""Database connections that outlive a request."""

import select

from django.db import connection


def drop_dead_connection() -> None:
    """
    Close a kept connection that the server has ended, without asking it anything.

    Django's own health check costs a statement for every request; a closed socket is readable, an idle one is not.
    """
    raw = connection.connection
    if raw is None or connection.in_atomic_block:
        return
    if raw.closed or select.select([raw.fileno()], [], [], 0)[0]:
        connection.close()
