"""What a browser loads is small, and only what the templates use."""

import gzip
import re
from pathlib import Path

from sala.ui.jinja import UI


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def test_the_first_view_stays_within_its_budget(built: Path) -> None:
    assert _gzipped(built / "sala.css") <= 12_000
    assert _gzipped(built / "sala.js") <= 12_000
    assert sum(file.stat().st_size for file in built.glob("fonts/*.woff2")) <= 43_000


def test_charts_are_in_a_sheet_that_only_their_pages_fetch(built: Path) -> None:
    assert ".sala-chart" not in (built / "sala.css").read_text(encoding="utf-8")
    assert _gzipped(built / "charts.css") <= 3_000


def test_nothing_but_the_allow_list_is_built(built: Path) -> None:
    assert len([file for file in built.rglob("*") if file.is_file()]) <= 20


def test_the_style_sheet_loads_nothing_from_elsewhere(built: Path) -> None:
    css = (built / "sala.css").read_text(encoding="utf-8")
    addresses = {address.strip("\"'") for address in re.findall(r"url\(([^)]*)\)", css)}
    assert all((built / address).is_file() for address in addresses if not address.startswith("data:"))
    assert "GDS Transport" not in css


def test_every_sala_class_of_the_templates_has_a_style(built: Path) -> None:
    css = "".join((built / sheet).read_text(encoding="utf-8") for sheet in ("sala.css", "charts.css"))
    templates = "".join(file.read_text(encoding="utf-8") for file in (UI / "templates").rglob("*.html"))
    used = set(re.findall(r"\bsala-[\w-]+", templates))
    assert {name for name in used if f".{name}" not in css} <= {"sala-number"}


def test_the_lock_file_names_no_registry() -> None:
    lock = (UI.parents[2] / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "registry" not in lock
