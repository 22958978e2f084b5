"""Every setting has its place in the reference: a variable that nobody explains is one that nobody can set right."""

from dataclasses import fields

from sala.cli.documenting.settings import find_variables, list_settings, read_meanings
from sala.infra.modes import Installation


def test_every_variable_that_is_read_is_explained_and_no_other() -> None:
    assert set(read_meanings()) == set(find_variables())


def test_an_explanation_says_what_holds_without_it() -> None:
    assert [each.name for each in list_settings() if not each.means or not each.default] == []


def test_the_search_for_variables_finds_those_of_an_installation() -> None:
    found = [name for name, modules in find_variables().items() if "sala.infra.modes" in modules]

    assert len(found) >= len(fields(Installation))
