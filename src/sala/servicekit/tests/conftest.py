"""A small country with one service and one guide, which each test may spoil in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sala.servicekit import check_pack
from sala.servicekit.pack import Pack, load_pack
from sala.servicekit.problems import Problem
from sala.servicekit.schema.service import Service

SMALL = Path(__file__).parent / "small"
SERVICE = "services/town/dog-registration/service.yaml"
GUIDE = "services/livestock/dog-passport/service.yaml"

Spoil = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """A copy of the small country that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def spoil(country: Path) -> Spoil:
    """Replace words in one file of the country, and give the problems that follow."""

    def replace(before: str, after: str, file: str = SERVICE) -> tuple[Problem, ...]:
        text = (country / file).read_text("utf-8")
        assert text.count(before) == 1, before
        (country / file).write_text(text.replace(before, after), encoding="utf-8")
        return check_pack(country)

    return replace


@pytest.fixture(scope="session")
def small() -> Pack:
    """The small country, loaded."""
    return load_pack(SMALL)


@pytest.fixture(scope="session")
def dogs(small: Pack) -> Service:
    """Its one service."""
    return small.services["dog-registration"]
