"""Layers, tiers, front doors, pure packages, no cycles: the contracts of pyproject.toml, and that they can fail."""

import grimp
import pytest
from importlinter.cli import lint_imports

from .front_doors import FrontDoors
from .sources import DOMAINS, ROOT


def _front_doors() -> FrontDoors:
    options = {"container": "sala.domains", "doors": ["public", "contracts"]}
    return FrontDoors(name="front doors", session_options={}, contract_options=options)


def _graph(importer: str, imported: str) -> grimp.ImportGraph:
    graph = grimp.ImportGraph()
    for module in ("sala", "sala.domains", "sala.domains.casework", "sala.domains.identity", importer, imported):
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported)
    return graph


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    code = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert code == 0, capsys.readouterr().out


def test_another_domains_models_are_no_door() -> None:
    graph = _graph("sala.domains.casework.queries", "sala.domains.identity.models")

    check = _front_doors().check(graph, verbose=False)

    assert check.metadata["broken"] == ["sala.domains.casework.queries imports sala.domains.identity.models"]


def test_a_site_goes_through_the_door_too() -> None:
    assert not _front_doors().check(_graph("sala.sites.desk", "sala.domains.casework.web"), verbose=False).kept


def test_a_front_door_and_ones_own_rooms_are_open() -> None:
    for importer, imported in (
        ("sala.domains.casework.queries", "sala.domains.identity.public"),
        ("sala.domains.casework.queries", "sala.domains.casework.models"),
    ):
        assert _front_doors().check(_graph(importer, imported), verbose=False).kept


def test_there_is_a_domain_to_hold_to_this() -> None:
    assert {"casework", "identity"} <= {domain.name for domain in DOMAINS}
