"""The standing cast: the pack's fictional people, known to the platform. Django is ready only inside a fixture."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from ..contracts import SignedIn

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)

SignIn = Callable[[str], "SignedIn"]


@pytest.fixture
def pack() -> Path:
    """The country pack."""
    from django.conf import settings

    return Path(settings.SALA_PACK)


@pytest.fixture
def cast(db: None, pack: Path) -> dict[str, UUID]:
    """The id of each fictional person, by key; the transaction has entered nobody's rows."""
    from sala.infra import tenancy

    from ..operations import load_demonstration_people

    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    people = load_demonstration_people(pack=pack, at=NOW)
    tenancy.enter()
    return people


@pytest.fixture
def signs_in(cast: dict[str, UUID], pack: Path) -> SignIn:
    """Sign a fictional person in, by key."""
    from sala.infra import tenancy
    from sala.kernel.actors import Assurance

    from ..contracts import Claims
    from ..logic import demonstration
    from ..operations import sign_in

    numbers = {person.key: person.number for person in demonstration.read_people(pack)}

    def sign(key: str) -> "SignedIn":
        claims = Claims("demonstration", key, numbers[key], Assurance(identity=2, authentication=2), NOW)
        signed = sign_in(claims=claims, at=NOW)
        tenancy.enter()
        return signed

    return sign
