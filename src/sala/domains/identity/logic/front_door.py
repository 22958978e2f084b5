"""
The platform's half of a sign-in: what it sends to an identity provider and what it accepts back.

The same for every provider. Source: OpenID Connect Core 1.0, s. 3.1 (authorization code flow); RFC 7636 (PKCE).
"""

from dataclasses import dataclass
from datetime import datetime

from ..contracts import AuthorisationRequest, Claims, Identification, SignInFailed
from . import lifetimes, secrecy

CLIENT = "sala"


@dataclass(frozen=True, slots=True)
class Handshake:
    """What the browser carries, signed, from the start of a sign-in to its return."""

    state: str
    nonce: str
    verifier: str
    back_to: str
    begun_at: datetime


def begin(*, back_to: str, at: datetime) -> Handshake:
    """Start a sign-in that returns to a page of this site. Its three secrets are fresh."""
    state, nonce, verifier = (secrecy.new_token() for _ in range(3))
    return Handshake(state=state, nonce=nonce, verifier=verifier, back_to=back_to, begun_at=at)


def request_of(handshake: Handshake, *, return_address: str) -> AuthorisationRequest:
    """Give what is sent to the provider; the verifier itself stays with the browser's signed cookie."""
    return AuthorisationRequest(
        client=CLIENT,
        return_address=return_address,
        state=handshake.state,
        nonce=handshake.nonce,
        challenge=secrecy.challenge_of(handshake.verifier),
    )


def check_return(handshake: Handshake | None, *, state: str, at: datetime) -> Handshake:
    """
    Accept the browser that comes back only if it is the one that left, with the state it left with, in time.

    :raises SignInFailed: another browser, another state, or too late.
    """
    if handshake is None or not secrecy.is_same(handshake.state, state):
        raise SignInFailed
    if at >= handshake.begun_at + lifetimes.HANDSHAKE:
        raise SignInFailed
    return handshake


def claims_for(handshake: Handshake, answer: Identification) -> Claims:
    """
    Accept the provider's answer only if it was made for this sign-in.

    :raises SignInFailed: the answer bears another nonce.
    """
    if not secrecy.is_same(handshake.nonce, answer.nonce):
        raise SignInFailed
    return answer.claims
