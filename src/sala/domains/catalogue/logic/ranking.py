"""Which answer comes first: what the words say, then what the question is about, then what many people ask for now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sala.servicekit.schema.search import Boost, Intent

from .understanding import Understood

_OF_THE_EVENT = 0.5
_MEANT = 1.4


@dataclass(frozen=True, slots=True)
class Ranking:
    """Services best first; `life_event` where the question is about a moment of life rather than one of them."""

    slugs: tuple[str, ...]
    life_event: str | None


def rank(
    scores: Mapping[str, float],
    asked: Understood,
    *,
    intents: Iterable[Intent],
    events: Mapping[str, Collection[str]],
    lifts: Mapping[str, float],
) -> Ranking:
    """
    Order what was found.

    :param scores: of the words, by slug.
    :param events: the services of each life event.
    :param lifts: by how much a service is lifted for its popularity and season, as a share.
    """
    about = [intent for intent in intents if _is_about(intent, asked)]
    best = max(scores.values(), default=1.0)
    totals = {slug: score * (1 + lifts.get(slug, 0)) for slug, score in scores.items()}
    for intent in about:
        for place, slug in enumerate(intent.services):
            totals[slug] = totals.get(slug, 0) + best * _MEANT / (1 + place)
    event = next((intent.life_event for intent in about if intent.life_event), None)
    members = events.get(event, ()) if event else ()
    for slug in members:
        totals[slug] = totals.get(slug, 0) + best * _OF_THE_EVENT * (1 + lifts.get(slug, 0))
    slugs = tuple(sorted(totals, key=lambda slug: -totals[slug]))
    return Ranking(slugs=slugs, life_event=event if slugs and slugs[0] in members else None)


def lifts_in(month: int | None, boosts: Iterable[Boost]) -> dict[str, float]:
    """Add up, for each service, by which share it is lifted: all year, and in a month if one is given."""
    lifts: dict[str, float] = {}
    for boost in boosts:
        if not boost.months or month in boost.months:
            for slug in boost.services:
                lifts[slug] = lifts.get(slug, 0) + boost.percent / 100
    return lifts


def _is_about(intent: Intent, asked: Understood) -> bool:
    said = asked.meanings | asked.near_meanings
    return any(said.issuperset(line) for line in intent.when) and said.isdisjoint(intent.unless)
