"""The pages of signing in and out: translate in, make one domain call, translate out."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.bilingual import LANGS
from sala.kernel.policies import anyone, signed_in

from ..contracts import AuthorisationRequest
from ..logic.addresses import local_path
from ..logic.demonstration import check_request
from ..operations import begin_sign_in, finish_sign_in, give_code, sign_out, take_kept_form
from ..queries import list_demonstration_people
from . import cookies


@require_GET
@governed(anyone)
def start(request: HttpRequest) -> HttpResponse:
    """Send the browser to the identity provider, to come back to the page it came from."""
    back_to = local_path(request.GET.get("next"), otherwise="/en/" if lang_of(request) == "en" else "/")
    handshake, asked = begin_sign_in(back_to=back_to, return_address=_return_address(request), at=at_of(request))
    parameters = {
        "response_type": "code",
        "scope": "openid",
        "client_id": asked.client,
        "redirect_uri": asked.return_address,
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": asked.challenge,
        "code_challenge_method": "S256",
    }
    response = _go(f"{address_of('demonstration-sign-in', lang=lang_of(request))}?{urlencode(parameters)}")
    cookies.keep_handshake(request, response, handshake)
    return response


@require_GET
@governed(anyone)
def come_back(request: HttpRequest) -> HttpResponse:
    """Take the identity provider's answer and go on to where the person was."""
    state = request.GET.get("state", "")
    signed, back_to = finish_sign_in(
        handshake=cookies.find_handshake(request, state=state),
        state=state,
        code=request.GET.get("code", ""),
        return_address=_return_address(request),
        instead_of=actor_of(request),
        at=at_of(request),
    )
    request.actor = signed.actor  # type: ignore[attr-defined]  # the rest of this request is theirs
    rotate_token(request)
    response = _go(back_to)
    cookies.keep_token(request, response, signed.token)
    cookies.drop_handshake(response, state=state)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@governed(anyone)
def choose(request: HttpRequest) -> HttpResponse:
    """Be the demonstration provider's page: a fictional person is chosen, and the browser goes back with a code."""
    people = list_demonstration_people()
    given = request.POST if request.method == "POST" else request.GET
    asked = check_request(
        AuthorisationRequest(
            client=given.get("client_id", ""),
            return_address=given.get("redirect_uri", ""),
            state=given.get("state", ""),
            nonce=given.get("nonce", ""),
            challenge=given.get("code_challenge", ""),
        ),
        # The page can be read in either language, whichever the sign-in began in.
        return_addresses=[address_of("sign-in-return", lang=lang) for lang in LANGS],
    )
    if request.method != "POST":
        citizens = [person for person in people if person.post is None]
        officers = [person for person in people if person.post is not None]
        return render(request, "identity/choose.html", asked=asked, citizens=citizens, officers=officers)
    code = give_code(person=given.get("person", ""), asked=asked, at=at_of(request))
    return _go(f"{asked.return_address}?{urlencode({'code': code, 'state': asked.state})}")


@require_safe
@governed(signed_in)
def resume(request: HttpRequest, form: UUID) -> HttpResponse:
    """Offer what was typed before the sign-in ran out, to be sent with one press of a button."""
    kept = take_kept_form(form=form, by=actor_of(request), at=at_of(request))
    if kept is None:
        return render(request, "identity/nothing_kept.html")
    return render(request, "identity/resume.html", kept=kept)


@require_http_methods(["GET", "HEAD", "POST"])
@governed(anyone)
def leave(request: HttpRequest) -> HttpResponse:
    """Ask whether to sign out, and do it."""
    actor = actor_of(request)
    if request.method != "POST" and actor.person is not None:
        return render(request, "identity/sign_out.html")
    sign_out(by=actor, at=at_of(request))
    response = redirect(request, "signed-out")
    cookies.drop_token(response)
    return response


@require_safe
@governed(anyone)
def left(request: HttpRequest) -> HttpResponse:
    """Say that the person has signed out."""
    return render(request, "identity/signed_out.html")


def _return_address(request: HttpRequest) -> str:
    return address_of("sign-in-return", lang=lang_of(request))


def _go(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    response.headers["Cache-Control"] = "no-store"
    return response
