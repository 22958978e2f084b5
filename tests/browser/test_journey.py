"""After a death, on an old telephone without JavaScript: the journey, one's own ticks on it, coming back, taking them back."""

import pytest

from .conftest import NewWalker, Way
from .walker import Walker

ON_A_TELEPHONE = Way(javascript=False, width=360, lang="th")
JOURNEY = "/life-events/death-in-the-family"
DONE = "#step-death-registration .govuk-tag--green"


def tick(step: str, state: str) -> str:
    return f'button[name=mark][value="{step}:{state}"]'


@pytest.fixture
def walker(new_walker: NewWalker) -> Walker:
    """Somebody with an old telephone, who has looked at the journey and signed in to keep it."""
    walker = new_walker(ON_A_TELEPHONE)
    walker.open(JOURNEY)
    walker.press('main a[href^="/sign-in"]')
    walker.sign_in("elder")
    return walker


def test_ticks_are_kept_for_whoever_comes_back_and_can_be_taken_back(walker: Walker, new_walker: NewWalker) -> None:
    assert walker.path == JOURNEY
    assert walker.page.locator(".sala-journey > li").first.locator("h3").inner_text().strip() == "แจ้งการตาย"
    before = walker.text(".sala-far")

    walker.page.locator('[name=paper][value="bank-book"]').check()
    walker.press(tick("death-registration", "done"))
    walker.press(tick("vehicle-transfer", "not-mine"))
    assert walker.page.locator('[name=paper][value="bank-book"]').is_checked()
    assert "1 จาก 5" in walker.text(".sala-far")

    again = new_walker(ON_A_TELEPHONE)
    again.open("/sign-in?next=/my/cases")
    again.sign_in("elder")
    again.press('main a[href="/my/life-events"]')
    again.press(f'main a[href="{JOURNEY}"]')
    assert again.page.locator(DONE).count() == 1

    again.press(tick("death-registration", "open"))
    again.press(tick("vehicle-transfer", "open"))
    assert again.page.locator(DONE).count() == 0
    assert again.text(".sala-far") == before


def test_a_list_is_deleted_when_its_owner_says_so(walker: Walker) -> None:
    walker.press(tick("death-registration", "done"))
    walker.press('main a[href$="/delete"]')
    walker.press("main form[method=post] button")

    assert walker.path == "/my/life-events"
    assert walker.page.locator(f'main a[href="{JOURNEY}"]').count() == 0
