"""Sign-ins on a real PostgreSQL, as the role that serves."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from sala.kernel.actors import ANONYMOUS, Grant, system_actor

from ..contracts import AccountSuspended
from ..logic import lifetimes, secrecy
from ..models import AccountRow, GrantRow, PersonRow, PostRow, SessionRow
from ..operations import end_post, sign_out, sign_out_everywhere
from ..queries import find_last_holder, resolve
from .conftest import SignIn

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=5)


def test_a_signed_in_visitor_costs_one_statement(
    signs_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    signed = signs_in("officer")
    with django_assert_num_queries(1):
        actor = resolve(token=signed.token, at=NOW)
    assert actor == signed.actor
    assert (actor.agency, actor.role) == ("chiang-mai-city", "municipal-officer")
    assert Grant("case.decide") in actor.grants


def test_the_same_statement_enters_the_actors_rows(signs_in: SignIn) -> None:
    signed = signs_in("officer")
    assert not PostRow.objects.exists()
    resolve(token=signed.token, at=NOW)
    # Both officers of the agency, and not the one of another.
    assert set(PostRow.objects.values_list("agency", flat=True)) == {"chiang-mai-city"}
    assert PostRow.objects.count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('sala.person')")
        assert cursor.fetchone() == (str(signed.actor.person),)


def test_a_citizen_enters_no_agency(signs_in: SignIn) -> None:
    actor = resolve(token=signs_in("elder").token, at=NOW)
    assert actor.agency is None and not actor.grants
    assert not PostRow.objects.exists() and not GrantRow.objects.exists()


def test_a_token_that_opens_nothing_leaves_a_visitor_anonymous(cast: dict[str, UUID]) -> None:
    assert resolve(token="made-up", at=NOW) is ANONYMOUS


def test_only_the_digest_of_a_token_is_stored(signs_in: SignIn) -> None:
    signed = signs_in("elder")
    row = SessionRow.objects.get(person_id=signed.actor.person)
    assert bytes(row.digest) == secrecy.digest_of(signed.token)


def test_a_sign_in_slides_while_it_is_used_and_ends_when_idle(signs_in: SignIn) -> None:
    token = signs_in("elder").token
    assert resolve(token=token, at=NOW + timedelta(minutes=29)).person
    assert resolve(token=token, at=NOW + timedelta(minutes=58)).person
    assert resolve(token=token, at=NOW + timedelta(minutes=58) + lifetimes.IDLE) is ANONYMOUS


def test_a_sign_in_ends_at_its_latest_moment_however_much_it_is_used(signs_in: SignIn) -> None:
    token, moment = signs_in("elder").token, NOW
    while moment < NOW + lifetimes.LONGEST:
        assert resolve(token=token, at=moment).person
        moment += timedelta(minutes=20)
    assert resolve(token=token, at=NOW + lifetimes.LONGEST) is ANONYMOUS


def test_a_request_within_a_minute_of_the_last_writes_nothing(signs_in: SignIn) -> None:
    signed = signs_in("elder")
    resolve(token=signed.token, at=NOW + timedelta(seconds=50))
    assert SessionRow.objects.get(person_id=signed.actor.person).seen_at == NOW


def test_signing_out_ends_the_sign_in_but_its_holder_is_remembered(signs_in: SignIn) -> None:
    signed = signs_in("elder")
    sign_out(by=signed.actor, at=SOON)
    sign_out(by=signed.actor, at=SOON + timedelta(minutes=1))
    assert resolve(token=signed.token, at=SOON) is ANONYMOUS
    assert find_last_holder(token=signed.token) == signed.actor.person


def test_every_sign_in_of_a_person_can_be_ended_at_once(signs_in: SignIn) -> None:
    first, second, other = signs_in("elder"), signs_in("elder"), signs_in("officer")
    assert first.actor.person is not None
    assert sign_out_everywhere(person=first.actor.person, at=SOON) == 2
    assert resolve(token=second.token, at=SOON) is ANONYMOUS
    assert resolve(token=other.token, at=SOON).person


def test_a_suspended_account_neither_signs_in_nor_stays_signed_in(signs_in: SignIn) -> None:
    token = signs_in("elder").token
    AccountRow.objects.filter(subject="elder").update(suspended_at=NOW)
    assert resolve(token=token, at=NOW) is ANONYMOUS
    with pytest.raises(AccountSuspended):
        signs_in("elder")


def test_a_post_taken_away_ends_its_sign_ins(signs_in: SignIn) -> None:
    signed = signs_in("officer")
    resolve(token=signed.token, at=NOW)
    held = PostRow.objects.get(person_id=signed.actor.person)
    end_post(post=held.pk, by=system_actor("test"), at=SOON)
    assert resolve(token=signed.token, at=SOON) is ANONYMOUS
    assert signs_in("officer").actor.agency is None


def test_an_identity_number_stands_nowhere_in_the_clear(cast: dict[str, UUID]) -> None:
    row = PersonRow.objects.get(pk=cast["elder"])
    assert b"0000000000019" not in bytes(row.number_sealed) + bytes(row.number_index)
