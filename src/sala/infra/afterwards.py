"""
What is done once an answer is on its way: small things that nobody waits for, and whose failure nobody needs to see.

Nothing essential belongs here: a process that dies forgets it. What must happen is published in the request's own transaction.
"""

import logging
from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse

from sala.infra.connections import drop_dead_connection

_log = logging.getLogger("sala.afterwards")


def after_answering(response: HttpResponse, do: Callable[[], None]) -> HttpResponse:
    """Have something done when the server has sent the answer, in a transaction of its own; a failure is logged."""
    close = response.close

    def close_and_do() -> None:
        close()
        try:
            drop_dead_connection()
            with transaction.atomic():
                do()
        except Exception as failure:
            # Without the message: the database's own may repeat the values that it refused.
            _log.warning("left undone after an answer: %s", type(failure).__name__)

    response.close = close_and_do  # type: ignore[method-assign]  # what WSGI calls last
    return response
