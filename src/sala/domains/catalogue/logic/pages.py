"""The words of a service, from Markdown to HTML. No HTML that an author wrote passes."""

from markdown_it import MarkdownIt
from markupsafe import Markup

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})


def to_html(words: str) -> Markup:
    """
    Turn Markdown into HTML; the page's own heading is level 1, so the words' headings begin at level 2.

    >>> str(to_html("# A\\n\\n<b>x</b>"))
    '<h2>A</h2>\\n<p>&lt;b&gt;x&lt;/b&gt;</p>\\n'
    """
    tokens = _MARKDOWN.parse(words)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704  markdown-it escapes HTML
