"""The search over a whole pack: understands a query, looks it up, and puts what it found in order."""

from collections.abc import Container
from functools import cache

from sala.servicekit import Pack
from sala.servicekit.schema.search import Intent

from .index import SearchIndex
from .ranking import Ranking, lifts_in, rank
from .texts import texts_of
from .understanding import Understood, understand_query
from .vocabulary import Vocabulary

_MOST_SCORED = 40


class Finder:
    """Finds the services of one pack by people's own words. Making one takes about a second; asking it, milliseconds."""

    def __init__(self, pack: Pack) -> None:
        """Read a pack's words, and index its services and guides."""
        services = (*pack.services.values(), *pack.guides.values())
        self._vocabulary = Vocabulary(pack.search)
        self._index = SearchIndex(((one.slug, texts_of(one, pack)) for one in services), self._vocabulary)
        self._english = self._index.words | self._vocabulary.english
        self._events = {
            event: frozenset(one.slug for one in services if event in one.life_events) for event in pack.life_events
        }
        known = {one.slug for one in services}
        self._intents = [_within(intent, known) for intent in self._vocabulary.intents]
        self._lifts = cache(lambda month: lifts_in(month, self._vocabulary.boosts))

    def understand(self, query: str) -> Understood:
        """Say what a query may mean."""
        return understand_query(query, self._vocabulary, english=self._english)

    def find(self, asked: Understood, *, month: int | None = None) -> Ranking:
        """Find what answers, best first; `month` is the season that counts, if any."""
        return rank(
            self._index.find(asked, at_most=_MOST_SCORED),
            asked,
            intents=self._intents,
            events=self._events,
            lifts=self._lifts(month),
        )


def _within(intent: Intent, known: Container[str]) -> Intent:
    """Keep of an intent the services that a pack has: a part of a pack may be served before it is whole."""
    return intent.model_copy(update={"services": tuple(slug for slug in intent.services if slug in known)})
