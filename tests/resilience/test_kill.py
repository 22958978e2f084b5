"""`kill -9` at every step of a journey, and the person carries on where they were."""

from collections.abc import Iterator

import pytest

from .installation import Installation, free_port
from .journeys import JOURNEYS
from .record import check_followed_up, check_whole
from .steps import Walk
from .striking import Strike, walk_through


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
        "submit": Strike("tree", "during"),
        "ask for a correction": Strike("worker", "during", table="notices_notice"),
        "mend the page": Strike("web", "after"),
        "send it back": Strike("sequencer", "during", table="ledger_leaf"),
        "certify": Strike("worker", "during", table="documents_public_check"),
    },
    "scam report": {
        "start": Strike("granian", "during"),
        "come back with the code": Strike("web", "before"),
        "fill in story": Strike("tree", "after"),
        "submit": Strike("web", "during"),
        "pass it on": Strike("postgres", "during"),
    },
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_person_carries_on_whatever_is_killed(at: Installation, name: str) -> None:
    walk = Walk.begin(at)

    walk_through(walk, JOURNEYS[name], STRIKES[name])

    check_followed_up(walk, JOURNEYS[name])
    check_whole(at)
