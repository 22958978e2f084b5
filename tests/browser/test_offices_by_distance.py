"""District offices by distance: with the browser's position, refused it, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Geolocation, Request, expect

from .conftest import NewWalker, Way
from .walker import Lang, Walker

AT_THA_PHAE_GATE: Geolocation = {"latitude": 18.7877, "longitude": 98.9931}
NEAREST: dict[Lang, str] = {"th": "ที่ว่าการอำเภอเมืองเชียงใหม่", "en": "Mueang Chiang Mai District Office"}
LIST = "[data-nearby-list] li"


@pytest.fixture(params=["th", "en"])
def walker(request: pytest.FixtureRequest, new_walker: NewWalker) -> Walker:
    """Somebody with a telephone that runs scripts, in either language."""
    return new_walker(Way(javascript=True, width=360, lang=request.param))


def test_a_position_sorts_the_offices_and_never_leaves_the_browser(walker: Walker) -> None:
    walker.context.grant_permissions(["geolocation"], origin=walker.address)
    walker.context.set_geolocation(AT_THA_PHAE_GATE)
    walker.open("/find-office/near")
    sent: list[Request] = []
    walker.page.on("request", lambda request: sent.append(request))  # Playwright cannot hold a built-in
    walker.page.locator("[data-nearby-start]").click()

    expect(walker.page.locator(LIST).first).to_contain_text(NEAREST[walker.lang])
    assert [one.url.removeprefix(walker.address).removeprefix("/en") for one in sent] == ["/find-office/near/positions"]
    assert all(one.post_data is None for one in sent)
    kilometres = [
        int(km) for km in re.findall(r"(\d+) (?:กม\.|km)", walker.page.locator("[data-nearby-list]").inner_text())
    ]
    assert len(kilometres) == 10
    assert kilometres == sorted(kilometres)

    count = walker.page.locator(LIST).count()
    walker.page.locator("[data-nearby-more]").click()
    assert walker.page.locator(LIST).count() >= count + 10
    walker.press(f"{LIST} a")
    assert walker.page.url.endswith("?district=5001")


def test_a_refusal_says_so_and_leaves_the_list_as_it_was(walker: Walker) -> None:
    walker.context.clear_permissions()
    walker.open("/find-office/near?district=9001")
    before = walker.page.locator("[data-nearby-list]").inner_text()
    walker.page.locator("[data-nearby-start]").click()

    refused = str(walker.page.locator("[data-nearby]").get_attribute("data-refused"))
    expect(walker.page.locator("[data-nearby-said]")).to_have_text(refused)
    assert walker.page.locator("[data-nearby-list]").inner_text() == before


def test_without_javascript_a_district_is_chosen_and_nothing_asks_for_a_position(new_walker: NewWalker) -> None:
    walker = new_walker(Way(javascript=False, width=360, lang="th"))
    walker.open("/find-office")
    walker.press("main a[href$='/find-office/near']")
    assert not walker.page.locator("[data-nearby-start]").is_visible()

    walker.type({"province": "50"})
    walker.press("main form[action$='/find-office/near'] button")
    walker.press("main a[href$='?district=5001']")
    assert walker.page.locator(LIST).count() >= 10
    walker.press(".sala-pages a[rel=next]")
    assert walker.page.url.endswith("?district=5001&page=2")
