"""What the templates promise: both languages, no inline code, labels and errors that belong to their controls."""

import gzip
import re

import pytest
from jinja2 import Environment
from markupsafe import Markup

from sala.infra.discovery import ROOT, template_folders
from sala.kernel.bilingual import LANGS, Lang
from sala.ui import jinja
from sala.ui.forms import FieldView, OptionView, PageView
from sala.ui.parts import ClockView

from . import gallery

EVERY_PAGE = [(page, lang) for page in (*gallery.PAGES, *map(str, gallery.ERRORS)) for lang in LANGS]
_INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
_MACROS = re.compile(r"{%-?\s*(?:import|from)\s+\"ui/(?!icons)[^%]*%}")


@pytest.mark.parametrize(("page", "lang"), EVERY_PAGE)
def test_a_page_obeys_the_content_security_policy(environment: Environment, page: str, lang: Lang) -> None:
    assert _INLINE.findall(gallery.draw(environment, page, lang)) == []


# The form's language switch is a button, because it saves what was typed first.
@pytest.mark.parametrize(("page", "lang"), [each for each in EVERY_PAGE if each[0] != "form"])
def test_a_page_names_its_language_and_links_to_the_other(environment: Environment, page: str, lang: Lang) -> None:
    html = gallery.draw(environment, page, lang)
    assert f'<html lang="{lang}"' in html
    assert (f'href="/{page}" lang="th"' if lang == "en" else f'href="/en/{page}" lang="en"') in html


@pytest.mark.parametrize(("page", "lang"), EVERY_PAGE)
def test_a_page_is_small(environment: Environment, page: str, lang: Lang) -> None:
    assert len(gzip.compress(gallery.draw(environment, page, lang).encode())) <= 12_000


def test_macros_are_imported_with_their_context() -> None:
    forgotten = [
        f"{file.relative_to(ROOT)}: {found}"
        for folder in template_folders()
        for file in folder.rglob("*.html")
        for found in _MACROS.findall(file.read_text(encoding="utf-8"))
        if "with context" not in found
    ]
    assert forgotten == []


def test_macros_without_context_say_what_is_missing(environment: Environment) -> None:
    template = environment.from_string('{% import "ui/parts.html" as parts %}{{ parts.back_link("/") }}')
    with pytest.raises(RuntimeError, match="with context"):
        template.render(lang="th")


def test_a_sentence_escapes_values_but_keeps_markup(environment: Environment) -> None:
    template = environment.from_string("{{ t('time.due', day=day) }}")
    assert "&lt;b&gt;" in template.render(lang="en", day="<b>")
    assert "<b>1</b>" in template.render(lang="en", day=Markup("<b>1</b>"))


@pytest.mark.parametrize(
    ("path", "lang", "other"),
    [
        ("/", "en", "/en/"),
        ("/en/", "th", "/"),
        ("/en", "th", "/"),
        ("/a?b=1", "en", "/en/a?b=1"),
        ("/en/a", "en", "/en/a"),
    ],
)
def test_the_other_language_is_the_same_page(path: str, lang: Lang, other: str) -> None:
    assert jinja.address_in(gallery.Request(path=path), lang) == other  # type: ignore[arg-type]  # reads get_full_path only


def draw_field(environment: Environment, field: FieldView, lang: Lang = "th") -> str:
    template = environment.from_string('{% import "ui/fields.html" as forms with context %}{{ forms.field(f) }}')
    return template.render(f=field, lang=lang)


def test_a_wrong_field_points_at_its_error(environment: Environment) -> None:
    html = draw_field(environment, FieldView(name="shop", type="text", label="ชื่อร้าน", hint="ตามป้าย", error="กรอกชื่อร้าน"))
    assert 'aria-describedby="shop-hint shop-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="shop-error"' in html


def test_what_was_typed_is_kept_and_escaped(environment: Environment) -> None:
    field = FieldView(name="shop", type="text", label="ชื่อร้าน", typed={"shop": ('"><script>',)})
    assert 'value="&#34;&gt;&lt;script&gt;"' in draw_field(environment, field)


def test_a_long_text_keeps_its_first_empty_line(environment: Environment) -> None:
    field = FieldView(name="story", type="long-text", label="เล่าเหตุการณ์", typed={"story": ("\nบรรทัดสอง",)})
    assert ">\n\nบรรทัดสอง</textarea>" in draw_field(environment, field)


def test_a_date_has_three_labelled_boxes_and_marks_the_wrong_one(environment: Environment) -> None:
    field = FieldView(name="born", type="date", label="วันเกิด", error="ปีไม่ถูกต้อง", parts_wrong=frozenset({"year"}))
    html = draw_field(environment, field)
    assert re.findall(r'<label[^>]*for="([\w-]+)"[^>]*>([^<]+)', html) == [
        ("born-day", "วัน"),
        ("born-month", "เดือน"),
        ("born-year", "ปี พ.ศ."),
    ]
    assert html.count('aria-invalid="true"') == 1
    assert field.anchor == "born-year"


def test_an_ambiguous_sub_district_is_chosen_from_what_fits(environment: Environment) -> None:
    field = FieldView(
        name="home",
        type="address",
        label="ที่อยู่",
        options=(OptionView("500101", "ศรีภูมิ เมืองเชียงใหม่ เชียงใหม่"),),
        typed={"home-sub-district": ("500101",)},
    )
    assert '<option value="500101" selected>' in draw_field(environment, field)


def test_the_error_summary_follows_the_fields_and_what_they_reveal() -> None:
    inner = FieldView(name="when", type="date", label="เมื่อไร", error="กรอกวันที่")
    outer = FieldView(
        name="sent",
        type="one-of",
        label="โอนหรือยัง",
        error="เลือก",
        options=(OptionView("y", "โอนแล้ว", reveals=(inner,)),),
    )
    errors = PageView(title="เหตุการณ์", fields=(outer,)).errors
    assert [(error.anchor, error.message) for error in errors] == [("sent", "เลือก"), ("when-day", "กรอกวันที่")]


def test_a_page_with_a_revealed_file_is_sent_as_multipart() -> None:
    photo = FieldView(name="photo", type="file", label="ภาพ")
    asked = FieldView(name="has", type="one-of", label="มีภาพ", options=(OptionView("y", "มี", reveals=(photo,)),))
    assert PageView(title="ภาพ", fields=(asked,)).has_files


@pytest.mark.parametrize(
    ("clock", "share"),
    [
        (ClockView("running", 5, 7), 71),
        (ClockView("late", 2, 7), 100),
        (ClockView("running", 9, 7), 100),
        (ClockView("paused", 3, 0), 100),
    ],
)
def test_the_ring_shows_the_share_that_is_left(clock: ClockView, share: int) -> None:
    assert clock.share_left == share


def test_django_gets_the_words_of_every_domain() -> None:
    made = jinja.environment()
    assert made.globals["is_demonstration"] is True
    assert made.from_string("{{ t('layout.name') }}").render(lang="th") == "ศาลา"
