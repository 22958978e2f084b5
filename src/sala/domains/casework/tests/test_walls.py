"""Row-level security, proved by reading without any policy of our own: PostgreSQL alone decides."""

from datetime import UTC, datetime

from tests.cast import SignedInAs

from sala.domains.casework import public as casework
from sala.domains.casework.models import Case

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def test_nobody_sees_anothers_draft(signed_in_as: SignedInAs) -> None:
    casework.start_draft(slug="old-age-allowance", by=signed_in_as("elder"), lang="th", at=NOON)
    assert Case.objects.count() == 1
    signed_in_as("shop-owner")
    assert Case.objects.count() == 0
    signed_in_as(None)
    assert Case.objects.count() == 0
