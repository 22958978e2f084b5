"""What authors start from: the schema for their editor, and a new folder."""

from pathlib import Path

import pytest

from sala.kernel.bilingual import Text
from sala.servicekit import DeclarationInvalid, check_pack, load_service
from sala.servicekit.editor import KINDS, describe_schema
from sala.servicekit.scaffold import SlugNotAllowed, SlugTaken, make_service

CATS = Text(th='ขึ้นทะเบียน "แมว": ใหม่', en="Register a cat: it's new #1")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_declaration_has_a_closed_schema(kind: str) -> None:
    schema = describe_schema(kind)

    assert schema["additionalProperties"] is False
    assert "schema" in schema["required"]
    assert "x-keyed-by" not in str(schema)


def test_questions_are_a_mapping_by_their_name_in_the_editor() -> None:
    ask = describe_schema("service")["properties"]["ask"]

    assert ask["type"] == "object"
    assert "id" not in ask["additionalProperties"]["properties"]
    assert ask["additionalProperties"]["properties"]["why"]


def test_an_agency_may_be_written_as_its_code_in_the_editor() -> None:
    assert {"type": "string"}.items() <= describe_schema("service")["properties"]["agency"]["anyOf"][0].items()


def test_a_new_service_passes_the_checker_whatever_its_name_holds(country: Path) -> None:
    folder = make_service(pack=country, slug="cat-registration", agency="livestock", name=CATS)

    assert check_pack(country) == ()
    assert load_service(folder).name == CATS


def test_a_new_service_that_would_not_pass_leaves_nothing_behind(country: Path) -> None:
    with pytest.raises(DeclarationInvalid):
        make_service(pack=country, slug="cat-registration", agency="nobody", name=CATS)

    assert not (country / "services" / "nobody").exists()


def test_a_new_service_never_overwrites_another(country: Path) -> None:
    with pytest.raises(SlugTaken):
        make_service(pack=country, slug="dog-registration", agency="livestock", name=CATS)


@pytest.mark.parametrize("slug", ["Cat", "../cat", "cat_registration", "", "c" * 61])
def test_a_name_that_cannot_stand_in_an_address_is_refused(country: Path, slug: str) -> None:
    with pytest.raises(SlugNotAllowed):
        make_service(pack=country, slug=slug, agency="livestock", name=CATS)
