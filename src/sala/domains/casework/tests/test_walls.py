"""Row-level security, proved by reads that forget every policy of our own: PostgreSQL alone decides."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection
from tests.cast import SignedInAs

from sala.domains.casework import public as casework
from sala.domains.casework.models import Case
from sala.infra import tenancy

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
PROTECTED = (
    "catalogue_mark",
    "casework_case",
    "casework_line",
    "casework_correction",
    "casework_decision",
    "casework_attachment",
    "documents_issued",
    "identity_post",
    "identity_grant",
    "ledger_access",
    "ledger_entry",
    "notices_notice",
    "registries_fact",
)


@pytest.fixture
def case(signed_in_as: SignedInAs) -> UUID:
    """A case that has come to Chiang Mai, put there past every operation."""
    elder = signed_in_as("elder")
    draft = casework.start_draft(slug="old-age-allowance", by=elder, lang="th", at=NOON).id
    Case.objects.filter(pk=draft).update(
        state="open", agency="chiang-mai-city", serial=7, received_at=NOON, step="check"
    )
    tenancy.enter()
    return draft


def seen() -> int:
    return Case.objects.count()


def test_a_person_sees_their_own_case(case: UUID, signed_in_as: SignedInAs) -> None:
    signed_in_as("elder")
    assert seen() == 1


def test_the_agency_sees_its_case_and_another_sees_none(case: UUID) -> None:
    tenancy.enter(agency="chiang-mai-city")
    assert seen() == 1
    tenancy.enter(agency="mae-hia-town")
    assert seen() == 0


@pytest.mark.parametrize("key", ["shop-owner", "english-speaker", "other-officer", "scam-officer", None])
def test_nobody_else_sees_it(case: UUID, signed_in_as: SignedInAs, key: str | None) -> None:
    signed_in_as(key)
    assert seen() == 0


@pytest.mark.parametrize("key", ["shop-owner", "officer", None])
def test_a_draft_that_belongs_to_no_agency_yet_is_not_everyones(signed_in_as: SignedInAs, key: str | None) -> None:
    casework.start_draft(slug="old-age-allowance", by=signed_in_as("elder"), lang="th", at=NOON)
    signed_in_as(key)
    assert seen() == 0


def test_a_code_opens_exactly_one_case(case: UUID, signed_in_as: SignedInAs) -> None:
    nobody = signed_in_as(None)
    codes = [casework.start_draft(slug="scam-report", by=nobody, lang="th", at=NOON).code or "" for _ in range(3)]
    tenancy.enter()
    assert seen() == 0
    opened = casework.enter_by_code(code=codes[1])
    assert list(Case.objects.values_list("pk", flat=True)) == [opened]


def test_an_agency_can_write_into_no_other(case: UUID) -> None:
    tenancy.enter(agency="chiang-mai-city")
    with pytest.raises(Exception, match="row-level security"):
        Case.objects.filter(pk=case).update(agency="mae-hia-town")


def test_what_a_transaction_entered_ends_with_it(transactional_db: None) -> None:
    from django.db import transaction

    with transaction.atomic():
        tenancy.enter(agency="chiang-mai-city")
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('sala.agency', true), '')")
        assert cursor.fetchone() == ("",)


@pytest.mark.parametrize("table", PROTECTED)
def test_row_level_security_is_on(db: None, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [table])
        assert cursor.fetchone() == (True,)


def test_every_table_with_an_agency_stands_behind_the_wall(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relkind = 'r' AND a.attname = 'agency' AND NOT c.relrowsecurity"
            " AND c.relnamespace = 'public'::regnamespace"
        )
        assert cursor.fetchall() == []


def test_who_serves_neither_owns_the_tables_nor_bypasses_the_wall(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, r.rolsuper OR r.rolbypassrls, pg_get_userbyid(c.relowner)"
            " FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'casework_case'::regclass"
        )
        assert cursor.fetchone() == ("sala_app", False, "sala_owner")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE casework_line SET kind = 'x'",
        "DELETE FROM casework_decision",
        "UPDATE casework_release SET service = 'x'",
    ],
)
def test_what_may_only_be_added_cannot_be_changed(db: None, statement: str) -> None:
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)
