"""A POST that names an Idempotency-Key is done once; the same key gets the same answer for 24 hours."""

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


class KeyUsedForSomethingElse(SalaError):
    """The Idempotency-Key was used before with another body."""

    code = "idempotency-key-reused"
    status = 422
    message = Text(
        th="Idempotency-Key นี้เคยใช้กับข้อมูลอื่นแล้ว กรุณาใช้ค่าใหม่",
        en="This Idempotency-Key was used before with other content: use a new one",
    )


def idempotent_posts(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer a repeated POST from the kept answer; a second one that runs at the same time waits for the first."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        key = request.headers.get("Idempotency-Key", "")
        if request.method != "POST" or not key:
            return get_response(request)
        digest = _digest(request, key)
        body_digest = hashlib.sha256(request.body).hexdigest()
        _wait_for_turn(digest)
        kept = KeptAnswer.objects.filter(digest=digest, kept_until__gt=at_of(request)).first()
        if kept is None:
            return _keep(digest, body_digest, get_response(request), request)
        if kept.body_digest != body_digest:
            return answer(request, KeyUsedForSomethingElse())
        return _repeat(kept)

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
        KeptAnswer.objects.update_or_create(
            digest=digest,
            defaults={
                "body_digest": body_digest,
                "status": response.status_code,
                "location": response.headers.get("Location", ""),
                "content_type": response.headers.get("Content-Type", ""),
                "body": response.content,
                "kept_until": at_of(request) + _KEPT_FOR,
            },
        )
    return response


def _repeat(kept: KeptAnswer) -> HttpResponse:
    response = HttpResponse(bytes(kept.body), status=kept.status, content_type=kept.content_type)
    if kept.location:
        response.headers["Location"] = kept.location
    return response
