"""What axe-core finds on a page."""

from playwright.sync_api import Page

from tests.running import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_RUN = "axe.run(document, {resultTypes: ['violations']})"


def list_violations(page: Page) -> list[str]:
    """List every rule that a page breaks, with the element that breaks it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN)["violations"]
    address = page.url.split("/", 3)[-1]
    return [f"/{address} {each['id']}: {node['html']}" for each in found for node in each["nodes"]]
