"""The form without a mouse: Tab, Space, Enter, and a focus that goes where the reader must look."""

import pytest
from playwright.sync_api import Browser, Page

from tests.running import Site

from . import steps
from .conftest import NewWalker, Way

PAGE_SECONDS = 15_000


def _focused(page: Page, what: str) -> object:
    return page.evaluate(f"document.activeElement.{what}")


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus, as somebody does who cannot point."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_report_is_begun_with_the_keyboard_alone(chromium: Browser, site: Site) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.set_default_timeout(PAGE_SECONDS)
    page.goto(f"{site.address}/apply/scam-report/start")
    page.keyboard.press("Tab")
    assert _focused(page, "className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    assert _focused(page, "id") == "main"

    _tab_to(page, "main form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    _tab_to(page, "main form button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")

    _tab_to(page, ".govuk-error-summary a")
    page.keyboard.press("Enter")
    assert _focused(page, "name") == "transferred"
    page.keyboard.press("ArrowDown")
    _tab_to(page, "main form button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/number")
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_enter_in_a_field_goes_on(new_walker: NewWalker, javascript: bool) -> None:
    walker = new_walker(Way(javascript=javascript, width=1440, lang="th"))
    walker.open("/apply/scam-report/start")
    steps.start(walker, who=None)
    walker.answer({"transferred": "no"})
    walker.type({"reached_by": "chat", "scam_account": "ร้านปลอม"})
    walker.type({"happened_on-day": "1", "happened_on-month": "11", "happened_on-year": "2569"})

    walker.page.locator("[name=scam_account]").focus()
    with walker.page.expect_navigation():
        walker.page.keyboard.press("Enter")

    assert walker.path.endswith("/story")
    assert "/en/" not in walker.page.url
