"""Read the calendar of a country pack: `common.yaml` for names and sources, one file for each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .bilingual import Text
from .declarations import read_declaration
from .errors import SalaError
from .holidays import AwaitedHoliday, Closes, Holiday

_COMMON = "common.yaml"
_YEAR_FILES = "[0-9][0-9][0-9][0-9].yaml"
_SUBSTITUTE = Text(th="ชดเชย{name}", en="Substitution for {name}")
_CLOSES: dict[str, frozenset[Closes]] = {
    "both": frozenset({"offices", "banks"}),
    "offices": frozenset({"offices"}),
    "banks": frozenset({"banks"}),
}


class CalendarInvalid(SalaError):
    """A calendar file says something the calendar cannot mean."""

    code = "calendar-invalid"
    status = 500
    message = Text(th="ปฏิทินวันหยุด {file} ตรง {where}: {what}", en="Calendar {file} at {where}: {what}")


@dataclass(frozen=True, slots=True)
class DeclaredCalendar:
    """What the files of a calendar say: holidays in order of day, the years they cover, what is still awaited."""

    holidays: tuple[Holiday, ...]
    years: frozenset[int]
    awaited: tuple[AwaitedHoliday, ...]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Name(_Part):
    th: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _Source(_Name):
    url: str = ""


class _Common(_Part):
    names: dict[str, _Name]
    sources: dict[str, _Source]


class _Entry(_Part):
    on: date
    day: str
    source: str
    closes: Literal["both", "offices", "banks"] = "both"
    provinces: list[str] = []
    instead_of: date | None = None
    announced_on: date | None = None
    unverified: bool = False


class _Awaited(_Part):
    day: str
    expected_on: date | None = None
    provinces: list[str] = []


class _Year(_Part):
    year: int
    holidays: list[_Entry]
    awaited: list[_Awaited] = []


Declared = TypeVar("Declared", bound=_Part)


def read_calendar(folder: Path) -> DeclaredCalendar:
    """
    Read every file of a calendar folder.

    :raises CalendarInvalid: says the file, the place and what is wrong there.
    """
    common = _read(folder / _COMMON, _Common)
    files = {path: _read(path, _Year) for path in sorted(folder.glob(_YEAR_FILES))}
    holidays: list[Holiday] = []
    awaited: list[AwaitedHoliday] = []
    for path, year in files.items():
        holidays += _holidays_of(path, year, common)
        awaited += (_awaited_of(path, year.year, entry, common) for entry in year.awaited)
    ordered = sorted(holidays, key=lambda holiday: holiday.on)
    return DeclaredCalendar(tuple(ordered), frozenset(year.year for year in files.values()), tuple(awaited))


def _read(path: Path, shape: type[Declared]) -> Declared:
    try:
        return shape.model_validate(read_declaration(path))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise CalendarInvalid(file=path.name, where=where, what=first["msg"]) from problem


def _holidays_of(path: Path, year: _Year, common: _Common) -> Iterator[Holiday]:
    if path.stem != str(year.year):
        raise CalendarInvalid(file=path.name, where="year", what=_WRONG_YEAR)
    seen: set[tuple[date, str, tuple[str, ...]]] = set()
    listed = {entry.on for entry in year.holidays}
    for entry in year.holidays:
        wrong = _what_is_wrong(entry, year.year, listed, common)
        key = (entry.on, entry.closes, tuple(entry.provinces))
        if wrong is None and key in seen:
            wrong = _TWICE
        if wrong is not None:
            raise CalendarInvalid(file=path.name, where=entry.on.isoformat(), what=wrong)
        seen.add(key)
        yield _holiday(entry, common)


def _what_is_wrong(entry: _Entry, year: int, listed: set[date], common: _Common) -> Text | None:
    if entry.on.year != year:
        return _WRONG_YEAR
    if entry.day not in common.names:
        return _UNKNOWN_NAME
    if entry.source not in common.sources:
        return _UNKNOWN_SOURCE
    if entry.instead_of is not None and entry.instead_of not in listed:
        return _NOTHING_TO_SUBSTITUTE
    return None


def _holiday(entry: _Entry, common: _Common) -> Holiday:
    name = _text(common.names[entry.day])
    return Holiday(
        on=entry.on,
        name=name if entry.instead_of is None else _SUBSTITUTE.fill(name=name),
        closes=_CLOSES[entry.closes],
        source=common.sources[entry.source].url or common.sources[entry.source].en,
        provinces=frozenset(entry.provinces),
        instead_of=entry.instead_of,
        announced_on=entry.announced_on,
        is_verified=not entry.unverified,
    )


def _awaited_of(path: Path, year: int, entry: _Awaited, common: _Common) -> AwaitedHoliday:
    if entry.day not in common.names:
        raise CalendarInvalid(file=path.name, where="awaited", what=_UNKNOWN_NAME)
    name = _text(common.names[entry.day])
    return AwaitedHoliday(year=year, name=name, expected_on=entry.expected_on, provinces=frozenset(entry.provinces))


def _text(name: _Name) -> Text:
    return Text(th=name.th, en=name.en)


_WRONG_YEAR = Text(th="ปีไม่ตรงกับชื่อไฟล์", en="the year is not the one in the file's name")
_UNKNOWN_NAME = Text(th="ไม่มีชื่อวันนี้ใน common.yaml", en="common.yaml has no such name")
_UNKNOWN_SOURCE = Text(th="ไม่มีแหล่งที่มานี้ใน common.yaml", en="common.yaml has no such source")
_NOTHING_TO_SUBSTITUTE = Text(th="วันที่ชดเชยไม่อยู่ในไฟล์นี้", en="the day it substitutes is not in this file")
_TWICE = Text(th="มีวันนี้ซ้ำกันสองรายการ", en="the same day stands here twice")
