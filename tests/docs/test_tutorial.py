"""The tutorial, followed to the letter: every command is run, every file is written, and the service works."""

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sala.kernel.days import thai_day
from tests.architecture.sources import ROOT
from tests.cast import Browser, Cast, load_country

from .lessons import DOCS, Box, read_boxes, run_commands, write_box

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import Settings

ENGLISH = DOCS / "tutorials" / "fourth-service.md"
THAI = DOCS / "tutorials" / "fourth-service.th.md"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Follow the tutorial from its first box to its last, in a copy of the pack."""
    folder = tmp_path_factory.mktemp("lesson")
    shutil.copytree(ROOT / "thailand", folder / "thailand", ignore=shutil.ignore_patterns("__pycache__"))
    boxes = read_boxes(ENGLISH)
    for box, after in zip(boxes, [*boxes[1:], None], strict=True):
        if box.language == "sh":
            _run(box, after.text if after and after.language == "text" else "", folder)
        elif box.language != "text":
            write_box(box, folder)
    return folder


@pytest.fixture(autouse=True)
def plain_assets(settings: "Settings") -> None:
    """Name style sheets plainly: no manifest of assets is built for tests."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def cast(followed: Path, settings: "Settings", db: None, today: datetime) -> Iterator[Cast]:
    """The cast of a country that has the new service."""
    settings.SALA_PACK = str(followed / "thailand")
    _forget_packs()
    yield load_country(at=today)
    _forget_packs()


def test_every_command_of_the_page_does_what_it_says_and_changes_no_other_file(followed: Path) -> None:
    before, after = _files(ROOT / "thailand"), _files(followed / "thailand")

    new = sorted(name for name in after if name not in before)

    assert new == [
        "laws/bulky_waste/examples.yaml",
        "laws/bulky_waste/rates.yaml",
        "laws/bulky_waste/rules.py",
        "services/chiang-mai-city/bulky-waste/content/en/about.md",
        "services/chiang-mai-city/bulky-waste/content/th/about.md",
        "services/chiang-mai-city/bulky-waste/service.yaml",
    ]
    assert before.items() <= after.items()


def test_both_languages_teach_with_the_same_boxes() -> None:
    assert read_boxes(THAI) == read_boxes(ENGLISH)


@pytest.mark.parametrize("tutorial", [ENGLISH, THAI], ids=lambda page: page.name)
def test_the_buttons_it_names_stand_on_the_page(browser: Browser, tutorial: Path) -> None:
    page = browser(None).get("/services/bulky-waste").content.decode()

    named = re.findall("“(.+?)”", tutorial.read_text("utf-8"))

    assert named
    assert [button for button in named if button not in page] == []


def test_people_find_the_service_by_their_own_words(browser: Browser) -> None:
    portal = browser(None)

    found = portal.get("/search", {"q": "ทิ้งโซฟา"}).content.decode()
    page = portal.get("/services/bulky-waste").content.decode()

    assert "/services/bulky-waste" in found
    assert re.search(r"แจ้งล่วงหน้าอย่างน้อย \d วัน", page)
    assert "Give at least" in portal.get("/en/services/bulky-waste").content.decode()


def test_the_check_says_why_tomorrow_is_too_soon(browser: Browser, today: datetime) -> None:
    tomorrow = _date("wanted_on", thai_day(today) + timedelta(days=1))

    answer = browser(None).post("/services/bulky-waste/check", tomorrow, follow=True)

    assert "วันที่เลือกเร็วเกินไป" in answer.content.decode()


def test_a_request_is_sent_and_its_day_booked(browser: Browser, today: datetime) -> None:
    elder, officer = browser("elder"), browser("officer")
    case = _send_request(elder, wanted=thai_day(today) + timedelta(days=10))

    asked = officer.get(f"/desk/cases/{case}").content.decode()
    (version,) = re.findall(r'name="version" value="(\d+)"', asked)
    booking = {"step": "book", "version": version, "outcome": "booked", "note-booked": "รถมาเก้าโมงเช้า"}
    officer.post(f"/desk/cases/{case}/act", {"do": "confirm", **booking})

    assert "คุณแจ้งล่วงหน้าอย่างน้อย" in asked
    assert "รถมาเก้าโมงเช้า" in elder.get(f"/cases/{case}").content.decode()


def _send_request(elder: "Client", *, wanted: date) -> str:
    """Fill in the two pages and send them; give the case. Her registered address stands in the form already."""
    things = elder.post("/apply/bulky-waste/start").headers["Location"]
    place = elder.post(things, {"things": ["sofa"], **_date("wanted_on", wanted)}).headers["Location"]
    assert "999/1" in elder.get(place).content.decode()
    here = {"place-house-number": "999/1", "place-sub-district": "500101", "place-postcode": "50200"}
    check = elder.post(place, {**here, "phone": "0812345678"}).headers["Location"]
    receipt = elder.post(check, {"declared": "yes"}).headers["Location"]
    assert elder.get(receipt).status_code == 200
    return receipt.split("/")[2]


def _run(box: Box, answer: str, folder: Path) -> None:
    """Run a box of commands; the answer that stands under it must be in what they say."""
    if box.text == "make run\n":
        return  # the tests here load the country and open its pages; tests/run starts it for real
    said = run_commands(box.text, folder, expect_fault="Problems in" in answer)
    assert [expected for expected in answer.splitlines() if expected not in said] == [], said


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _date(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year + 543)}


def _forget_packs() -> None:
    """Forget every pack that was read: a process reads its pack once, and these tests have two."""
    for name, module in list(sys.modules.items()):
        if re.match(r"sala\.(domains|sites)\.", name):
            for remembered in vars(module).values():
                if callable(clear := getattr(remembered, "cache_clear", None)):
                    clear()
