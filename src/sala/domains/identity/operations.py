"""Writes of identity: know a person, give a post, begin and end a sign-in, keep what was typed."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from sala.domains.ledger import public as ledger
from sala.infra import envelopes, tenancy
from sala.kernel.actors import Actor, Grant, system_actor
from sala.kernel.days import thai_day
from sala.kernel.identifiers import CitizenId
from sala.kernel.unique import uuid7

from . import policies
from .contracts import (
    AccountSuspended,
    AuthorisationRequest,
    Claims,
    DemonstrationPost,
    Identification,
    KeptForm,
    NoIdentityProvider,
    Person,
    PersonNotFound,
    Post,
    SignedIn,
    SignInFailed,
)
from .logic import demonstration, front_door, lifetimes, secrecy
from .logic.front_door import Handshake
from .models import AccountRow, DemonstrationCodeRow, GrantRow, KeptFormRow, PersonRow, PostRow, SessionRow
from .queries import NUMBER_PLACE, find_person, index_of, list_demonstration_people, list_posts

_FIELDS_PLACE = "identity_kept_form.fields_sealed"


@transaction.atomic
def register_person(*, number: CitizenId, at: datetime) -> Person:
    """Know a person from now on: the one who has this number already, or a new one with a data key of their own."""
    if known := find_person(number=number):
        return known
    person = uuid7(at)
    _, envelope = envelopes.new_data_key(subject=person, at=at)
    PersonRow.objects.create(
        id=person,
        number_sealed=envelope.seal(number.digits.encode(), place=f"{NUMBER_PLACE}:{person}"),
        number_index=index_of(number),
        known_since=at,
    )
    return Person(id=person, known_since=at)


@transaction.atomic
def open_number(*, person: UUID, by: Actor, purpose: str, through: str, at: datetime) -> CitizenId:
    """
    Decrypt a person's identity number and write into their access view who saw it. Three statements.

    :raises PersonNotFound: nobody has this id, or they were erased.
    """
    row = PersonRow.objects.filter(pk=person).first()
    envelope = envelopes.find_envelope(subject=person)
    if row is None or envelope is None:
        raise PersonNotFound
    ledger.record_access(by=by, persons=[person], purpose=purpose, through=through, at=at)
    return CitizenId.parse(envelope.open(bytes(row.number_sealed), place=f"{NUMBER_PLACE}:{person}").decode())


@transaction.atomic
def appoint(
    *,
    person: UUID,
    agency: str,
    unit: str,
    role: str,
    grants: frozenset[Grant],
    held_from: date,
    by: Actor,
    at: datetime,
) -> Post:
    """
    Give a person a post in an agency, with what it allows.

    :raises NotAllowed: only an administrator of that agency, or the platform itself, gives posts.
    """
    policies.give_posts.require(by, agency)
    post = PostRow.objects.create(
        id=uuid7(at), person_id=person, agency=agency, unit=unit, role=role, held_from=held_from, held_until=None
    )
    GrantRow.objects.bulk_create(
        GrantRow(id=uuid7(at), post=post, person_id=person, agency=agency, action=grant.action, service=grant.service)
        for grant in sorted(grants, key=lambda grant: (grant.action, grant.service))
    )
    _record("officer.appointed", post, by=by, at=at)
    return Post(post.pk, person, agency, unit, role, grants, held_from, None)


@transaction.atomic
def end_post(*, post: UUID, by: Actor, at: datetime) -> None:
    """
    Take a post away from today on, and end every sign-in that acts in it.

    :raises PersonNotFound: the transaction sees no such post.
    :raises NotAllowed: only an administrator of that agency, or the platform itself, takes posts away.
    """
    row = PostRow.objects.select_for_update().filter(pk=post, held_until=None).first()
    if row is None:
        raise PersonNotFound
    policies.give_posts.require(by, row.agency)
    row.held_until = max(thai_day(at), row.held_from)
    row.save(update_fields=["held_until"])
    SessionRow.objects.filter(post=row, ended_at=None).update(ended_at=at)
    _record("officer.post-ended", row, by=by, at=at)


def begin_sign_in(*, back_to: str, return_address: str, at: datetime) -> tuple[Handshake, AuthorisationRequest]:
    """
    Start a sign-in: what the browser keeps until it returns, and what the identity provider is asked. No statement.

    :raises NoIdentityProvider: none is set up here.
    """
    if not settings.SALA.demonstration_sign_in:
        raise NoIdentityProvider
    handshake = front_door.begin(back_to=back_to, at=at)
    return handshake, front_door.request_of(handshake, return_address=return_address)


@transaction.atomic
def finish_sign_in(
    *, handshake: Handshake | None, state: str, code: str, return_address: str, instead_of: Actor, at: datetime
) -> tuple[SignedIn, str]:
    """
    Finish a sign-in with the code that the identity provider sent along; give it and the page to return to.

    :param instead_of: who used this browser until now; their sign-in ends here.
    :raises SignInFailed: another browser, too late, or a code that is changed, used or not for this sign-in.
    :raises AccountSuspended: the account may not be used.
    """
    begun = front_door.check_return(handshake, state=state, at=at)
    answer = redeem_code(code=code, verifier=begun.verifier, return_address=return_address, at=at)
    sign_out(by=instead_of, at=at)
    return sign_in(claims=front_door.claims_for(begun, answer), at=at), begun.back_to


def give_code(*, person: str, asked: AuthorisationRequest, at: datetime) -> str:
    """
    Be the demonstration provider: give a code for the chosen fictional person, to be handed back once. One statement.

    :raises DemonstrationOnly: this installation is no demonstration.
    :raises PersonNotFound: no fictional person has this key.
    """
    if person not in {known.key for known in list_demonstration_people()}:
        raise PersonNotFound
    code = secrecy.new_token()
    DemonstrationCodeRow.objects.create(
        digest=secrecy.digest_of(code),
        subject=person,
        challenge=asked.challenge,
        nonce=asked.nonce,
        return_address=asked.return_address,
        valid_until=at + lifetimes.CODE,
    )
    return code


@transaction.atomic
def redeem_code(*, code: str, verifier: str, return_address: str, at: datetime) -> Identification:
    """
    Be the demonstration provider's token endpoint: take a code back, once, from whoever holds its verifier.

    Source: RFC 7636, s. 4.6 (the server verifies the challenge).
    :raises SignInFailed: unknown, used, expired, for another return address, or without its verifier.
    """
    people = {known.key: known for known in list_demonstration_people()}
    row = DemonstrationCodeRow.objects.select_for_update().filter(digest=secrecy.digest_of(code)).first()
    if row is None:
        raise SignInFailed
    row.delete()
    is_answered = row.return_address == return_address and secrecy.is_same(
        row.challenge, secrecy.challenge_of(verifier)
    )
    if not is_answered or at >= row.valid_until or row.subject not in people:
        raise SignInFailed
    claims = Claims(
        provider=demonstration.PROVIDER,
        subject=row.subject,
        number=people[row.subject].number,
        assurance=demonstration.ASSURANCE,
        authenticated_at=at,
    )
    return Identification(claims=claims, nonce=row.nonce)


@transaction.atomic
def sign_in(*, claims: Claims, at: datetime) -> SignedIn:
    """
    Begin a sign-in for whoever an identity provider vouches for.

    An officer with one post acts in it. The token handed back is stored nowhere.

    :raises AccountSuspended: the account may not be used.
    """
    account = _account_of(claims, at)
    if account.suspended_at is not None:
        raise AccountSuspended
    tenancy.enter(person=account.person_id)
    posts = list_posts(person=account.person_id, on=thai_day(at))
    post = posts[0] if len(posts) == 1 else None
    token = secrecy.new_token()
    session = SessionRow.objects.create(
        id=uuid7(at),
        digest=secrecy.digest_of(token),
        account=account,
        person_id=account.person_id,
        post_id=post.id if post else None,
        identity_level=claims.assurance.identity,
        authentication_level=claims.assurance.authentication,
        started_at=at,
        seen_at=at,
        ends_at=lifetimes.ends_at(at),
    )
    actor = _actor_of(session, claims, post)
    tenancy.enter(person=actor.person, agency=actor.agency)
    return SignedIn(token=token, actor=actor, ends_at=session.ends_at)


def sign_out(*, by: Actor, at: datetime) -> None:
    """End the actor's own sign-in. Ending it twice, or without one, changes nothing. At most one statement."""
    if by.session is None:
        return
    SessionRow.objects.filter(pk=by.session, ended_at=None).update(ended_at=at)


