"""Who waits for whom, read from what services issue and ask for: nobody begins with what everybody has."""

from datetime import date
from pathlib import Path

import pytest

from sala.servicekit import check_pack, examine_pack, papers
from sala.servicekit.pack import Pack, load_pack
from sala.servicekit.problems import NobodyCanBegin
from sala.servicekit.schema.facts import Document
from sala.servicekit.schema.offer import Issued
from sala.servicekit.schema.public_service import Guide

from .conftest import GUIDE, SERVICE

THAILAND = Path(__file__).parents[4] / "thailand"
ON = date(2026, 11, 20)
WORDS = {"th": "เอกสาร", "en": "Paper"}


@pytest.fixture(scope="module")
def thailand() -> Pack:
    """The pack of Thailand."""
    return load_pack(THAILAND)


def service(small: Pack, slug: str, asks: str = "", issues: str = "", *, again: bool = False) -> Guide:
    """A service that asks for some papers (`a? b` asks for b always and for a in some cases) and issues others."""
    documents = [
        Document(
            id=name.rstrip("?"), unverified=True, when_words=WORDS if name.endswith("?") else None, **WORDS
        )
        for name in asks.split()
    ]  # fmt: skip
    issued = tuple(Issued(id=name, at="granted", again=again, **WORDS) for name in issues.split())
    return small.guides["dog-passport"].model_copy(
        update={"slug": slug, "documents": tuple(documents), "issues": issued}
    )


def test_a_paper_that_cannot_be_got_without_itself_is_one_that_people_hold(small: Pack) -> None:
    catalogue = [
        service(small, "first-card", asks="house-book birth-paper?", issues="card"),
        service(small, "new-house", asks="card", issues="house-book"),
        service(small, "birth", asks="card house-book", issues="birth-paper"),
        service(small, "grant", asks="card birth-paper"),
    ]
    assert papers.find_held(catalogue) == {"card", "house-book"}


def test_what_is_issued_again_is_nobodys_way_to_the_next_service(small: Pack) -> None:
    copy = service(small, "copy", issues="birth-paper", again=True)
    assert papers.list_links([copy, service(small, "grant", asks="birth-paper")], held=()) == ()


def test_a_service_never_waits_for_itself(small: Pack) -> None:
    assert papers.list_links([service(small, "renewal", asks="book", issues="book")], held=()) == ()


def test_a_paper_of_some_cases_makes_a_link_of_some_cases(small: Pack) -> None:
    (link,) = papers.list_links([service(small, "a", issues="x"), service(small, "b", asks="x?")], held=())
    assert link == papers.Link(issuer="a", paper="x", user="b", is_if_needed=True)


def test_thais_hold_their_identity_card_and_house_book(thailand: Pack) -> None:
    assert papers.find_held([*thailand.services.values(), *thailand.guides.values()]) == {
        "identity-card",
        "house-registration",
    }


def test_services_that_always_wait_for_each_other_are_warned_of_and_are_no_fault(country: Path) -> None:
    ring = "issues:\n  passport-paper: {at: granted, th: เล่ม, en: Book}\ndocuments:\n"
    guide, form = country / GUIDE, country / SERVICE
    guide.write_text(guide.read_text("utf-8").replace("documents:\n", ring), encoding="utf-8")
    form.write_text(
        form.read_text("utf-8").replace(
            "documents:\n", "documents:\n  passport-paper: {th: เล่ม, en: Book, originals: 1, unverified: true}\n", 1
        ),
        encoding="utf-8",
    )

    (warning,) = [one for one in examine_pack(country, on=ON).warnings if isinstance(one, NobodyCanBegin)]

    assert warning.values == {"event": "keeping-a-pet", "services": "dog-passport, dog-registration"}
    assert warning.place.file == GUIDE
    assert check_pack(country) == ()


def test_in_thailand_everybody_can_begin() -> None:
    assert not [one for one in examine_pack(THAILAND, on=ON).warnings if isinstance(one, NobodyCanBegin)]
