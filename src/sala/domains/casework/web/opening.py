"""Who opens a case at the web's edge: a signed-in person, or a browser that holds the case's code."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from sala.infra.routes import actor_of
from sala.kernel.actors import ANONYMOUS, Actor
from sala.kernel.policies import SignInNeeded

from .. import public as casework
from ..contracts import CaseNotFound

_KEPT_SECONDS = 60 * 60 * 24 * 90


def opener_of(request: HttpRequest, case_id: UUID) -> Actor:
    """
    Give the actor who opens a case: nobody in particular where the browser's code opens it, else who signed in.

    :raises SignInNeeded: no code here and nobody signed in.
    :raises CaseNotFound: the code is another case's.
    """
    code = code_of(request, case_id)
    if code:
        if casework.enter_by_code(code=code) != case_id:
            raise CaseNotFound
        return ANONYMOUS
    actor = actor_of(request)
    if actor.person is None:
        raise SignInNeeded
    return actor


def code_of(request: HttpRequest, case_id: UUID) -> str:
    """Give the code this browser holds for a case; empty when it holds none."""
    return request.COOKIES.get(_cookie(case_id), "")


def give_code(response: HttpResponse, request: HttpRequest, case_id: UUID, code: str) -> None:
    """Have the browser hold a case's code, out of reach of any script."""
    response.set_cookie(
        _cookie(case_id),
        code,
        max_age=_KEPT_SECONDS,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )


def _cookie(case_id: UUID) -> str:
    return f"case-{case_id.hex}"
