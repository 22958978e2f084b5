"""A policy lets pass or refuses with its own words; an id is new, and later than the one before."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.actors import ANONYMOUS, Actor, Assurance, Grant, system_actor
from sala.kernel.errors import NotAllowed, NotFound
from sala.kernel.policies import SignInNeeded, anyone, officer, policy, signed_in
from sala.kernel.unique import uuid7

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SAMRAN = Actor(person=UUID(int=1))
OFFICER = Actor(person=UUID(int=2), agency="chiang-mai-city", grants=frozenset({Grant("case.decide", "dogs")}))


def test_a_policy_bears_the_name_of_its_rule_and_refuses_in_its_own_words() -> None:
    @policy(refusal=NotFound)
    def owns(actor: Actor, resource: UUID) -> bool:
        return actor.person == resource

    owns.require(SAMRAN, UUID(int=1))
    with pytest.raises(NotFound):
        owns.require(SAMRAN, UUID(int=9))
    assert owns.name.endswith("owns")


def test_the_public_is_everyone_and_a_signed_in_person_is_not_nobody() -> None:
    anyone.require(ANONYMOUS, None)
    signed_in.require(SAMRAN, None)
    with pytest.raises(SignInNeeded) as refused:
        signed_in.require(ANONYMOUS, None)
    assert refused.value.text.en.startswith("Sign in first")


def test_a_page_for_officers_does_not_exist_for_others() -> None:
    officer.require(OFFICER, None)
    with pytest.raises(NotFound):
        officer.require(SAMRAN, None)


def test_a_part_of_the_system_is_no_officer() -> None:
    assert not system_actor("outbox", agency="chiang-mai-city").is_officer
    assert not system_actor("outbox").is_anonymous


@pytest.mark.parametrize(
    ("action", "service", "agency", "may"),
    [
        ("case.decide", "dogs", "chiang-mai-city", True),
        ("case.read", "dogs", "chiang-mai-city", False),
        ("case.decide", "cats", "chiang-mai-city", False),
        ("case.decide", "dogs", "mae-hia-town", False),
    ],
)
def test_a_grant_is_one_act_on_one_service_of_ones_own_agency(
    action: str, service: str, agency: str, may: bool
) -> None:
    assert OFFICER.may(action, service=service, agency=agency) is may


def test_a_grant_on_every_service_covers_each() -> None:
    assert Grant("case.read").covers("case.read", "anything")


@pytest.mark.parametrize(
    ("has", "needs", "reaches"), [((2, 2), (2, 1), True), ((2, 1), (1, 2), False), ((0, 0), (0, 0), True)]
)
def test_assurance_must_reach_on_both_scales(has: tuple[int, int], needs: tuple[int, int], reaches: bool) -> None:
    assert Assurance(*has).reaches(Assurance(*needs)) is reaches


def test_a_refusal_without_its_own_words_is_still_told() -> None:
    @policy()
    def never(actor: Actor, resource: object) -> bool:
        return False

    with pytest.raises(NotAllowed, match="not allowed"):
        never.require(SAMRAN, None)


@given(milliseconds=st.integers(946_684_800_000, 7_258_118_400_000))
def test_an_id_is_of_version_7_and_tells_its_millisecond(milliseconds: int) -> None:
    made = uuid7(EPOCH + timedelta(milliseconds=milliseconds))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == milliseconds


def test_a_later_id_sorts_after_an_earlier_one_and_none_is_made_twice() -> None:
    noon = datetime(2026, 11, 20, 5, tzinfo=UTC)
    ids = [uuid7(noon + timedelta(milliseconds=ms)) for ms in range(1000)]
    assert ids == sorted(ids)
    assert len({uuid7(noon) for _ in range(1000)}) == 1000
