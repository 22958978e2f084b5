"""The desk's own pages; those that the layout links to stand as empty ones."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from sala.infra.routes import governed
from sala.kernel.policies import anyone

from ..urls import urlpatterns as own

_LINKED = (
    "services",
    "check-document",
    "about",
    "privacy",
    "accessibility",
    "agencies",
    "find-office",
    "my-cases",
    "sign-in",
    "sign-out",
)


@governed(anyone)
def empty(request: HttpRequest) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse()


_named = (
    path("services/<slug:slug>", empty, name="service"),
    path("life-events/<slug:event>", empty, name="life-event"),
)
_pages = [*own, path("", empty, name="home"), *_named, *(path(name, empty, name=name) for name in _LINKED)]

urlpatterns = [path("en/", include((_pages, "en"))), path("", include((_pages, "th")))]
