"""What the tests of documents share: the standing cast, and a case with its data key."""

from uuid import UUID

import pytest

from sala.infra import envelopes, tenancy
from sala.infra.envelopes import Envelope
from sala.kernel.unique import uuid7

from ..logic.rendering import FONTS, Renderer
from .samples import MORNING, TOWN


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """Render with the fonts that the interface ships."""
    if not list(FONTS.glob("*.ttf")):
        pytest.skip("the fonts are not built (make run builds them)")
    return Renderer(fonts=FONTS)


@pytest.fixture
def case_id() -> UUID:
    """Name a case."""
    return uuid7(MORNING)


@pytest.fixture
def envelope(db: None, case_id: UUID) -> Envelope:
    """Give the case its data key, in a transaction that has entered the town."""
    tenancy.enter(agency=TOWN)
    _, made = envelopes.new_data_key(subject=case_id, at=MORNING)
    return made
