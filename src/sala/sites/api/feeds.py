"""What changed in what the state offers, as an Atom feed in each language."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import conditional_page, require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import lang_of
from sala.infra.routes import governed
from sala.kernel.bilingual import LANGS, Lang, Text
from sala.kernel.policies import anyone
from sala.sites.uris import page

MOST_TOLD = 50
_ATOM = "application/atom+xml"
_TITLE = Text(th="บริการของรัฐที่เปลี่ยนแปลง", en="Changes to public services")
_AUTHOR = Text(th="ศาลา", en="Sala")
_CHANGES: Mapping[catalogue.ChangeKind, Text] = {
    "new": Text(th="เพิ่มบริการนี้แล้ว", en="This service was added"),
    "changed": Text(th="ข้อมูลของบริการนี้เปลี่ยนไป", en="What is said of this service has changed"),
    "withdrawn": Text(th="ไม่มีบริการนี้ที่นี่แล้ว", en="This service is no longer offered here"),
}


class _Feed(Atom1Feed):
    """A feed that also names itself in the other language."""

    def add_root_elements(self, handler: Any) -> None:
        """Add the link to the feed in the other language."""
        super().add_root_elements(handler)
        for lang in LANGS:
            if lang != self.feed["language"]:
                link = {"rel": "alternate", "type": _ATOM, "hreflang": lang, "href": _address(lang)}
                handler.addQuickElement("link", "", link)


@require_safe
@conditional_page
@governed(by=anyone)
def show_changes(request: HttpRequest) -> HttpResponse:
    """Tell the latest changes of services, newest first, for feed readers."""
    lang = lang_of(request)
    feed = _Feed(
        title=_TITLE[lang],
        link=page("services", lang=lang),
        description=None,
        language=lang,
        author_name=_AUTHOR[lang],
        feed_url=_address(lang),
        feed_guid=_address(lang),
    )
    for change in catalogue.list_changes(at_most=MOST_TOLD):
        _add(feed, change, lang)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _add(feed: Atom1Feed, change: catalogue.Change, lang: Lang) -> None:
    gone = change.kind == "withdrawn"
    feed.add_item(
        title=change.name[lang],
        link=page("services", lang=lang) if gone else page("service", lang=lang, slug=change.path),
        description=" ".join([_CHANGES[change.kind][lang], *(effect.says[lang] for effect in change.effects)]),
        unique_id=uuid5(change.id, lang).urn,
        pubdate=change.at,
        updateddate=change.at,
        categories=[change.kind],
    )


def _address(lang: Lang) -> str:
    return page("services-feed", lang=lang)
