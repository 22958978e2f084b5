"""What several kinds of tests share: one running product, and browser tests only where a chromium is."""

import shutil
from collections.abc import Iterator

import pytest

from tests.running import Site, serve

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_left_out = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser that this machine does not have."""
    if any(shutil.which(name) for name in _NAMES):
        return
    needing = [item for item in items if item.get_closest_marker("browser")]
    for item in needing:
        item.add_marker(pytest.mark.skip(reason="no chromium"))
    config.stash[_left_out] = len(needing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say in one line what was not run, and how to have it run."""
    if count := config.stash.get(_left_out, 0):
        terminalreporter.write_line(
            f"Not run: {count} browser tests, because no chromium is installed (make system-packages)"
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Start the whole product once, for every test that walks through it."""
    with serve(tmp_path_factory.mktemp("site")) as site:
        yield site
