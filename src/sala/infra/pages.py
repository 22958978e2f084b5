"""Answer with a page: a template, its dataclasses, and the language of the address."""

from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import get_script_prefix, reverse

from sala.kernel.bilingual import Lang


def lang_of(request: HttpRequest) -> Lang:
    """Give the language of the request's address: Thai at `/`, English at `/en/`."""
    lang: Lang = getattr(request, "lang", "th")
    return lang


def at_of(request: HttpRequest) -> datetime:
    """Give the moment the request arrived; edges alone read the clock, once."""
    at: datetime = request.at  # type: ignore[attr-defined]  # set by the language middleware
    return at


def address_of(route: str, *, lang: Lang, **arguments: object) -> str:
    """Give the path of a named route in one language."""
    name = f"{lang}:{route}"
    return reverse(name, kwargs=arguments) if arguments else _fixed(get_script_prefix(), settings.ROOT_URLCONF, name)


@cache
def _fixed(prefix: str, routes: str, name: str) -> str:
    """Give the path of a route without arguments: every page links to a dozen of them, and they never change."""
    return reverse(name)


def render(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Render a template into a page that no shared cache may keep."""
    html = engines["jinja2"].get_template(template).render({"lang": lang_of(request), **context}, request)
    response = HttpResponse(html, status=status)
    response.headers["Cache-Control"] = "private, no-store" if getattr(request, "actor", None) else "private"
    return response


def redirect(request: HttpRequest, route: str, **arguments: object) -> HttpResponseRedirect:
    """Send the browser on to a named route in the same language, by GET."""
    return see_other(address_of(route, lang=lang_of(request), **arguments))


def see_other(path: str) -> HttpResponseRedirect:
    """Send the caller on to a path, by GET."""
    response = HttpResponseRedirect(path)
    response.status_code = 303
    return response
