"""From a service to the office that does it, by place, without JavaScript, in both languages."""

from urllib.parse import urlsplit

import pytest

from .conftest import NewWalker, Way
from .walker import Lang, Walker

PLACES: dict[Lang, str] = {"th": "99/4 หมู่ 2 ต.แม่เหียะ เชียงใหม่", "en": "Mae Hia, Chiang Mai"}
REGISTRIES: dict[Lang, str] = {"th": "สำนักทะเบียนเทศบาลเมืองแม่เหียะ", "en": "Registry of Mae Hia Town Municipality"}
DISTRICTS: dict[Lang, str] = {"th": "เขตบางรัก", "en": "Bang Rak district"}
FIND = "main form[action$='/find-office'] button"


@pytest.fixture(params=["th", "en"])
def walker(request: pytest.FixtureRequest, new_walker: NewWalker) -> Walker:
    """Somebody with an old telephone, in either language."""
    return new_walker(Way(javascript=False, width=360, lang=request.param))


def test_a_service_leads_to_the_registry_of_the_new_house(walker: Walker) -> None:
    walker.open("/services/house-registration-move")
    walker.type({"q": PLACES[walker.lang]})
    walker.press(FIND)

    assert walker.path == "/find-office"
    assert "99" not in urlsplit(walker.page.url).query
    assert walker.page.locator("main .sala-card h3").first.inner_text().startswith(REGISTRIES[walker.lang])

    walker.press("main .sala-card a[href*='/agencies/']")
    assert walker.path == "/agencies/mae-hia-town"


def test_a_whole_district_is_narrowed_to_a_place_and_kept_for_the_next_service(walker: Walker) -> None:
    walker.open("/services/house-registration-move")
    walker.type({"q": DISTRICTS[walker.lang]})
    walker.press(FIND)
    walker.press("main a[href*='sub_district=100402']")
    walker.press("main form[action$='/find-office/keep'] button")

    walker.open("/services/marriage-registration")
    walker.press("main a[href*='sub_district=100402']")
    assert "100402" in walker.page.url
    assert walker.page.locator("main .sala-card").count() == 1
