"""A catalogue to search: the country's own, read once."""

from pathlib import Path

import pytest

from sala.servicekit import Pack, load_pack

from ..logic.finder import Finder

THAILAND = Path(__file__).parents[5] / "thailand"


@pytest.fixture(scope="session")
def thailand() -> Pack:
    """The pack of Thailand."""
    return load_pack(THAILAND)


@pytest.fixture(scope="session")
def finder(thailand: Pack) -> Finder:
    """The search over it."""
    return Finder(thailand)
