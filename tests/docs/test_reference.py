"""The committed reference is what the code writes today, and its words are one to one."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from sala.cli.commands.docs import command
from sala.cli.documenting import PAGES, glossary
from sala.servicekit.schema.service import Service

from .lessons import DOCS

REFERENCE = DOCS / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_writes(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == PAGES[name](), "run `make docs`"


def test_the_command_writes_every_page_once(tmp_path: Path) -> None:
    first, second = (CliRunner().invoke(command, ["--into", str(tmp_path)]) for _ in range(2))

    assert len(first.output.splitlines()) == len(PAGES)
    assert second.output == ""


def test_nothing_else_stands_in_the_reference() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == set(PAGES)


def test_one_thai_term_stands_for_one_word() -> None:
    terms = Counter(word["th"] for word in glossary.read_words().values())

    assert [term for term, count in terms.items() if count > 1] == []


def test_every_kind_of_service_has_its_thai_term() -> None:
    assert set(get_args(Service.model_fields["kind"].annotation)) <= set(glossary.read_words())
