"""The gallery in a real browser: accessible, never wider than the screen, and a little help from the script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sala.ui.jinja import UI

from . import gallery

pytestmark = [pytest.mark.browser, pytest.mark.conformance]  # the journeys examine the real pages at every `make test`

AXE = UI.parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OpenGallery = Callable[..., Page]
PAGES = (*gallery.PAGES, "404")


def _violations(page: Page) -> list[str]:
    if not AXE.exists():
        pytest.skip("axe-core is not installed (npm ci)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("language", "width"), [("", 360), ("en/", 1440)])
def test_axe_finds_nothing(open_gallery: OpenGallery, name: str, language: str, width: int) -> None:
    assert _violations(open_gallery(f"{language}{name}", width=width)) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_never_wider_than_the_screen(open_gallery: OpenGallery, name: str) -> None:
    page = open_gallery(name)
    for width in (320, 360, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(open_gallery: OpenGallery) -> None:
    page = open_gallery("mended")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.locator('.govuk-error-summary a[href="#date-year"]').click()
    expect(page.locator("#date-year")).to_be_focused()


def test_an_identity_number_is_grouped_when_the_field_is_left(open_gallery: OpenGallery) -> None:
    field = open_gallery("form").locator("#citizen-id")
    field.fill("๑๒๓๔๕๖๗๘๙๐๑๒๑")
    field.blur()
    expect(field).to_have_value("1-2345-67890-12-1")


def test_a_file_that_is_too_large_is_told_before_it_is_sent(open_gallery: OpenGallery, tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    large.write_bytes(bytes(10_000_001))
    page = open_gallery("form")
    page.locator("#file").set_input_files(large)
    expect(page.locator("#file-large")).to_be_visible()


def test_an_answer_reveals_only_its_own_fields(open_gallery: OpenGallery) -> None:
    page = open_gallery("form")
    expect(page.locator("#best-time")).to_be_visible()
    page.locator("#one-of-2").check()
    expect(page.locator("#best-time")).to_be_hidden()


def test_a_form_is_sent_once_however_often_it_is_pressed(open_gallery: OpenGallery) -> None:
    page = open_gallery("check")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    for _ in range(3):
        page.evaluate("document.forms[0].requestSubmit()")
    page.wait_for_timeout(300)
    assert sent == ["POST"]


def test_the_receipt_can_be_printed_only_where_a_script_runs(open_gallery: OpenGallery) -> None:
    expect(open_gallery("receipt").locator("[data-print]")).to_be_visible()
