"""What is looked at on every page that anyone arrives on: it breaks no rule of accessibility and fits the screen."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.running import ROOT

from .walker import Walker

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_RUN = "axe.run(document, {resultTypes: ['violations']})"
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|([0-9A-Z]{5}-){5}[0-9A-Z]")
_STATE = "[...document.querySelectorAll('[class*=error], [class*=banner]')].map(e => e.className).join()"


class Examiner:
    """Examines a page once in each language and state; the same page of another case is not examined again."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def examine(self, page: Page) -> None:
        """Fail when axe finds anything. It can run only where scripts run."""
        state = _ID.sub("", page.url) + str(page.evaluate(_STATE))
        if state not in self.seen:
            self.seen.add(state)
            violations = list_violations(page)
            assert not violations, violations


def measure(page: Page) -> None:
    """Fail when a page is wider than its screen."""
    assert page.viewport_size
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.url


def list_violations(page: Page) -> list[str]:
    """List every rule of axe-core that a page breaks, with the element that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN)["violations"]
    return [f"{page.url} {each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def photographer(walker: Walker, folder: Path) -> Callable[[Page], None]:
    """Keep a picture of each page, in the order of the walk."""
    folder.mkdir(parents=True, exist_ok=True)

    def photograph(page: Page) -> None:
        number = len(list(folder.iterdir())) + 1
        last = walker.path.strip("/").replace("/", "-")[-40:] or "home"
        page.screenshot(path=folder / f"{number:02}-{last}.png", full_page=True)

    return photograph
