"""Every address: Thai at `/`, English at `/en/`, from the same routes of the sites and domains."""

from importlib import import_module

from django.urls import URLPattern, URLResolver, include, path

from sala.infra import problems
from sala.infra.discovery import route_modules
from sala.sites.api.machine_urls import urlpatterns as machines

_pages: list[URLPattern | URLResolver] = [
    pattern for module in route_modules() for pattern in import_module(module).urlpatterns
]

urlpatterns = [
    *machines,
    path("en/", include((_pages, "en"))),
    path("", include((_pages, "th"))),
]

handler400 = problems.bad_request
handler404 = problems.not_found
handler500 = problems.server_error
