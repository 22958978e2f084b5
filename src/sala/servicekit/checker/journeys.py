"""Journeys: in each moment of life somebody must be able to begin."""

from collections.abc import Iterator

from .. import papers
from ..loader import Reading
from ..pack import PackReading
from ..problems import NobodyCanBegin, Problem
from ..schema.public_service import Guide
from ..schema.service import Service


def find_dead_ends(reading: PackReading) -> Iterator[Problem]:
    """Find the services of one moment of life that always wait for each other; each is told at the first of them."""
    sound: dict[str, Reading[Service] | Reading[Guide]] = {}
    for one in (*reading.services, *reading.guides):
        if one.model is not None:
            sound[one.model.slug] = one
    for event in (one.model for one in reading.life_events if one.model):
        among = [one.model for one in sound.values() if one.model and event.id in one.model.life_events]
        for circle in papers.find_dead_ends(among):
            yield NobodyCanBegin(sound[circle[0]].place("documents"), event=event.id, services=", ".join(circle))
