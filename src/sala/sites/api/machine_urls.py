"""Addresses for machines; they have no language."""

from django.urls import path

from sala import __version__
from sala.infra.apis import make_api, routes_of

from . import crawlers, govstack, health, laws, ledger, life_events, linked, offices, services

_API = make_api(
    title="ศาลา · Sala",
    version=__version__,
    description="Find the services of the state, who does them and where, and ask its laws what they say of a case, why, and by which numbers; "
    "prove that its record only grew. Nothing sent is stored.",
)
_REGISTRATION = make_api(
    title="GovStack Registration",
    version=govstack.VERSION,
    description="The services of the state and the forms of those that are applied for here, as GovStack's Registration "
    "building block describes them.",
)

urlpatterns = [
    path("health", health.show_health),
    path("metrics", health.show_metrics),
    path("robots.txt", crawlers.show_robots),
    path("sitemap.xml", crawlers.show_sitemap),
    path("ledger/checkpoint", ledger.show_checkpoint),
    path("ledger/key", ledger.show_key),
    path("ledger/tile/<path:address>", ledger.show_tile),
    path("id/<slug:kind>/<str:name>", linked.follow_name),
    *routes_of(
        _API,
        laws.router,
        services.router,
        life_events.router,
        offices.router,
        linked.router,
        ledger.router,
        at="api/v1",
    ),
    *routes_of(_REGISTRATION, govstack.router, at="govstack/registration"),
]
