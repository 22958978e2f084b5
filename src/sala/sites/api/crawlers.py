"""What search engines read: which pages there are, in which languages, and which are not for them."""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.routes import governed
from sala.kernel.bilingual import LANGS, Lang
from sala.kernel.policies import anyone
from sala.sites.uris import page, site

_SITEMAP, _XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
_PAGES = ("home", "services", "agencies", "find-office", "about", "privacy", "accessibility")
CLOSED = (
    *("/apply/", "/cases/", "/check/", "/cockpit", "/demonstration/", "/desk", "/documents/", "/follow", "/my/"),
    *("/find-office?", "/search", "/sign-in", "/sign-out", "/signed-out"),
)
"""Where a person's own matters stand, and the searches, whose pages have no end."""

register_namespace("", _SITEMAP)
register_namespace("xhtml", _XHTML)


@require_safe
@conditional_page
@governed(by=anyone)
def show_sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page in both languages (at most 50,000 addresses), with the day a service last changed."""
    root = Element(f"{{{_SITEMAP}}}urlset")
    for addresses, changed_at in _list_pages():
        for lang in LANGS:
            entry = SubElement(root, f"{{{_SITEMAP}}}url")
            SubElement(entry, f"{{{_SITEMAP}}}loc").text = addresses[lang]
            if changed_at:
                SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = changed_at.isoformat(timespec="seconds")
            for named, address in (*addresses.items(), ("x-default", addresses["th"])):
                link = {"rel": "alternate", "hreflang": named, "href": address}
                SubElement(entry, f"{{{_XHTML}}}link", link)
    return HttpResponse(tostring(root, encoding="utf-8", xml_declaration=True), content_type="application/xml")


@require_safe
@governed(by=anyone)
def show_robots(request: HttpRequest) -> HttpResponse:
    """Name the site map, and what is not for search engines."""
    closed = (f"Disallow: {prefix}{path}" for prefix in ("", "/en") for path in CLOSED)
    lines = ["User-agent: *", *closed, "", f"Sitemap: {site('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _list_pages() -> Iterator[tuple[dict[Lang, str], datetime | None]]:
    """Give each public page by its address in each language, with when it last changed where that is on record."""
    changed = catalogue.list_last_changed()
    for route in _PAGES:
        yield {lang: page(route, lang=lang) for lang in LANGS}, None
    for code in (*catalogue.get_pack().agencies, *catalogue.get_pack().localities):
        yield {lang: page("agency", lang=lang, code=code) for lang in LANGS}, None
    for event in catalogue.list_life_events():
        yield {lang: page("life-event", lang=lang, event=event.id) for lang in LANGS}, None
    for service in catalogue.list_public_services():
        addresses: dict[Lang, str] = {lang: page("service", lang=lang, slug=service.shown_path) for lang in LANGS}
        yield addresses, changed.get(service.slug)
