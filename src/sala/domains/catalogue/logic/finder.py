"""The search over a whole pack: understands a query, looks it up, and puts what it found in order."""

from collections.abc import Container
from functools import cache

from sala.servicekit import Pack
from sala.servicekit.schema.search import Intent

from .index import SearchIndex
from .keeping import kept_text
from .layouts import mend_layout
from .lexicon import Lexicon
from .ranking import Ranking, lifts_in, rank
from .texts import texts_of
from .understanding import Understood, understand_query
from .vocabulary import Vocabulary
from .words import cut

_MOST_SCORED = 40
_ENOUGH_TOLD = 0.5


class Finder:
    """Finds the services of one pack by people's own words. Making one takes about a second; asking it, milliseconds."""

    def __init__(self, pack: Pack) -> None:
        """Read a pack's words, and index its services and guides."""
        services = (*pack.services.values(), *pack.guides.values())
        self._vocabulary = Vocabulary(pack.search)
        documents = [(one.slug, texts_of(one, pack)) for one in services]
        self._index = SearchIndex(documents, self._vocabulary)
        self.lexicon = Lexicon(documents, self._vocabulary)
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

    def is_weak(self, asked: Understood, ranking: Ranking) -> bool:
        """
        Say whether what was found is hardly what was asked for: nothing, or less than half of the question is in its words.

        A question of fillers alone asks for nothing.
        """
        if not asked.words:
            return False
        return not ranking.slugs or self.lexicon.share_of(asked, ranking.slugs[0]) < _ENOUGH_TOLD

    def keep(self, query: str) -> str:
        """
        Give what may be kept of a question; empty when nothing is worth keeping.

        It is kept as it was meant on the other keyboard only where that makes words of the catalogue.
        """
        meant = mend_layout(query, english=self._english)
        return kept_text(meant if self._speaks(meant) else query, known=self._index.words)

    def _speaks(self, text: str) -> bool:
        """Say whether half of a text's letters are in words that the catalogue uses."""
        words = cut(text)
        known = sum(len(word) for word in words if len(word) > 1 and word in self._index.words)
        return 2 * known >= sum(map(len, words))


def _within(intent: Intent, known: Container[str]) -> Intent:
    """Keep of an intent the services that a pack has: a part of a pack may be served before it is whole."""
    return intent.model_copy(update={"services": tuple(slug for slug in intent.services if slug in known)})
