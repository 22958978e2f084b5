"""
A POST that names an Idempotency-Key is done once; the same key gets the same answer for 24 hours.

An answer marked by `work_out_again` belongs to a request that changed nothing: it is not kept, for it may be about a
person; the same key has it worked out again.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from sala.infra.pages import at_of
from sala.infra.problems import answer
from sala.infra.routes import actor_of
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from .models import KeptAnswer

_KEPT_FOR = timedelta(hours=24)
_NOT_KEPT = 0  # in the place of a status: the request was answered, and nothing of the answer is here


class KeyUsedForSomethingElse(SalaError):
    """The Idempotency-Key was used before with another body."""

    code = "idempotency-key-reused"
    status = 422
    message = Text(
        th="Idempotency-Key นี้เคยใช้กับข้อมูลอื่นแล้ว กรุณาใช้ค่าใหม่",
        en="This Idempotency-Key was used before with other content: use a new one",
    )


def work_out_again(response: HttpResponse) -> HttpResponse:
    """Mark the answer to a POST that changed nothing, so that nothing of it is kept."""
    response.is_worked_out_again = True  # type: ignore[attr-defined]  # read below
    return response


def idempotent_posts(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer a repeated POST from the kept answer; a second one that runs at the same time waits for the first."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        key = request.headers.get("Idempotency-Key", "")
        if request.method != "POST" or not key:
            return get_response(request)
        digest = _digest(request, key)
        # With the key in it, which is kept nowhere, so that no body can be guessed from its digest.
        body_digest = hashlib.sha256(key.encode() + b"\0" + request.body).hexdigest()
        _wait_for_turn(digest)
        kept = KeptAnswer.objects.filter(digest=digest, kept_until__gt=at_of(request)).first()
        if kept is None:
            return _keep(digest, body_digest, get_response(request), request)
        if kept.body_digest != body_digest:
            return answer(request, KeyUsedForSomethingElse())
        return get_response(request) if kept.status == _NOT_KEPT else _repeat(kept)

    return respond


def _digest(request: HttpRequest, key: str) -> str:
    actor = actor_of(request)
    whose = actor.session or request.META.get("REMOTE_ADDR", "")
    return hashlib.sha256(f"{whose}\0{request.path}\0{key}".encode()).hexdigest()


def _wait_for_turn(digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(digest[:15], 16)])


def _keep(digest: str, body_digest: str, response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
    # Only what was done is kept: a refusal changed nothing, so the same key may try again.
    if response.status_code < 400 and isinstance(response, HttpResponse):
        is_kept = not getattr(response, "is_worked_out_again", False)
        KeptAnswer.objects.update_or_create(
            digest=digest,
            defaults={
                "body_digest": body_digest,
                "status": response.status_code if is_kept else _NOT_KEPT,
                "location": response.headers.get("Location", ""),
                "content_type": response.headers.get("Content-Type", ""),
                "body": response.content if is_kept else b"",
                "kept_until": at_of(request) + _KEPT_FOR,
            },
        )
    return response


def _repeat(kept: KeptAnswer) -> HttpResponse:
    response = HttpResponse(bytes(kept.body), status=kept.status, content_type=kept.content_type)
    if kept.location:
        response.headers["Location"] = kept.location
    return response
