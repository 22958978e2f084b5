"""
Everything that is wrong with a pack, found without running it.

Form is checked first, file by file; what files say of each other is checked for those that are sound. Every check takes
one `Subject` and yields problems, so adding a check is adding a function to `SERVICE_CHECKS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..folder import ServiceFolder
from ..loader import DeclarationInvalid
from ..pack import PackReading, PublicReading, read_pack, read_plain_words, read_public_service
from ..problems import FileUnreadable, Place, Problem
from ..schema.public_service import Guide, PublicService
from ..schema.service import Service
from . import conditions, examples, journeys, laws, localities, names, offices, pages, plain, search, steps, words
from .subject import Catalogued, Country, Subject

SERVICE_CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    names.check_names,
    laws.check_laws,
    conditions.check_conditions,
    pages.check_pages,
    steps.check_steps,
    words.check_words,
)
HEAD = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Examined:
    """What a pack, or a folder of it, is found to be: its problems, its warnings, and the services that are sound by themselves."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    services: tuple[PublicService, ...]


def examine_pack(path: Path, *, on: date) -> Examined:
    """
    Check a pack, or only one folder inside it, and warn of what wants attention on a day, in one reading.

    Problems and warnings come in the order of files and lines, services in that of their folders.
    :raises DeclarationInvalid: no pack stands here or above.
    """
    root = _find_root(path.resolve())
    reading = read_pack(root)
    country = Country.of(reading)
    return Examined(
        problems=_inside(path, root, (*reading.problems, *_check_sound(reading, country))),
        warnings=_inside(path, root, _warn(reading, country, on)),
        services=_list_sound(reading, path.resolve()),
    )


def _warn(reading: PackReading, country: Country, on: date) -> Iterator[Problem]:
    yield from examples.find_stale_numbers(country, on)
    yield from plain.find_hard_words(reading)
    yield from journeys.find_dead_ends(reading)


def check_service(folder: ServiceFolder, *, country: Country) -> tuple[Problem, ...]:
    """Check one service's texts as `check_pack` would if they stood in their folder; in the order of lines."""
    reading = read_public_service(folder, root=country.root)
    problems = (*reading.problems, *_check_service(reading, country, folder))
    return tuple(sorted(problems, key=lambda one: (one.place, one.code)))


def warn_service(folder: ServiceFolder, *, root: Path) -> tuple[Problem, ...]:
    """Warn of what is hard to read in one service's texts, as `examine_pack` would; in the order of files and lines."""
    plain_words = read_plain_words(root)
    if plain_words is None or plain_words.model is None:
        return ()
    found = plain.Editor(plain_words.model).read_service(read_public_service(folder, root=root), folder)
    return tuple(sorted(found, key=lambda one: (one.place, one.code)))


def check_pack(path: Path) -> tuple[Problem, ...]:
    """
    Check a pack, or only one folder inside it; problems come in the order of files and lines.

    :raises DeclarationInvalid: no pack stands here or above.
    """
    root = _find_root(path.resolve())
    reading = read_pack(root)
    return _inside(path, root, (*reading.problems, *_check_sound(reading, Country.of(reading))))


def _list_sound(reading: PackReading, path: Path) -> tuple[PublicService, ...]:
    inside = sorted((one for one in reading.offered if one.path.is_relative_to(path)), key=lambda one: one.path)
    return tuple(one.model for one in inside if one.model is not None)


def _inside(path: Path, root: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep what lies in the folder that was asked about, in the order of files and lines."""
    inside = path.resolve().relative_to(root).as_posix()
    wanted = [one for one in problems if inside == "." or f"{one.place.file}/".startswith(f"{inside}/")]
    return tuple(sorted(wanted, key=lambda one: (one.place, one.code)))


def _check_sound(reading: PackReading, country: Country) -> Iterator[Problem]:
    yield from localities.check_localities(reading, country)
    yield from names.check_agencies(reading, country)
    yield from offices.check_offices(reading, country)
    yield from examples.check_examples(country)
    yield from search.check_search(reading, country)
    for one in reading.offered:
        yield from _check_service(one, country, reading.folder_of(one))


def _check_service(reading: PublicReading, country: Country, folder: ServiceFolder) -> Iterator[Problem]:
    """Check what one sound service says of others and of itself."""
    if isinstance(reading.model, Guide):
        guide = Catalogued(reading, reading.model, country, folder)
        yield from names.check_catalogued(guide)
        yield from offices.check_counters(guide)
        yield from words.check_law_numbers(guide)
    if isinstance(reading.model, Service):
        subject = Subject(reading, reading.model, country, folder)
        yield from names.check_catalogued(subject)
        yield from offices.check_counters(subject)
        yield from words.check_law_numbers(subject)
        for check in SERVICE_CHECKS:
            yield from check(subject)


def _find_root(path: Path) -> Path:
    for folder in (path, *path.parents):
        if (folder / HEAD).is_file():
            return folder
    raise DeclarationInvalid((FileUnreadable(Place(HEAD), detail="no pack.yaml here or above"),))
