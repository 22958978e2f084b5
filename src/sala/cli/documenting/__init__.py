"""
The reference in `docs/reference/`, written from the code, so that it cannot say anything else.

Each page is a function without arguments that gives the page's whole text. Django must be set up before.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from sala.servicekit.editor import describe_schema

from . import glossary, laws, registers, registries, settings

Page = Callable[[], str]


def write_reference(folder: Path) -> list[str]:
    """Write every page into a folder; name those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    return [name for name, page in PAGES.items() if _write(folder / name, page())]


def _write(file: Path, text: str) -> bool:
    if file.exists() and file.read_text("utf-8") == text:
        return False
    file.write_text(text, encoding="utf-8")
    return True


def _service_schema() -> str:
    return json.dumps(describe_schema("service"), ensure_ascii=False, indent=2) + "\n"


PAGES: Mapping[str, Page] = {
    "events.md": registries.events_page,
    "glossary.md": glossary.page,
    "laws.md": laws.page,
    "registers.md": registers.page,
    "routes.md": registries.routes_page,
    "service-schema.json": _service_schema,
    "settings.md": settings.page,
    "tasks.md": registries.tasks_page,
}
