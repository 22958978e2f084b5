from pathlib import Path

import pytest

from sala.kernel.calendar_files import CalendarInvalid, read_calendar
from sala.kernel.declarations import DeclarationUnreadable, SchemaNotSupported, read_declaration

COMMON = """
schema: 1
names: {songkran: {th: วันสงกรานต์, en: Songkran}}
sources: {gazette: {th: ราชกิจจานุเบกษา, en: Royal Gazette}}
"""


def calendar_of(folder: Path, year: str) -> Path:
    (folder / "common.yaml").write_text(COMMON, encoding="utf-8")
    (folder / "2030.yaml").write_text("schema: 1\n" + year, encoding="utf-8")
    return folder


def test_a_small_calendar_is_read(tmp_path: Path) -> None:
    folder = calendar_of(tmp_path, "year: 2030\nholidays: [{on: 2030-04-15, day: songkran, source: gazette}]")
    (holiday,) = read_calendar(folder).holidays
    assert (holiday.name.en, holiday.source, holiday.is_verified) == ("Songkran", "Royal Gazette", True)


@pytest.mark.parametrize(
    ("year", "where", "what"),
    [
        ("year: 2031\nholidays: []", "year", "not the one in the file's name"),
        ("year: 2030\nholidays: [{on: 2031-04-15, day: songkran, source: gazette}]", "2031-04-15", "the year"),
        ("year: 2030\nholidays: [{on: 2030-04-15, day: lent, source: gazette}]", "2030-04-15", "no such name"),
        ("year: 2030\nholidays: [{on: 2030-04-15, day: songkran, source: x}]", "2030-04-15", "no such source"),
        (
            "year: 2030\nholidays: [{on: 2030-04-15, day: songkran, source: gazette, instead_of: 2030-04-13}]",
            "2030-04-15",
            "substitutes",
        ),
        (
            "year: 2030\nholidays:\n- &a {on: 2030-04-15, day: songkran, source: gazette}\n- *a",
            "2030-04-15",
            "twice",
        ),
        ("year: 2030\nholidays: [{on: soon, day: songkran, source: gazette}]", "holidays.0.on", "date"),
        (
            "year: 2030\nholidays: [{on: 2030-04-15, day: songkran, source: gazette, note: x}]",
            "holidays.0.note",
            "xtra",
        ),
        ("year: 2030\nholidays: []\nawaited: [{day: lent}]", "awaited", "no such name"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, year: str, where: str, what: str) -> None:
    with pytest.raises(CalendarInvalid) as refused:
        read_calendar(calendar_of(tmp_path, year))
    assert f"2030.yaml at {where}" in refused.value.text.en
    assert what in refused.value.text.en
    assert "2030.yaml" in refused.value.text.th


def test_yaml_is_read_as_version_1_2(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("schema: 1\non: NO\ncode: 010\n", encoding="utf-8")
    assert read_declaration(file) == {"on": "NO", "code": 10}


@pytest.mark.parametrize("content", ["- 1", "a: [", ""])
def test_what_is_no_mapping_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DeclarationUnreadable):
        read_declaration(file)


@pytest.mark.parametrize("content", ["a: 1", "schema: 2"])
def test_a_declaration_starts_with_its_schema(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SchemaNotSupported):
        read_declaration(file)
