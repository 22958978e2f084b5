"""
Tell every process that something changed, through the database they share: PostgreSQL's LISTEN and NOTIFY.

What is announced in a transaction is heard after its commit, or never. A listener may miss an announcement while its
connection is away, so it is told to look again each time it is back, and once a minute in any case.
"""

import logging
import threading
import time
from collections.abc import Callable

import psycopg
from django.db import DatabaseError, connection
from psycopg import sql

LOOK_AGAIN_SECONDS = 60.0
_TRY_AGAIN_SECONDS = 2.0

_log = logging.getLogger(__name__)


def announce(channel: str) -> None:
    """Tell whoever listens on a channel, when this transaction commits. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [channel])


def listen(channel: str, *, look: Callable[[], object]) -> threading.Thread:
    """
    Call `look` in a thread of its own whenever something may have changed; ends with the process.

    It holds one database session for listening, and `look` another while it runs.
    """

    def keep_listening() -> None:
        while True:
            try:
                _listen(channel, look)
            except (psycopg.Error, DatabaseError) as problem:
                _log.warning("listening again: %s", type(problem).__name__)
            except Exception:
                _log.exception("what was announced on %s could not be taken up", channel)
            time.sleep(_TRY_AGAIN_SECONDS)

    thread = threading.Thread(target=keep_listening, name=f"listens-{channel}", daemon=True)
    thread.start()
    return thread


def _listen(channel: str, look: Callable[[], object]) -> None:
    settings = {**connection.get_connection_params(), "autocommit": True}
    settings.pop("cursor_factory", None)
    settings.pop("context", None)
    with psycopg.connect(**settings) as session:
        session.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        while True:
            _look_and_let_go(look)
            for _ in session.notifies(timeout=LOOK_AGAIN_SECONDS, stop_after=1):
                pass


def _look_and_let_go(look: Callable[[], object]) -> None:
    try:
        look()
    finally:
        connection.close()
