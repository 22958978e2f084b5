"""The two cookies of identity: the sign-in itself, and the handshake while someone is away at the provider."""

from dataclasses import asdict
from datetime import datetime

from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from ..logic import lifetimes
from ..logic.front_door import Handshake

SIGN_IN = "sala_sign_in"
_HANDSHAKE = "sala_handshake_"
_SALT = "sala.identity.handshake"
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def token_of(request: HttpRequest) -> str | None:
    """Read the sign-in token that the browser sent."""
    return request.COOKIES.get(SIGN_IN)


def keep_token(request: HttpRequest, response: HttpResponseBase, token: str) -> None:
    """
    Give the browser its token until it is closed.

    No lifetime stands in it: the server decides, and an expired token still tells whose form to keep.
    """
    response.set_cookie(SIGN_IN, token, httponly=True, samesite="Lax", secure=_needs_https(request))


def drop_token(response: HttpResponseBase) -> None:
    """Take the token from the browser."""
    response.delete_cookie(SIGN_IN, samesite="Lax")


def keep_handshake(request: HttpRequest, response: HttpResponseBase, handshake: Handshake) -> None:
    """Let the browser carry a signed handshake. Each has its own cookie, so two tabs do not disturb each other."""
    values = {**asdict(handshake), "begun_at": handshake.begun_at.isoformat()}
    response.set_cookie(
        _name(handshake.state),
        signing.dumps(values, salt=_SALT),
        max_age=lifetimes.HANDSHAKE,
        httponly=True,
        samesite="Lax",
        secure=_needs_https(request),
    )


def find_handshake(request: HttpRequest, *, state: str) -> Handshake | None:
    """Read the handshake that began with this state; None when it is not this browser's, or was changed."""
    try:
        values = signing.loads(request.COOKIES.get(_name(state), ""), salt=_SALT)
    except signing.BadSignature:
        return None
    return Handshake(**{**values, "begun_at": datetime.fromisoformat(values["begun_at"])})


def drop_handshake(response: HttpResponseBase, *, state: str) -> None:
    """Forget a handshake that is over."""
    response.delete_cookie(_name(state), samesite="Lax")


def _name(state: str) -> str:
    return _HANDSHAKE + "".join(character for character in state[:12] if character.isalnum())


def _needs_https(request: HttpRequest) -> bool:
    return request.is_secure() or request.get_host().rsplit(":", 1)[0] not in _LOOPBACK
