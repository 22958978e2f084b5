"""Secrets, safe addresses and the handshake: pure, no database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.actors import Assurance
from sala.kernel.identifiers import CitizenId

from ..contracts import Claims, Identification, SignInFailed
from ..logic import front_door, lifetimes, secrecy
from ..logic.addresses import local_path

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ELDER = CitizenId.parse("0-0000-00000-01-9")


def test_a_token_has_256_random_bits_and_only_its_digest_is_kept() -> None:
    token = secrecy.new_token()
    assert len(token) >= 43
    assert token not in repr(secrecy.digest_of(token))
    assert secrecy.digest_of(token) == secrecy.digest_of(token) != secrecy.digest_of(secrecy.new_token())


def test_equal_values_in_two_columns_have_different_blind_indexes() -> None:
    one, other = (secrecy.blind_index(b"k" * 32, column=c, value="0000000000019") for c in ("a.number", "b.number"))
    assert one != other


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\/evil",
        "/\t/evil",
        "javascript:alert(1)",
        None,
        "",
    ],
)
def test_a_browser_is_never_sent_to_another_site(elsewhere: str | None) -> None:
    assert local_path(elsewhere, otherwise="/en/") == "/en/"


@given(st.text())
def test_whatever_is_asked_the_path_is_our_own(asked: str) -> None:
    path = local_path(asked, otherwise="/")
    assert path.startswith("/") and not path.startswith(("//", "/\\"))


def test_the_browser_that_returns_is_the_one_that_left() -> None:
    handshake = front_door.begin(back_to="/drafts/1", at=NOW)
    assert front_door.check_return(handshake, state=handshake.state, at=NOW).back_to == "/drafts/1"
    for wrong in (None, front_door.begin(back_to="/", at=NOW)):
        with pytest.raises(SignInFailed):
            front_door.check_return(wrong, state=handshake.state, at=NOW)


def test_a_handshake_is_over_after_ten_minutes() -> None:
    handshake = front_door.begin(back_to="/", at=NOW)
    with pytest.raises(SignInFailed):
        front_door.check_return(handshake, state=handshake.state, at=NOW + lifetimes.HANDSHAKE)


def test_an_answer_made_for_another_sign_in_is_refused() -> None:
    handshake = front_door.begin(back_to="/", at=NOW)
    claims = Claims("demonstration", "elder", ELDER, Assurance(2, 2), NOW)
    assert front_door.claims_for(handshake, Identification(claims, handshake.nonce)) == claims
    with pytest.raises(SignInFailed):
        front_door.claims_for(handshake, Identification(claims, "another"))


def test_the_verifier_never_leaves_with_the_request() -> None:
    handshake = front_door.begin(back_to="/", at=NOW)
    asked = front_door.request_of(handshake, return_address="/sign-in/return")
    assert handshake.verifier not in repr(asked)
    assert asked.challenge == secrecy.challenge_of(handshake.verifier)
    assert lifetimes.ends_at(NOW) - NOW == timedelta(hours=12)
