"""A difference says what it does in law, and never passes for wording what is more."""

from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sala.servicekit import Pack, load_pack, overlay
from sala.servicekit.schema.public_service import PublicService

from ..logic.differences import compare_texts
from ..logic.effects import compare_services, read_effects, say_reach, write_effects

SMALL = Path(__file__).parents[3] / "servicekit" / "tests" / "small"
DOGS, PASSPORT = "dog-registration", "dog-passport"


@cache
def small() -> Pack:
    """The small country, loaded."""
    return load_pack(SMALL)


def changed(slug: str, before: str, after: str) -> PublicService:
    """Replace words in a declaration of the small country."""
    folder = small().folders[slug]
    assert folder.declaration.count(before) == 1
    pack = overlay(small(), {slug: {**folder.files, "service.yaml": folder.declaration.replace(before, after)}})
    return pack.services.get(slug) or pack.guides[slug]


def told(slug: str, before: str, after: str) -> list[tuple[str, str]]:
    """Give the kind and the English sentence of every effect of a change."""
    standing = small().services.get(slug) or small().guides[slug]
    return [(one.kind, one.says.en) for one in compare_services(standing, changed(slug, before, after))]


CHANGES = [
    ("length: 3,", "length: 10,", [("time", "Time limit: from 3 working days to 10 working days")]),
    ("length: 3,", "length: 3, from: complete,", [("time", "Time limit: changed")]),
    ("{set_by: local-ordinance, unverified", "{amount: 20, unverified", [("fee", "Fee: from Set by local ordinance to 20 baht")]),
    ("local-ordinance, unverified: true", "local-ordinance, source: {th: ก, en: a}", [("fee", "Fee: confirmed, no longer marked as unverified")]),
    ("copies: 1", "copies: 2", [("documents", "Documents: “Vaccine card” has other conditions or another use")]),
    ("en: Vaccine card", "en: Vaccine book", [("documents", "Documents: rewritten from “Vaccine card” to “Vaccine book”")]),
    ("  vaccine: {issuer", "  photo: {issuer", [("documents", "Documents: “Vaccine card” is taken out"), ("documents", "Documents: “Vaccine card” is added")]),
    ("en: Dog keepers", "en: Dog owners", [("eligibility", "Who can have it: rewritten from “Dog keepers” to “Dog owners”")]),
    ("[{kind: web}]", "[{kind: web}, {kind: post}]", [("channels", "Channels: “post” is added")]),
    ("[{kind: web}]", "[{kind: web, hours: {always: true}}]", [("channels", "Channels: changed")]),
    ("years: 5", "years: 6", [("data", "Use of personal data: “To register” has other conditions or another use")]),
    ("life_events: [keeping-a-pet]", "life_events: []", [("finding", "How it is found, and related pages: changed")]),
    ("en: Register a dog", "en: Register your dog", [("wording", "Only the wording changes: rights, duties, fee, time and documents stay as they are")]),
    ("en: [dog]", "en: [dog, hound]", [("wording", "Only the wording changes: rights, duties, fee, time and documents stay as they are")]),
    ("kind: registration", "kind: licence", [("other", "The part `kind` of the declaration changes")]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES, ids=[after for _, after, _ in CHANGES])
def test_a_change_says_what_it_does(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert told(DOGS, before, after) == expected


def test_no_change_has_no_effect() -> None:
    dogs = small().services[DOGS]

    assert compare_services(dogs, dogs.model_copy()) == ()


def test_every_part_that_holds_more_than_words_is_told() -> None:
    data = YAML(typ="safe", pure=True).load((SMALL / f"services/town/{DOGS}/service.yaml").read_text("utf-8"))
    dogs = small().services[DOGS]
    for key in set(data) - {"schema", "service", "name", "summary", "search", "declaration", "agency"}:
        without = dogs.model_copy(update={key: None if key in ("decide", "check", "gives", "hours") else ()})
        if key in ("within", "fee", "appeal", "sign_in", "contact", "for_whom"):
            continue  # told by the changes above, or never absent
        effects = compare_services(dogs, without)
        assert effects and effects[0].kind != "wording", key


def test_an_applicant_of_yesterday_keeps_the_edition_of_yesterday() -> None:
    now, kept = say_reach(small().services[DOGS], running=1234)

    assert "from its publication on" in now.en
    assert "1,234" in kept.en and "1,234" in kept.th


def test_a_guide_has_readers_and_no_cases() -> None:
    assert len(say_reach(small().guides[PASSPORT], running=0)) == 1


def test_effects_are_kept_and_read_back() -> None:
    effects = compare_services(small().services[DOGS], changed(DOGS, "length: 3,", "length: 10,"))

    assert read_effects(write_effects(effects)) == effects


def test_a_difference_shows_the_lines_around_it_and_no_more() -> None:
    before = "\n".join(str(number) for number in range(20))
    [found] = compare_texts({"service.yaml": before}, {"service.yaml": before.replace("10", "ten")})

    assert [(line.kind, line.text) for line in found.lines] == [
        ("gap", ""),
        ("same", "8"),
        ("same", "9"),
        ("removed", "10"),
        ("added", "ten"),
        ("same", "11"),
        ("same", "12"),
        ("gap", ""),
    ]


def test_a_new_page_is_all_added_and_the_declaration_comes_first() -> None:
    found = compare_texts({"service.yaml": "a"}, {"service.yaml": "b", "content/th/about.md": "c"})

    assert [one.name for one in found] == ["service.yaml", "content/th/about.md"]
    assert [line.kind for line in found[1].lines] == ["added"]
