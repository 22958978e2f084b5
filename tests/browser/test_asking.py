"""Suggestions with the keyboard alone, a wrong first answer in one tap without JavaScript, and the desk that reads of both."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, StorageState, expect

from .conftest import WAYS, NewWalker, Way
from .walker import Walker

SCRIPTED = Way(javascript=True, width=1440, lang="th")
UNSCRIPTED = Way(javascript=False, width=360, lang="th")
BEASTS = ("มังกรโคโมโด", "ยูนิคอร์น", "พญานาค", "ไดโนเสาร์")


@pytest.fixture
def box(new_walker: NewWalker) -> Page:
    """The start page, with the focus in its search box."""
    walker = new_walker(SCRIPTED)
    walker.open("/")
    walker.page.locator("#search").focus()
    return walker.page


def type_(page: Page, text: str) -> None:
    page.keyboard.type(text, delay=15)


def test_a_suggestion_is_chosen_with_the_keyboard_alone(box: Page) -> None:
    search, options = box.locator("#search"), box.locator("#suggestions [role=option]")
    type_(box, "เบี้ยยัง")
    expect(options.first).to_be_visible()
    expect(search).to_have_attribute("aria-expanded", "true")
    expect(box.locator("#suggestions-count")).to_contain_text(str(options.count()))

    box.keyboard.press("ArrowUp")
    expect(search).to_have_attribute("aria-activedescendant", str(options.last.get_attribute("id")))
    box.keyboard.press("ArrowDown")
    assert search.get_attribute("aria-activedescendant") is None
    box.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    with box.expect_navigation():
        box.keyboard.press("Enter")

    assert box.url.endswith("/services/old-age-allowance")


def test_escape_takes_the_list_away_and_leaves_what_was_typed(box: Page) -> None:
    type_(box, "เบี้ยยัง")
    expect(box.locator("#suggestions")).to_be_visible()
    box.keyboard.press("Escape")

    expect(box.locator("#suggestions")).to_be_hidden()
    expect(box.locator("#search")).to_have_attribute("aria-expanded", "false")
    expect(box.locator("#search")).to_have_value("เบี้ยยัง")
    assert box.evaluate("document.activeElement.id") == "search"


def test_enter_without_a_choice_searches(box: Page) -> None:
    type_(box, "เบี้ยยัง")
    expect(box.locator("#suggestions")).to_be_visible()
    with box.expect_navigation():
        box.keyboard.press("Enter")

    assert box.url.endswith(f"/search?q={quote('เบี้ยยัง')}")


def test_a_page_with_its_list_open_is_as_accessible_as_any(new_walker: NewWalker) -> None:
    walker = new_walker(Way(javascript=True, width=360, lang="en"))
    walker.open("/")
    walker.page.locator("#search").focus()
    type_(walker.page, "driving")
    expect(walker.page.locator("#suggestions")).to_be_visible()
    for look in walker.arrived:
        look(walker.page)


@pytest.mark.parametrize("typed", ["1-2345-67890-12-3", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "081 234 5678", "me@example.com"])
def test_a_number_of_a_person_is_never_sent_while_it_is_typed(box: Page, typed: str) -> None:
    sent: list[str] = []
    box.on("request", lambda request: sent.append(parse_qs(urlsplit(request.url).query).get("q", [""])[0]))
    type_(box, typed)
    box.wait_for_timeout(500)

    assert [query for query in sent if "@" in query or sum(map(str.isdigit, query)) > 4] == []
    expect(box.locator("#suggestions")).to_be_hidden()


def tap(walker: Walker) -> None:
    walker.open("/")
    walker.page.locator("form[role=search] [name=q]").fill("ทำใบขับขี่")
    walker.press("form[role=search] button")
    walker.press("form.sala-wrong-answer button")


def test_a_wrong_first_answer_is_told_in_one_tap_without_javascript(new_walker: NewWalker) -> None:
    walker = new_walker(UNSCRIPTED)
    tap(walker)
    walker.press("main form button")
    assert walker.list_faults() == ["chosen"]
    walker.type({"chosen": "driving-licence-renewal"})
    walker.press("main form button")
    walker.press('main .sala-card a[href="/services/driving-licence-renewal"]')

    assert walker.path == "/services/driving-licence-renewal"


def test_an_officer_reads_what_was_asked_and_deals_with_it(
    new_walker: NewWalker, way: Way, officer_cookies: Callable[[str], StorageState]
) -> None:
    beast, asker = BEASTS[WAYS.index(way)], new_walker(way)
    question = f'main a:text-is("ขออนุญาตเลี้ยง{beast}")'
    for _ in range(3):
        asker.open(f"/search?q={quote(f'ขออนุญาตเลี้ยง{beast}')}")
    tap(asker)
    officer = new_walker(way, cookies=officer_cookies("service-keeper"))
    officer.open("/desk")
    officer.press('header a[href$="/desk/questions"]')
    officer.see(question)
    officer.press(question)
    assert f"{beast}]" in officer.text()

    officer.press("main .sala-mark-question button")
    assert officer.page.locator(question).count() == 0
    officer.press(".govuk-notification-banner button")
    assert officer.page.locator(question).count() == 1
    officer.open("/desk/questions?show=wrong")
    assert officer.page.locator('main a[href$="/services/driving-licence-first"]').count() >= 1
