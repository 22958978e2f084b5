"""The desk's cast at work: applicants who filed cases, and officers of one municipality, of another, and of the scam desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from sala.domains.identity.public import SignedIn
    from sala.domains.ledger.public import AccessRecord
    from sala.kernel.actors import Actor

Raw = Mapping[str, Sequence[str]]

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=60)

ALLOWANCE: dict[str, Raw] = {
    "other-money": {"receives_other_state_benefit": ["no"]},
    "payment": {"payment_way": ["own-account"], "account-bank": ["006"], "account-number": ["1234567890"]},
    "contact": {"phone": ["0812345678"], "lives_at_registered_address": ["yes"]},
    "confirm": {"has_confirmed": ["yes"]},
}
SHOP: dict[str, Raw] = {
    "shop": {
        "shop_place": ["building"],
        "area_square_metres": ["45"],
        "shop_name": ["ครัวตัวอย่าง"],
        "shop_address-house-number": ["999/4"],
        "shop_address-sub-district": ["500104"],
        "shop_address-postcode": ["50200"],
        "business": ["sell-food"],
        "foods": ["ข้าวแกง"],
        "opens_on-day": ["1"],
        "opens_on-month": ["12"],
        "opens_on-year": ["2569"],
    },
    "operator": {
        "operator": ["myself"],
        "holds_place_as": ["owner"],
        "food_handlers": ["3"],
        "phone": ["0812345678"],
    },
}
REPORT: dict[str, Raw] = {
    "money": {"transferred": ["no"]},
    "number": {
        "reached_by": ["call"],
        "scam_number": ["0898765432"],
        "happened_on-day": ["1"],
        "happened_on-month": ["10"],
        "happened_on-year": ["2567"],
    },
    "story": {"pretended_to_be": ["bank"]},
    "contact": {"may_contact": ["no"]},
}
FORMS = {"old-age-allowance": ALLOWANCE, "food-shop-notification": SHOP, "scam-report": REPORT}
PLAN = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

Files = Callable[..., UUID]
OpensDesk = Callable[[str], "Client"]


@dataclass(frozen=True)
class Cast:
    """The pack's fictional people, by key."""

    people: Mapping[str, UUID]

    def sign_in(self, key: str) -> "SignedIn":
        """Sign a person in."""
        from sala.domains.identity import public as identity
        from sala.kernel.actors import Assurance

        number = next(p.number for p in identity.list_demonstration_people() if p.key == key)
        claims = identity.Claims("demonstration", key, number, Assurance(identity=2, authentication=2), NOW)
        return identity.sign_in(claims=claims, at=NOW)

    def actor(self, key: str) -> "Actor":
        """Sign a person in, and let the transaction see what they may see."""
        return self.sign_in(key).actor

    def readings(self, key: str) -> tuple["AccessRecord", ...]:
        """List what a person's access view holds, newest first."""
        from sala.domains.ledger import public as ledger
        from sala.infra import tenancy

        tenancy.enter(person=self.people[key])
        found = ledger.list_access(person=self.people[key]).items
        tenancy.enter()
        return found


@pytest.fixture
def cast(db: None) -> Cast:
    """The pack, loaded long ago, so that cases of any age can be filed."""
    from sala.domains.identity import public as identity
    from sala.infra import tenancy
    from sala.sites.loading import load_everything

    load_everything(at=LONG_AGO)
    people = {}
    for person in identity.list_demonstration_people():
        found = identity.find_person(number=person.number)
        assert found is not None
        people[person.key] = found.id
    tenancy.enter()
    return Cast(people)


@pytest.fixture
def files_case(cast: Cast) -> Files:
    """File an application as its applicant does, page by page; give the case."""
    from sala.domains.casework import public as casework
    from sala.infra import tenancy
    from sala.kernel.actors import ANONYMOUS

    def file(service: str, by: str | None, *, at: datetime = NOW) -> UUID:
        actor = cast.actor(by) if by else ANONYMOUS
        draft = casework.start_draft(slug=service, by=actor, lang="th", at=at)
        for page, raw in FORMS[service].items():
            uploads = [casework.Upload("floor_plan", "plan.pdf", PLAN)] if page == "operator" else []
            casework.save_page(case_id=draft.id, page_id=page, raw=raw, version=0, by=actor, at=at, uploads=uploads)
        receipt = casework.submit(case_id=draft.id, by=actor, at=at)
        tenancy.enter()
        return receipt.case_id

    return file


@pytest.fixture
def desk_of(cast: Cast) -> OpensDesk:
    """Give the browser of somebody who has signed in."""
    from django.test import Client

    from sala.infra import tenancy

    def open_desk(key: str) -> Client:
        token = cast.sign_in(key).token
        tenancy.enter()
        browser = Client(headers={"host": "localhost"})
        browser.cookies["sala_sign_in"] = token
        return browser

    return open_desk


@pytest.fixture(autouse=True)
def own_pages(settings: "Settings") -> None:
    """Serve the desk's own pages, and style sheets by their plain names: no manifest is built for tests."""
    settings.ROOT_URLCONF = "sala.sites.desk.tests.urls"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
