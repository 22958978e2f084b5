"""Leaving and coming back: everything typed is kept, in either language, by account or by code."""

from . import steps
from .conftest import NewWalker, Way
from .walker import Walker

WAY = Way(javascript=False, width=360, lang="th")
AWAY = "button[name=go][value=away]"
BACK = "button[name=go][value=back]"
LANGUAGE = "button[name=go][value=language]"


def half_way(walker: Walker) -> None:
    """Begin a report and type half of its second page, wrongly."""
    walker.open("/apply/scam-report/start")
    steps.start(walker, who=None)
    walker.answer({"transferred": "no"})
    walker.type({"reached_by": "call", "scam_number": "12"})


def test_what_was_typed_is_kept_whichever_button_is_pressed(new_walker: NewWalker) -> None:
    walker = new_walker(WAY)
    half_way(walker)

    walker.press(BACK)
    assert walker.path.endswith("/money")
    walker.answer({})
    assert walker.page.locator("[name=scam_number]").input_value() == "12"
    walker.press(LANGUAGE)
    assert "/en/apply/" in walker.page.url
    assert walker.page.locator("[name=scam_number]").input_value() == "12"


def test_a_report_saved_for_later_opens_with_its_code_elsewhere(new_walker: NewWalker) -> None:
    walker, elsewhere = new_walker(WAY), new_walker(WAY)
    half_way(walker)

    walker.press(AWAY)
    assert walker.path.endswith("/saved")
    elsewhere.open("/follow")
    elsewhere.answer({"code": walker.text(".sala-code")})

    assert elsewhere.page.locator("[name=scam_number]").input_value() == "12"
