"""Every schema that was ever published is read for ever: one example of each is kept, and never edited."""

from pathlib import Path
from typing import Any

import pytest

from sala.servicekit.loader import read_model
from sala.servicekit.schema.service import Service
from sala.servicekit.upgrades import CURRENT, UPGRADES, upgrade

KEPT = Path(__file__).parent / "kept"


@pytest.mark.parametrize("version", range(1, CURRENT + 1))
def test_a_kept_service_of_every_schema_still_loads(version: int) -> None:
    reading = read_model(KEPT / f"service.schema-{version}.yaml", Service, root=KEPT)

    assert reading.problems == ()
    assert reading.model is not None
    assert reading.model.version == CURRENT


def test_every_older_schema_has_an_upgrade() -> None:
    assert set(UPGRADES) == set(range(1, CURRENT))


def test_upgrades_follow_one_another_and_leave_what_they_are_given() -> None:
    def rename(data: dict[str, Any]) -> dict[str, Any]:
        return {**{key: value for key, value in data.items() if key != "title"}, "name": data["title"]}

    def count(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "letters": len(data["name"])}

    old = {"schema": 1, "title": "dog"}

    assert upgrade(old, current=3, upgrades={1: rename, 2: count}) == {"schema": 3, "name": "dog", "letters": 3}
    assert old == {"schema": 1, "title": "dog"}


def test_a_missing_upgrade_is_never_passed_over() -> None:
    with pytest.raises(KeyError):
        upgrade({"schema": 1}, current=2, upgrades={})
