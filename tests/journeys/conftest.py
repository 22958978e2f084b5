"""Visitors, signed in or not, in either language."""

from collections.abc import Callable

import pytest

from tests.running import Site

from .visitor import Visitor

NewVisitor = Callable[[str | None], Visitor]


@pytest.fixture
def visitor(site: Site) -> NewVisitor:
    """Give a new visitor, who has signed in as a fictional person, or as nobody."""

    def arrive(who: str | None) -> Visitor:
        arrived = Visitor(site.address)
        arrived.get("/follow")  # a form, so that this visitor holds a form token
        if who:
            arrived.sign_in(who)
        return arrived

    return arrive


@pytest.fixture(params=["", "/en"], ids=["th", "en"])
def prefix(request: pytest.FixtureRequest) -> str:
    """Where the pages of each language stand."""
    found: str = request.param
    return found
