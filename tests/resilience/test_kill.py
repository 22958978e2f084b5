"""`kill -9` at every step of a journey, and the person carries on where they were."""

from collections.abc import Iterator, Mapping

import pytest

from .installation import VICTIMS, Installation, Victim, free_port
from .journeys import JOURNEYS, Journey
from .record import check_followed_up, check_whole
from .steps import Step, Walk
from .striking import MOMENTS, Moment, Strike, walk_through

BACKGROUND = ("worker", "sequencer")


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One installation for all of these tests: what one kill breaks, the next journey meets."""
    installation = Installation(tmp_path_factory.mktemp("kill") / "my data", free_port())
    installation.start()
    yield installation
    installation.stop()


STRIKES = {
    "food shop": {
        "citizen signs in": Strike("postgres", "before"),
        "start": Strike("web", "during"),
        "fill in shop": Strike("postgres", "during"),
        "fill in operator": Strike("granian", "after"),
        "submit": Strike("worker", "during", table="documents_public_check"),
        "ask for a correction": Strike("worker", "during", table="notices_notice"),
        "mend the page": Strike("web", "after"),
        "send it back": Strike("sequencer", "during", table="ledger_leaf"),
        "certify": Strike("tree", "during"),
    },
    "scam report": {
        "start": Strike("granian", "during"),
        "fill in story": Strike("tree", "after"),
        "submit": Strike("web", "during"),
        "pass it on": Strike("postgres", "during"),
    },
}
"""At every step somebody else is killed at another moment; the whole matrix is the conformance test's."""


@pytest.mark.parametrize("name", ["food shop", pytest.param("scam report", marks=pytest.mark.conformance)])
def test_a_person_carries_on_whatever_is_killed(at: Installation, name: str) -> None:
    _carry_on(at, JOURNEYS[name], STRIKES[name])


@pytest.mark.conformance
@pytest.mark.parametrize("name", JOURNEYS)
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("victim", VICTIMS)
def test_a_person_carries_on_at_every_step(at: Installation, victim: Victim, moment: Moment, name: str) -> None:
    journey = JOURNEYS[name]
    _carry_on(at, journey, {step.name: strike for step in journey.steps for strike in _strikes(step, victim, moment)})


def _carry_on(at: Installation, journey: Journey, strikes: Mapping[str, Strike]) -> None:
    walk = Walk.begin(at)
    walk_through(walk, journey, strikes)
    check_followed_up(walk, journey)
    check_whole(at)


def _strikes(step: Step, victim: Victim, moment: Moment) -> tuple[Strike, ...]:
    """Give the strike on a step; the middle of background work is where that work writes, if this step causes any."""
    if moment != "during" or victim not in BACKGROUND:
        return (Strike(victim, moment),)
    if not step.work:
        return ()
    return (Strike(victim, moment, table=step.work[0] if victim == "worker" else "ledger_leaf"),)
