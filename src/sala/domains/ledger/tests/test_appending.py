"""Appending costs one statement, commits or vanishes with its transaction, and cannot be taken back."""

from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from sala.infra import tenancy
from sala.kernel.actors import Actor

from .. import public as ledger
from ..models import Access, Entry
from .people import CASE, MANEE, NOON, OFFICER, OTHER_CASE, SOMSRI, entry_of

pytestmark = pytest.mark.django_db


def statements_of(counted: CaptureQueriesContext) -> int:
    return len(counted.captured_queries)


def test_appending_many_entries_is_one_statement() -> None:
    with CaptureQueriesContext(connection) as counted:
        ledger.append_many([entry_of(number) for number in range(20)])
    assert statements_of(counted) == 1
    tenancy.enter(agency="city-example")
    assert [item.body["number"] for item in ledger.list_entries(subject=CASE).items] == list(range(20))


def test_an_entry_vanishes_with_its_transaction() -> None:
    with transaction.atomic():
        ledger.append(entry_of())
        transaction.set_rollback(True)
    assert ledger.count_unsigned_entries() == 0


def test_entries_of_one_moment_keep_their_order() -> None:
    for word in ("first", "second", "third", "fourth"):
        ledger.append(entry_of(word=word))
    tenancy.enter(agency="city-example")
    shown = [item.body["word"] for item in ledger.list_entries(subject=CASE).items]
    assert shown == ["first", "second", "third", "fourth"]


def test_a_refused_entry_keeps_the_others_out_too() -> None:
    with pytest.raises(ledger.EntryRefused):
        ledger.append_many([entry_of(), entry_of(word="Somsri Jaidee")])
    assert ledger.count_unsigned_entries() == 0


def test_a_citizen_in_no_agency_appends_and_sees_nothing_of_it() -> None:
    tenancy.enter(person=SOMSRI)
    ledger.append(entry_of())
    assert ledger.list_entries(subject=CASE).items == ()


@pytest.mark.parametrize(
    "entered", [{"agency": "city-example"}, {"case": CASE}, {"person": CASE}, {"agency": tenancy.EVERY_AGENCY}]
)
def test_the_agency_the_case_and_the_person_see_an_entry(entered: dict[str, object]) -> None:
    ledger.append(entry_of())
    tenancy.enter(**entered)  # type: ignore[arg-type]  # each case names one argument
    assert [item.subject for item in ledger.list_entries(subject=CASE).items] == [CASE]


def test_another_agency_sees_neither_entry_nor_salt() -> None:
    ledger.append(entry_of())
    tenancy.enter(agency="other-city")
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM ledger_entry), (SELECT count(*) FROM ledger_salt)")
        assert cursor.fetchone() == (0, 0)


@pytest.mark.parametrize("table", ["entry", "leaf", "subtree", "checkpoint", "access"])
@pytest.mark.parametrize("change", ["UPDATE ledger_{} SET {} = {}", "DELETE FROM ledger_{}"])
def test_the_serving_role_changes_and_removes_nothing(table: str, change: str) -> None:
    column = {"leaf": "index", "subtree": "index", "checkpoint": "note"}.get(table, "id")
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(change.format(table, column, column))


def test_pages_of_entries_follow_each_other() -> None:
    ledger.append_many([entry_of(number) for number in range(5)])
    ledger.append(entry_of(subject=OTHER_CASE))
    tenancy.enter(agency="city-example")
    first = ledger.list_entries(subject=CASE, limit=3)
    second = ledger.list_entries(subject=CASE, limit=3, after=first.next)
    assert [item.body["number"] for item in (*first.items, *second.items)] == list(range(5))
    assert second.next is None


@pytest.mark.parametrize("cursor", ["x", "-1", "๑", "1" * 30])
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(ledger.CursorNotUnderstood):
        ledger.list_entries(subject=CASE, after=cursor)
    with pytest.raises(ledger.CursorNotUnderstood):
        ledger.list_access(person=SOMSRI, before=cursor)


def test_an_access_is_one_row_for_each_person_in_one_statement() -> None:
    with CaptureQueriesContext(connection) as counted:
        ledger.record_access(
            by=OFFICER, persons=[SOMSRI, MANEE, SOMSRI], purpose="decide", through="desk.case", at=NOON
        )
    assert statements_of(counted) == 1
    tenancy.enter(agency="city-example")
    assert sorted(Access.objects.values_list("person", flat=True)) == [SOMSRI, MANEE]


def test_a_person_sees_who_looked_and_why() -> None:
    ledger.record_access(by=OFFICER, persons=[SOMSRI], purpose="decide", through="desk.case", at=NOON)
    tenancy.enter(person=SOMSRI)
    (seen,) = ledger.list_access(person=SOMSRI).items
    assert (seen.by_person, seen.agency, seen.role) == (OFFICER.person, "city-example", "municipal-officer")
    assert (seen.purpose, seen.through, seen.at) == ("decide", "desk.case", NOON)


def test_nobody_sees_somebody_else_s_accesses() -> None:
    ledger.record_access(by=OFFICER, persons=[SOMSRI], purpose="decide", through="desk.case", at=NOON)
    tenancy.enter(person=MANEE)
    assert ledger.list_access(person=SOMSRI).items == ()


def test_a_system_without_an_agency_leaves_its_name() -> None:
    reader = Actor(system="registry-sync")
    ledger.record_access(by=reader, persons=[SOMSRI], purpose="keep-current", through="registries.sync", at=NOON)
    tenancy.enter(person=SOMSRI)
    assert [seen.by_system for seen in ledger.list_access(person=SOMSRI).items] == ["registry-sync"]


def test_a_purpose_is_a_code_and_nothing_is_written_for_nobody() -> None:
    with pytest.raises(ledger.EntryRefused):
        ledger.record_access(by=OFFICER, persons=[SOMSRI], purpose="to decide", through="desk.case", at=NOON)
    ledger.record_access(by=OFFICER, persons=[], purpose="decide", through="desk.case", at=NOON)
    tenancy.enter(agency="city-example")
    assert not Access.objects.exists()


def test_pages_of_accesses_follow_each_other_newest_first() -> None:
    for number in range(5):
        at = entry_of(number).at
        ledger.record_access(by=OFFICER, persons=[SOMSRI], purpose="decide", through="desk.case", at=at)
    tenancy.enter(person=SOMSRI)
    first = ledger.list_access(person=SOMSRI, limit=3)
    second = ledger.list_access(person=SOMSRI, limit=3, before=first.next)
    shown = [item.at for item in (*first.items, *second.items)]
    assert shown == sorted(shown, reverse=True)
    assert (len(shown), second.next) == (5, None)


def test_an_entry_s_id_is_time_ordered_and_given_back() -> None:
    given = ledger.append(entry_of())
    tenancy.enter(agency="city-example")
    assert isinstance(given, UUID)
    assert list(Entry.objects.values_list("id", flat=True)) == [given]
