"""What crosses identity's door: people, posts, sign-ins and refusals."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sala.kernel.actors import Actor, Assurance, Grant
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.kernel.identifiers import CitizenId


@dataclass(frozen=True, slots=True)
class Person:
    """A person the platform knows. What the registers say of them stands there; here they are one and the same."""

    id: UUID
    known_since: datetime


@dataclass(frozen=True, slots=True)
class Post:
    """An officer's post: what one person may do, for which agency, during a half-open period of days."""

    id: UUID
    person: UUID
    agency: str
    unit: str
    role: str
    grants: frozenset[Grant]
    held_from: date
    held_until: date | None


@dataclass(frozen=True, slots=True)
class Claims:
    """What an identity provider says of the one who signed in. `subject` is the provider's own name for them."""

    provider: str
    subject: str
    number: CitizenId
    assurance: Assurance
    authenticated_at: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new sign-in. `token` is the only copy of the secret that the browser keeps."""

    token: str
    actor: Actor
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class AuthorisationRequest:
    """What the front door asks an identity provider (OpenID Connect Core 1.0, s. 3.1.2.1, with PKCE S256)."""

    client: str
    return_address: str
    state: str
    nonce: str
    challenge: str


@dataclass(frozen=True, slots=True)
class Identification:
    """An identity provider's answer for one authorisation code; `nonce` must be the one the front door sent."""

    claims: Claims
    nonce: str


@dataclass(frozen=True, slots=True)
class DemonstrationPost:
    """The post a fictional officer holds."""

    agency: str
    unit: str
    role: str
    grants: frozenset[Grant]


@dataclass(frozen=True, slots=True)
class DemonstrationPerson:
    """A fictional person anyone may sign in as, and what they can try."""

    key: str
    number: CitizenId
    name: Text
    about: Text
    tries: tuple[Text, ...]
    post: DemonstrationPost | None


@dataclass(frozen=True, slots=True)
class KeptForm:
    """What someone had typed when their sign-in expired. `fields` are shown to that person only."""

    path: str
    fields: tuple[tuple[str, str], ...]


class PersonNotFound(NotFound):
    """Nobody has this id, or they are not for this reader."""

    code = "person-not-found"


class SignInFailed(SalaError):
    """The sign-in was begun too long ago, in another browser, or its answer was changed or used already."""

    code = "sign-in-failed"
    status = 400
    message = Text(
        th="เข้าสู่ระบบไม่สำเร็จ เพราะลิงก์นี้หมดเวลาหรือถูกใช้ไปแล้ว เริ่มเข้าสู่ระบบใหม่อีกครั้ง ข้อมูลที่บันทึกไว้ยังอยู่ครบ",
        en="Sign-in did not work, because this link has expired or was already used."
        " Sign in again; everything you saved is still there",
    )


class AccountSuspended(SalaError):
    """The account may not be used to sign in until the agency opens it again."""

    code = "account-suspended"
    status = 403
    message = Text(
        th="บัญชีนี้ถูกระงับการใช้งาน ติดต่อหน่วยงานที่ดูแลระบบเพื่อเปิดใช้อีกครั้ง",
        en="This account is suspended. Ask the agency that runs this service to open it again",
    )


class NoIdentityProvider(SalaError):
    """No way to sign in has been set up on this installation."""

    code = "no-identity-provider"
    status = 503
    message = Text(
        th="ระบบนี้ยังไม่ได้เปิดช่องทางเข้าสู่ระบบ บริการที่ไม่ต้องเข้าสู่ระบบยังใช้ได้ตามปกติ",
        en="Sign-in has not been set up here yet. Services that need no sign-in still work",
    )


class DemonstrationOnly(NotFound):
    """Fictional people sign in on demonstration installations only; elsewhere the page does not exist."""

    code = "demonstration-only"
