"""Easy read, by eye and by ear: to the easy page and back, and a page told in the browser's own voice."""

from .conftest import NewWalker, Way

GUIDE = "driving-licence-renewal"
ON_A_TELEPHONE = Way(javascript=True, width=360, lang="th")
WITHOUT_JAVASCRIPT = Way(javascript=False, width=360, lang="th")

# Chromium has no voice on a machine without sound, so the test lends it one that says when it is asked to.
VOICE = """
window.told = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  paused: false,
  getVoices: () => [{ lang: "th-TH" }],
  addEventListener() {},
  cancel() {},
  pause() { this.paused = true; },
  resume() { this.paused = false; },
  speak(said) { told.push(said.text); window.finish = said.onend; },
}});
"""


def test_an_easy_page_is_one_step_from_its_page_and_back_without_javascript(new_walker: NewWalker) -> None:
    walker = new_walker(WITHOUT_JAVASCRIPT)
    walker.open(f"/services/{GUIDE}")
    walker.press(".sala-reading a")
    assert walker.path == f"/services/{GUIDE}/easy"
    assert not walker.page.locator("[data-listen]").is_visible()

    walker.press(".sala-reading a")
    assert walker.path == f"/services/{GUIDE}"


def test_an_easy_page_breaks_no_rule_and_fits_a_telephone(new_walker: NewWalker) -> None:
    walker = new_walker(ON_A_TELEPHONE)
    for path in (f"/services/{GUIDE}/easy", "/services/scam-report/easy", "/life-events/driving/easy"):
        walker.open(path)


def test_a_page_is_told_block_by_block_and_stops_when_asked(new_walker: NewWalker) -> None:
    walker = new_walker(ON_A_TELEPHONE)
    walker.context.add_init_script(VOICE)
    walker.open(f"/services/{GUIDE}/easy")
    heading = walker.page.locator("main h1").inner_text()

    walker.page.locator("[data-listen-play]").click()
    walker.page.evaluate("finish()")
    assert walker.page.evaluate("told")[0] == heading
    assert walker.page.locator(".sala-told").count() == 1

    walker.page.locator("[data-listen-pause]").click()
    assert walker.page.evaluate("speechSynthesis.paused")
    walker.page.locator("[data-listen-stop]").click()
    assert walker.page.locator(".sala-told").count() == 0
    walker.page.evaluate("finish()")
    assert len(walker.page.evaluate("told")) == 2


def test_without_a_voice_for_the_language_nothing_is_offered(new_walker: NewWalker) -> None:
    walker = new_walker(ON_A_TELEPHONE)
    walker.context.add_init_script(VOICE.replace("th-TH", "de-DE"))
    walker.open(f"/services/{GUIDE}")

    assert not walker.page.locator("[data-listen]").is_visible()
