"""The standing cast at work: the pack's fictional people act, browse, and have their jobs done."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Barrier, Thread
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from django.test import Client

    from sala.domains.identity.public import SignedIn
    from sala.kernel.actors import Actor

# pytest reads this file before Django is set up, so what needs Django is imported where it is used.

Cast = Mapping[str, UUID]
SignedInAs = Callable[[str | None], "Actor"]
Acting = Callable[[str | None], AbstractContextManager["Actor"]]
Browser = Callable[[str | None], "Client"]


@dataclass(frozen=True)
class Stage:
    """Where the cast acts: the moment their sign-ins began."""

    at: datetime

    def sign_in(self, key: str | None) -> "SignedIn | None":
        """Sign a fictional person in; nobody for None. The transaction has then entered their rows."""
        from sala.domains.identity import public as identity
        from sala.infra import tenancy
        from sala.kernel.actors import Assurance

        if key is None:
            tenancy.enter()
            return None
        number = next(p.number for p in identity.list_demonstration_people() if p.key == key)
        claims = identity.Claims("demonstration", key, number, Assurance(identity=2, authentication=2), self.at)
        return identity.sign_in(claims=claims, at=self.at)

    def actor(self, key: str | None) -> "Actor":
        """Give a fictional person as the actor of this transaction, or ANONYMOUS for None."""
        from sala.kernel.actors import ANONYMOUS

        signed = self.sign_in(key)
        return signed.actor if signed else ANONYMOUS

    @contextmanager
    def acting(self, key: str | None) -> Iterator["Actor"]:
        """Open a transaction like a request's, entered by one person; afterwards it has entered nobody's rows."""
        from django.db import transaction

        from sala.infra import tenancy

        with transaction.atomic():
            yield self.actor(key)
            tenancy.enter()

    def browser(self, key: str | None) -> "Client":
        """Give a browser in which a fictional person has signed in, or nobody."""
        from django.test import Client

        from sala.domains.identity.web.cookies import SIGN_IN
        from sala.infra import tenancy

        client = Client()
        if signed := self.sign_in(key):
            client.cookies[SIGN_IN] = signed.token
        tenancy.enter()
        return client


def load_country(*, at: datetime) -> dict[str, UUID]:
    """Load the whole pack, and give the id of each fictional person, by key."""
    from django.db import transaction

    from sala.domains.identity import public as identity
    from sala.infra import tenancy
    from sala.sites.loading import load_everything

    with transaction.atomic():
        load_everything(at=at)
        people = {person.key: person.number for person in identity.list_demonstration_people()}
        found = {key: identity.find_person(number=number) for key, number in people.items()}
        tenancy.enter()
    return {key: person.id for key, person in found.items() if person}


def at_once(*acts: Callable[[], None]) -> None:
    """Run acts at the same moment, each on a connection of its own."""
    from django.db import connection

    start = Barrier(len(acts))

    def run(act: Callable[[], None]) -> None:
        start.wait()
        try:
            act()
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def forget_jobs() -> None:
    """Empty the queue of what earlier tests committed: its tables are not the product's, so nobody else does."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def work_off_queue() -> None:
    """Have the application's own worker do every job that waits, until none is left; every one must succeed."""
    from django.db import connection
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from sala.infra import jobs

    async def work() -> None:
        assert isinstance(app.connector, DjangoConnector)
        async with app.with_connector(app.connector.get_worker_connector()).open_async() as worker:
            await worker.run_worker_async(
                queues=list(jobs.QUEUES), wait=False, install_signal_handlers=False, listen_notify=False
            )

    asyncio.run(work())
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, status::text FROM procrastinate_jobs WHERE status <> 'succeeded'")
        assert cursor.fetchall() == []
