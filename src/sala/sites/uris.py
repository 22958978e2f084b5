"""The stable names of things under the site's own address: what one statement calls a service, every other calls it too."""

from django.conf import settings
from django.http import HttpRequest

from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang

LINKED_DATA = "application/ld+json"
CATALOGUE = "/api/v1/catalogue.jsonld"
KINDS = frozenset(
    {"act", "agency", "catalogue", "channel", "document", "kind", "law", "level", "life-event", "place", "service"}
)
"""What is named under `/id/`; each name leads to where the thing is told of."""


def uri(kind: str, name: str) -> str:
    """Name a thing for ever, wherever its page or its data may move."""
    return site(f"/id/{kind}/{name}")


def site(path: str) -> str:
    """Give the full address of a path of this site."""
    return f"{settings.SALA_ORIGIN}{path}"


def page(route: str, *, lang: Lang, **arguments: object) -> str:
    """Give the full address of a page in one language."""
    return site(address_of(route, lang=lang, **arguments))


def service_data(path: str) -> str:
    """Give the path of a service's data (JSON-LD), by the name it bears in public."""
    return f"/api/v1/services/{path}.jsonld"


def agency_data(code: str) -> str:
    """Give the path of an agency's data (JSON-LD)."""
    return f"/api/v1/agencies/{code}.jsonld"


def wants_data(request: HttpRequest) -> bool:
    """Say whether the caller asks for linked data rather than for a page; the answer then varies by `Accept`."""
    return request.get_preferred_type(["text/html", LINKED_DATA]) == LINKED_DATA
