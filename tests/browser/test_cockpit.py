"""Moving a number of the law and reading what it would mean: with and without JavaScript, on a telephone and on a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import StorageState, expect

from .conftest import NewWalker, Way
from .walker import ONWARD, Walker

ALLOWANCE = "personal_income_tax.self_allowance"
LADDER = "old_age_allowance.monthly_ladder"
PATIENCE_MILLISECONDS = 120_000  # the first count makes the population and compiles its kernels


@pytest.fixture
def maker(new_walker: NewWalker, way: Way, officer_cookies: Callable[[str], StorageState]) -> Walker:
    """The policy maker, at the list of simulations."""
    walker = new_walker(way, cookies=officer_cookies("policy-maker"))
    walker.open("/desk")
    walker.press('header a[href$="/cockpit"]')
    return walker


def choose(maker: Walker) -> None:
    """Choose two laws and a number of each, after forgetting to."""
    maker.press("main a.govuk-button--start")
    maker.press("main form button")
    assert maker.list_faults() == ["rule-1"]
    maker.type({"rule": ["personal_income_tax.tax", "old_age_allowance.monthly"]})
    maker.press("main form button")
    maker.type({"number": [ALLOWANCE, LADDER]})
    maker.press("main form button")


def move(maker: Walker, way: Way) -> None:
    """Move the allowance by its button and add an option in which the first step of the ladder rises."""
    places = [each.get_attribute("value") for each in maker.page.locator("input[name=number]").all()]
    allowance, ladder = places.index(ALLOWANCE), places.index(LADDER)
    up = f"button[value=more-1-{allowance}]"
    maker.page.locator(up).click() if way.javascript else maker.press(up)
    expect(maker.page.locator(f"[name=o1-n{allowance}]")).to_have_value("65000")
    maker.press("button[value=add]")
    maker.type({f"o2-n{ladder}-gives-0": "หนึ่งพัน"})
    maker.press(ONWARD)
    assert maker.list_faults() == [f"o2-n{ladder}-start-0"]
    maker.answer({f"o2-n{ladder}-gives-0": "1,000"})


def wait(maker: Walker) -> None:
    """Stay on the page until the result has come; without a script the browser loads it again by itself."""
    expect(maker.page.locator(".sala-headline")).to_be_visible(timeout=PATIENCE_MILLISECONDS)
    for look in maker.arrived:
        look(maker.page)


def test_a_number_is_moved_and_the_result_is_read(maker: Walker, way: Way) -> None:
    choose(maker)
    move(maker, way)
    wait(maker)

    charts = maker.page.locator("svg[role=img]")
    assert charts.count() == 5
    assert all(chart.locator("title").first.text_content() for chart in charts.all())
    assert maker.page.locator(".sala-figure table").count() == 5
    maker.press('.sala-choice a[href$="option=2"]')
    assert maker.page.locator('.sala-choice [aria-current="page"]').count() == 2
    table = maker.context.request.get(f"{maker.address}{maker.path}/result.csv")
    assert (table.status, table.headers["content-type"]) == (200, "text/csv; charset=utf-8")


def test_an_earlier_simulation_is_tried_with_other_values_and_deleted(maker: Walker, way: Way) -> None:
    choose(maker)
    move(maker, way)
    begun = maker.path

    maker.press('main a[href*="again="]')
    assert maker.page.locator("section[aria-labelledby=option-2]").count() == 1
    maker.open(f"{begun}/delete")
    maker.press("main form button.govuk-button--warning")

    assert maker.path == "/cockpit" and maker.page.locator(".govuk-notification-banner--success").count() == 1
    assert maker.page.locator(f'a[href$="{begun}"]').count() == 0
