"""
Everything that is wrong with a pack, found without running it.

Form is checked first, file by file; what files say of each other is checked for those that are sound. Every check takes
one `Subject` and yields problems, so adding a check is adding a function to `SERVICE_CHECKS`.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from ..loader import DeclarationInvalid
from ..pack import PackReading, read_pack
from ..problems import FileUnreadable, Place, Problem
from . import conditions, examples, laws, localities, names, pages, plain, search, steps, words
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


def check_pack(path: Path) -> tuple[Problem, ...]:
    """
    Check a pack, or only one folder inside it; problems come in the order of files and lines.

    :raises DeclarationInvalid: no pack stands here or above.
    """
    root = _find_root(path.resolve())
    reading = read_pack(root)
    return _inside(path, root, (*reading.problems, *_check_sound(reading)))


def list_warnings(path: Path, *, on: date) -> tuple[Problem, ...]:
    """
    List what is sound and yet wants attention: numbers of the law that nobody has reviewed for a day, words that are hard to read.

    :raises DeclarationInvalid: no pack stands here or above.
    """
    root = _find_root(path.resolve())
    reading = read_pack(root)
    stale = examples.find_stale_numbers(Country.of(reading), on)
    return _inside(path, root, (*stale, *plain.find_hard_words(reading)))


def _inside(path: Path, root: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep what lies in the folder that was asked about, in the order of files and lines."""
    inside = path.resolve().relative_to(root).as_posix()
    wanted = [one for one in problems if inside == "." or f"{one.place.file}/".startswith(f"{inside}/")]
    return tuple(sorted(wanted, key=lambda one: (one.place, one.code)))


def _check_sound(reading: PackReading) -> Iterator[Problem]:
    country = Country.of(reading)
    yield from localities.check_localities(reading, country)
    yield from names.check_agencies(reading, country)
    yield from examples.check_examples(country)
    yield from search.check_search(reading, country)
    for service in reading.services:
        if service.model is None:
            continue
        subject = Subject(service, service.model, country)
        yield from names.check_catalogued(subject)
        for check in SERVICE_CHECKS:
            yield from check(subject)
    for guide in reading.guides:
        if guide.model is not None:
            yield from names.check_catalogued(Catalogued(guide, guide.model, country))


def _find_root(path: Path) -> Path:
    for folder in (path, *path.parents):
        if (folder / HEAD).is_file():
            return folder
    raise DeclarationInvalid((FileUnreadable(Place(HEAD), detail="no pack.yaml here or above"),))
