"""Every route names its policy; a test walks the routes and fails on one without."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from sala.kernel.actors import ANONYMOUS, Actor
from sala.kernel.policies import Policy

View = Callable[..., HttpResponseBase]


def governed(by: Policy[Any]) -> Callable[[View], View]:
    """Require the policy of whoever calls the route, before the view runs."""

    def guard(view: View) -> View:
        @wraps(view)
        def governed_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            by.require(actor_of(request), None)
            return view(request, *args, **kwargs)

        governed_view.policy = by  # type: ignore[attr-defined]  # read by the registry test
        return governed_view

    return guard


def actor_of(request: HttpRequest) -> Actor:
    """Give the actor that the middleware resolved for this request."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    return actor
