"""Every route there is, and empty pages where the layout links to one that is not written yet."""

from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from sala.infra import problems
from sala.infra.discovery import route_modules
from sala.infra.routes import governed
from sala.kernel.policies import anyone


@governed(anyone)
def empty(request: HttpRequest, **arguments: str) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse()


_pages: list[URLPattern | URLResolver] = [
    pattern for module in route_modules() for pattern in import_module(module).urlpatterns
]
_named = {page.name for page in _pages if isinstance(page, URLPattern)}
_linked = {"start": "apply/<slug:slug>/start", "my-cases": "my-cases", "desk": "desk"}
_pages += [path(address, empty, name=name) for name, address in _linked.items() if name not in _named]

urlpatterns = [path("en/", include((_pages, "en"))), path("", include((_pages, "th")))]

handler404 = problems.not_found
