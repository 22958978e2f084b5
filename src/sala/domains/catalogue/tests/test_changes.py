"""What changed in what the state offers is recorded once, truly, and never altered."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import ProgrammingError
from pytest_django import DjangoAssertNumQueries

from sala.servicekit.schema.offer import Neutral

from .. import operations
from .. import public as catalogue
from ..contracts import Folder
from ..logic.changing import compare, offered
from ..models import ChangeRow

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def loaded(db: None) -> None:
    """The catalogue as it was loaded first."""
    catalogue.record_changes(at=NOW)


def without(slug: str) -> tuple[object, ...]:
    return tuple(one for one in catalogue.list_public_services() if one.slug != slug)


def test_what_is_loaded_first_is_new(loaded: None) -> None:
    assert set(catalogue.list_last_changed()) == {one.slug for one in catalogue.list_public_services()}
    assert {(one.kind, one.at) for one in catalogue.list_changes(at_most=500)} == {("new", NOW)}


def test_loading_again_what_did_not_change_records_nothing(
    loaded: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):  # a savepoint and its release, the lock, what was offered
        assert catalogue.record_changes(at=LATER) == 0


def test_what_left_the_pack_is_withdrawn_once_and_new_when_it_comes_back(
    loaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(operations, "list_public_services", lambda: without("old-age-allowance"))
        assert [catalogue.record_changes(at=NOW + timedelta(days=day)) for day in (1, 2)] == [1, 0]
    catalogue.record_changes(at=NOW + timedelta(days=3))

    back, gone = catalogue.list_changes(at_most=2)
    assert [(one.kind, one.path, one.name.en) for one in (gone, back)] == [
        ("withdrawn", "old-age-allowance", "Old-age allowance"),
        ("new", "old-age-allowance", "Old-age allowance"),
    ]


def test_a_changed_word_of_a_page_is_a_change(tmp_path: Path) -> None:
    service = catalogue.get_service(slug="old-age-allowance")
    page = tmp_path / "content" / "th" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_text("เดิม", "utf-8")
    before = {"old-age-allowance": offered(Folder(service, tmp_path))}
    page.write_text("ใหม่", "utf-8")
    now = {"old-age-allowance": offered(Folder(service, tmp_path))}

    assert [(slug, kind) for slug, kind, _ in compare(before, now)] == [("old-age-allowance", "changed")]


def test_a_discreet_service_is_recorded_under_its_neutral_name() -> None:
    folder = catalogue.get_folder(slug="old-age-allowance")
    neutral = Neutral.model_validate({"name": {"th": "บริการหนึ่ง", "en": "A service"}, "path": "a-service"})
    hidden = folder.service.model_copy(update={"discreet": True, "neutral": neutral})

    stood = offered(Folder(hidden, folder.path))
    assert (stood.path, stood.name.en) == ("a-service", "A service")


def test_nobody_alters_the_record(loaded: None) -> None:
    with pytest.raises(ProgrammingError):
        ChangeRow.objects.update(kind="changed")
