"""The standing cast, with the registers filled. Django is ready only inside a fixture."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def cast(db: None) -> dict[str, UUID]:
    """The id of each fictional person, by key; the transaction has entered nobody's rows."""
    from django.conf import settings

    from sala.domains.identity import public as identity
    from sala.domains.organisations import public as organisations
    from sala.infra import tenancy

    from .. import public as registries

    pack = Path(settings.SALA_PACK)
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    organisations.load(organisations.get_pack(), NOW)
    people = identity.load_demonstration_people(pack=pack, at=NOW)
    registries.load_demonstration_registers(pack=pack, people=people, at=NOW)
    tenancy.enter()
    return people