def sign_out_everywhere(*, person: UUID, at: datetime) -> int:
    """End every open sign-in of a person, and say how many. One statement."""
    return SessionRow.objects.filter(person_id=person, ended_at=None).update(ended_at=at)


@transaction.atomic
def keep_form(*, person: UUID, path: str, fields: list[tuple[str, str]], at: datetime) -> UUID | None:
    """
    Keep what a person was sending when their sign-in had expired, readable to them alone.

    None for a person whose data key is gone: there is nothing to keep it with.
    """
    KeptFormRow.objects.filter(kept_until__lte=at).delete()
    envelope = envelopes.find_envelope(subject=person)
    if envelope is None:
        return None
    kept = uuid7(at)
    sealed = envelope.seal_json(fields, place=f"{_FIELDS_PLACE}:{kept}")
    KeptFormRow.objects.create(
        id=kept, person_id=person, path=path, fields_sealed=sealed, kept_until=at + lifetimes.KEPT_FORM
    )
    return kept


@transaction.atomic
def take_kept_form(*, form: UUID, by: Actor, at: datetime) -> KeptForm | None:
    """Hand back what was kept to the one who typed it; None for anybody else, and once it is too old."""
    row = KeptFormRow.objects.filter(pk=form, person_id=by.person, kept_until__gt=at).first()
    envelope = envelopes.find_envelope(subject=row.person_id) if row else None
    if row is None or envelope is None:
        return None
    fields = envelope.open_json(bytes(row.fields_sealed), place=f"{_FIELDS_PLACE}:{row.pk}")
    return KeptForm(path=row.path, fields=tuple((name, value) for name, value in fields))


