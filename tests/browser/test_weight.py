"""How much a telephone has to fetch: the first page with an empty cache, and every page after it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.running import Site

from .conftest import NewWalker, Way

KILOBYTE = 1000
FIRST_VIEW = 80 * KILOBYTE
BUDGETS = {"Document": 12 * KILOBYTE, "Stylesheet": 12 * KILOBYTE, "Script": 12 * KILOBYTE, "Font": 43 * KILOBYTE}
LATER_PAGE = 30 * KILOBYTE


@contextmanager
def weighed(page: Page) -> Iterator[Counter[str]]:
    """Count the bytes that come over the wire, compressed as they are: bodies by kind of resource, headers apart."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    begun: dict[str, tuple[str, int]] = {}
    weights: Counter[str] = Counter()

    def finish(event: dict[str, Any]) -> None:
        kind, headers = begun.get(event["requestId"], ("Other", 0))
        weights.update({kind: int(event["encodedDataLength"]) - headers, "Headers": headers})

    session.on(
        "Network.responseReceived",
        lambda event: begun.update({event["requestId"]: (event["type"], int(event["response"]["encodedDataLength"]))}),
    )
    session.on("Network.loadingFinished", finish)
    yield weights
    page.wait_for_load_state("networkidle")
    session.detach()


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_the_first_view_and_the_pages_after_it_are_light(chromium: Browser, site: Site, start: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    with weighed(page) as first:
        page.goto(site.address + start)
    assert first.total() <= FIRST_VIEW, dict(first)
    assert {kind: first[kind] for kind, most in BUDGETS.items() if first[kind] > most} == {}
    for path in ("search?q=noodle", "services", "services/food-shop-notification", "services/old-age-allowance/check"):
        with weighed(page) as later:
            page.goto(site.address + start + path)
        assert later.total() <= LATER_PAGE, (path, dict(later))
    context.close()


def test_the_pages_of_a_signed_in_person_are_light_too(new_walker: NewWalker) -> None:
    walker = new_walker(Way(javascript=True, width=360, lang="th"))
    walker.open("/sign-in")
    walker.sign_in("english-speaker")
    for path in ("/apply/scam-report/start", "/my/cases", "/my/access"):
        with weighed(walker.page) as later:
            walker.open(path)
        assert later.total() <= LATER_PAGE, (path, dict(later))
