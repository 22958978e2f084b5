"""An agency's officer changes a service without JavaScript: a wrong save, a mended one, another officer, the public page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import StorageState, expect

from .conftest import NewWalker, Way
from .walker import Walker

BY_HAND = Way(javascript=False, width=360, lang="th")
AT_A_DESK = Way(javascript=True, width=1440, lang="en")
SERVICE = "mosquito-fogging"
DRAFT = f"/desk/services/{SERVICE}/draft"
NAME = "พ่นยุงรอบบ้าน"
OfficerCookies = Callable[[str], StorageState]


@pytest.fixture
def maker(new_walker: NewWalker, officer_cookies: OfficerCookies) -> Walker:
    """The officer who changes the service."""
    return new_walker(BY_HAND, cookies=officer_cookies("service-keeper"))


@pytest.fixture
def second(new_walker: NewWalker, officer_cookies: OfficerCookies) -> Walker:
    """The officer who reads and publishes."""
    return new_walker(AT_A_DESK, cookies=officer_cookies("second-service-keeper"))


def save_wrong_and_mend(maker: Walker) -> None:
    """Spoil the kind in the whole file, see where it is told, then mend it in its form and give another name."""
    maker.open("/desk")
    maker.press("header a[href='/desk/services']")
    maker.press(f"main a[href='/desk/services/{SERVICE}']")
    maker.press("main form button")
    maker.press("main a[href$='/files/service.yaml']")
    text = maker.page.locator("#text").input_value()
    maker.page.locator("#text").fill(text.replace("\nkind: ", "\nkind: not-"))
    maker.press("button[value=save]")
    expect(maker.page.locator(".sala-problems li")).to_have_count(1)

    maker.open(DRAFT)
    maker.press("button[value=ask]")
    assert maker.list_faults() == ["steps"]
    maker.press(f"main a[href='{DRAFT}/sections/kind']")
    expect(maker.page.locator(".govuk-error-message")).to_be_visible()
    maker.type({"kind": "help"})
    maker.press("main form button.govuk-button")
    maker.open(f"{DRAFT}/sections/name")
    maker.type({"name.th": NAME})
    maker.press("main form button.govuk-button")


def test_a_change_goes_from_a_wrong_save_to_the_public_page(
    maker: Walker, second: Walker, new_walker: NewWalker
) -> None:
    save_wrong_and_mend(maker)
    maker.open(f"/services/{SERVICE}/draft")
    expect(maker.page.locator(".sala-draft")).to_be_visible()
    expect(maker.page.locator("main h1")).to_have_text(NAME)
    maker.open(DRAFT)
    maker.press("button[value=ask]")
    assert maker.page.locator("button[value=publish]").count() == 0

    for page in ("/desk/services", f"{DRAFT}/files/service.yaml", f"{DRAFT}/sections/steps", f"{DRAFT}/sections/fee"):
        second.open(page)  # every page is examined as it is opened
    second.open(DRAFT)
    second.press("button[value=publish]")
    expect(second.page.locator("main ins")).not_to_have_count(0)
    second.press("button[value=publish]")
    assert second.path == f"/desk/services/{SERVICE}"

    anybody = new_walker(BY_HAND)
    anybody.open(f"/services/{SERVICE}")
    # Another process serves this page: it hears of the publication a moment later.
    anybody.see(f"main h1:text-is('{NAME}')")
