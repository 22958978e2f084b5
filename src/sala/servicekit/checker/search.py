"""What the search's words name: meanings that exist once, services and life events that exist."""

from collections.abc import Iterator

from ..loader import Reading, name_nearest
from ..pack import PackReading
from ..problems import DuplicateId, Place, Problem, UnknownLifeEvent, UnknownMeaning, UnknownService
from ..schema.search import SearchWordsFile
from .subject import Country


def check_search(reading: PackReading, country: Country) -> Iterator[Problem]:
    """Check every file in `search/`: a meaning stands in one of them, and what intents and boosts name exists."""
    first: dict[str, Place] = {}
    for file in reading.search:
        for i, meaning in enumerate(file.model.meanings if file.model else ()):
            place = file.place("meanings", i)
            if first.setdefault(meaning.id, place) != place:
                yield DuplicateId(place, id=meaning.id, line=first[meaning.id])
    for file in reading.search:
        if file.model:
            yield from _check_intents(file, file.model, country, frozenset(first))
            yield from _check_boosts(file, file.model, country)


def _check_intents(
    reading: Reading[SearchWordsFile], file: SearchWordsFile, country: Country, meanings: frozenset[str]
) -> Iterator[Problem]:
    for i, intent in enumerate(file.intents):
        place = reading.place("intents", i)
        for name in sorted({*intent.unless, *(name for line in intent.when for name in line)} - meanings):
            yield UnknownMeaning(place, name=name, near=name_nearest(name, meanings))
        if intent.life_event and intent.life_event not in country.life_events:
            near = name_nearest(intent.life_event, country.life_events)
            yield UnknownLifeEvent(place, name=intent.life_event, near=near)
        for slug in intent.services:
            if slug not in country.services:
                yield UnknownService(place, name=slug, near=name_nearest(slug, country.services))


def _check_boosts(reading: Reading[SearchWordsFile], file: SearchWordsFile, country: Country) -> Iterator[Problem]:
    for i, boost in enumerate(file.boosts):
        for slug in boost.services:
            if slug not in country.services:
                place = reading.place("boosts", i)
                yield UnknownService(place, name=slug, near=name_nearest(slug, country.services))
