"""One anatomy for every domain: files may be absent, never different."""

from pathlib import Path

import pytest

from .sources import DOMAINS, name_of

MODULES = {"public", "contracts", "logic", "policies", "models", "queries", "operations", "receivers", "tasks"}
FOLDERS = {"web", "api", "migrations", "management", "tests"}
MAY_GROW = {"contracts", "logic", "models", "queries", "operations"}  # into a package, when a file would pass 400 lines

_each_domain = pytest.mark.parametrize("domain", DOMAINS, ids=lambda path: path.name)


@_each_domain
def test_a_domain_holds_only_what_every_domain_may_hold(domain: Path) -> None:
    allowed = {f"{name}.py" for name in MODULES} | FOLDERS | MAY_GROW | {"__init__.py"}

    strange = sorted(name_of(entry) for entry in domain.iterdir() if entry.name not in allowed | {"__pycache__"})

    assert strange == []


@_each_domain
def test_a_domain_has_its_front_doors(domain: Path) -> None:
    assert (domain / "public.py").is_file()
    assert (domain / "contracts.py").is_file() or (domain / "contracts" / "__init__.py").is_file()


@_each_domain
def test_a_domain_says_nothing_in_its_init(domain: Path) -> None:
    lines = (domain / "__init__.py").read_text("utf-8").split('"""')[2:]

    assert "".join(lines).strip() == ""
