"""Journeys: in each moment of life somebody must be able to begin."""

from collections.abc import Iterator

from .. import papers
from ..pack import PackReading, PublicReading
from ..problems import NobodyCanBegin, Problem
from ..schema.public_service import PublicService


def find_dead_ends(reading: PackReading) -> Iterator[Problem]:
    """Find the services of one moment of life that always wait for each other; each circle is told at the first of them."""
    sound: dict[str, tuple[PublicReading, PublicService]] = {
        one.model.slug: (one, one.model) for one in reading.offered if one.model
    }
    for event in (one.model for one in reading.life_events if one.model):
        among = [service for _, service in sound.values() if event.id in service.life_events]
        for circle in papers.find_dead_ends(among):
            place = sound[circle[0]][0].place("documents")
            yield NobodyCanBegin(place, event=event.id, services=", ".join(circle))
