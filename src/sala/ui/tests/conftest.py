"""The gallery's environment, and the gallery in Debian's Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from jinja2 import Environment
from playwright.sync_api import Browser, Page, Route, sync_playwright

from sala.infra.middleware import security_headers
from sala.ui.jinja import UI

from . import gallery

CHROMIUM = Path("/usr/bin/chromium")
BUILT = UI / "static" / "built"
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


@pytest.fixture(scope="session")
def environment() -> Environment:
    """The gallery's template environment."""
    return gallery.make_gallery()


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder of built assets."""
    if not (BUILT / "sala.css").is_file():
        pytest.skip("the assets are not built (npm run build)")
    return BUILT


@pytest.fixture(scope="package")  # no longer: while Playwright runs, its thread can open no other event loop
def browser(built: Path) -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed (make system-packages)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET, timeout=60_000)
        yield running
        running.close()


@pytest.fixture
def open_gallery(browser: Browser, environment: Environment) -> Iterator[Callable[..., Page]]:
    """Open a page of the gallery under the product's own content security policy."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix("http://localhost")
        if path.startswith("/static/"):
            file = BUILT.parent / path.removeprefix("/static/")
            route.fulfill(body=file.read_bytes(), content_type=_KINDS[file.suffix])
            return
        if route.request.method == "POST":
            route.fulfill(status=204)  # the page stays, as it does while a slow answer is on its way
            return
        html = gallery.draw(environment, path.rsplit("/", 1)[1], "en" if path.startswith("/en/") else "th")
        answer = security_headers(lambda _: HttpResponse(html))(HttpRequest())
        route.fulfill(body=html, headers=dict(answer.headers))

    contexts = []

    def open_page(path: str, *, width: int = 1280) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        context.route("**/*", serve)
        page = context.new_page()
        page.goto(f"http://localhost/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
