"""The pages of words beside a declaration: the law's numbers of the day put in, then Markdown made HTML, no raw HTML."""

from dataclasses import dataclass
from datetime import date

from markdown_it import MarkdownIt
from markupsafe import Markup

from sala.domains.catalogue import public as catalogue
from sala.domains.law import public as law
from sala.kernel.bilingual import Lang, Text
from sala.servicekit import Pack, ServiceFolder

_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False})
_SOURCES = Text(th="ที่มา", en="Sources")
_HEADING = "\n## "


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of words: what it tells, and apart from it the sources that such a page ends with."""

    words: Markup
    sources: Markup


@catalogue.per_pack
def read_guide(pack: Pack, *, slug: str, page: str, lang: Lang, on: date) -> Guide:
    """Give one page of a service's `content/` as it reads on a day; empty where the service has no such page."""
    return make_guide(pack.folders[slug], page=page, lang=lang, on=on)


def make_guide(folder: ServiceFolder, *, page: str, lang: Lang, on: date) -> Guide:
    """Make a page of a folder's words, in an edition or in a draft."""
    written = folder.words(page, lang)
    words, sources = split_sources(law.fill_words(words=written, on=on, lang=lang), lang)
    return Guide(words=to_html(words), sources=to_html(sources))


def split_sources(words: str, lang: Lang) -> tuple[str, str]:
    """
    Part a page from the sources that stand under its last heading.

    >>> split_sources("Tea.\\n## Sources\\n- A book", "en")
    ('Tea.', '- A book')
    """
    told, _, last = words.rpartition(_HEADING)
    heading, _, sources = last.partition("\n")
    return (told, sources) if heading.strip() == _SOURCES[lang] else (words, "")


def to_html(words: str) -> Markup:
    """
    Make HTML of Markdown. HTML that stands in the words is shown as text.

    >>> to_html("**a** <script>")
    Markup('<p><strong>a</strong> &lt;script&gt;</p>\\n')
    """
    return Markup(_MARKDOWN.render(words))  # noqa: S704  the renderer escapes every character of the words
