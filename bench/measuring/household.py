"""The household of the case that is measured, as each side takes its facts."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_suffix(".json")
ON = date(2025, 12, 31)
MONEY = ("salary", "fees", "social_security_paid")


def facts() -> dict[str, Any]:
    """Give the household as a caller of ours would send it: money as text, days as text, links by number."""
    members = json.loads(FILE.read_text("utf-8"))["members"]
    return {"province": 50, "members": [_facts_of(member) for member in members]}


def _facts_of(member: Mapping[str, Any]) -> dict[str, Any]:
    return {**member, **{name: f"{member[name]:.2f}" for name in MONEY}}
