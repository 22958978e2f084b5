"""Sheets, as strangers' PDF tools read them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from sala.kernel.bilingual import Text

from ..contracts import Content, Stamp
from ..logic.compose import compose_sheet
from ..logic.rendering import Renderer
from . import samples

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed (make system-packages)"
)


def text_of(renderer: Renderer, folder: Path, content: Content, stamp: Stamp | None = None) -> str:
    """Render content and read its text back."""
    file = folder / "sheet.pdf"
    file.write_bytes(renderer.render(compose_sheet(content, stamp or samples.stamp()), at=samples.MORNING))
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout


def pages_of(renderer: Renderer, folder: Path, content: Content) -> int:
    """Count the pages that content takes."""
    return text_of(renderer, folder, content).count("\f")


@needs_poppler
@pytest.mark.parametrize(
    "content", [samples.certificate(), samples.certificate(lang="en"), samples.letter(), samples.receipt(lang="en")]
)
def test_a_usual_document_takes_one_page(renderer: Renderer, tmp_path: Path, content: Content) -> None:
    assert pages_of(renderer, tmp_path, content) == 1


@needs_poppler
def test_a_certificate_with_more_to_say_still_hangs_as_one_page(renderer: Renderer, tmp_path: Path) -> None:
    usual = samples.certificate()
    fuller = replace(usual, rows=usual.rows + usual.rows[:4], title=Text(th="หนังสือรับรอง" * 4, en="Certificate " * 4))
    assert pages_of(renderer, tmp_path, fuller) == 1


@needs_poppler
def test_letters_use_thai_numerals(renderer: Renderer, tmp_path: Path) -> None:
    text = text_of(renderer, tmp_path, samples.letter(), samples.stamp(number="ตย 52001/12"))
    assert "ตย ๕๒๐๐๑/๑๒" in text
    assert "๒๐ พฤศจิกายน ๒๕๖๙" in text


@needs_poppler
def test_codes_and_addresses_keep_their_digits(renderer: Renderer, tmp_path: Path) -> None:
    text = text_of(renderer, tmp_path, samples.receipt())
    assert "SC-7F2K-9M" in text
    assert "7K3MZ-9QW2X-5B8N4-V6C1T-0RYHJ-G" in text


@needs_poppler
def test_what_a_person_typed_is_never_markup(renderer: Renderer, tmp_path: Path) -> None:
    shop = '#panic("x") $a$ *b* _c_ <d> \\e'
    assert '#panic("x") $a$ *b* _c_ <d> \\e' in text_of(renderer, tmp_path, samples.certificate(shop=shop))


@needs_poppler
def test_a_decision_letter_states_facts_law_reasons_and_appeal(renderer: Renderer, tmp_path: Path) -> None:
    text = text_of(renderer, tmp_path, samples.letter())
    order = [text.index(words) for words in ("วันเกิด", "ข้อกฎหมาย", "เหตุผล", "สิทธิอุทธรณ์", "ขอแสดงความนับถือ")]
    assert order == sorted(order)


@needs_poppler
def test_a_demonstration_says_so_on_the_sheet(renderer: Renderer, tmp_path: Path) -> None:
    said = text_of(renderer, tmp_path, samples.receipt(), samples.stamp(demonstration=True))
    assert "Demonstration document, no legal effect" in said
    assert "Demonstration" not in text_of(renderer, tmp_path, samples.receipt())


def test_the_same_sheet_gives_the_same_bytes(renderer: Renderer) -> None:
    sheet = compose_sheet(samples.letter(), samples.stamp())
    assert renderer.render(sheet, at=samples.MORNING) == renderer.render(sheet, at=samples.MORNING)


def test_a_locality_may_bring_its_seal(renderer: Renderer) -> None:
    seal = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    plain = compose_sheet(samples.letter(), samples.stamp())
    sealed = compose_sheet(replace(samples.letter(), seal_svg=seal), samples.stamp())
    assert renderer.render(plain, at=samples.MORNING) != renderer.render(sealed, at=samples.MORNING)


def test_a_long_text_runs_over_to_more_pages(renderer: Renderer) -> None:
    reasons = tuple(Text(th=f"เหตุผลข้อ {n} " + "ยาว" * 90, en="") for n in range(20))
    assert renderer.render(
        compose_sheet(replace(samples.letter(), reasons=reasons), samples.stamp()), at=samples.MORNING
    )