@transaction.atomic
def load_demonstration_people(*, pack: Path, at: datetime) -> dict[str, UUID]:
    """
    Know the pack's fictional people and give the officers among them their posts; say who is who. Safe to repeat.

    The caller has entered every agency.
    """
    known = {}
    for fictional in demonstration.read_people(pack):
        person = register_person(number=fictional.number, at=at).id
        known[fictional.key] = person
        post = fictional.post
        held = {(p.agency, p.unit, p.role) for p in list_posts(person=person, on=thai_day(at))}
        if post is not None and (post.agency, post.unit, post.role) not in held:
            _appoint_fictional(person, post, at)
    return known


def _appoint_fictional(person: UUID, post: DemonstrationPost, at: datetime) -> None:
    appoint(
        person=person,
        agency=post.agency,
        unit=post.unit,
        role=post.role,
        grants=post.grants,
        held_from=thai_day(at),
        by=system_actor("demonstration"),
        at=at,
    )


def _account_of(claims: Claims, at: datetime) -> AccountRow:
    return _find_account(claims) or _open_account(claims, at)


def _find_account(claims: Claims) -> AccountRow | None:
    return AccountRow.objects.filter(provider=claims.provider, subject=claims.subject).first()


def _open_account(claims: Claims, at: datetime) -> AccountRow:
    """Open an account at someone's first sign-in. A second one at the same moment waits, and finds it open."""
    turn = int.from_bytes(index_of(claims.number)[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn])
    if found := _find_account(claims):
        return found
    person = register_person(number=claims.number, at=at)
    return AccountRow.objects.create(
        id=uuid7(at), person_id=person.id, provider=claims.provider, subject=claims.subject, opened_at=at
    )


def _actor_of(session: SessionRow, claims: Claims, post: Post | None) -> Actor:
    return Actor(
        person=session.person_id,
        agency=post.agency if post else None,
        unit=post.unit if post else None,
        role=post.role if post else None,
        grants=post.grants if post else frozenset(),
        assurance=claims.assurance,
        session=session.pk,
    )


def _record(kind: str, post: PostRow, *, by: Actor, at: datetime) -> None:
    body: dict[str, UUID | str | None] = {
        "post": post.pk,
        "unit": post.unit,
        "role": post.role,
        "by": by.person,
        "system": by.system,
    }
    ledger.append(ledger.LedgerEntry(kind=kind, subject=post.person_id, agency=post.agency, at=at, body=body))
