"""A template extends and includes only its own domain's or the base's: pages never tie domains together."""

import re

from .sources import SALA, files, name_of

_NAMES_TEMPLATE = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+([^\s%]+)")
# A block of data runs nothing, so the content security policy lets it stand in a page.
_SCRIPT_OR_STYLE = re.compile(
    r"<style\b|\sstyle=|\son[a-z]+=|<script\b(?![^>]*\b(?:src=|type=\"application/ld\+json\"))", re.IGNORECASE
)


def _templates() -> list[tuple[str, str, str]]:
    """Give every template as (file, owner, text); the owner is the domain or site it stands in, or `ui`."""
    found = []
    for path in files("*.html", "*.jinja", under=SALA):
        parts = path.relative_to(SALA).parts
        owner = parts[1] if parts[0] in ("domains", "sites") else parts[0]
        found.append((name_of(path), owner, path.read_text("utf-8")))
    return found


def test_a_template_uses_only_its_own_or_the_base() -> None:
    strange = [
        f"{file}: {used}"
        for file, owner, text in _templates()
        for used in _NAMES_TEMPLATE.findall(text)
        if not used.startswith(('"ui/', "'ui/", f'"{owner}/', f"'{owner}/"))
    ]

    assert strange == []


def test_no_template_holds_style_or_script_of_its_own() -> None:
    assert [file for file, _, text in _templates() if _SCRIPT_OR_STYLE.search(text)] == []


def test_there_are_templates_to_hold_to_this() -> None:
    assert _templates()
