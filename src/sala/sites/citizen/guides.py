"""The pages of words beside a declaration: the law's numbers of the day put in, then Markdown made HTML, no raw HTML."""

from datetime import date
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from sala.domains.catalogue import public as catalogue
from sala.domains.law import public as law
from sala.kernel.bilingual import Lang

_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False})


@lru_cache(maxsize=512)
def read_guide(*, slug: str, page: str, lang: Lang, on: date) -> Markup:
    """Give one page of a service's `content/` as it reads on a day; empty where the service has no such page."""
    words = catalogue.get_folder(slug=slug).words(page, lang)
    return to_html(law.fill_words(words=words, on=on, lang=lang))


def to_html(words: str) -> Markup:
    """
    Make HTML of Markdown. HTML that stands in the words is shown as text.

    >>> to_html("**a** <script>")
    Markup('<p><strong>a</strong> &lt;script&gt;</p>\\n')
    """
    return Markup(_MARKDOWN.render(words))  # noqa: S704  the renderer escapes every character of the words
