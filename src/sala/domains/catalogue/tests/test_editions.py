"""Files and database never disagree: the current service is the latest edition, whichever way it came."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..logic.editions import Placed, place_folder

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

SMALL = Path(__file__).parents[3] / "servicekit" / "tests" / "small"
DOGS = "services/town/dog-registration"
NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)

Deploy = Callable[..., int]


def test_an_unchanged_folder_leaves_what_a_desk_published_current() -> None:
    assert place_folder("a", editions={1: "a", 2: "b"}, held=1) == Placed(1, is_new=False)


def test_an_export_on_its_way_does_not_undo_a_later_publication() -> None:
    assert place_folder("b", editions={1: "a", 2: "b", 3: "c"}, held=1) == Placed(2, is_new=False)


def test_a_deployment_that_goes_back_is_a_new_edition() -> None:
    assert place_folder("a", editions={1: "a", 2: "b"}, held=2) == Placed(3, is_new=True)


def test_a_text_nobody_has_seen_is_a_new_edition() -> None:
    assert place_folder("c", editions={1: "a", 2: "b"}, held=1) == Placed(3, is_new=True)
    assert place_folder("a", editions={}, held=None) == Placed(1, is_new=True)


@pytest.fixture
def country(tmp_path: Path, settings: "Settings") -> Iterator[Path]:
    """A copy of the small country as the pack of this process."""
    from sala.domains.organisations import public as organisations

    from ..queries import current

    settings.SALA_PACK = str(shutil.copytree(SMALL, tmp_path / "small"))
    organisations.get_pack.cache_clear()
    yield tmp_path / "small"
    organisations.get_pack.cache_clear()
    current._standing.clear()


@pytest.fixture
def deploy(country: Path, db: None) -> Deploy:
    """Start again with changed words in the dogs' folder, and load it; gives how many editions were new."""

    def deploy(before: str = "", after: str = "", file: str = "service.yaml") -> int:
        path = country / DOGS / file
        path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")
        return _load()

    return deploy


def _load() -> int:
    """Load the pack as a starting process does, with the country as it stands on disk."""
    from sala.domains.organisations import public as organisations
    from sala.infra import tenancy

    from .. import public as catalogue
    from ..queries import current

    organisations.get_pack.cache_clear()
    current._standing.clear()
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    return catalogue.load_editions(at=NOW)


def _publish(number: int, before: str, after: str) -> None:
    """Publish at a desk: only the row matters here."""
    from uuid import uuid4

    from sala.servicekit import digest_of

    from ..models import Edition

    row = Edition.objects.filter(service="dog-registration").order_by("-number")[0]
    files = {name: text.replace(before, after) for name, text in row.files.items()}
    who = {"made_by": uuid4(), "published_by": uuid4()}
    about = {"service": row.service, "agency": row.agency, "published_at": NOW, "effects": []}
    Edition.objects.create(
        id=uuid4(), number=number, files=files, digest=digest_of(files), origin="desk", base=row.number, **about, **who
    )


def _name() -> str:
    from .. import public as catalogue

    catalogue.refresh()
    return catalogue.get_service(slug="dog-registration").name.en


def test_the_first_load_makes_an_edition_of_each_folder_and_the_next_makes_none(deploy: Deploy) -> None:
    assert [deploy(), deploy()] == [2, 0]


def test_a_newer_deployment_wins_and_the_history_says_so(deploy: Deploy) -> None:
    from .. import public as catalogue

    deploy()
    _publish(2, "Register a dog", "Dogs at the desk")
    deploy("Register a dog", "Dogs deployed")

    assert _name() == "Dogs deployed"
    assert [(one.number, one.origin) for one in catalogue.list_editions(slug="dog-registration")] == [
        (3, "folder"),
        (2, "desk"),
        (1, "folder"),
    ]


def test_a_folder_that_left_the_pack_is_withdrawn_once_and_goes_on_when_it_comes_back(
    deploy: Deploy, country: Path, tmp_path: Path
) -> None:
    from .. import public as catalogue

    def listed() -> list[tuple[str, str]]:
        return [(one.kind, one.name.en) for one in catalogue.list_changes(at_most=9)]

    deploy()
    away = shutil.move(country / DOGS, tmp_path / "away")
    assert [_load(), _load()] == [0, 0]
    assert listed() == [("new", "A passport for a dog"), ("withdrawn", "Register a dog")]

    shutil.move(away, country / DOGS)
    assert deploy("Register a dog", "Register any dog") == 1
    assert listed() == [("new", "A passport for a dog"), ("new", "Register any dog"), ("changed", "Register any dog")]


def test_what_a_desk_published_outlives_a_restart_until_it_is_exported(deploy: Deploy, country: Path) -> None:
    from .. import public as catalogue

    deploy()
    _publish(2, "Register a dog", "Dogs at the desk")
    deploy()
    assert _name() == "Dogs at the desk"

    [exported] = catalogue.export_editions(root=country)
    assert exported.files == (f"{DOGS}/service.yaml",)
    assert deploy() == 0
    assert _name() == "Dogs at the desk"
    assert catalogue.export_editions(root=country) == ()


def test_an_export_writes_every_byte_and_removes_what_the_edition_has_not(deploy: Deploy, country: Path) -> None:
    from .. import public as catalogue
    from ..models import Edition

    (country / DOGS / "content/en/about.md").write_bytes(b"Dogs.\r\n\r\nBark  \r\n")
    deploy()
    kept = Edition.objects.get(service="dog-registration").files["content/en/about.md"]
    (country / DOGS / "content/en/about.md").write_bytes(b"Cats.")
    (country / DOGS / "content/en/more.md").write_bytes(b"More.")
    catalogue.export_editions(root=country)

    assert kept == "Dogs.\r\n\r\nBark  \r\n"
    assert (country / DOGS / "content/en/about.md").read_bytes() == b"Dogs.\r\n\r\nBark  \r\n"
    assert not (country / DOGS / "content/en/more.md").exists()


def test_a_publication_changes_the_pages_of_words_and_the_search_with_it(deploy: Deploy) -> None:
    from .. import public as catalogue

    deploy()
    before = catalogue.get_page(slug="dog-registration", page="about", lang="en", on=NOW.date())
    _publish(2, "a dog", "a wolfhound")
    catalogue.refresh()

    assert catalogue.get_page(slug="dog-registration", page="about", lang="en", on=NOW.date()) != before
    assert [one.slug for one in catalogue.search(query="wolfhound").services] == ["dog-registration"]


def test_an_edition_is_only_ever_added(deploy: Deploy) -> None:
    from django.db import ProgrammingError

    from ..models import Edition

    deploy()
    with pytest.raises(ProgrammingError, match="permission denied"):
        Edition.objects.update(number=9)


def test_the_one_who_asked_cannot_be_the_one_who_publishes(deploy: Deploy) -> None:
    from uuid import uuid4

    from django.db import IntegrityError

    from ..models import Edition

    deploy()
    row = Edition.objects.get(service="dog-registration")
    row.pk, row.number, row.origin = uuid4(), 2, "desk"
    row.made_by = row.published_by = uuid4()
    with pytest.raises(IntegrityError, match="catalogue_edition_four_eyes"):
        row.save(force_insert=True)
