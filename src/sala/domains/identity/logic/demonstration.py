"""
The demonstration identity provider: fictional people, a choice instead of a password, otherwise the real protocol.

It stands behind the same front door as a real provider, so replacing it changes nothing else.
"""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from sala.kernel.actors import Assurance, Grant
from sala.kernel.bilingual import Text
from sala.kernel.declarations import read_declaration
from sala.kernel.errors import SalaError
from sala.kernel.identifiers import CitizenId

from ..contracts import AuthorisationRequest, DemonstrationPerson, DemonstrationPost, SignInFailed
from .front_door import CLIENT

PROVIDER = "demonstration"

ASSURANCE = Assurance(identity=2, authentication=2)
"""What a fictional person is treated as: the level of a real sign-in by ThaID."""

_RESERVED = "000000000"
_LONGEST_PARAMETER = 200


class NotFictional(SalaError):
    """A demonstration person must bear a number kept for tests, so that nobody real is ever in it."""

    code = "not-fictional"
    status = 500
    message = Text(
        th="บุคคลสมมติ {key} ต้องใช้เลขที่ขึ้นต้นด้วย 0-0000-0000 ซึ่งสงวนไว้สำหรับทดสอบ",
        en="The demonstration person {key} must have a number that begins with 0-0000-0000, kept for tests",
    )


def people_file(pack: Path) -> Path:
    """Name the file of fictional people in a country pack."""
    return pack / "demonstration" / "people.yaml"


@cache
def read_people(pack: Path) -> tuple[DemonstrationPerson, ...]:
    """
    Read the fictional people of a country pack, once in a process.

    :raises NotFictional: a number is not one of those kept for tests.
    """
    return tuple(_person(declared) for declared in read_declaration(people_file(pack))["people"])


def check_request(asked: AuthorisationRequest, *, return_addresses: Collection[str]) -> AuthorisationRequest:
    """
    Accept a request only from this platform's own front door, with its secrets in place.

    Source: RFC 6749, s. 4.1.2.1 (a request with a wrong return address is never answered by redirection).
    :raises SignInFailed: another client or return address, or a missing or endless state, nonce or challenge.
    """
    if asked.client != CLIENT or asked.return_address not in return_addresses:
        raise SignInFailed
    if not all(0 < len(value) <= _LONGEST_PARAMETER for value in (asked.state, asked.nonce, asked.challenge)):
        raise SignInFailed
    return asked


def _person(declared: dict[str, Any]) -> DemonstrationPerson:
    number = CitizenId.parse(declared["number"])
    if not number.digits.startswith(_RESERVED):
        raise NotFictional(key=declared["key"])
    return DemonstrationPerson(
        key=declared["key"],
        number=number,
        name=Text(**declared["name"]),
        about=Text(**declared["about"]),
        tries=tuple(Text(**sentence) for sentence in declared["tries"]),
        post=_post(declared["post"]) if "post" in declared else None,
    )


def _post(declared: dict[str, Any]) -> DemonstrationPost:
    return DemonstrationPost(
        agency=declared["agency"],
        unit=declared["unit"],
        role=declared["role"],
        grants=frozenset(Grant(**grant) for grant in declared["grants"]),
    )
