"""Identity's own pages and one form that needs a sign-in; the pages that the layout links to stand as empty ones."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from sala.infra.routes import actor_of, governed
from sala.kernel.policies import anyone, signed_in

from ..web.urls import urlpatterns as own

_LINKED = (
    "services",
    "agencies",
    "find-office",
    "check-document",
    "about",
    "privacy",
    "accessibility",
    "desk",
    "my-cases",
)


@governed(anyone)
def empty(request: HttpRequest) -> HttpResponse:
    """Answer with the actor's role, or `nobody`."""
    actor = actor_of(request)
    return HttpResponse(actor.role or ("citizen" if actor.person else "nobody"))


@governed(signed_in)
def form(request: HttpRequest) -> HttpResponse:
    """Answer with what was typed."""
    return HttpResponse(f"typed {request.POST.getlist('dish')}")


_pages = [
    *own,
    path("", empty, name="home"),
    path("form", form, name="form"),
    *(path(name, empty, name=name) for name in _LINKED),
]

urlpatterns = [path("en/", include((_pages, "en"))), path("", include((_pages, "th")))]
