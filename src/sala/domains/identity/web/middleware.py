"""Say who acts, before any view runs; and when a sign-in has run out, keep what was being sent."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict

from sala.infra.pages import address_of, at_of, lang_of
from sala.kernel.actors import ANONYMOUS
from sala.kernel.policies import SignInNeeded

from ..operations import keep_form
from ..queries import find_last_holder, resolve
from . import cookies

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_PUBLIC = ("/static/", "/health", "/metrics", "/ledger/")
_MOST_KEPT_CHARACTERS = 200_000


class ResolveActor:
    """Set `request.actor`: one statement with a sign-in cookie, none without."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = cookies.token_of(request)
        is_page = not request.path.startswith(_PUBLIC)
        request.actor = resolve(token=token, at=at_of(request)) if token and is_page else ANONYMOUS  # type: ignore[attr-defined]  # read by infra.routes.actor_of
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Send whoever was typing when their sign-in ran out to sign in again, with what they typed kept."""
        token = cookies.token_of(request)
        if not isinstance(exception, SignInNeeded) or request.method != "POST" or not token:
            return None
        person = find_last_holder(token=token)
        fields = _fields_of(request.POST)
        if person is None or sum(len(value) for _, value in fields) > _MOST_KEPT_CHARACTERS:
            return None
        kept = keep_form(person=person, path=request.path, fields=fields, at=at_of(request))
        if kept is None:
            return None
        resume = address_of("sign-in-resume", lang=lang_of(request), form=kept)
        response = HttpResponseRedirect(f"{address_of('sign-in', lang=lang_of(request))}?next={resume}")
        response.status_code = 303
        return response


resolve_actor = ResolveActor


def _fields_of(form: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in form.lists() for value in values if name != "csrfmiddlewaretoken"]
