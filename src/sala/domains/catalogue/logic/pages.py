"""A page of a service's words: from Markdown to HTML, with its sources apart. No HTML that an author wrote passes."""

from markdown_it import MarkdownIt
from markupsafe import Markup

from sala.kernel.bilingual import Lang, Text

from ..contracts import PageOfWords

_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False})
_SOURCES = Text(th="ที่มา", en="Sources")
_HEADING = "\n## "


def make_page(words: str, lang: Lang) -> PageOfWords:
    """Make a page of words in one language, apart from the sources that stand under its last heading."""
    told, sources = split_sources(words, lang)
    return PageOfWords(words=to_html(told), sources=to_html(sources))


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
    Turn Markdown into HTML. A page that shows it has its own heading of level 1, so the words' headings begin at level 2.

    >>> str(to_html("# A\\n\\n## B\\n\\n<b>x</b>"))
    '<h2>A</h2>\\n<h3>B</h3>\\n<p>&lt;b&gt;x&lt;/b&gt;</p>\\n'
    """
    tokens = _MARKDOWN.parse(words)
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    if any(token.tag == "h1" for token in headings):
        for token in headings:
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704  markdown-it escapes HTML
