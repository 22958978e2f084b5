"""What the tests of documents share."""

import pytest

from ..logic.rendering import FONTS, Renderer


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """Render with the fonts that the interface ships."""
    if not list(FONTS.glob("*.ttf")):
        pytest.skip("the fonts are not built (make run builds them)")
    return Renderer(fonts=FONTS)
