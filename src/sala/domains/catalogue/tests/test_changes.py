"""What changed is told from the editions, and of a discreet service no more than that it did."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from sala.infra import tenancy

from .. import public as catalogue
from ..models import Edition

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_what_a_change_does_is_told_except_of_a_discreet_service() -> None:
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    catalogue.load_editions(at=NOW)
    hidden = next(one for one in catalogue.list_public_services() if one.discreet)
    for slug in (hidden.slug, "scam-report"):
        edition = Edition.objects.get(service=slug)
        edition.pk, edition.number, edition.published_at = uuid4(), 2, NOW + timedelta(days=1)
        edition.effects = [{"kind": "fee", "th": "เบี้ยผู้ป่วยเอดส์เพิ่มขึ้น", "en": "The AIDS allowance rises"}]
        edition.save(force_insert=True)

    told = {change.path: [effect.says.en for effect in change.effects] for change in catalogue.list_changes(at_most=2)}

    assert told == {hidden.shown_path: [], "scam-report": ["The AIDS allowance rises"]}
