"""A draft keeps every save, stands still once its publication is asked for, and is published by another officer."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.cast import Acting, SignedInAs, at_once

from sala.kernel.errors import SalaError

from ..logic.merging import as_typed, is_editable, merge

if TYPE_CHECKING:
    from ..contracts import Draft

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
SLUG = "waste-fee"

Save = Callable[..., "Draft"]


@pytest.fixture
def today() -> datetime:
    """The day of these tests."""
    return NOW


@pytest.fixture
def keeper(signed_in_as: SignedInAs, forgets_editions: None) -> SignedInAs:
    """Let the keepers of local services act."""
    return signed_in_as


@pytest.fixture
def save(keeper: SignedInAs) -> Save:
    """Replace words in the declaration of the draft, as an officer."""
    from .. import public as catalogue

    def save_draft(before: str, after: str, who: str = "service-keeper") -> "Draft":
        by = keeper(who)
        draft = catalogue.start_draft(slug=SLUG, by=by, at=NOW)
        text = draft.texts.declaration
        assert before in text
        return catalogue.save_file(
            draft_id=draft.id,
            version=draft.version,
            name="service.yaml",
            text=text.replace(before, after),
            by=by,
            at=NOW + timedelta(minutes=draft.version + 1),
        )

    return save_draft


def test_line_ends_stay_as_they_were() -> None:
    assert as_typed("a\r\nb", before="x\ny") == "a\nb"
    assert as_typed("a\nb", before="x\r\ny") == "a\r\nb"


@pytest.mark.parametrize("name", ["../service.yaml", "content/th/a/b.md", "content/fr/about.md", "examples.yaml", ""])
def test_a_draft_holds_only_texts_of_a_service(name: str) -> None:
    assert not is_editable(name)


def test_what_both_sides_changed_stays_as_the_draft_has_it() -> None:
    merged = merge({"a": "mine", "b": "1"}, base={"a": "1", "b": "1"}, newer={"a": "theirs", "b": "2"})

    assert (merged.files, merged.taken, merged.kept) == ({"a": "mine", "b": "2"}, ("b",), ("a",))


def test_a_page_that_the_newer_edition_removed_is_removed() -> None:
    assert merge({"a": "1", "b": "1"}, base={"a": "1", "b": "1"}, newer={"a": "1"}).files == {"a": "1"}


def test_a_wrong_text_is_kept_and_its_line_is_told(save: Save) -> None:
    from .. import public as catalogue

    draft = save("kind: tax", "kind: taxes")
    [problem] = catalogue.check_texts(draft.texts)

    assert "kind: taxes" in draft.texts.declaration
    assert (problem.code, problem.place.line) == ("wrong-value", 5)


def test_an_unsound_draft_cannot_ask_to_be_published(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("kind: tax", "kind: taxes")
    with pytest.raises(catalogue.DraftUnsound):
        catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=keeper("service-keeper"), at=NOW)


def test_another_officer_publishes_and_the_page_says_so(save: Save, keeper: SignedInAs) -> None:
    from sala.domains.ledger import public as ledger

    from .. import public as catalogue

    draft = save("ค่าเก็บขยะ, en: Waste", "ค่าขยะ, en: Waste")
    catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=keeper("service-keeper"), at=NOW)
    edition = catalogue.publish_draft(
        draft_id=draft.id, version=draft.version, by=keeper("second-service-keeper"), at=NOW
    )
    catalogue.refresh()

    assert edition.number == 2
    assert catalogue.get_pack().guides[SLUG].name.th == "ค่าขยะ"
    assert catalogue.search(query="ค่าขยะ").services[0].name.th == "ค่าขยะ"
    kinds = [entry.kind for entry in ledger.list_entries(subject=draft.id).items]
    assert kinds == ["service.draft-started", "service.draft-saved", "service.publication-asked", "service.published"]


def test_whoever_asked_cannot_publish(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("ค่าเก็บขยะ, en: Waste", "ค่าขยะ, en: Waste")
    by = keeper("service-keeper")
    catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=by, at=NOW)
    with pytest.raises(catalogue.SamePerson):
        catalogue.publish_draft(draft_id=draft.id, version=draft.version, by=by, at=NOW)


def test_whoever_saved_last_stands_for_the_text(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("ค่าเก็บขยะ, en: Waste", "ค่าขยะ, en: Waste")
    with pytest.raises(catalogue.NotTheLastEditor):
        catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=keeper("second-service-keeper"), at=NOW)


def test_a_draft_stands_still_while_it_waits_and_may_be_changed_once_sent_back(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("ค่าเก็บขยะ, en: Waste", "ค่าขยะ, en: Waste")
    catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=keeper("service-keeper"), at=NOW)
    with pytest.raises(catalogue.DraftAwaitsPublication):
        save("kind: tax", "kind: help")

    sent = catalogue.send_back(draft_id=draft.id, reason="ชื่อสั้นไป", by=keeper("second-service-keeper"), at=NOW)
    assert (sent.state, sent.reason) == ("open", "ชื่อสั้นไป")
    assert save("kind: tax", "kind: help").version == draft.version + 1


def test_a_service_cannot_be_given_to_another_agency(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("agency: {local: municipality}", "agency: dopa")
    with pytest.raises(catalogue.NotForTheDesk):
        catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=keeper("service-keeper"), at=NOW)


@pytest.mark.parametrize("who", ["officer", "other-officer", "elder", None])
def test_drafts_do_not_exist_for_others(save: Save, keeper: SignedInAs, who: str | None) -> None:
    from .. import public as catalogue

    save("kind: tax", "kind: help")
    by = keeper(who)
    with pytest.raises(catalogue.ServiceNotFound):
        catalogue.get_draft(slug=SLUG, by=by)
    assert catalogue.find_draft(slug=SLUG) is None


def test_an_older_edition_comes_back_as_a_draft(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("kind: tax", "kind: help")
    catalogue.ask_publication(draft_id=draft.id, version=1, by=keeper("service-keeper"), at=NOW)
    catalogue.publish_draft(draft_id=draft.id, version=1, by=keeper("second-service-keeper"), at=NOW)
    back = catalogue.start_draft(slug=SLUG, by=keeper("service-keeper"), at=NOW, edition=1)

    assert back.base == 2
    assert "kind: tax" in back.texts.declaration


def test_a_draft_that_a_deployment_passed_by_is_brought_up_to_date_first(save: Save, keeper: SignedInAs) -> None:
    from uuid import uuid4

    from sala.infra import tenancy

    from .. import public as catalogue
    from ..models import Edition

    draft = save("kind: tax", "kind: help")
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    row = Edition.objects.get(service=SLUG)
    row.pk, row.number, row.files = uuid4(), 2, {**row.files, "content/th/about.md": "ใหม่"}
    row.save(force_insert=True)
    by = keeper("service-keeper")
    with pytest.raises(catalogue.EditionPassedBy):
        catalogue.ask_publication(draft_id=draft.id, version=draft.version, by=by, at=NOW)

    saved = catalogue.catch_up(draft_id=draft.id, version=draft.version, by=by, at=NOW)
    assert saved.taken == ("content/th/about.md",)
    assert "kind: help" in saved.draft.texts.declaration
    assert catalogue.ask_publication(draft_id=draft.id, version=2, by=by, at=NOW).state == "asked"


def test_a_dropped_draft_makes_room_for_another(save: Save, keeper: SignedInAs) -> None:
    from .. import public as catalogue

    draft = save("kind: tax", "kind: help")
    catalogue.drop_draft(draft_id=draft.id, version=draft.version, by=keeper("service-keeper"), at=NOW)

    assert save("kind: tax", "kind: help").id != draft.id


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_is_told_of_the_other(acting: Acting) -> None:
    from .. import public as catalogue

    with acting("service-keeper") as by:
        draft = catalogue.start_draft(slug=SLUG, by=by, at=NOW)
    refused: list[str] = []

    def save_as(who: str) -> Callable[[], None]:
        def act() -> None:
            with suppress(SalaError), acting(who) as by:
                try:
                    catalogue.save_file(
                        draft_id=draft.id, version=0, name="content/th/about.md", text=who, by=by, at=NOW
                    )
                except SalaError as refusal:
                    refused.append(refusal.code)
                    raise

        return act

    at_once(save_as("service-keeper"), save_as("second-service-keeper"))

    assert refused == ["draft-changed-meanwhile"]


@pytest.mark.django_db(transaction=True)
def test_a_publication_is_heard_by_whoever_follows(acting: Acting) -> None:
    from threading import Event

    from sala.infra import listening

    from ..contracts import EDITIONS

    looked, again = Event(), Event()

    def look() -> None:
        (again if looked.is_set() else looked).set()

    listening.listen(EDITIONS, look=look)
    assert looked.wait(10)
    with acting("service-keeper"):
        listening.announce(EDITIONS)
        assert not again.is_set()
    assert again.wait(10)
