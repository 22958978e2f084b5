"""Reads of identity."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from sala.infra import keys
from sala.kernel.actors import ANONYMOUS, Actor, Assurance, Grant
from sala.kernel.days import thai_day
from sala.kernel.identifiers import CitizenId

from .contracts import DemonstrationOnly, DemonstrationPerson, Person, PersonNotFound, Post
from .logic import demonstration, lifetimes, secrecy
from .models import PersonRow, PostRow, SessionRow

NUMBER_PLACE = "identity_person.number_sealed"

_RESOLVE = (
    "SELECT session, person, agency, unit, role, actions, services, identity_level, authentication_level"
    " FROM identity_resolve(%s, %s, %s, %s, %s)"
)


def resolve(*, token: str, at: datetime) -> Actor:
    """
    Give the actor whose sign-in the token opens, and enter their rows: ANONYMOUS when it opens none.

    One statement: it reads session, account, post and grants, moves the idle time forward at most once a minute,
    and sets whose rows this transaction may see.
    """
    given: list[Any] = [secrecy.digest_of(token), at, thai_day(at), lifetimes.IDLE, lifetimes.TOUCH_EVERY]
    with connection.cursor() as cursor:
        cursor.execute(_RESOLVE, given)
        row = cursor.fetchone()
    if row is None:
        return ANONYMOUS
    session, person, agency, unit, role, actions, services, identity, authentication = row
    return Actor(
        person=person,
        agency=agency,
        unit=unit,
        role=role,
        grants=frozenset(Grant(action=a, service=s) for a, s in zip(actions, services, strict=True)),
        assurance=Assurance(identity=identity, authentication=authentication),
        session=session,
    )


def find_last_holder(*, token: str) -> UUID | None:
    """Find whose sign-in a token opened, even when it has ended since. It proves nothing and opens nothing."""
    return SessionRow.objects.filter(digest=secrecy.digest_of(token)).values_list("person_id", flat=True).first()


def get_person(*, person: UUID) -> Person:
    """
    Get a person by id.

    :raises PersonNotFound: nobody has it.
    """
    row = PersonRow.objects.filter(pk=person).first()
    if row is None:
        raise PersonNotFound
    return Person(id=row.pk, known_since=row.known_since)


def find_person(*, number: CitizenId) -> Person | None:
    """Find a person by identity number, through the blind index."""
    row = PersonRow.objects.filter(number_index=index_of(number)).first()
    return Person(id=row.pk, known_since=row.known_since) if row else None


def list_posts(*, person: UUID, on: date) -> tuple[Post, ...]:
    """List the posts a person holds on a day, oldest first, as far as the transaction may see them. Two statements."""
    held = PostRow.objects.filter(person_id=person, held_from__lte=on).exclude(held_until__lte=on)
    rows = held.order_by("held_from", "pk").prefetch_related("grants")
    return tuple(_post(row) for row in rows)


def list_demonstration_people() -> tuple[DemonstrationPerson, ...]:
    """
    List the fictional people one may sign in as here. No statement.

    :raises DemonstrationOnly: this installation is no demonstration.
    """
    if not settings.SALA.demonstration_sign_in:
        raise DemonstrationOnly
    return demonstration.read_people(Path(settings.SALA_PACK))


def index_of(number: CitizenId) -> bytes:
    """Give the blind index of an identity number."""
    _, key = keys.secret("blind-index")
    return secrecy.blind_index(key, column="identity_person.number_index", value=number.digits)


def _post(row: PostRow) -> Post:
    return Post(
        id=row.pk,
        person=row.person_id,
        agency=row.agency,
        unit=row.unit,
        role=row.role,
        grants=frozenset(Grant(action=grant.action, service=grant.service) for grant in row.grants.all()),
        held_from=row.held_from,
        held_until=row.held_until,
    )
