"""What the tests of casework share: the day they play on, the pack's calendar, and applications ready to send."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from tests.cast import SignedInAs

from sala.kernel.calendars import WorkingCalendar

from .forms import FORMS, NOW, Fill, Send, uploads_of

if TYPE_CHECKING:
    from sala.servicekit.pack import Pack

    from ..contracts import Receipt

# pytest reads this file before Django is set up, so what needs Django is imported by the fixtures themselves.


@pytest.fixture
def today() -> datetime:
    """Friday 20 November 2026, ten in the morning in Bangkok."""
    return NOW


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    """The working days of the pack."""
    return WorkingCalendar.load(Path(os.environ["SALA_PACK"]) / "calendar")


@pytest.fixture
def fill(signed_in_as: SignedInAs) -> Fill:
    """Fill in every page of a service as one of the cast, ready to send; the transaction has entered their rows."""
    from .. import public as casework

    def fill_in(key: str | None, slug: str) -> UUID:
        person = signed_in_as(key)
        case = casework.start_draft(slug=slug, by=person, lang="th", at=NOW).id
        for page, raw in FORMS[slug].items():
            casework.save_page(
                case_id=case, page_id=page, raw=raw, version=0, by=person, at=NOW, uploads=uploads_of(page)
            )
        return case

    return fill_in


@pytest.fixture
def send(fill: Fill, signed_in_as: SignedInAs) -> Send:
    """Fill in and send an application of one of the cast."""
    from .. import public as casework

    def send_in(key: str | None, slug: str) -> "Receipt":
        case = fill(key, slug)
        if key is None:
            from sala.kernel.actors import ANONYMOUS

            return casework.submit(case_id=case, by=ANONYMOUS, at=NOW)
        return casework.submit(case_id=case, by=signed_in_as(key), at=NOW)

    return send_in


@pytest.fixture(scope="session")
def pack() -> "Pack":
    """The country's pack, read once."""
    from sala.domains.catalogue import public as catalogue

    return catalogue.get_pack()
