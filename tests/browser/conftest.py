"""Chromium, started once, and walkers of every kind: with and without JavaScript, on a telephone and on a desk."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.running import Site

from .examining import Examiner, measure, photographer
from .files import make_png
from .walker import Lang, Walker

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_FIRST_LAUNCH_MILLISECONDS = 60_000
_PATIENCE_MILLISECONDS = 15_000

# SALA_PICTURES=<folder> keeps a picture of every page of every walk there, to be looked at.
PICTURES = os.environ.get("SALA_PICTURES")


@dataclass(frozen=True)
class Way:
    """One way to use the site."""

    javascript: bool
    width: int
    lang: Lang

    def __str__(self) -> str:
        script = "with JavaScript" if self.javascript else "without JavaScript"
        return f"{script}, {self.width} px, {self.lang}"


WAYS = (
    Way(javascript=True, width=360, lang="th"),
    Way(javascript=True, width=1440, lang="en"),
    Way(javascript=False, width=360, lang="en"),
    Way(javascript=False, width=1440, lang="th"),
)
NewWalker = Callable[..., Walker]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it needs a Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")  # no longer: while Playwright runs, its thread can open no other event loop
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET, timeout=_FIRST_LAUNCH_MILLISECONDS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def examiner() -> Examiner:
    """Who looks at every page that anyone arrives on."""
    return Examiner()


@pytest.fixture(params=WAYS, ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    """Each way to use the site."""
    found: Way = request.param
    return found


@pytest.fixture
def new_walker(
    chromium: Browser, site: Site, examiner: Examiner, request: pytest.FixtureRequest
) -> Iterator[NewWalker]:
    """Open a new browser window for somebody, used in one way; every window is closed after the test."""
    contexts = []

    def open_window(way: Way, *, cookies: StorageState | None = None) -> Walker:
        context = chromium.new_context(
            viewport={"width": way.width, "height": 900},
            java_script_enabled=way.javascript,
            storage_state=cookies,
        )
        context.set_default_timeout(_PATIENCE_MILLISECONDS)
        contexts.append(context)
        walker = Walker(page=context.new_page(), address=site.address, lang=way.lang)
        walker.arrived += [measure, examiner.examine] if way.javascript else [measure]
        if PICTURES:
            walker.arrived.append(photographer(walker, Path(PICTURES) / request.node.name))
        return walker

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def officer_cookies(chromium: Browser, site: Site) -> Callable[[str], StorageState]:
    """Sign an officer in once, and give the cookies to every window of theirs."""
    kept: dict[str, StorageState] = {}

    def sign_in(who: str) -> StorageState:
        if who not in kept:
            context = chromium.new_context()
            walker = Walker(page=context.new_page(), address=site.address, lang="th")
            walker.open("/sign-in?next=/desk")
            walker.sign_in(who)
            kept[who] = context.storage_state()
            context.close()
        return kept[who]

    return sign_in


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real picture, as a telephone would send it."""
    file = tmp_path_factory.mktemp("photo") / "ครัว.png"
    file.write_bytes(make_png())
    return file
