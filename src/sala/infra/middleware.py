"""What happens to every request before a view sees it, outermost first as settings list it."""

import logging
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from sala.infra import problems
from sala.infra.connections import drop_dead_connection
from sala.kernel.errors import SalaError

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_requests = logging.getLogger("sala.requests")
_WITHOUT_DATABASE = ("/health", "/metrics")
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)


def request_log(get_response: GetResponse) -> GetResponse:
    """Give each request an id and write one line about it: the route, never the query or the body."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        request.id = secrets.token_hex(8)  # type: ignore[attr-defined]  # read by problems and logs
        request.at = datetime.now(UTC)  # type: ignore[attr-defined]  # the one clock of this request
        started = time.perf_counter()
        response = get_response(request)
        response.headers["X-Request-Id"] = request.id  # type: ignore[attr-defined]
        if not request.path.startswith("/static/"):
            route = request.resolver_match.route if request.resolver_match else "-"
            took = round((time.perf_counter() - started) * 1000, 1)
            _requests.info(
                "request",
                extra={
                    "request_id": request.id,  # type: ignore[attr-defined]
                    "method": request.method,
                    "route": route,
                    "status": response.status_code,
                    "ms": took,
                },
            )
        return response

    return respond


def security_headers(get_response: GetResponse) -> GetResponse:
    """Let a page load nothing but its own origin's files, and be framed by nobody."""
    fixed = {
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }
    if settings.SALA_ORIGIN.startswith("https://"):
        fixed["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in fixed.items():
            response.headers.setdefault(name, value)
        return response

    return respond


def language(get_response: GetResponse) -> GetResponse:
    """Read the language from the address: English under `/en/`, Thai everywhere else."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        request.lang = "en" if request.path == "/en" or request.path.startswith("/en/") else "th"  # type: ignore[attr-defined]
        return get_response(request)

    return respond


class OneTransaction:
    """Run the whole request in one transaction; a refusal or a fault takes back everything it changed."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in _WITHOUT_DATABASE or request.path.startswith("/static/"):
            return self.get_response(request)
        drop_dead_connection()
        try:
            with transaction.atomic():
                response = self.get_response(request)
                if response.status_code >= 400:
                    transaction.set_rollback(True)
        except OperationalError:
            connection.close()
            return problems.unavailable(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into the page or problem+json that tells it; a fault of ours goes to the log instead."""
        if isinstance(exception, OperationalError):
            connection.close()
            return problems.unavailable(request)
        if isinstance(exception, SalaError) and exception.status != problems.Fault.status:
            return problems.answer(request, exception)
        return None
